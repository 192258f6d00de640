import {
  nominationCard,
  nominationFormCard,
  type OwnCase,
  ownNominationCard,
} from '../../cards/case-draw/nomination-card.ts'
import type { CaseView } from '../../domain/case-view.ts'
import { Crn, type StaffCode } from '../../domain/ids.ts'
import { type Nomination, type NotNominated, standingNomination, whyNotNominated } from '../../domain/nomination.ts'
import type { Person } from '../../domain/staff.ts'
import { kindOf } from '../../domain/supervision-kind.ts'
import { type Desk, noteOf, type Presses, type Reply, refuse, type TakeUp, type Turn } from '../turn.ts'
import { casesIn } from '../understand/cases-in.ts'
import type { Reading } from '../understand/understand.ts'
import { viewerOf } from '../viewer-of.ts'
import { kindWithoutArticle, mayPrepareFor, sightOf } from './show-draw.ts'

/** What is asked about nominations: to put a case forward, or to see which one was. */
export async function nominateInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const { people, unknownName, entities } = reading
  const [subject, ...more] = people.filter((person) => person.staffCode !== turn.person.staffCode)
  const crns = entities.crns ?? (entities.crn === undefined ? [] : [entities.crn])
  const name = kindWithoutArticle('saqua', desk)
  if (more.length > 0 || (unknownName !== undefined && people.length === 0)) {
    return {
      message: { text: 'I am not sure whom you mean. Please give the first name and surname, or the staff code.' },
    }
  }
  if (subject !== undefined) {
    return crns.length === 0 ? showNominationOf(subject, turn, desk) : onlyTheirOwn(subject, turn, desk)
  }
  const otherKinds = (entities.kinds ?? []).filter((kind) => kind !== 'saqua')
  if (otherKinds.length > 0) {
    return {
      message: {
        text: `A case is nominated only for a ${name}. For an RCAT or an observation a case is drawn at random.`,
      },
    }
  }
  if (!hasNominations(turn.person, desk)) {
    return refuse(
      turn,
      'nomination',
      `Your role has no ${name} of its own, so there is nothing to nominate. To see what somebody nominated, say “what has”, the name and “nominated?”.`,
    )
  }
  const [crn, ...others] = crns
  if (others.length > 0) return { message: { text: 'Please nominate one case. Nothing was saved.' } }
  if (crn !== undefined) return nominate(crn, turn, desk)
  return asksWhich.test(text) ? showOwnNomination(turn, desk) : askWhichCase([], turn, desk)
}

const asksWhich = /^\W*(?:what|which|show|see|have|has|did|my nomination)\b/i

/** Puts one of somebody's own cases forward. It takes the place of the one they put forward before. */
async function nominate(crn: Crn, turn: Turn, desk: Desk): Promise<Reply> {
  const me = turn.person.staffCode
  const [view = notAnswered] = await desk.cases.views([crn], viewerOf(turn))
  const why = whyNotNominated(view, me)
  if (why !== undefined) return askWhichCase([whyNot[why]], turn, desk)
  for (let attempt = 0; attempt < 5; attempt++) {
    const { all, standing } = await nominationsOf(me, turn, desk)
    if (standing?.crn === crn) return ownReply(standing, false, turn, desk)
    const nomination: Nomination = { practitioner: me, crn, nominatedAt: turn.now }
    const note = noteOf(turn, 'case.nominated', { subject: me })
    if ((await desk.nominations.keep(nomination, all.length, note)) === 'kept')
      return ownReply(nomination, standing !== undefined, turn, desk)
  }
  throw new Error('A nomination was overtaken by others five times in a row.')
}

const notAnswered: CaseView = { sight: 'unknown', why: 'not-answered' }

/** One answer for a case they may not see and one that is not theirs: a number tried out tells nothing. */
const notAmongYours =
  'I cannot find that case among those on your caseload that you may see, so nothing was nominated. Please check the number.'
const whyNot: Record<NotNominated, string> = {
  restricted: notAmongYours,
  'not-held': notAmongYours,
  ended: 'The order of that case has ended, so nothing was nominated. Please choose another.',
  'not-answered': 'That case could not be checked, so nothing was nominated. Please try again in a few minutes.',
}

/** The form with their own cases, or the problem alone when there is no list to choose from. */
async function askWhichCase(problems: readonly string[], turn: Turn, desk: Desk): Promise<Reply> {
  const caseload = await desk.cases.caseloadOf(turn.person.staffCode, viewerOf(turn))
  const cases = caseload === 'not-answered' ? [] : caseload.flatMap((view) => ownCase(view, turn.person.staffCode))
  const pending = { asks: 'nomination' } as const
  if (cases.length > 0) {
    const kind = kindWithoutArticle('saqua', desk)
    const byCrn = new Map(cases.map((one) => [one.crn, one]))
    const sorted = [...byCrn.values()].sort((a, b) => (a.crn < b.crn ? -1 : 1))
    return { message: nominationFormCard({ kind, cases: sorted, problems }), pending }
  }
  const says =
    caseload === 'not-answered'
      ? 'The case services could not be asked, so nothing was nominated. Please try again later.'
      : 'I find no case on your caseload that you could nominate.'
  return { message: { text: problems[0] ?? says } }
}

function ownCase(view: CaseView, practitioner: StaffCode): OwnCase[] {
  if (view.sight !== 'open' || whyNotNominated(view, practitioner) !== undefined) return []
  return [{ crn: view.crn, ...(view.name === undefined ? {} : { name: view.name }) }]
}

async function showOwnNomination(turn: Turn, desk: Desk): Promise<Reply> {
  const { standing } = await nominationsOf(turn.person.staffCode, turn, desk)
  if (standing !== undefined) return ownReply(standing, false, turn, desk)
  const kind = kindWithoutArticle('saqua', desk)
  const says = `You have nominated no case for your next ${kind}. Say “nominate”, the case number and “for my ${kind}”.`
  return { message: { text: says } }
}

async function ownReply(nomination: Nomination, instead: boolean, turn: Turn, desk: Desk): Promise<Reply> {
  const [view = notAnswered] = await desk.cases.views([nomination.crn], viewerOf(turn))
  const name = view.sight === 'open' && view.name !== undefined ? { name: view.name } : {}
  const message = ownNominationCard({
    kind: kindWithoutArticle('saqua', desk),
    nominated: view.sight === 'open' ? { crn: nomination.crn, ...name } : view.sight,
    on: dayOf(nomination),
    instead,
  })
  return { message }
}

async function showNominationOf(subject: Person, turn: Turn, desk: Desk): Promise<Reply> {
  const kind = kindWithoutArticle('saqua', desk)
  if (!mayPrepareFor(subject, 'saqua', turn, desk)) {
    return refuse(
      turn,
      'nomination',
      `You can see what people you manage have nominated, and quality officers people of their PDU. So I cannot show you that.`,
      { subject: subject.staffCode },
    )
  }
  const found = await nominatedCase(subject, turn, desk)
  const notes = [noteOf(turn, 'record.viewed', { subject: subject.staffCode, detail: 'nomination' })]
  if (found.sight === 'none') {
    return { message: { text: `No case is nominated for the next ${kind}. The practitioner nominates one.` }, notes }
  }
  const nominated = found.sight === 'open' ? { crn: found.crn } : found.sight
  return { message: nominationCard({ kind, subject, nominated, on: found.on }), notes }
}

/** What a practitioner nominated for their next SAQUA, as far as the one who asks may see it. */
export type NominatedCase =
  | { sight: 'none' }
  | { sight: 'open'; crn: Crn; on: ReturnType<typeof dayOf> }
  | { sight: 'restricted' | 'unknown'; on: ReturnType<typeof dayOf> }

/**
 * The case that stands nominated, for a form about the SAQUA. There is none for somebody who may not prepare that session.
 * Whoever shows it to another person writes down that they looked.
 */
export async function nominatedCase(subject: Person, turn: Turn, desk: Desk): Promise<NominatedCase> {
  if (!mayPrepareFor(subject, 'saqua', turn, desk)) return { sight: 'none' }
  const { standing } = await nominationsOf(subject.staffCode, turn, desk)
  if (standing === undefined) return { sight: 'none' }
  const sight = await sightOf(standing.crn, turn, desk)
  const on = dayOf(standing)
  return sight === 'open' ? { sight, crn: standing.crn, on } : { sight, on }
}

async function nominationsOf(
  practitioner: StaffCode,
  turn: Turn,
  desk: Desk,
): Promise<{ all: Nomination[]; standing?: Nomination }> {
  const all = await desk.nominations.of(practitioner)
  const [newest] = all
  if (newest === undefined) return { all }
  // A session recorded after the nomination may have been held long before: that is how late one may be logged.
  const since = dayOf(newest).subtract({ months: desk.policy.monthsBack })
  const sessions = await desk.supervisions.of(practitioner, since, turn.today)
  const standing = standingNomination(all, sessions)
  return standing === undefined ? { all } : { all, standing }
}

function dayOf({ nominatedAt }: Nomination) {
  return nominatedAt.toZonedDateTimeISO('Europe/London').toPlainDate()
}

function hasNominations(person: Person, desk: Desk): boolean {
  return kindOf(desk.policy, 'saqua').grades.includes(person.grade)
}

function onlyTheirOwn(subject: Person, turn: Turn, desk: Desk): Reply {
  const kind = kindWithoutArticle('saqua', desk)
  return refuse(
    turn,
    'nomination',
    `Everybody nominates their own case, so nothing was saved. Please ask them to say “nominate”, the case number and “for my ${kind}”.`,
    { subject: subject.staffCode },
  )
}

/** A case number alone, when it was asked which case to nominate. */
export const takeUpNomination: TakeUp<{ asks: 'nomination' }> = async (_pending, words, reading, turn, desk) => {
  const [crn, ...more] = casesIn(words)
  const isOther = reading.confidence >= 0.9 && reading.intent !== 'none' && reading.intent !== 'nominate-case'
  return crn === undefined || more.length > 0 || isOther ? undefined : nominate(crn, turn, desk)
}

/** The button of the form. */
export const nominationPresses: Presses<'nomination.make'> = {
  'nomination.make': async (_action, data, turn, desk) => {
    if (!hasNominations(turn.person, desk)) {
      return refuse(turn, 'nomination', 'Your role nominates no case, so nothing was saved.')
    }
    const crn = Crn.safeParse(data.case)
    return crn.success ? nominate(crn.data, turn, desk) : askWhichCase(['Please choose a case.'], turn, desk)
  },
}
