import { Temporal } from 'temporal-polyfill'
import { sampleWorld } from '../../backend/sample/sample-world.ts'
import { openStore } from '../../store/open-store.ts'
import { recordCard } from '../../cards/record-card.ts'
import { understand } from '../../dialogs/understand/understand.ts'
import { nameIndex } from '../../dialogs/understand/names.ts'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
const store = await openStore({ dataDir: '/tmp/micro', serving: false })
const today = Temporal.Now.plainDateISO(); const at = Temporal.Now.instant()
const w = sampleWorld(today); await store.staff.put(w.people, { event: 'staff.imported', at }); await store.supervisions.bringIn(w.sessions)
const p = w.people.find((x) => x.name === 'Aisha Khan')!
const time = async (n: string, f: (i: number) => unknown) => { for (let i = 0; i < 50; i++) await f(-i - 1); const t = performance.now(); for (let i = 0; i < 300; i++) await f(i); console.log(n, ((performance.now() - t) / 300).toFixed(3)) }
const from = Temporal.PlainDate.from('2026-04-01'), to = Temporal.PlainDate.from('2027-03-31')
const s = await store.supervisions.of(p.staffCode, from, to); console.log(s.length)
await time('of', () => store.supervisions.of(p.staffCode, from, to))
await time('find', (i) => store.answered.find([`k${i}`]))
const run = Math.random()
await time('keep', (i) => store.answered.keep([`k${run}${i}`], 'sent', at, []))
await time('keep+note', (i) => store.answered.keep([`n${run}${i}`], 'sent', at, [{ event: 'record.viewed', at }]))
await time('state.read', (i) => store.state.read([`p${i}`]))
await time('staff', () => store.staff.byEntraId(p.entraObjectId!))
const names = nameIndex(w.people)
await time('understand', () => understand('my supervisions', { today, names, policy, speaker: p, closeTo: [] }))
await time('understand2', () => understand('reflective with Aisha on Friday, 45 mins', { today, names, policy, speaker: p, closeTo: [] }))
await time('card', () => recordCard({ subject: p, own: true, period: 'x', sessions: s, names: new Map(), sight: 'full', policy, more: 0 }))
