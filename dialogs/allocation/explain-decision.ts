import { whatWouldChangeCard, whoSaysSoCard } from '../../cards/allocation/explain-cards.ts'
import { rankedCard } from '../../cards/allocation/ranked-card.ts'
import { verdictCard } from '../../cards/allocation/verdict-card.ts'
import type { AllocationAnswer, Weighing } from '../../domain/allocation/allocation-answers.ts'
import { mayWeigh } from '../../domain/allocation/allocation-rights.ts'
import { rulesThen } from '../../domain/allocation/rules-said.ts'
import type { AllocationAnswerId, Crn, StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { type Desk, type Reply, refuse, type Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { check } from './check-allocation.ts'
import { goesOnAbout } from './goes-on-about.ts'
import { mayBeShown, nowInSight } from './now-in-sight.ts'
import { teamNamesAmong } from './team-names-among.ts'
import { casesNamed, mayNotWeigh, personToWeigh, whyNot } from './who-and-which.ts'
import { whyMine } from './why-mine.ts'

/** What is explained: every reason, what would have to change, or who says so. */
export type Explains = 'reasons' | 'change' | 'authority'

const aboutSelf = /\b(?:was|am|were|did|have|do)\s+i\b|\bwhy\s+me\b|\bgiven\s+(?:to\s+)?me\b|\bweigh(?:ed)?\s+me\b/i
const asksChange = /\bchange\b|\bwhat would (?:it take|make|help|need)\b|\bhow could\b|\bwhat (?:is|are) missing\b/i
const asksAuthority = /\bwho says\b|\bsays who\b|\bauthority\b|\bon what basis\b|\bwhich rules?\b|\bconfirmed\b/i

/** Whether somebody asks how they were weighed themself. */
export function asksAboutSelf(text: string): boolean {
  return aboutSelf.test(text)
}

/** "Why not Tom?", "what would have to change?", "who says so?": from what was recorded when it was weighed, not from today's facts. */
export async function explainInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  if (asksAboutSelf(text)) return whyMine(casesNamed(reading)[0], turn, desk)
  if (mayWeigh(turn.person, turn.today.toString())) return explainLast(text, reading, {}, turn, desk)
  const isOfAnother = reading.people.some(({ staffCode }) => staffCode !== turn.person.staffCode)
  return (isOfAnother ? mayNotWeigh(turn) : undefined) ?? whyMine(casesNamed(reading)[0], turn, desk)
}

/** The same for somebody who weighs allocations. `shown`: the answer, and of whom in it, that they have just been looking at. */
export async function explainLast(
  text: string,
  reading: Reading,
  shown: { answer?: AllocationAnswerId | undefined; person?: StaffCode | undefined },
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const [crn] = casesNamed(reading)
  const what: Explains = asksAuthority.test(text) ? 'authority' : asksChange.test(text) ? 'change' : 'reasons'
  const who = personToWeigh(reading, turn)
  if (who !== undefined && 'reply' in who) return who.reply
  const current =
    crn === undefined && shown.answer !== undefined ? await desk.allocationAnswers.byId(shown.answer) : undefined
  const answer = current ?? (await answerMeant(crn, turn, desk))
  // Not weighed yet: the reasons are those of now.
  if (answer === undefined && crn !== undefined && who !== undefined) return check(who.person, [crn], turn, desk)
  if (answer === undefined) {
    const text =
      'I have weighed no case for you that this could be about. Say “can”, a name, “take” and a case number, like X320741.'
    return { message: { text } }
  }
  const last =
    current === undefined || shown.person === undefined ? undefined : await desk.staff.byStaffCode(shown.person)
  const person = who?.person ?? last
  if (person === undefined) return ofWholeAnswer(answer, what, turn, desk)
  const weighing = answer.about.find(({ practitioner }) => practitioner === person.staffCode)
  // They were not among those weighed then, so there is nothing recorded to explain: they are weighed now.
  if (weighing === undefined) return check(person, [answer.crn], turn, desk)
  return explained(answer, weighing, person, what, turn, desk)
}

/** The newest answer this person got, or the newest they got about a case. */
async function answerMeant(crn: Crn | undefined, turn: Turn, desk: Desk): Promise<AllocationAnswer | undefined> {
  if (crn === undefined) return desk.allocationAnswers.lastOf(turn.person.staffCode)
  return desk.allocationAnswers.lastAbout(crn, turn.person.staffCode)
}

async function ofWholeAnswer(answer: AllocationAnswer, what: Explains, turn: Turn, desk: Desk): Promise<Reply> {
  const [only, ...more] = answer.about
  if (only === undefined) return { message: { text: 'Nobody was weighed then.' } }
  if (more.length > 0 && what === 'reasons') return showRanked(answer, 1, turn, desk)
  if (more.length > 0) {
    const begins = what === 'change' ? 'what would have to change for' : 'who says so for'
    return { message: { text: `For whom? I weighed ${answer.about.length} people. Say “${begins}” and a name.` } }
  }
  const person = await desk.staff.byStaffCode(only.practitioner)
  return person === undefined ? gone(turn) : explained(answer, only, person, what, turn, desk)
}

/** One weighing explained. Whoever asks must be allowed to ask about this person now. */
async function explained(
  answer: AllocationAnswer,
  weighing: Weighing,
  person: Person,
  what: Explains,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const refused = whyNot(person, turn)
  if (refused !== undefined) return refused
  const rules = rulesThen(answer, desk.allocationPolicy)
  const view = { answer, weighing, person, rules }
  const going = goesOnAbout(answer.crn, answer.id, person.staffCode)
  if (what === 'reasons') {
    const seen = await nowInSight(answer.crn, turn, desk)
    if ('reply' in seen) return seen.reply
    const isToday = answer.askedAt.toZonedDateTimeISO('Europe/London').toPlainDate().equals(turn.today)
    return { message: verdictCard({ ...view, ...seen, told: 'then', isToday, mayDecide: true }), ...going }
  }
  const seen = await mayBeShown(answer.crn, turn, desk)
  if (seen !== true) return seen.reply
  return { message: what === 'change' ? whatWouldChangeCard(view) : whoSaysSoCard(view), ...going }
}

/** The people of an answer as they stood, those whom whoever asks may still weigh. */
export async function showRanked(answer: AllocationAnswer, page: number, turn: Turn, desk: Desk): Promise<Reply> {
  const listed = await desk.staff.byStaffCodes(answer.about.map(({ practitioner }) => practitioner))
  const people = answer.about.flatMap((weighing) => {
    const person = listed.find(({ staffCode }) => staffCode === weighing.practitioner)
    return person === undefined || whyNot(person, turn) !== undefined ? [] : [{ ...person, weighing }]
  })
  const [seen, teamNames] = await Promise.all([nowInSight(answer.crn, turn, desk), teamNamesAmong(people, turn, desk)])
  if ('reply' in seen) return seen.reply
  return { message: rankedCard({ answer, ...seen, people, teamNames, page }), ...goesOnAbout(answer.crn, answer.id) }
}

function gone(turn: Turn): Reply {
  return refuse(turn, 'allocation', 'That person is no longer on the staff list.')
}

/** An answer of theirs with one of the people it weighed, and what is done with it. */
export async function withWeighing(
  id: AllocationAnswerId,
  code: StaffCode,
  turn: Turn,
  desk: Desk,
  run: (answer: AllocationAnswer, weighing: Weighing, person: Person) => Promise<Reply>,
): Promise<Reply> {
  const answer = await desk.allocationAnswers.byId(id)
  const weighing = answer?.about.find(({ practitioner }) => practitioner === code)
  const person = await desk.staff.byStaffCode(code)
  if (answer?.askedBy !== turn.person.staffCode || weighing === undefined || person === undefined) {
    const says = 'I cannot find that check among those you asked for. Nothing was changed.'
    return refuse(turn, 'allocation', says, { thing: id })
  }
  const refused = whyNot(person, turn)
  return refused ?? run(answer, weighing, person)
}

/** The buttons that explain a weighing. */
export function explainPressed(what: Explains) {
  return (
    { answer, person }: { answer: AllocationAnswerId; person: StaffCode },
    _data: unknown,
    turn: Turn,
    desk: Desk,
  ) =>
    withWeighing(answer, person, turn, desk, (found, weighing, whom) =>
      explained(found, weighing, whom, what, turn, desk),
    )
}
