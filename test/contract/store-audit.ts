import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type AuditNote, auditEvents } from '../../domain/audit.ts'
import { hashOf } from '../../store/audit-chain.ts'
import { at, draftId, manager, note, practitioner, sessionId } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const fiveNotes = [1, 2, 3, 4, 5].map((number) => note('record.viewed', { detail: `view ${number}`, at: at(number) }))

/** A well-made entry that nobody wrote. */
function forged(sequence: number, previous: string) {
  const content = {
    sequence,
    previous,
    at: '2026-11-20T09:00:00.000000000Z',
    event: 'refused' as const,
    actor: null,
    subject: null,
    thing: null,
    detail: null,
  }
  return { ...content, hash: hashOf(content) }
}

const insertForged = (sequence: number, previous: string) => {
  const { at, event, hash } = forged(sequence, previous)
  return `insert into audit_entry (sequence, at, event, previous, hash) values (${sequence}, '${at}', '${event}', '${previous}', '${hash}')`
}
const nobody = '0'.repeat(64)

const tamperings: {
  what: string
  statements: string[]
  entries: number
  broken: { sequence: number; reason: RegExp }
}[] = [
  {
    what: 'a changed entry',
    statements: [`update audit_entry set detail = 'other' where sequence = 3`],
    entries: 2,
    broken: { sequence: 3, reason: /changed/ },
  },
  {
    what: 'an entry whose author was taken away',
    statements: ['update audit_entry set actor = null where sequence = 1'],
    entries: 0,
    broken: { sequence: 1, reason: /changed/ },
  },
  {
    what: 'an entry changed together with its hash',
    statements: ['delete from audit_entry where sequence = 3', insertForged(3, nobody)],
    entries: 2,
    broken: { sequence: 3, reason: /does not follow/ },
  },
  {
    what: 'an entry missing in the middle',
    statements: ['delete from audit_entry where sequence = 3'],
    entries: 2,
    broken: { sequence: 3, reason: /missing/ },
  },
  {
    what: 'the first entry missing',
    statements: ['delete from audit_entry where sequence = 1'],
    entries: 0,
    broken: { sequence: 1, reason: /missing/ },
  },
  {
    what: 'the last entry missing',
    statements: ['delete from audit_entry where sequence = 5'],
    entries: 4,
    broken: { sequence: 5, reason: /missing/ },
  },
  {
    what: 'all entries missing',
    statements: ['delete from audit_entry'],
    entries: 0,
    broken: { sequence: 1, reason: /missing/ },
  },
  {
    what: 'two entries that changed places',
    statements: [
      'update audit_entry set sequence = 99 where sequence = 2',
      'update audit_entry set sequence = 2 where sequence = 3',
      'update audit_entry set sequence = 3 where sequence = 99',
    ],
    entries: 1,
    broken: { sequence: 2, reason: /changed/ },
  },
  {
    what: 'an entry put before the first',
    statements: [insertForged(0, nobody)],
    entries: 0,
    broken: { sequence: 0, reason: /without belonging/ },
  },
  {
    what: 'an entry put after the last',
    statements: [insertForged(6, nobody)],
    entries: 5,
    broken: { sequence: 6, reason: /does not follow/ },
  },
  {
    what: 'the end of the chain taken away',
    statements: ['delete from audit_head'],
    entries: 0,
    broken: { sequence: 1, reason: /end of the chain/ },
  },
  {
    what: 'the end of the chain put back by one',
    statements: ['update audit_head set sequence = 4, hash = (select hash from audit_entry where sequence = 4)'],
    entries: 5,
    broken: { sequence: 5, reason: /added/ },
  },
  {
    what: 'a whole chain that ends otherwise',
    statements: [`update audit_head set hash = '${nobody}'`],
    entries: 4,
    broken: { sequence: 5, reason: /written last/ },
  },
]

export function auditContract(now: () => Current): void {
  describe('audit trail', () => {
    it('is whole when it is empty, and after entries over several pages', async () => {
      const { audit } = now().store
      assert.deepEqual(await audit.verify(), { entries: 0 })
      await audit.append([])
      await audit.append(Array.from({ length: 1_001 }, (_, number) => note('record.viewed', { detail: `${number}` })))
      assert.deepEqual(await audit.verify(), { entries: 1_001 })
    })

    it('stays whole whatever is written and however it is interleaved', async () => {
      const { store, records } = now()
      const other = records.severalWriters ? await records.open() : store
      const anyNote = fc.record({
        event: fc.constantFrom(...auditEvents),
        at: fc.integer({ min: 0, max: 10_000 }).map(at),
        actor: fc.constantFrom(undefined, manager),
        subject: fc.constantFrom(undefined, practitioner),
        thing: fc.constantFrom(undefined, sessionId(1), draftId(2)),
        detail: fc.option(fc.string({ unit: fc.constantFrom('a', '"', '\\', "'", ',', 'é', '🙂', ' ') }), {
          nil: undefined,
        }),
      })
      let written = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(anyNote, { maxLength: 3 }), { maxLength: 6 }),
          async (batches: AuditNote[][]) => {
            await Promise.all(batches.map((notes, turn) => (turn % 2 === 0 ? store : other).audit.append(notes)))
            written += batches.flat().length
            assert.deepEqual(await store.audit.verify(), { entries: written })
          },
        ),
        { numRuns: 25 },
      )
      if (other !== store) await other.close()
    })

    it('goes on where it was after the store was closed and opened again', async () => {
      await now().store.audit.append(fiveNotes)
      const store = await now().reopen()
      await store.audit.append(fiveNotes)
      assert.deepEqual(await store.audit.verify(), { entries: 10 })
    })

    for (const change of [`update audit_entry set detail = 'other'`, 'delete from audit_entry']) {
      it(`refuses “${change}” of its own accord`, async () => {
        const { store, records } = now()
        await store.audit.append(fiveNotes)
        await assert.rejects(records.past(change), /append-only/)
        assert.deepEqual(await store.audit.verify(), { entries: 5 })
      })
    }

    for (const { what, statements, entries, broken } of tamperings) {
      it(`finds ${what}`, async () => {
        const { store, records } = now()
        await store.audit.append(fiveNotes)
        await records.unguardAudit()
        await records.past(...statements)
        const found = await store.audit.verify()
        assert.equal(found.broken?.sequence, broken.sequence)
        assert.match(found.broken?.reason ?? '', broken.reason)
        assert.equal(found.entries, entries)
      })
    }
  })
}
