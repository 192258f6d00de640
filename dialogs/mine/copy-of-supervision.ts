import { type CopyPart, periods } from './copy-part.ts'

const yourManager = 'you and your line manager, or whoever covers for them'
const kinds = { table: 'session_kind', label: 'Kinds', columns: [['kind', 'Kind', 'code']] } as const
const change = { table: 'amendment', label: 'Corrected or withdrawn' } as const

const ofADraft = [
  ['touched_at', 'Last touched', 'moment'],
  ['state', 'State', 'code'],
  ['body', 'What it says', 'form'],
] as const
const howEntered = [
  ['logged_by', 'Logged by', 'person'],
  ['logged_at', 'Logged at', 'moment'],
  ['origin', 'Came from', 'code'],
  ['id', 'Number of the entry'],
] as const

/** What is kept of a person’s place on the staff list and of their supervision. */
export const supervisionParts: readonly CopyPart[] = [
  {
    sort: 'staff-list',
    title: 'Your entry on the staff list',
    is: 'Who you are and who your line manager is. The administrator imports it.',
    kept: () => 'while you are on the staff list',
    seenBy: 'you and the administrator; your name and team by those you work with here',
    columns: [
      ['staff_code', 'Staff code'],
      ['name', 'Name'],
      ['email', 'E-mail'],
      ['username', 'User name in the case services'],
      ['entra_object_id', 'Entra id'],
      ['grade', 'Grade'],
      ['team_code', 'Team'],
      ['pdu_code', 'PDU (probation delivery unit)'],
      ['manager_staff_code', 'Line manager', 'person'],
      ['started_on', 'Started on', 'day'],
      ['ended_on', 'Last day', 'day'],
      ['qualified_on', 'Qualified on', 'day'],
      ['fte', 'Full-time equivalent'],
      ['mentor_staff_code', 'Mentor', 'person'],
      ['training', 'Training', 'form'],
    ],
  },
  {
    sort: 'sessions',
    title: 'Your supervision sessions',
    is: 'Sessions in which you were the person supervised, with what was written, agreed, corrected and withdrawn.',
    kept: periods.years,
    seenBy: `${yourManager}; private answers only by the two people of that session; dates and kinds by your head of PDU`,
    columns: [
      ['held_on', 'Held on', 'day'],
      ['minutes', 'Minutes'],
      ['supervisor', 'With', 'person'],
      ['crns', 'Cases named', 'list'],
      ['answers', 'What was written', 'form'],
      ['private_answers', 'Private to the two of you', 'form'],
      ...howEntered,
    ],
    with: [
      kinds,
      {
        table: 'sign_off',
        label: 'Signed',
        columns: [
          ['outcome', 'Outcome', 'code'],
          ['by_code', 'By', 'person'],
          ['words', 'Words'],
          ['signed_at', 'At', 'moment'],
        ],
      },
      {
        ...change,
        columns: [
          ['kind', 'What', 'code'],
          ['by_code', 'By', 'person'],
          ['at', 'At', 'moment'],
          ['reason', 'Reason'],
          ['new_session', 'Number of the new entry'],
        ],
      },
      {
        table: 'reflection',
        label: 'Was it reflective?',
        columns: [
          ['rating', 'You said', 'code'],
          ['line', 'In your words'],
          ['at', 'At', 'moment'],
        ],
      },
    ],
  },
  {
    sort: 'sessions-held',
    title: 'Sessions you held with others',
    is: 'When you held them and with whom. The notes belong to the record of the person supervised, so they are not here.',
    kept: periods.yearsOfOther,
    seenBy: 'the person supervised, you and their line manager',
    columns: [['held_on', 'Held on', 'day'], ['minutes', 'Minutes'], ['practitioner', 'With', 'person'], ...howEntered],
    with: [
      kinds,
      {
        table: 'sign_off',
        label: 'You signed',
        columns: [
          ['outcome', 'Outcome', 'code'],
          ['signed_at', 'At', 'moment'],
        ],
      },
      {
        ...change,
        label: 'You corrected or withdrew',
        columns: [
          ['kind', 'What', 'code'],
          ['at', 'At', 'moment'],
        ],
      },
    ],
  },
  {
    sort: 'drafts',
    title: 'Sessions you began to write down',
    is: 'Drafts of yours, saved or not.',
    kept: periods.drafts,
    seenBy: 'you',
    columns: ofADraft,
  },
  {
    sort: 'bookings',
    title: 'Booked sessions',
    is: 'Sessions booked with you, moved, cancelled and held.',
    kept: periods.years,
    seenBy: 'the two people of the session',
    columns: [
      ['on_day', 'On', 'day'],
      ['at_time', 'At'],
      ['minutes', 'Minutes'],
      ['kinds', 'Kinds', 'list'],
      ['practitioner', 'Of', 'person'],
      ['supervisor', 'With', 'person'],
      ['booked_by', 'Booked by', 'person'],
      ['booked_at', 'Booked at', 'moment'],
      ['state', 'State', 'code'],
      ['closed_by', 'Closed by', 'person'],
      ['closed_at', 'Closed at', 'moment'],
      ['reason', 'Reason'],
    ],
  },
  {
    sort: 'booking-drafts',
    title: 'Bookings you began',
    is: 'What you began to book, finished or not.',
    kept: periods.drafts,
    seenBy: 'you',
    columns: ofADraft,
  },
]
