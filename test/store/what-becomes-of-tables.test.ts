import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openStore } from '../../store/open-store.ts'
import { forDays, ofLeavers, onASession, sessions } from '../../store/past-its-time.ts'
import { aboutNobody, sorts } from '../../store/record-sorts.ts'

/** Tables that the nightly job leaves alone, each with the reason. */
const neverRemoved: Record<string, string> = {
  staff: 'The staff list is the administrator’s: it is what they import.',
  staff_version: 'One number.',
  cover_version: 'One number.',
  audit_head: 'The end of the chain.',
  audit_entry: 'Of the audit trail only views go, by a way of their own.',
  hold: 'A hold ends when it is released.',
  review_due: 'Read anew every night; whoever has left is taken out then.',
  review_read: 'Read anew every night; whoever has left is taken out then.',
  review_reading: 'One row.',
  shown_figures: 'Numbers of a whole PDU, four a year: shown again as they were.',
  send_limit: 'One row for each tenant.',
  retention_run: 'The job keeps the last night’s run and no other.',
}

/** Columns that a copy leaves out, each with the reason. */
const notGiven: Record<string, string> = {
  'session.signer': 'The one of the two who did not log it.',
  'draft.by_code': 'It is the person.',
  'draft.version': 'How often it was changed.',
  'draft.touched': 'How often it was changed.',
  'booking.meeting': 'Which bookings were the same meeting; for the calendar.',
  'booking.revision': 'For the calendar.',
  'booking.moved_to': 'The other booking is in the copy.',
  'booking_draft.by_code': 'It is the person.',
  'booking_draft.version': 'How often it was changed.',
  'action.steps': 'The steps are in the copy.',
  'team_action.asked_by_user': 'An address of Teams.',
  'team_action.chat': 'An address of Teams.',
  'team_action.service_url': 'An address of Teams.',
  'team_action.conversation_id': 'An address of Teams.',
  'team_action.message_id': 'An address of Teams.',
  'team_action_person.position': 'The order they stand in.',
  'team_action_person.in_chat': 'Who may be named in the chat.',
  'team_action_person.user_id': 'An address of Teams.',
  'absence.person': 'It is the person.',
  'case_draw.practitioner': 'It is the person.',
  'case_draw.number': 'The order they stand in.',
  'case_draw.access_unchecked': 'About cases, not the person.',
  'allocation.number': 'The order they stand in.',
  'allocation.limited_access': 'About the case, not the person.',
  'allocation_answer.number': 'The order they stand in.',
  'allocation_answer.limited_access': 'About the case, not the person.',
  'allocation_answer.rules': 'What the rules said then, which is about nobody.',
  'allocation_weighing.position': 'The order they stand in.',
  'allocation_draft.by_code': 'It is the person.',
  'allocation_draft.version': 'How often it was changed.',
  'allocation_draft.touched': 'How often it was changed.',
  'review_due.practitioner': 'It is the person.',
  'review_answer.number': 'The order they stand in.',
  'nomination.practitioner': 'It is the person.',
  'nomination.number': 'The order they stand in.',
  'reflection.by_code': 'It is the person.',
  'hold.person': 'It is the person.',
  'conversation.tenant_id': 'An address of Teams.',
  'conversation.entra_object_id': 'It is in the staff list part.',
  'conversation.service_url': 'An address of Teams.',
  'conversation.conversation_id': 'An address of Teams.',
  'conversation.user_id': 'An address of Teams.',
  'conversation.bot_id': 'An address of Teams.',
  'notice.id': 'What it is about says as much.',
  'notice.to_code': 'It is the person.',
  'notice.attempts': 'How often it was tried.',
  'notice.last_outcome': 'What Teams said to the last attempt.',
  'reminder_preferences.person': 'It is the person.',
  'reminder_preferences.version': 'How often it was changed.',
  'outbox.key': 'What it is about says as much.',
  'outbox.to_code': 'It is the person.',
  'outbox.attempts': 'How often it was tried.',
  'outbox.unknowns': 'How often it was tried.',
  'outbox.sending': 'That it is being sent at this moment.',
  'outbox.lease_owner': 'Which instance of the service has it in hand.',
  'outbox.lease_until': 'Until when an instance has it in hand.',
  'outbox.service_url': 'An address of Teams.',
  'outbox.conversation_id': 'An address of Teams.',
  'outbox.message_id': 'An address of Teams.',
  'shown_card.to_code': 'It is the person.',
  'shown_card.service_url': 'An address of Teams.',
  'shown_card.conversation_id': 'An address of Teams.',
  'shown_card.message_id': 'An address of Teams.',
  'shown_card.shown': 'The order they were shown in.',
  'audit_entry.previous': 'A hash that chains the trail.',
  'audit_entry.hash': 'A hash that chains the trail.',
}

describe('Every table of the records', () => {
  const tables = new Map<string, string[]>()
  let folder: string
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tables-'))
    const dataDir = join(folder, 'data')
    await (await openStore({ dataDir, serving: false })).close()
    const sqlite = new Sqlite(join(dataDir, 'assistant.db'), { readonly: true })
    const names = sqlite
      .prepare(
        `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'`,
      )
      .pluck()
      .all() as string[]
    for (const name of names) {
      tables.set(name, sqlite.prepare('select name from pragma_table_info(?)').pluck().all(name) as string[])
    }
    sqlite.close()
  })
  after(() => rmSync(folder, { recursive: true }))

  const given = () => {
    const columns = new Map<string, Set<string>>()
    for (const sort of Object.values(sorts)) {
      for (const { table, columns: some, points } of [{ ...sort, points: '' }, ...(sort.with ?? [])]) {
        columns.set(table, new Set([...(columns.get(table) ?? []), ...some, points]))
      }
    }
    return columns
  }

  it('is in the copy that a person can ask for, or it is said why not', () => {
    const covered = [...given().keys()]
    assert.deepEqual([...tables.keys()].sort(), [...new Set([...covered, ...Object.keys(aboutNobody)])].sort())
    assert.deepEqual(
      covered.filter((table) => table in aboutNobody),
      [],
    )
  })

  it('has every column in the copy, or it is said why not', () => {
    const missing = [...given()].flatMap(([table, some]) =>
      (tables.get(table) ?? []).filter((column) => !some.has(column)).map((column) => `${table}.${column}`),
    )
    assert.deepEqual(missing.sort(), Object.keys(notGiven).sort())
  })

  it('is cleared of what is past its time by the nightly job, or it is said why not', () => {
    const cleared = [
      ...Object.values(forDays).flat(),
      sessions,
      ...onASession,
      ...ofLeavers.flatMap((each) => [each, ...(each.hanging ?? [])]),
    ].map(({ table }) => table as string)
    assert.deepEqual([...tables.keys()].sort(), [...new Set([...cleared, ...Object.keys(neverRemoved)])].sort())
    assert.deepEqual(
      cleared.filter((table) => table in neverRemoved),
      [],
    )
  })
})
