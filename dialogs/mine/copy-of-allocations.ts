import { belonging, type CopyPart, periods } from './copy-part.ts'

const about = [
  ['crn', 'Case'],
  ['decided_at', 'Decided at', 'moment'],
] as const
const decision = [
  ['outcome', 'What the weighing came to', 'code'],
  ['override', 'Decided all the same (1 is yes)'],
  ['reasoning', 'Why'],
  ['entry', 'The oversight entry'],
] as const
const after = [
  ['touch_point_on', 'First discussed by', 'day'],
  ['submission', 'Handed in', 'code'],
  ['agreed_by', 'Agreed by', 'person'],
  ['previous', 'Held before by', 'person'],
] as const
const numbers = [
  ['answer', 'Number of the answer it rests on'],
  ['id', 'Number of the entry'],
] as const

/** What is kept of a person in deciding who gets a case. What tells of a case is not given to somebody who may not see it. */
export const allocationParts: readonly CopyPart[] = [
  {
    sort: 'allocations',
    title: 'Cases you were given',
    is: 'Decisions to give you a case, with the reasons that were written down where it came to you. What the manager marked as sensitive about the person on probation is not here.',
    kept: periods.years,
    seenBy: 'you, whoever decided, your line manager or whoever covers for them, and your head of PDU',
    columns: [
      ...about,
      ['decided_by', 'Decided by', 'person'],
      ...decision,
      ...after,
      ['event_number', 'Number of the order'],
      ['team_code', 'Team'],
      ['policy_version', 'Numbers of the rules'],
      ...numbers,
    ],
    ofCase: ['outcome', 'override', 'reasoning', 'entry', 'event_number'],
  },
  {
    sort: 'allocations-decided',
    title: 'Cases you gave to others',
    is: 'Your decisions about who gets a case, in your words.',
    kept: periods.yearsOfGiven,
    seenBy: 'you, whoever got the case, and the head of PDU; what you marked as sensitive not by whoever got it',
    columns: [
      ...about,
      ['to_code', 'Given to', 'person'],
      ...decision,
      ['sensitive', 'Marked as sensitive'],
      ...after,
      ...numbers,
    ],
    ofCase: ['outcome', 'override', 'reasoning', 'entry', 'sensitive'],
  },
  {
    sort: 'allocations-named',
    title: 'Decisions about a case that name you',
    is: 'You held the case before, or you agreed as head of PDU.',
    kept: periods.yearsOfGiven,
    seenBy: 'whoever decided and whoever got the case',
    columns: [
      ...about,
      ['decided_by', 'Decided by', 'person'],
      ['to_code', 'Given to', 'person'],
      ['previous', 'Held before by', 'person'],
      ['agreed_by', 'Agreed by', 'person'],
      ['id', 'Number of the entry'],
    ],
    ofCase: [],
  },
  {
    sort: 'weighings',
    title: 'When you were weighed for a case',
    is: 'Each time that somebody asked whether you may take a case, or who could. Of a case that was given to you: what it came to, and every check with the facts it used. Of another: the checks about you. What was said of that case is for whoever holds it.',
    kept: periods.years,
    seenBy: 'you, whoever asked, your line manager or whoever covers for them; what it came to by your head of PDU',
    columns: [
      ['asked_at', 'Asked at', 'moment'],
      ['asked_by', 'Asked by', 'person'],
      ['crn', 'Case'],
      ['question', 'About one or the team', 'code'],
      ['policy_version', 'Numbers of the rules'],
      ['id', 'Number of the answer'],
    ],
    with: belonging(
      'allocation_weighing',
      'How you were weighed',
      ['outcome', 'It came to', 'code'],
      ['potential', 'Workload with the case, percent'],
      ['has_managed', 'Managed the person before (1 is yes)'],
      ['checks', 'Checks', 'checks'],
    ),
    ofCase: ['allocation_weighing'],
  },
  {
    sort: 'allocation-answers',
    title: 'Questions you asked about who may take a case',
    is: 'What you asked and whom it weighed. What it came to belongs to their records.',
    kept: periods.yearsOfWeighed,
    seenBy: 'you and those who were weighed',
    columns: [
      ['asked_at', 'Asked at', 'moment'],
      ['question', 'About one or the team', 'code'],
      ['crn', 'Case'],
      ['policy_version', 'Numbers of the rules'],
      ['id', 'Number of the answer'],
    ],
    with: belonging('allocation_weighing', 'Weighed', ['practitioner', 'Who', 'person']),
    ofCase: [],
  },
  {
    sort: 'allocation-drafts',
    title: 'Allocations you began',
    is: 'What you began to decide, finished or not.',
    kept: periods.drafts,
    seenBy: 'you',
    columns: [
      ['touched_at', 'Last touched', 'moment'],
      ['state', 'State', 'code'],
      ['crn', 'Case'],
      ['body', 'What it says', 'form'],
      ['id', 'Number of the draft'],
    ],
    ofCase: ['body'],
  },
]
