import { type HelpPart, helpCard } from '../cards/help-card.ts'
import type { SupervisionDraft } from '../domain/draft.ts'
import { firstNameOf, isInPost, type Person } from '../domain/staff.ts'
import { actionsAndAbsence } from './actions-and-absence-menu.ts'
import { bookedInWords } from './booking/booked-session.ts'
import { bookByWords, cancelInWords } from './booking/change-booking.ts'
import { drawInWords } from './case-draw/draw-in-words.ts'
import { nominateInWords } from './case-draw/nominate-case.ts'
import { casesAndAllocation } from './cases-and-allocation-menu.ts'
import { teamOverview, whatIsDue } from './due/what-is-due.ts'
import { recordsInWords } from './mine/give-copy.ts'
import { whoViewedInWords } from './mine/who-viewed.ts'
import { reminders } from './reminders-menu.ts'
import { amendByWords } from './session/amend-session.ts'
import { logSupervision } from './session/log-in-a-sentence.ts'
import { recordInWords } from './session/record-in-words.ts'
import { teamActionsInCompany } from './team-actions-menu.ts'
import type { Desk, Reply, Turn } from './turn.ts'
import { define } from './understand/glossary.ts'
import type { Intent, Reading } from './understand/understand.ts'

/** What somebody asked for, with everything an answer may need. */
export type Request = { text: string; reading: Reading; draft?: SupervisionDraft }

/**
 * One thing the assistant can do. Help is made from this table, so it cannot promise anything else. `inCompany` says
 * whether it may be answered in a group chat or channel, where nothing about a person or a case is ever shown; `only`: nowhere else.
 */
export type Command = {
  intent: Intent
  /** Under which heading help lists it. */
  part: HelpPart
  /** What to type, as help shows it. `name` is somebody this person manages, if they manage anybody. */
  words: (name: string | undefined) => string
  does: string
  mayUse: (person: Person) => boolean
  /** What is said to somebody whose role may not use it; by default that the role has no supervision to log. */
  notForYou?: string
  inCompany: boolean | 'only'
  run: (request: Request, turn: Turn, desk: Desk) => Promise<Reply>
}

const anybody = () => true
const notAdministrator = (person: Person) => person.grade !== 'ADMIN'
const supervised = (person: Person) => person.grade !== 'ADMIN' && person.grade !== 'QDO'

export const menu: Command[] = [
  {
    intent: 'log-supervision',
    part: 'Sessions',
    words: (name) => `reflective ${name === undefined ? '' : `with ${name} `}on Friday, 45 mins`,
    does: 'Log a supervision session. I fill in the form with what you say.',
    mayUse: notAdministrator,
    inCompany: false,
    run: ({ text, reading, draft }, turn, desk) => logSupervision(text, reading, draft, turn, desk),
  },
  {
    intent: 'book-supervision',
    part: 'Sessions',
    words: (name) => `book a monthly ${name === undefined ? '' : `with ${name} `}on Thursday at 2`,
    does: 'Book a session. Later: “move the session to Friday at 3”, or “cancel the session on Friday”.',
    mayUse: supervised,
    inCompany: false,
    run: ({ text, reading }, turn, desk) => bookByWords(text, reading, turn, desk),
  },
  {
    intent: 'show-supervisions',
    part: 'Sessions',
    words: (name) => (name === undefined ? 'my supervisions' : `my supervisions, or: what has ${name} had this year?`),
    does: 'See what was held this year, or in a month or since a day that you name.',
    mayUse: anybody,
    inCompany: false,
    run: ({ reading }, turn, desk) => recordInWords(reading, turn, desk),
  },
  {
    intent: 'next-supervision',
    part: 'What is due',
    words: (name) =>
      name === undefined
        ? 'when is my next reflective?, or: what is booked?'
        : `what is overdue for ${name}?, what is due for me?, or: what is booked for ${name}?`,
    does: 'See what is due of each kind and by when, why a window is waived, and what is booked.',
    mayUse: anybody,
    inCompany: false,
    run: async ({ text, reading }, turn, desk) =>
      (await bookedInWords(text, reading, turn, desk)) ?? whatIsDue(text, reading, turn, desk),
  },
  {
    intent: 'team-overview',
    part: 'What is due',
    words: () => 'my team, who is overdue for reflective?, or: how reflective are our sessions?',
    does: 'See how everybody you manage stands, the worst first, and how reflective they found their sessions.',
    mayUse: notAdministrator,
    inCompany: false,
    run: ({ text, reading }, turn, desk) => teamOverview(text, reading, turn, desk),
  },
  ...actionsAndAbsence,
  ...teamActionsInCompany,
  ...casesAndAllocation,
  ...reminders,
  {
    intent: 'amend-supervision',
    part: 'Sessions',
    words: (name) =>
      `correct the session ${name === undefined ? '' : `with ${name} `}on 12 November, it was 30 minutes, or: withdraw the session on 12 November`,
    does: 'Put right or withdraw a session you logged. The first entry stays readable, and the other person is told.',
    mayUse: notAdministrator,
    inCompany: false,
    run: ({ text, reading }, turn, desk) => amendByWords(text, reading, turn, desk),
  },
  {
    intent: 'draw-case',
    part: 'Cases for an RCAT, an observation or a SAQUA',
    words: (name) => `draw a case for ${name === undefined ? '' : `${name}’s `}RCAT, or: show the draw was fair`,
    does: 'Have a case drawn at random for an RCAT or an observation, and see how it was drawn.',
    mayUse: notAdministrator,
    inCompany: false,
    run: ({ text, reading }, turn, desk) => drawInWords(text, reading, turn, desk),
  },
  {
    intent: 'nominate-case',
    part: 'Cases for an RCAT, an observation or a SAQUA',
    words: (name) => `nominate X320741 for my SAQUA${name === undefined ? '' : `, or: what has ${name} nominated?`}`,
    does: 'Put one of your own cases forward for a SAQUA, or see which one was.',
    mayUse: notAdministrator,
    inCompany: false,
    run: ({ text, reading }, turn, desk) => nominateInWords(text, reading, turn, desk),
  },
  {
    intent: 'who-viewed',
    part: 'Your record',
    words: () => 'who has looked at my record?',
    does: 'See who else looked at anything about you, when, and at what.',
    mayUse: anybody,
    inCompany: false,
    run: ({ text, reading }, turn, desk) => whoViewedInWords(text, reading, turn, desk),
  },
  {
    intent: 'export-records',
    part: 'Your record',
    words: () => 'give me a copy, or: what do you hold about me and for how long?',
    does: 'Have everything that is kept about you as a file, or see what there is and who can see it.',
    mayUse: anybody,
    inCompany: false,
    run: ({ text, reading }, turn, desk) => recordsInWords(text, reading, turn, desk),
  },
  {
    intent: 'define-term',
    part: 'Words',
    words: () => 'what is RCAT?',
    does: 'Explain an abbreviation.',
    mayUse: anybody,
    inCompany: true,
    run: async ({ reading }) => ({ message: { text: explain(reading.entities.term) } }),
  },
  {
    intent: 'help',
    part: 'Words',
    words: () => 'help',
    does: 'Show what I can do.',
    mayUse: anybody,
    inCompany: true,
    run: (_request, turn, desk) => helpReply(turn, desk),
  },
  {
    intent: 'cancel',
    part: 'Sessions',
    words: () => 'change the date to Thursday, start again, save, or cancel',
    does: 'While you are writing a session down.',
    mayUse: anybody,
    inCompany: false,
    run: ({ text, reading }, turn, desk) => cancelInWords(text, reading, turn, desk),
  },
  {
    intent: 'greet',
    part: 'Words',
    words: () => 'hello',
    does: 'Say hello.',
    mayUse: anybody,
    inCompany: true,
    run: async (_request, turn) => ({
      message: { text: `Hello ${firstNameOf(turn.person)}. ${thingsToTry(turn.person)}` },
    }),
  },
  {
    intent: 'thank',
    part: 'Words',
    words: () => 'thanks',
    does: 'Say thank you.',
    mayUse: anybody,
    inCompany: true,
    run: async () => ({ message: { text: 'You are welcome.' } }),
  },
]

/** What cannot be done here, by intent, as the end of the sentence "I cannot … yet". */
const notYet: Partial<Record<Intent, string>> = {
  'give-feedback': 'take feedback',
}

/** The answer to something that is not in the menu: honest, short, with things that do work. */
export function cannotDo(intent: Intent, turn: Turn): string {
  const what = notYet[intent]
  const start = what === undefined ? 'I did not understand that, so I have done nothing.' : `I cannot ${what} yet.`
  return `${start} ${thingsToTry(turn.person)}`
}

export function thingsToTry(person: Person): string {
  if (!supervised(person)) return 'You can say “my supervisions”, “what is waiting for me?” or “help”.'
  const weighs =
    person.grade === 'SPO' || person.grade === 'HoPDU'
      ? ' To weigh who may take a case: “who could take X320741?”. To allocate it: “give X320741 to” and a name.'
      : ''
  return `You can say “reflective with”, a name and a day to log a session, “my supervisions”, or “what is waiting for me?”.${weighs}`
}

/** What to call somebody this person manages in an example, so that it means one person when it is copied. */
export async function exampleNameFor(
  person: Person,
  today: string,
  desk: Pick<Desk, 'staff'>,
): Promise<string | undefined> {
  const managed = (await desk.staff.managedBy(person.staffCode)).filter((candidate) => isInPost(candidate, today))
  const [first] = managed
  if (first === undefined) return undefined
  const alone = managed.filter((candidate) => firstNameOf(candidate) === firstNameOf(first)).length === 1
  return alone ? firstNameOf(first) : first.name
}

/** What this person can do here. */
export async function helpReply(turn: Turn, desk: Desk): Promise<Reply> {
  const name = turn.personal ? await exampleNameFor(turn.person, turn.today.toString(), desk) : undefined
  const small = ['greet', 'thank', 'help']
  const commands = menu.filter((command) => command.mayUse(turn.person) && !small.includes(command.intent))
  const here = commands.filter(({ inCompany }) => (turn.personal ? inCompany !== 'only' : inCompany))
  const listed = here.map(({ part, words, does }) => ({ part, words: words(name), does }))
  return {
    message: helpCard({
      person: turn.person,
      commands: listed,
      examples: desk.practice ? ['act as Aisha Khan', 'act as myself'] : [],
    }),
  }
}

function explain(term: string | undefined): string {
  const found = term === undefined ? undefined : define(term)
  if (found === undefined) return 'I do not know that one. Your line manager or the intranet may.'
  return found.name === undefined ? `${found.term}: ${found.means}` : `${found.term} (${found.name}): ${found.means}`
}
