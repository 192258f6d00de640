import { actionCharacters } from '../../domain/action.ts'
import { casesIn as casesWritten } from '../../domain/hidden-cases.ts'
import { TeamActionId } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import type { TeamAction } from '../../domain/team-action.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { casesIn } from '../understand/cases-in.ts'
import { kindsFound } from '../understand/kinds-in.ts'
import { plainText } from '../understand/plain-text.ts'
import { respell } from '../understand/spelling.ts'
import { type TeamActionSaid, teamActionIn } from '../understand/team-action-words.ts'
import type { Reading } from '../understand/understand.ts'
import { peopleAsked } from './people-asked.ts'
import { teamActionForAll } from './team-action-shown.ts'

const yourMessage = 'Your own message is still in this chat: you may want to delete it.'
const namesACase = `That names a case, and in a group I keep nothing about cases, so I have kept nothing. Please say it again without the case. ${yourMessage}`
const isPersonal = `That reads like something of the record of one person, and in a group I keep nothing of that, so I have kept nothing. Please say it in our personal chat. ${yourMessage}`
/** Words of what is kept of one person besides sessions: leave, health, how much they have to do. */
const ofARecord =
  /\b(?:sick(?:ness)?|ill(?:ness)?|unwell|on leave|absen(?:t|ces?)|wellbeing|well-being|stress(?:ed)?|disciplinary|capability|caseload|workload|supervisions?)\b/i
/** A letter and six digits, whatever stands between them and in whatever alphabet: in a group it is better to refuse too much. */
function likeACase(text: string): boolean {
  const withoutDays = text
    .normalize('NFKC')
    .replace(/(?<!\p{N})\d{1,2}[/. -]\d{1,2}[/. -]\d{2}(?:\d{2})?(?!\p{N})/gu, 'day')
  return /\p{L}\d{6}(?!\d)/u.test(withoutDays.replace(/[^\p{L}\p{N}]/gu, ''))
}

const howToAsk =
  'Say who is to do what, and by when: “everyone to finish the refresher by Friday”, “anyone to cover the desk”, or names, like “Tom, then Megan to sign the rota”.'

/**
 * "Everyone to finish the refresher by 12 December", said in a group chat or channel: it is kept, and the answer is the card
 * on which each confirms. The same message again is the same team action.
 */
export async function askTeam(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const { company } = turn
  if (company === undefined) return { message: { text: askInCompany } }
  if (casesIn(text).length > 0 || casesWritten(text).length > 0 || likeACase(text)) {
    return refuse(turn, 'team-action-case', namesACase)
  }
  const names = await desk.names()
  const said = teamActionIn(text, { today: turn.today, names })
  if (said === undefined) return { message: { text: howToAsk } }
  const plain = respell(plainText(text), names.isName)
  // Any name at all, also of those who are asked: whom a sentence is about cannot be told for sure.
  const aboutSomebody = said.of !== 'members' || names.mentions(said.text).length > 0
  if (aboutSomebody && (kindsFound(plain, desk.policy).length > 0 || ofARecord.test(said.text))) {
    return refuse(turn, 'team-action-personal', isPersonal)
  }
  const wrong = problemWith(said, reading, turn)
  if (wrong !== undefined) return { message: { text: wrong } }
  const asked = await peopleAsked(said.of, company, turn, desk)
  if ('says' in asked) return { message: { text: asked.says } }

  const me = turn.person.staffCode
  const action: TeamAction = {
    id: idFor(turn, desk),
    way: said.way,
    text: said.text.slice(0, 1).toUpperCase() + said.text.slice(1),
    ...(said.due === undefined ? {} : { due: said.due }),
    askedBy: me,
    askedAt: turn.now,
    askedByUserId: company.userId,
    chat: company.chat,
    people: asked.people,
  }
  // Who is not in the chat would not hear of it there.
  const notices = action.people
    .filter(({ person, inChat }) => !inChat && person !== me)
    .map(
      ({ person }): Notice => ({
        id: `team-action-asked:${action.id}:${person}`,
        to: person,
        about: action.id,
        what: 'team-action-asked',
      }),
    )
  const kept = await desk.teamActions.ask(action, noteOf(turn, 'team-action.asked', { thing: action.id }), notices)
  if (kept.outcome === 'asked') await Promise.all(notices.map((notice) => desk.reach(notice)))
  return { message: await teamActionForAll(kept.action, desk), posts: action.id }
}

/** What is said to somebody who asks it where nobody else is. */
export const askInCompany =
  'That is for several people. Ask me in the group chat or channel it is for: everybody gets one card there, and each confirms for themself. Here I can add an action for one person, like “action for me to book the training by Friday”.'

/** Made of the message, so that the same message brought again is the same team action, whatever happened in between. */
function idFor(turn: Turn, desk: Pick<Desk, 'sha256' | 'mint'>): TeamActionId {
  if (turn.activityKey === undefined) return TeamActionId.parse(desk.mint())
  const digest = desk.sha256(turn.activityKey)
  return TeamActionId.parse(digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'))
}

function problemWith({ text, due }: TeamActionSaid, reading: Reading, { today }: Turn): string | undefined {
  if (text === '') return `What is to be done? ${howToAsk}`
  if (text.length > actionCharacters) {
    return `What is to be done has ${text.length.toLocaleString('en-GB')} characters; the most is ${actionCharacters}. Please say it shorter.`
  }
  if (reading.impossibleDay !== undefined) return 'That day is in no calendar, so I have kept nothing. By when is it?'
  if (due === undefined) return undefined
  if (due.until(today).sign > 0) return 'That day is over, so I have kept nothing. By when is it?'
  return today.add({ years: 2 }).until(due).sign > 0
    ? 'That day is too far ahead, so I have kept nothing. By when is it?'
    : undefined
}
