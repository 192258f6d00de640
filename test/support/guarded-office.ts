import assert from 'node:assert/strict'
import type { SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { anOffice, inTeams, type Office } from './office.ts'
import { aisha, aPerson, officePeople, priya } from './people.ts'
import { answerOf, aReviewCard, aSessionToSign, idsOn, wholeSentence } from './sessions-in-chat.ts'
import { whatIsKept } from './what-is-kept.ts'

/** Somebody who was in the office until two days ago. */
export const left = aPerson({
  staffCode: 'N03A077',
  name: 'Lee Gone',
  managerStaffCode: 'N03S001',
  endedOn: '2026-11-20',
})

/** What stands in the notes and must not be shown to anybody else. */
export const secret = 'a very private matter'

export type GuardedOffice = {
  office: Office
  /** A session that Priya logged and that waits for Aisha. */
  session: SessionId
  /** A draft of Priya's with Tom that is open. */
  draft: string
  /** What is kept, save the first answers and the audit trail, which are looked at by themselves. */
  facts(): Record<string, unknown>
  audit(): Record<string, unknown>[]
  /** Presses with forged data: refused in a sentence that shows nothing; nothing is sent, and nothing written but a note of it. */
  assertRefused(person: Person, verb: unknown, data: unknown, rest?: Record<string, unknown>): Promise<string>
}

/** An office with something in it that is not for everybody. */
export async function aGuardedOffice(): Promise<GuardedOffice> {
  const office = await anOffice({ people: [...officePeople, left] })
  const { id: session } = await aSessionToSign(office, aisha, wholeSentence('Aisha', secret))
  const draft = idsOn((await aReviewCard(office, priya, wholeSentence('Tom', secret))).card)[0] ?? ''
  assert.match(draft, /^[0-9a-f-]{36}$/)
  // Everybody has written once, so that nothing is kept of a press for being the first sign of life.
  for (const person of officePeople) await office.teams.say(inTeams(person), 'hello')
  await office.service().idle()

  const facts = () => {
    const { answered, audit_entry, audit_head, ...others } = whatIsKept(office.dataDir)
    return others
  }
  const audit = () => whatIsKept(office.dataDir).audit_entry ?? []
  return {
    office,
    session,
    draft,
    facts,
    audit,
    async assertRefused(person, verb, data, rest = {}) {
      const before = facts()
      const entries = audit().length
      const calls = office.teams.calls.length
      const press = { ...office.teams.pressActivity(inTeams(person), verb, data), ...rest }
      const { says = '', card } = answerOf(await office.teams.post(press))
      await office.service().idle()
      assert.ok(says.length > 20, JSON.stringify(card))
      assert.doesNotMatch(says, new RegExp(`${secret}|boundaries|Aisha|Tom|Priya`))
      assert.deepEqual(facts(), before)
      assert.equal(office.teams.calls.length, calls)
      assert.deepEqual(
        audit()
          .slice(entries)
          .map(({ event, actor }) => [event, actor]),
        [['refused', person.staffCode]],
      )
      return says
    },
  }
}
