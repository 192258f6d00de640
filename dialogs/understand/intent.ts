import type { Crn } from '../../domain/ids.ts'
import type { ReviewId } from '../../domain/reviews/review.ts'
import type { KindId } from '../../domain/supervision-kind.ts'

/** Everything a message may ask for. `none` is what is out of scope, and what tries to get round the rules. */
export const intents = [
  'help',
  'log-supervision',
  'show-supervisions',
  'next-supervision',
  'team-overview',
  'book-supervision',
  'amend-supervision',
  'check-allocation',
  'find-practitioner',
  'allocate-case',
  'show-allocations',
  'explain-decision',
  'show-case',
  'show-caseload',
  'show-workload',
  'overdue-reviews',
  'show-actions',
  'add-action',
  'complete-action',
  'set-reminders',
  'record-absence',
  'draw-case',
  'nominate-case',
  'define-term',
  'who-viewed',
  'export-records',
  'give-feedback',
  'cancel',
  'greet',
  'thank',
  'none',
] as const
export type Intent = (typeof intents)[number]

/** What a message names, each only when it was stated. Days are local, `YYYY-MM-DD`; a time is `HH:MM`. */
export type Entities = {
  crn?: Crn
  /** Instead of `crn` when there are several. */
  crns?: Crn[]
  kinds?: KindId[]
  date?: string
  from?: string
  to?: string
  time?: string
  minutes?: number
  /** Full name as in the staff list, or "me". Only where one person fits. */
  practitioner?: string
  term?: string
  /** The day by which something should be done. */
  due?: string
  review?: ReviewId
}

type Reach = {
  /** Which way a day without a direction is looked for. */
  facing: 'past' | 'future'
  /** What a message of this intent can name; anything else in it is not reported. */
  takes: readonly (keyof Entities)[]
}

const nothing: Reach = { facing: 'past', takes: [] }
const aboutCase: readonly (keyof Entities)[] = ['crn', 'crns', 'practitioner']

/** What each intent's messages are read for. */
export const reach: Record<Intent, Reach> = {
  help: nothing,
  'log-supervision': { facing: 'past', takes: ['crn', 'crns', 'kinds', 'date', 'minutes', 'time', 'practitioner'] },
  'show-supervisions': { facing: 'past', takes: ['kinds', 'date', 'from', 'to', 'practitioner', 'crn', 'crns'] },
  'next-supervision': { facing: 'future', takes: ['kinds', 'from', 'to', 'date', 'practitioner'] },
  'team-overview': { facing: 'past', takes: ['kinds', 'from', 'to', 'practitioner'] },
  'book-supervision': { facing: 'future', takes: ['kinds', 'date', 'time', 'minutes', 'practitioner', 'crn', 'crns'] },
  'amend-supervision': { facing: 'past', takes: ['kinds', 'date', 'minutes', 'practitioner', 'crn', 'crns'] },
  'check-allocation': { facing: 'past', takes: aboutCase },
  'find-practitioner': { facing: 'past', takes: aboutCase },
  'allocate-case': { facing: 'past', takes: aboutCase },
  'show-allocations': { facing: 'past', takes: aboutCase },
  'explain-decision': { facing: 'past', takes: aboutCase },
  'show-case': { facing: 'past', takes: aboutCase },
  'show-caseload': { facing: 'past', takes: ['practitioner'] },
  'show-workload': { facing: 'past', takes: ['practitioner', 'from', 'to'] },
  'overdue-reviews': { facing: 'past', takes: ['review', 'practitioner', 'crn', 'crns', 'from', 'to'] },
  'show-actions': { facing: 'past', takes: ['practitioner', 'from', 'to'] },
  'add-action': { facing: 'future', takes: ['practitioner', 'due', 'crn', 'crns'] },
  'complete-action': { facing: 'past', takes: ['practitioner', 'date', 'due', 'crn', 'crns'] },
  'set-reminders': { facing: 'future', takes: ['kinds', 'date', 'time', 'from', 'to', 'review', 'practitioner'] },
  'record-absence': { facing: 'future', takes: ['practitioner', 'date', 'from', 'to'] },
  'draw-case': { facing: 'past', takes: ['kinds', 'practitioner'] },
  'nominate-case': { facing: 'past', takes: ['crn', 'crns', 'kinds', 'practitioner'] },
  'define-term': { facing: 'past', takes: ['term'] },
  'who-viewed': { facing: 'past', takes: ['practitioner', 'from', 'to'] },
  'export-records': { facing: 'past', takes: ['practitioner', 'from', 'to'] },
  'give-feedback': nothing,
  cancel: nothing,
  greet: nothing,
  thank: nothing,
  none: nothing,
}
