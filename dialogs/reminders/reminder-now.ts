import type { ReminderRow } from '../../cards/reminders/reminder-row.ts'
import { titleOf } from '../../cards/reminders/reminder-row.ts'
import type { SaidOfReminders } from '../../cards/reminders/said-card.ts'
import { kindsAsHeading } from '../../cards/words.ts'
import { judge, type WhyQuiet } from '../../domain/reminders/ladder.ts'
import { localDay, localTime } from '../../domain/reminders/local-moment.ts'
import type { Kept } from '../../domain/reminders/outbox.ts'
import { keyOf, nameOf, ReminderThing } from '../../domain/reminders/reminder.ts'
import { plainStep } from '../../domain/reminders/reminder-preferences.ts'
import type { ReminderRound } from '../../domain/reminders/reminder-round.ts'
import type { ReminderStep } from '../../domain/reminders/reminders-named.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import type { Desk, Turn } from '../turn.ts'
import { reminderFactsOf } from './reminder-facts-of.ts'
import { roundNow } from './round-now.ts'
import { type PersonalStep, rowsOfReminders } from './rows-of-reminders.ts'

/** So many entries of a person are looked through: more than a year of reminders. */
const mostEntries = 1000

/** Reminders that somebody had, as they stand now. */
export type ReminderNow =
  | { stands: 'open'; row: ReminderRow & { reminders: PersonalStep[] }; round: ReminderRound }
  | { stands: 'over'; said: SaidOfReminders }
  /** None of them was ever for this person. */
  | { stands: 'not-theirs' }
  | { stands: 'not-answered' }

const whyWords: Record<WhyQuiet, string> = {
  'not-in-post': 'The person is no longer in post.',
  'not-expected': 'It is no longer expected, or its day was changed.',
  'window-closed': 'The window has closed.',
  met: 'It was held.',
  booked: 'It is booked.',
  waived: 'The window is waived.',
  'cannot-be-held': 'The person is away for the rest of the window.',
  'not-yet': 'It is not due yet.',
  cancelled: 'The session was moved or cancelled.',
  'not-today': 'It is not today.',
  'just-told': 'It was changed today.',
  done: 'It is done.',
  'more-time-asked': 'More time was asked for.',
  'nothing-overdue': 'Nothing is overdue.',
}

/**
 * How reminders that go together stand, from fresh facts. Somebody can do something only about what was sent to them and is
 * still for them; what they may do is not taken from the card.
 */
export async function reminderNow(steps: readonly ReminderStep[], turn: Turn, desk: Desk): Promise<ReminderNow> {
  const { person: me, now } = turn
  const kept = await desk.outbox.ofPerson(me.staffCode, mostEntries)
  const keys = new Map(kept.filter(wasSent).map((entry) => [entry.key, entry]))
  const mine = steps.filter(
    (step): step is PersonalStep => 'person' in step.thing && keys.has(keyOf({ to: me.staffCode, ...step })),
  )
  const [first] = mine
  if (first === undefined || mine.length < steps.length) return { stands: 'not-theirs' }
  const people = await desk.staff.byStaffCodes([...new Set(mine.map(({ thing }) => thing.person))])
  const round = await roundNow([me, ...people], now, desk)
  const facts = await reminderFactsOf(people, round.today, desk)
  const subject = people.find(({ staffCode }) => staffCode === first.thing.person)
  const about = {
    titles: titlesOf(mine, desk),
    ...(first.thing.person === me.staffCode || subject === undefined ? {} : { name: subject.name }),
  }
  const open: PersonalStep[] = []
  let why = whyWords.done
  for (const { thing, step } of mine) {
    const own = facts.find(({ person }) => person.staffCode === thing.person)
    const judged = own === undefined ? { quiet: 'not-in-post' as const } : judge(thing, own, round)
    if ('quiet' in judged) why = whyWords[judged.quiet]
    else if (!judged.to.includes(me.staffCode)) why = 'It is somebody else’s by now.'
    else if (plainStep(step) !== judged.step && keys.has(keyOf({ to: me.staffCode, thing, step: judged.step }))) {
      const newer = keys.get(keyOf({ to: me.staffCode, thing, step: judged.step }))
      const at = newer?.touchedAt ?? now
      return { stands: 'over', said: { said: 'newer', ...about, sentAt: `${localDay(at)}T${localTime(at)}` } }
    } else open.push({ thing, step: judged.step })
  }
  const { rows, notAnswered } = await rowsOfReminders(me, open, facts, round, desk)
  const [row, ...others] = rows
  if (row === undefined) {
    return notAnswered.length > 0
      ? { stands: 'not-answered' }
      : { stands: 'over', said: { said: 'settled', ...about, why } }
  }
  // What no longer stands together, because one is waiting to be agreed, keeps its ways of being put off together.
  return { stands: 'open', row: { ...row, reminders: [row, ...others].flatMap(({ reminders }) => reminders) }, round }
}

/** What things are called where nothing more is known of them than their names. */
export function titlesOf(steps: readonly ReminderStep[], desk: Pick<Desk, 'policy'>): string[] {
  const kinds = steps.flatMap(({ thing }): KindId[] => (thing.what === 'window-closing' ? [thing.kind] : []))
  if (kinds.length > 0) return [kindsAsHeading(desk.policy, kinds)]
  return [...new Set(steps.map(({ thing }) => plainTitles[thing.what]))]
}

const plainTitles: Record<ReminderStep['thing']['what'], string> = {
  'window-closing': 'Supervision to book',
  'session-today': 'A session today',
  digest: 'What is overdue in a team',
  weekly: 'What has long been overdue in a PDU',
  'action-due': 'An action',
  'team-action-due': 'A team action',
  'touch-point': 'The first discussion of a case',
  'review-due': 'An overdue review',
}

/** The title of an open row. */
export const titleOfRow = ({ toDo }: ReminderRow, desk: Pick<Desk, 'policy'>) => titleOf(toDo, desk.policy)

/** Whether an entry may have reached its person: what was delivered a moment ago is not always known as that yet. */
function wasSent({ what, attempts }: Pick<Kept, 'what' | 'attempts'>): boolean {
  return what !== 'notice' && attempts > 0
}

/** The reminders of the last message that reached somebody, in the order they stood on it; none where none did. */
export async function lastReminders(turn: Turn, desk: Desk): Promise<PersonalStep[]> {
  const kept = await desk.outbox.ofPerson(turn.person.staffCode, mostEntries)
  const personal = kept.flatMap((entry) => {
    const { step = '', ...ids } = entry.about
    const thing = ReminderThing.safeParse({ what: entry.what, ...ids }).data
    const arrived = entry.outcome === 'delivered' || entry.outcome === 'unknown'
    return arrived && thing !== undefined && 'person' in thing ? [{ entry, reminder: { thing, step } }] : []
  })
  const [last] = personal
  if (last === undefined) return []
  return personal
    .filter(({ entry }) => isSameMessage(entry, last.entry))
    .map(({ reminder }) => reminder)
    .toSorted((one, other) => (nameOf(one.thing) < nameOf(other.thing) ? -1 : 1))
}

function isSameMessage(one: Kept, other: Kept): boolean {
  if (one.place !== undefined && other.place !== undefined) return one.place.messageId === other.place.messageId
  return one.touchedAt.equals(other.touchedAt)
}
