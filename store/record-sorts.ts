import { sql } from 'kysely'
import type { RecordSort } from '../domain/kept-about.ts'
import { allocationSorts } from './allocation-sorts.ts'
import { any, is, type Sort } from './record-sort.ts'
import { reminderSorts } from './reminder-sorts.ts'
import { reviewSorts } from './review-sorts.ts'

const kinds = { table: 'session_kind', points: 'session', columns: ['position', 'kind'] } as const
const signOff = ['by_code', 'outcome', 'words', 'signed_at'] as const
const amendment = ['new_session', 'kind', 'by_code', 'at', 'reason'] as const

/** Where everything about a person is. A table that is in none of these is in `aboutNobody`, with the reason. */
export const sorts: Record<RecordSort, Sort> = {
  'staff-list': {
    table: 'staff',
    columns: [
      'staff_code',
      'name',
      'email',
      'username',
      'entra_object_id',
      'grade',
      'team_code',
      'pdu_code',
      'manager_staff_code',
      'started_on',
      'ended_on',
      'qualified_on',
      'fte',
      'mentor_staff_code',
      'training',
    ],
    mine: (whom) => any(whom, 'staff_code'),
    order: ['staff_code'],
  },
  sessions: {
    table: 'session',
    columns: [
      'id',
      'held_on',
      'minutes',
      'supervisor',
      'crns',
      'answers',
      'private_answers',
      'logged_by',
      'logged_at',
      'origin',
    ],
    mine: (whom) => any(whom, 'practitioner'),
    order: ['held_on', 'logged_at', 'id'],
    with: [
      kinds,
      { table: 'sign_off', points: 'session', columns: signOff },
      { table: 'amendment', points: 'old_session', columns: amendment },
      { table: 'reflection', points: 'session', columns: ['rating', 'line', 'at'] },
    ],
  },
  'sessions-held': {
    table: 'session',
    columns: ['id', 'held_on', 'minutes', 'practitioner', 'logged_by', 'logged_at', 'origin'],
    mine: (whom) => sql`${any(whom, 'supervisor')} and not ${any(whom, 'practitioner')}`,
    order: ['held_on', 'logged_at', 'id'],
    with: [
      kinds,
      { table: 'sign_off', points: 'session', columns: ['outcome', 'signed_at'], mine: (whom) => any(whom, 'by_code') },
      { table: 'amendment', points: 'old_session', columns: ['kind', 'at'], mine: (whom) => any(whom, 'by_code') },
    ],
  },
  drafts: {
    table: 'draft',
    columns: ['id', 'state', 'touched_at', 'body'],
    mine: (whom) => any(whom, 'by_code'),
    order: ['touched_at', 'id'],
  },
  bookings: {
    table: 'booking',
    columns: [
      'id',
      'practitioner',
      'supervisor',
      'kinds',
      'on_day',
      'at_time',
      'minutes',
      'booked_by',
      'booked_at',
      'state',
      'closed_by',
      'closed_at',
      'reason',
    ],
    mine: (whom) => any(whom, 'practitioner', 'supervisor'),
    order: ['on_day', 'at_time', 'id'],
  },
  'booking-drafts': {
    table: 'booking_draft',
    columns: ['id', 'state', 'touched_at', 'body'],
    mine: (whom) => any(whom, 'by_code'),
    order: ['touched_at', 'id'],
  },
  actions: {
    table: 'action',
    columns: [
      'id',
      'text',
      'asked_by',
      'asked_at',
      'first_owner',
      'first_due',
      'owner',
      'due',
      'state',
      'from_session',
    ],
    mine: (whom) => any(whom, 'owner', 'asked_by', 'first_owner'),
    order: ['asked_at', 'id'],
    with: [
      {
        table: 'action_step',
        points: 'action',
        columns: ['position', 'does', 'by_code', 'at', 'due', 'reason', 'from_code', 'to_code'],
        // Why another owner needed more time is between them and whoever asked.
        mine: (whom) =>
          sql`(${any(whom, 'by_code', 'from_code', 'to_code')} or action in
            (select id from action where ${any(whom, 'asked_by')}) or (does <> 'ask-more-time' and action in
            (select id from action where ${any(whom, 'owner')})))`,
      },
    ],
  },
  'team-actions': {
    table: 'team_action',
    columns: ['id', 'text', 'way', 'due', 'asked_by', 'asked_at', 'closed_by', 'closed_at'],
    mine: (whom) =>
      sql`(${any(whom, 'asked_by')} or id in (select team_action from team_action_person where ${any(whom, 'person')}))`,
    order: ['asked_at', 'id'],
    // Who else has confirmed is theirs.
    with: [
      {
        table: 'team_action_person',
        points: 'team_action',
        columns: ['person', 'confirmed_at'],
        mine: (whom) => any(whom, 'person'),
      },
    ],
  },
  absences: {
    table: 'absence',
    columns: ['id', 'from_day', 'to_day', 'reason', 'replaces', 'recorded_by', 'recorded_at', 'ended_by', 'ended_at'],
    mine: (whom) => any(whom, 'person'),
    order: ['from_day', 'recorded_at', 'id'],
  },
  covers: {
    table: 'cover',
    columns: [
      'id',
      'manager',
      'by_code',
      'from_day',
      'to_day',
      'came_with',
      'recorded_by',
      'recorded_at',
      'ended_by',
      'ended_at',
    ],
    mine: (whom) => any(whom, 'manager', 'by_code'),
    order: ['from_day', 'recorded_at', 'id'],
  },
  draws: {
    table: 'case_draw',
    columns: ['id', 'kind', 'drawn_by', 'drawn_at', 'crn', 'seed', 'eligible', 'left_out', 'instead_of', 'because'],
    mine: (whom) => any(whom, 'practitioner'),
    order: ['number'],
  },
  nominations: {
    table: 'nomination',
    columns: ['crn', 'nominated_at'],
    mine: (whom) => any(whom, 'practitioner'),
    order: ['number'],
  },
  ...allocationSorts,
  ...reviewSorts,
  hold: {
    table: 'hold',
    columns: ['put_at', 'put_by'],
    mine: (whom) => any(whom, 'person'),
    order: ['put_at'],
  },
  chat: {
    table: 'conversation',
    columns: ['channel_id', 'used_at'],
    mine: (whom) => is('entra_object_id', whom.entraObjectId),
    order: ['used_at'],
  },
  notices: {
    table: 'notice',
    columns: ['what', 'about', 'state', 'created_at', 'settled_at'],
    mine: (whom) => any(whom, 'to_code'),
    order: ['created_at', 'id'],
  },
  ...reminderSorts,
  cards: {
    table: 'shown_card',
    columns: ['thing', 'shown_at'],
    mine: (whom) => any(whom, 'to_code'),
    order: ['shown_at', 'thing', 'message_id'],
  },
  views: {
    table: 'audit_entry',
    columns: ['sequence', 'at', 'actor', 'thing', 'detail'],
    mine: (whom) => sql`${any(whom, 'subject')} and event = 'record.viewed' and not ${any(whom, 'actor')}`,
    order: ['sequence'],
    goesOnFrom: 'sequence',
  },
  trail: {
    table: 'audit_entry',
    columns: ['sequence', 'at', 'event', 'actor', 'subject', 'thing', 'detail'],
    mine: (whom) => [
      any(whom, 'actor'),
      sql`${any(whom, 'subject')} and event <> 'record.viewed' and (actor is null or not ${any(whom, 'actor')})`,
    ],
    order: ['sequence'],
    goesOnFrom: 'sequence',
  },
}

/** The tables that hold nothing of one person that a copy should have, each with the reason. */
export const aboutNobody: Partial<Record<string, string>> = {
  staff_version: 'One number, which rises when the staff list changes.',
  cover_version: 'One number, which rises when a cover changes.',
  welcome: 'That somebody was greeted once; it goes with their chat.',
  answered:
    'Answers that were given, so that the same message is not answered twice: copies of what is in the other parts.',
  state: 'Which draft is open in which conversation: the draft is in the copy.',
  send_limit: 'When the next message may go out to a tenant.',
  audit_head: 'The number and the hash of the last audit entry.',
  shown_figures: 'How many of a PDU gave which answer in a quarter, five at least: of nobody in particular.',
  review_read: 'When somebody’s cases were read last: what was read is in the copy.',
  review_reading: 'Which instance of the service reads the cases just now.',
  retention_run: 'How much the nightly job has removed so far, as numbers.',
}
