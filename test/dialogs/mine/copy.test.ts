import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { sampleCaseServices } from '../../../backend/sample/sample-case-services.ts'
import { defaultSupervisionPolicy } from '../../../config/kinds.ts'
import { defaultRetentionPolicy } from '../../../config/retention.ts'
import { copyFile } from '../../../dialogs/mine/copy-file.ts'
import { copyParts } from '../../../dialogs/mine/copy-parts.ts'
import { recordSorts } from '../../../domain/kept-about.ts'
import { openStore, type Store } from '../../../store/open-store.ts'
import { admin, aisha, officePeople, priya, tom } from '../../support/people.ts'
import { aDraft, aSession, aSignOff, at, note, sessionId } from '../../support/records.ts'

const now = Temporal.Instant.from('2026-11-22T10:00:00Z')
const mine = { practitioner: aisha.staffCode, supervisor: priya.staffCode, loggedBy: priya.staffCode }
const toms = { practitioner: tom.staffCode, supervisor: priya.staffCode, loggedBy: priya.staffCode }

type Data = {
  person: string
  people: Record<string, string>
  parts: Record<string, { records: Record<string, unknown>[] }>
}

describe('The copy of a record', () => {
  let folder: string
  let store: Store
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'copy-'))
    store = await openStore({ dataDir: join(folder, 'data'), serving: false })
    await store.staff.put(officePeople, note('staff.imported', { actor: admin.staffCode }))
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })
  const cases = sampleCaseServices(() => Temporal.PlainDate.from('2026-11-22'))
  const desk = () => ({ ...store, cases, policy: defaultSupervisionPolicy, periods: defaultRetentionPolicy })
  const page = async (person = aisha) => (await copyFile('page', person, now, desk())).content
  const data = async (person = aisha): Promise<Data> =>
    JSON.parse((await copyFile('data', person, now, desk())).content)
  const recordsOf = async (sort: string, person = aisha) => (await data(person)).parts[sort]?.records ?? []

  it('has a part for every sort of record', () => {
    assert.deepEqual(copyParts.map(({ sort }) => sort).toSorted(), [...recordSorts].toSorted())
  })

  it('has what was written, signed, corrected and withdrawn in the sessions of the person, private answers too', async () => {
    await store.supervisions.record(aSession(1, mine), note())
    await store.supervisions.sign(
      aSignOff(1, { by: aisha.staffCode, outcome: 'change-asked', words: 'It was Tuesday' }),
      note('session.signed'),
    )
    await store.supervisions.record(aSession(2, { ...mine, corrects: sessionId(1) }), note('session.corrected'))
    const [first, second, ...more] = await recordsOf('sessions')
    assert.deepEqual(more, [])
    assert.deepEqual(first?.answers, [{ theme: 'A breach “in time”', workload: 'Fewer reports\nuntil Friday' }])
    assert.deepEqual(first?.private_answers, [{ wellbeing: 'Tired, but well' }])
    assert.deepEqual(first?.['session-kind'], [{ kind: 'reflective' }, { kind: 'monthly' }])
    assert.deepEqual(first?.['sign-off'], [
      { outcome: 'change-asked', by_code: aisha.staffCode, words: 'It was Tuesday', signed_at: at(30).toString() },
    ])
    assert.deepEqual(
      (first?.amendment as Record<string, unknown>[] | undefined)?.map(({ kind, new_session }) => [kind, new_session]),
      [['correction', second?.id]],
    )
  })

  it('has for whoever held a session when it was and with whom, and not a word of it', async () => {
    await store.supervisions.record(aSession(1, toms), note())
    const [held] = await recordsOf('sessions-held', priya)
    assert.deepEqual([held?.practitioner, held?.held_on, held?.minutes], [tom.staffCode, '2026-11-18', 45])
    const everything = JSON.stringify(await data(priya)) + (await page(priya))
    assert.doesNotMatch(everything, /A breach|Fewer reports|Tired, but well|X320741/)
  })

  it('has nothing of a session between two other people', async () => {
    await store.supervisions.record(aSession(1, toms), note())
    const everything = JSON.stringify(await data()) + (await page())
    assert.doesNotMatch(everything, /A breach|Tired|Okafor|N03A002/)
  })

  it('has who looked at the record, and what the person did, each in its part', async () => {
    await store.audit.append([
      note('record.viewed', { actor: priya.staffCode, subject: aisha.staffCode, detail: 'full' }),
      note('record.viewed', { actor: aisha.staffCode, subject: tom.staffCode }),
      note('draft.opened', { actor: aisha.staffCode }),
      note('refused', { actor: tom.staffCode, subject: aisha.staffCode, detail: 'record' }),
      note('draft.opened', { actor: tom.staffCode }),
    ])
    const views = await recordsOf('views')
    assert.deepEqual(
      views.map(({ actor, detail }) => [actor, detail]),
      [[priya.staffCode, 'your sessions, with their notes']],
    )
    const trail = await recordsOf('trail')
    assert.deepEqual(
      trail.map(({ event, actor }) => [event, actor]),
      [
        ['record.viewed', aisha.staffCode],
        ['draft.opened', aisha.staffCode],
        ['refused', tom.staffCode],
      ],
    )
  })

  it('has a very long trail whole and in order, read a page at a time', async () => {
    const notes = Array.from({ length: 1_300 }, (_, index) =>
      note(
        'refused',
        index % 2 === 0 ? { actor: aisha.staffCode } : { actor: tom.staffCode, subject: aisha.staffCode },
      ),
    )
    await store.audit.append(notes)
    const { length } = await recordsOf('trail')
    assert.equal(length, 1_300)
    const kept = await store.kept.about(aisha)
    const numbers = kept.trail.map(({ sequence }) => Number(sequence))
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
    )
  })

  it('has drafts of the person, and none that a colleague is writing about them', async () => {
    await store.drafts.open(
      aDraft(1, { by: aisha.staffCode, answers: { theme: 'my own words' } }),
      at(0),
      note('draft.opened'),
    )
    await store.drafts.open(
      aDraft(2, { by: priya.staffCode, other: aisha.staffCode, answers: { theme: 'not said yet' } }),
      at(0),
      note('draft.opened'),
    )
    const everything = JSON.stringify(await data())
    assert.match(everything, /my own words/)
    assert.doesNotMatch(everything, /not said yet/)
  })

  it('has the person’s own place on the staff list, a hold, and that they can be reached', async () => {
    await store.holds.put({ person: aisha.staffCode, at: at(0), by: admin.staffCode }, note('hold.put'))
    assert.ok(aisha.entraObjectId)
    await store.conversations.remember(
      {
        tenantId: 't',
        entraObjectId: aisha.entraObjectId,
        serviceUrl: 'https://s',
        conversationId: 'secret-address',
        userId: 'u',
        botId: 'b',
        channelId: 'msteams',
      },
      at(0),
    )
    const { parts, people } = await data()
    assert.equal(parts['staff-list']?.records[0]?.name, aisha.name)
    assert.equal(parts.hold?.records[0]?.put_by, admin.staffCode)
    assert.equal(people[admin.staffCode], admin.name)
    assert.deepEqual(parts.chat?.records, [{ channel_id: 'msteams', used_at: at(0).toString() }])
    assert.doesNotMatch(await page(), /secret-address/)
  })

  it('shows whatever was typed as text: no markup, no script, no turned-around line', async () => {
    const anything = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '\u202e', '\u0007', '\n', 'ש', '{{'),
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(anything, fc.integer({ min: 1, max: 1e9 }), async (text, number) => {
        await store.supervisions.record(aSession(number, { ...mine, answers: { theme: `start${text}end` } }), note())
        const html = await page()
        const written = [...html.matchAll(/start(.*?)end/gs)].map(([, words]) => words ?? '')
        assert.ok(written.length > 0)
        for (const words of written) {
          assert.doesNotMatch(words, /[<>"'\u202e]|(?!\n)\p{Cc}/u)
          assert.doesNotMatch(words.replace(/&(?:amp|lt|gt|quot|#39);/g, ''), /&/)
        }
      }),
      { numRuns: 25 },
    )
    const html = await page()
    assert.doesNotMatch(html, /<script|<img|<iframe| on\w+=|javascript:|https?:\/\//i)
    assert.match(html, /default-src 'none'/)
    assert.match(html, /<html lang="en-GB">/)
  })

  it('says of each part how long it is kept and who can see it, and what is not in it', async () => {
    const html = await page()
    for (const { sort, title } of copyParts) {
      assert.ok(html.includes(`<h2 id="${sort}">${title}</h2>`), sort)
    }
    assert.match(html, /Kept for 6 years after you leave\. Seen by/)
    assert.match(html, /What is not in this copy/)
    assert.equal(html.match(/<h1/g)?.length, 1)
  })

  it('is described, name by name, for whoever reads it with a program', () => {
    const described = readFileSync('docs/copy-format.md', 'utf8')
    for (const part of copyParts) {
      assert.ok(described.includes(`\`${part.sort}\``), part.sort)
      const names = [...part.columns, ...(part.with ?? []).flatMap(({ columns }) => columns)].map(([name]) => name)
      for (const name of names) assert.ok(described.includes(`\`${name}\``), `${part.sort}: ${name}`)
    }
  })
})
