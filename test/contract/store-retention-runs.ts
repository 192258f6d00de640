import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { hashOf } from '../../store/audit-chain.ts'
import { asListing } from '../../store/removed-views.ts'
import { aDraft, aPerson, aSession, at, manager, note, practitioner, sessionId } from '../support/records.ts'
import type { Current } from './store-contract.ts'
import { hold, justBefore, limits, night, nightOf, viewed } from './store-retention.ts'

const opened = note('draft.opened')
const today = Temporal.PlainDate.from('2026-11-22')
const tomorrow = today.add({ days: 1 })
const old = (count: number) =>
  Array.from({ length: count }, (_, index) => viewed(justBefore(limits.views).subtract({ seconds: index })))

export function retentionRunsContract(now: () => Current): void {
  describe('a night’s run', () => {
    it('leaves one entry of how much was removed, and does nothing more on the same day', async () => {
      const { store } = now()
      await store.drafts.open(aDraft(1), justBefore(limits.drafts), opened)
      assert.deepEqual(await nightOf(store, night), { drafts: 1 })
      const before = await store.audit.verify()
      await store.drafts.open(aDraft(2), justBefore(limits.drafts), opened)
      assert.equal(await nightOf(store, night), undefined)
      assert.equal((await store.audit.verify()).entries, before.entries + 1)
      assert.equal((await store.drafts.openOf(manager)).length, 1)
    })

    it('takes up a night that was cut short, and counts it as one', async () => {
      const { store } = now()
      for (const number of [1, 2]) await store.drafts.open(aDraft(number), justBefore(limits.drafts), opened)
      const run = await store.retention.begin(today)
      assert.ok(run)
      await store.retention.removePage(run, 'drafts', limits)
      // Here the service was killed. The next night goes on with this one, then does its own.
      const reopened = await now().reopen()
      await reopened.drafts.open(aDraft(3), justBefore(limits.drafts), opened)
      const again = await reopened.retention.begin(tomorrow)
      assert.deepEqual(again?.day.toString(), '2026-11-22')
      await reopened.retention.removePage(run, 'drafts', limits)
      const end = () =>
        reopened.retention.end(run, (counts) => note('retention.applied', { detail: String(counts.drafts) }))
      assert.deepEqual([await end(), await end()], [{ drafts: 3 }, undefined])
      assert.deepEqual(await reopened.retention.removePage(run, 'drafts', limits), { removed: 0, more: false })
      assert.equal((await reopened.retention.begin(tomorrow))?.day.toString(), '2026-11-23')
    })

    it('does a long night in several short pages', async () => {
      const { store } = now()
      await store.audit.append(old(700))
      const run = await store.retention.begin(today)
      assert.ok(run)
      const first = await store.retention.removePage(run, 'views', limits)
      assert.ok(first.more && first.removed < 300)
      assert.deepEqual(await nightOf(store, night), { views: 700 })
      assert.equal((await store.audit.verify()).broken, undefined)
    })

    it('never removes anything of a held person, and a second run removes nothing more, whatever there is', async () => {
      const { store } = now()
      const codes = ['N03A001', 'N03A002', 'N03A003'].map((staffCode) => aPerson({ staffCode }).staffCode)
      const people = [{ endedOn: '2012-01-01' }, { endedOn: '2013-01-01' }, {}]
      await store.staff.put(
        people.map((fields, index) => aPerson({ staffCode: codes[index], ...fields })),
        note('staff.imported'),
      )
      const someone = fc.constantFrom(...codes)
      const moment = fc.integer({ min: 0, max: 3000 }).map((days) => night.subtract({ hours: 24 * days }))
      const thing = fc.record({ a: someone, b: someone, moment })
      const always = [Temporal.PlainDate.from('2000-01-01'), Temporal.PlainDate.from('2100-01-01')] as const
      let number = 0
      let day = today
      await fc.assert(
        fc.asyncProperty(fc.array(thing, { maxLength: 12 }), fc.subarray(codes), async (things, held) => {
          const mine = things.map((each) => ({ ...each, number: ++number }))
          for (const { a, b, moment, number } of mine) {
            if (a !== b)
              await store.supervisions.bringIn([aSession(number, { practitioner: a, supervisor: b, loggedBy: b })])
            await store.audit.append([viewed(moment, { actor: a, subject: b })])
            await store.drafts.open(aDraft(number, { by: a, other: b }), moment, opened)
            await store.shownCards.remember(
              sessionId(number),
              a,
              { serviceUrl: 's', conversationId: 'c', messageId: String(number) },
              moment,
            )
          }
          for (const person of held) await store.holds.put(...hold(person))
          const ofHeld = async () =>
            JSON.stringify(
              await Promise.all(
                held.map(async (person) => [
                  await store.supervisions.of(person, ...always),
                  await store.drafts.openOf(person),
                  await store.views.of(person, at(-99_999_999), night, 1000),
                  await Promise.all(mine.map(({ number }) => store.shownCards.of(sessionId(number), person))),
                ]),
              ),
            )
          const before = await ofHeld()
          day = day.add({ days: 2 })
          await nightOf(store, night, day)
          assert.equal(await ofHeld(), before)
          assert.deepEqual(await nightOf(store, night, day), undefined)
          assert.deepEqual(await nightOf(store, night, day.add({ days: 1 })), {})
          assert.equal((await store.audit.verify()).broken, undefined)
          for (const person of held) await store.holds.release(person, note('hold.released', { subject: person }))
        }),
        { numRuns: 12 },
      )
    })
  })

  describe('the audit trail after views were removed', () => {
    /** Eight entries: views at 2, 3 and 5 that go, one at 7 that stays; then the entry that lists those removed. */
    const removed = async () => {
      const { store } = now()
      const [first, second, third] = old(3)
      assert.ok(first && second && third)
      await store.audit.append([opened, first, second, opened, third, opened, viewed(night), opened])
      assert.deepEqual(await nightOf(store, night), { views: 3 })
      assert.deepEqual(await store.audit.verify(), { entries: 7 })
      return store
    }

    it('is whole, and goes on being added to', async () => {
      const store = await removed()
      await store.audit.append([viewed(night), opened])
      assert.deepEqual(await store.audit.verify(), { entries: 9 })
      assert.deepEqual(await (await now().reopen()).audit.verify(), { entries: 9 })
    })

    const attempts: { what: string; statements: string[]; broken: number; reason: RegExp }[] = [
      {
        what: 'another view taken away',
        statements: ['delete from audit_entry where sequence = 7'],
        broken: 7,
        reason: /missing/,
      },
      {
        what: 'something beside a removed view taken away',
        statements: ['delete from audit_entry where sequence = 4'],
        broken: 2,
        reason: /missing/,
      },
      {
        what: 'an entry that follows a removed view changed',
        statements: [`update audit_entry set detail = 'other' where sequence = 4`],
        broken: 4,
        reason: /changed/,
      },
      {
        what: 'a removed view put back',
        statements: [forgedAt(3)],
        broken: 3,
        reason: /there again/,
      },
      {
        what: 'the list of what was removed made longer',
        statements: [
          `update audit_entry set detail = ',2,3,5,7,' where event = 'retention.views-removed'`,
          'delete from audit_entry where sequence = 7',
        ],
        broken: 9,
        reason: /changed/,
      },
      {
        what: 'the list of what was removed taken away',
        statements: [`delete from audit_entry where event = 'retention.views-removed'`],
        broken: 2,
        reason: /missing/,
      },
    ]
    for (const { what, statements, broken, reason } of attempts) {
      it(`finds ${what}`, async () => {
        const store = await removed()
        await now().records.unguardAudit()
        await now().records.past(...statements)
        const found = (await store.audit.verify()).broken
        assert.match(found?.reason ?? 'whole', reason)
        assert.equal(found?.sequence, broken)
      })
    }

    const refused = [
      'delete from audit_entry where sequence = 7',
      'delete from audit_entry where sequence = 1',
      `delete from audit_entry where event = 'retention.views-removed'`,
      `update audit_entry set detail = 'other'`,
    ]
    for (const statement of refused) {
      it(`still refuses “${statement}” of its own accord`, async () => {
        const store = await removed()
        await assert.rejects(now().records.past(statement), /append-only/)
        assert.deepEqual(await store.audit.verify(), { entries: 7 })
      })
    }

    it('lets nothing but a view go, also when the last entry lists it', async () => {
      const { store, records } = now()
      await store.audit.append([opened, viewed(night)])
      await store.audit.append([note('retention.views-removed', { detail: asListing([1, 2]) })])
      await assert.rejects(records.past('delete from audit_entry where sequence = 1'), /append-only/)
      await store.audit.append([opened])
      await assert.rejects(records.past('delete from audit_entry where sequence = 2'), /append-only/)
    })
  })
}

/** A statement that puts a well-made view where one was removed. */
function forgedAt(sequence: number): string {
  const content = {
    sequence,
    previous: '0'.repeat(64),
    at: '2025-11-20T09:00:00.000000000Z',
    event: 'record.viewed' as const,
    actor: manager,
    subject: practitioner,
    thing: null,
    detail: null,
  }
  return `insert into audit_entry (sequence, at, event, actor, subject, previous, hash)
    values (${sequence}, '${content.at}', '${content.event}', '${manager}', '${practitioner}', '${content.previous}', '${hashOf(content)}')`
}
