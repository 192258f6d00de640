import type { Temporal } from 'temporal-polyfill'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { answersSaid } from './answers-said.ts'
import { daysAwayIn } from './away-words.ts'
import { type Entities, type Intent, reach } from './intent.ts'
import { intentOf } from './intents.ts'
import { kindsOf } from './kinds-in.ts'
import { facingAhead, type Marked, markedText } from './marked-text.ts'
import { type Mention, meant } from './mentions-in.ts'
import type { NameIndex } from './names.ts'
import { charactersRead, plainText } from './plain-text.ts'
import { respell } from './spelling.ts'
import { type TermAsked, termAsked } from './term-asked.ts'
import { daysFound } from './when.ts'

export type { Entities, Intent } from './intent.ts'

/** What a message says, as far as it can be read. It decides nothing: rights and facts come after. */
export type Reading = {
  intent: Intent
  /** 0.9 and over: sure. 0.6 to 0.85: fairly sure. Below: a guess. */
  confidence: number
  entities: Entities
  /** Who a name in the text may mean: several when it is not sure, nobody when no name was given. */
  people: Person[]
  /** Several different people were named together, as in "with Tom and Megan". */
  together?: true
  /** A name that fits nobody of the staff list. */
  unknownName?: string
  /** A day that was named but is in no calendar, in the words used. */
  impossibleDay?: string
  /** Answers with labels in the text ("Learned: ..."), by question id. */
  answers: Record<string, string>
  /** The message was longer than what is read of one. */
  cutShort?: true
}

export type UnderstandContext = {
  /** The local day. */
  today: Temporal.PlainDate
  names: NameIndex
  policy: SupervisionPolicy
  speaker?: Person
  /** People near the speaker: their team and their manager. */
  closeTo?: readonly StaffCode[]
}

/**
 * Reads a message: what it asks for, how sure that is, and everything it names. Deterministic, and never throws whatever
 * was typed. Only the first 2,000 characters are read.
 */
export function understand(text: string, context: UnderstandContext): Reading {
  const plain = plainText(text)
  const { answers, rest } = answersSaid(plain, context.policy)
  const read = respell(rest, context.names.isName)

  let marked = markedText(read, context, 'past')
  const today = context.today.toString()
  // Looked for only when no rule that comes first has fitted: most messages ask no term.
  let term: TermAsked | undefined
  const { intent, confidence } = intentOf(marked.sentences, {
    ahead: marked.days.some(({ value }) => 'day' in value && value.day > today),
    detail: marked.minutes.length > 0 || marked.days.length > 0,
    asksTerm: (sentence) => {
      if (marked.sentences[0] !== sentence) return false
      term = termAsked(read)
      return term !== undefined
    },
  })
  const { facing, takes } = reach[intent]
  if (facing === 'future') marked = facingAhead(marked, context)

  const isAboutPeople = takes.includes('practitioner')
  const { people, unknownName, together } = isAboutPeople ? whoIsMeant(marked, context) : { people: [] }
  const all: Entities = {
    ...casesNamed(marked),
    ...daysNamed(marked, intent, context),
    ...(marked.kinds.length > 0 ? { kinds: kindsOf(marked.text, marked.kinds) } : {}),
    ...minutesNamed(marked, intent),
    ...(marked.times[0] === undefined ? {} : { time: marked.times[0].value }),
    ...(marked.reviews[0] === undefined ? {} : { review: marked.reviews[0].value }),
    ...(term === undefined ? {} : { term: term.term }),
    ...practitionerNamed(marked, intent, people, context),
  }
  const impossible = marked.days
    .map(({ value }) => ('impossible' in value ? value.impossible : undefined))
    .find(Boolean)
  return {
    intent,
    confidence: term !== undefined && !term.known && intent === 'define-term' ? 0.85 : confidence,
    entities: Object.fromEntries(Object.entries(all).filter(([key]) => takes.some((taken) => taken === key))),
    people,
    ...(unknownName === undefined ? {} : { unknownName }),
    ...(together === true ? { together } : {}),
    ...(impossible !== undefined && takes.some((taken) => taken === 'date' || taken === 'due')
      ? { impossibleDay: impossible }
      : {}),
    answers,
    ...(text.length > charactersRead ? { cutShort: true } : {}),
  }
}

function casesNamed(marked: Marked): { crn?: Crn; crns?: Crn[] } {
  const crns = [...new Set(marked.crns.map((found) => found.value))]
  const [only, ...others] = crns
  if (only === undefined) return {}
  return others.length === 0 ? { crn: only } : { crns }
}

/** A number left over at the end of a session is how long it was: "Aisha reflective Friday 45". */
function minutesNamed(marked: Marked, intent: Intent): { minutes?: number } {
  const said = marked.minutes[0]?.value
  if (said !== undefined) return { minutes: said }
  const last =
    intent === 'log-supervision' ? /(?:^|[\s,\uE000\uE001])(\d{2,3})[\s.]*$/.exec(marked.withoutFacts)?.[1] : undefined
  return last === undefined ? {} : { minutes: Number(last) }
}

function daysNamed(
  marked: Marked,
  intent: Intent,
  { today }: UnderstandContext,
): Pick<Entities, 'date' | 'from' | 'to' | 'due'> {
  const [first] = marked.days.flatMap(({ value }) => ('day' in value ? [value.day] : []))
  const period = marked.periods[0]?.value ?? {}
  if (intent === 'record-absence' && /\b(?:until|till|til|from|to|since|-)\s/i.test(marked.text))
    return daysAway(marked, today)
  if (first === undefined) return period
  if (intent === 'complete-action' && /\b(?:until|till|more time|longer|extension)\b/i.test(marked.text)) {
    const [by] = daysFound(marked.text, today, 'future')
    return by !== undefined && 'day' in by.value ? { due: by.value.day } : {}
  }
  if (intent === 'add-action') return { due: first }
  return { ...period, date: first }
}

/** "Until 3 December" says the last day away and not the first, "from Monday" the first and not the last. */
function daysAway(marked: Marked, today: Temporal.PlainDate): Pick<Entities, 'date' | 'from' | 'to'> {
  const { from, to } = daysAwayIn(marked.text, today)
  if (from !== undefined && to !== undefined && from.equals(to)) return { date: from.toString() }
  return {
    ...(from === undefined ? {} : { from: from.toString() }),
    ...(to === undefined ? {} : { to: to.toString() }),
  }
}

function whoIsMeant(
  marked: Marked,
  { names, speaker }: UnderstandContext,
): { people: Person[]; unknownName?: string; together?: true } {
  if (marked.managers.length > 0) {
    const manager = speaker?.managerStaffCode === undefined ? undefined : names.byCode(speaker.managerStaffCode)
    if (manager !== undefined) return { people: [manager] }
  }
  const mentions = meant(marked.withoutFacts, marked.mentions)
  const people = [...new Set(mentions.flatMap((mention) => mention.people))]
  if (people.length > 0) {
    // Nobody names themself when they mean somebody else of the same name.
    const others = people.length > 1 ? people.filter((person) => person.staffCode !== speaker?.staffCode) : people
    return areApart(mentions, speaker) ? { people: others, together: true } : { people: others }
  }
  const unknownName = mentions.find((mention) => mention.people.length === 0)?.words
  return unknownName === undefined ? { people } : { people, unknownName }
}

/** Whether mentions are of different people, the speaker aside: no person fits any two of them. */
function areApart(mentions: readonly Mention[], speaker: Person | undefined): boolean {
  const sets = mentions
    .map(({ people }) => people.filter((person) => person.staffCode !== speaker?.staffCode))
    .filter((people) => people.length > 0)
  const all = sets.flat()
  return sets.length > 1 && new Set(all).size === all.length
}

const ownSession = /\bmy (?:\S+ )?(?:#kind|sessions?)\b|\bwith #manager\b/
/** Whether the speaker may take a case, and not whether they may give it to somebody. */
const takesItself = /^(?:can|could|should|may|would) i (?:take|have|hold|get|keep|carry|manage|supervise|pick up)\b/
const aboutMe = /\b(?:i|me|my|mine|myself)\b/
/** Words for the speaker that do not make the message about them. */
const besideMe =
  /\b(?:show|tell|give|send|get|find|remind|let|email|draw|pick|help) me\b|\bmy (?:teams?|staff|people|officers|pdu|pqips?|trainees?)\b|^(?:i (?:want|need|would like|have) to|can i)\b/g

/** The person a message is about: "me" where it is the speaker's own, the one person named otherwise. */
function practitionerNamed(
  marked: Marked,
  intent: Intent,
  people: readonly Person[],
  { speaker }: UnderstandContext,
): Pick<Entities, 'practitioner'> {
  const said = marked.sentences.map((sentence) => sentence.said).join(' ')
  const [only, ...others] = people
  if (others.length > 0) return {}
  if (only !== undefined && only.managerStaffCode !== undefined && only.managerStaffCode === speaker?.staffCode) {
    return { practitioner: only.name }
  }
  const isMyManager = only !== undefined && speaker?.managerStaffCode === only.staffCode
  if (aboutSupervision.has(intent) && (isMyManager || ownSession.test(said))) return { practitioner: 'me' }
  if (intent === 'check-allocation' && takesItself.test(said)) return { practitioner: 'me' }
  if (intent === 'allocate-case' && only === undefined && /\bto (?:me|myself)\b/.test(said))
    return { practitioner: 'me' }
  if (intent === 'record-absence' && /^i (?:am|will|was|have)\b/.test(said)) return { practitioner: 'me' }
  if (only !== undefined) return { practitioner: only.name }
  const canBeMe = aboutOneself.has(intent) && marked.mentions.length === 0
  return canBeMe && aboutMe.test(said.replace(besideMe, '')) ? { practitioner: 'me' } : {}
}

/** Intents in which "I" and "my" say whose it is. */
const aboutOneself: ReadonlySet<Intent> = new Set([
  'show-supervisions',
  'next-supervision',
  'show-caseload',
  'show-workload',
  'overdue-reviews',
  'show-actions',
  'add-action',
  'record-absence',
  'who-viewed',
  'export-records',
])
const aboutSupervision: ReadonlySet<Intent> = new Set([
  'log-supervision',
  'book-supervision',
  'amend-supervision',
  'next-supervision',
])
