import assert from 'node:assert/strict'
import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import type { Fact } from '../../domain/allocation/fact.ts'
import type { PractitionerAnswer } from '../../domain/allocation/practitioner-facts.ts'
import type { CurrentServices } from './case-services.ts'
import { allTeams, as, caseAbout, code, contractDay, manager } from './case-services-world.ts'

const on = (offset: string) => contractDay.add(offset).toString()

/** What is to be known of a case: a fact by its name, in a few words. `-` is not known, and after it why. */
const ofCases: [about: string, fact: keyof typeof inWords, says: string][] = [
  ['nothing to remark', 'holder', 'nobody'],
  ['nothing to remark', 'order', 'true'],
  ['nothing to remark', 'waits', 'N03T01'],
  ['already-held: held, so a reallocation', 'waits', 'nowhere'],
  ['nothing to remark', 'transfer', 'false'],
  ['nothing to remark', 'type', 'community'],
  ['nothing to remark', 'tier', `E on ${on('-P15D')}`],
  ['nothing to remark', 'rosh', `MEDIUM on ${on('-P15D')}`],
  ['nothing to remark', 'registers', `RMRH Medium RoSH ${on('-P15D')} to - next ${on('P5M')}`],
  ['nothing to remark', 'mappa', 'none'],
  ['nothing to remark', 'sexual', 'false'],
  ['nothing to remark', 'assessed', on('-P15D')],
  ['nothing to remark', 'sentenced', on('-P30D')],
  ['nothing to remark', 'requirements', '20 days rehabilitation activity'],
  ['nothing to remark', 'enquiries', `police asked ${on('-P28D')}, police answered ${on('-P20D')}`],
  ['already-held: held, so a reallocation', 'holder', 'N03A003 Tom Okafor'],
  ['already-held: held, so a reallocation', 'transfer', 'false'],
  ['already-held: the order has ended', 'order', 'false'],
  ['transfer: moving out of the area', 'transfer', 'true'],
  ['risk-for-grade: very high', 'rosh', `VERY_HIGH on ${on('-P15D')}`],
  ['risk-for-grade: no assessment found', 'rosh', '- none'],
  ['risk-for-grade: not known to the risk service', 'rosh', '- none'],
  ['risk-for-grade: the risk service fails', 'rosh', '- not-answered'],
  ['tier-for-grade: older B', 'tier', `B1 on ${on('-P15D')}`],
  ['tier-for-grade: provisional', 'tier', `E, may rise on ${on('-P15D')}`],
  ['tier-for-grade: not worked out', 'tier', `MISSING on ${on('-P15D')}`],
  ['tier-for-grade: none', 'tier', '- none'],
  ['mappa: level 3', 'mappa', 'level 3 category 3'],
  ['sexual-offence: ever', 'sexual', 'true'],
  ['sexual-offence: not known', 'sexual', '- not-answered'],
  [
    'children: child protection that has ended',
    'registers',
    `RCPR Child Protection ${on('-P3Y')} to ${on('-P1Y')} next -`,
  ],
  ['children: registers cannot be read', 'registers', '- not-answered'],
  ['children: registers cannot be read', 'mappa', '- not-answered'],
  ['assessment-age: none completed', 'assessed', 'none'],
  ['assessment-age: none at all', 'assessed', 'none'],
  ['assessment-age: cannot be read', 'assessed', '- not-answered'],
  ['enquiries: police not asked', 'enquiries', ''],
  ['enquiries: contacts cannot be read', 'enquiries', '- not-answered'],
  [
    'enquiries: entries without codes, and one that nobody understands',
    'enquiries',
    `police asked ${on('-P28D')}, police answered ${on('-P20D')}`,
  ],
]

const inWords = {
  holder: ({ holder }: CaseFacts) => say(holder, (one) => (one === 'nobody' ? one : `${one.staffCode} ${one.name}`)),
  waits: ({ waitsIn = 'nowhere' }: CaseFacts) => waitsIn,
  order: ({ hasActiveOrder }: CaseFacts) => say(hasActiveOrder, String),
  transfer: ({ transferInProgress }: CaseFacts) => say(transferInProgress, String),
  type: ({ caseType }: CaseFacts) => say(caseType, String),
  tier: ({ tier }: CaseFacts) => dated(tier, ({ code, provisional }) => (provisional ? `${code}, may rise` : code)),
  rosh: ({ rosh }: CaseFacts) => dated(rosh, String),
  registers: ({ registrations }: CaseFacts) =>
    say(registrations, (all) =>
      all
        .map(({ code, name, startedOn, endedOn = '-', nextReviewOn = '-' }) => {
          return `${code} ${name} ${startedOn} to ${endedOn} next ${nextReviewOn}`
        })
        .join(', '),
    ),
  mappa: ({ mappa }: CaseFacts) =>
    say(mappa, (one) => (one === 'none' ? one : `level ${one.level} category ${one.category}`)),
  sexual: ({ everSexualOffence }: CaseFacts) => say(everSexualOffence, String),
  assessed: ({ lastAssessedOn }: CaseFacts) => say(lastAssessedOn, String),
  sentenced: ({ sentencedOn }: CaseFacts) => say(sentencedOn, String),
  requirements: ({ requirements }: CaseFacts) => say(requirements, (all) => all.join(', ')),
  enquiries: ({ enquiries }: CaseFacts) =>
    say(enquiries, (all) =>
      [...all]
        .sort((one, other) => one.on.toString().localeCompare(other.on.toString()))
        .map(({ about, step, on: day }) => `${about} ${step} ${day}`)
        .join(', '),
    ),
}

/** What is to be known of somebody with regard to the case about which there is nothing to remark. */
const lastNight = on('-P1D')
const ofPractitioners: [who: string, staffCode: string, answer: (said: PractitionerAnswer) => string, says: string][] =
  [
    ['the grade of an officer', 'N03A002', ({ grade }) => say(grade, String), 'PO'],
    ['the grade of a trainee', 'N03A004', ({ grade }) => say(grade, String), 'PQiP'],
    ['an e-mail address', 'N03A002', ({ hasEmail }) => say(hasEmail, String), 'true'],
    ['no e-mail address', 'N03A027', ({ hasEmail }) => say(hasEmail, String), 'false'],
    [
      'the workload, of last night',
      'N03A005',
      ({ workload }) => dated(workload, (load) => `${load.now} then ${load.potential}`),
      `94 then 98.4 on ${lastNight}`,
    ],
    ['no workload at all', 'N03A010', ({ workload }) => say(workload, String), '- none'],
    ['a workload of nought, which is none', 'N03A030', ({ workload }) => say(workload, String), '- none'],
    ['that somebody unknown is unknown', 'N03Z999', ({ grade }) => say(grade, String), '- none'],
    ['that nothing is known of their address', 'N03Z999', ({ hasEmail }) => say(hasEmail, String), '- none'],
  ]

/** What is known of a case and of whoever may take it. */
export function factsContract(services: CurrentServices): void {
  const ask = async (about: string, ...practitioners: string[]) => {
    const { crn } = caseAbout(about)
    const question = { crn, asker: manager, teams: allTeams, practitioners: practitioners.map(code) }
    const answer = await services().forAllocation(question)
    assert.ok(answer.sight === 'open')
    assert.equal(answer.facts.crn, crn)
    assert.equal(answer.facts.name, caseAbout(about).name)
    return answer
  }

  for (const [about, fact, says] of ofCases) {
    it(`know of a case (${about}) ${fact}: ${says}`, async () => {
      assert.equal(inWords[fact]((await ask(about)).facts), says)
    })
  }

  for (const [who, staffCode, answered, says] of ofPractitioners) {
    it(`know of ${staffCode} ${who}`, async () => {
      const said = (await ask('nothing to remark', staffCode)).practitioners.get(code(staffCode))
      assert.ok(said !== undefined)
      assert.equal(answered(said), says)
    })
  }

  it('know who manages somebody, or was the last to do so', async () => {
    const managed = async (about: string) =>
      say((await ask(about, 'N03A003')).practitioners.get(code('N03A003'))?.hasManaged, String)
    assert.equal(await managed('already-held: held, so a reallocation'), 'true')
    assert.equal(await managed('already-held: known to somebody before'), 'true')
    assert.equal(await managed('nothing to remark'), 'false')
  })

  it('know of a transfer only from the lists of the teams asked about', async () => {
    const { crn } = caseAbout('transfer: moving out of the area')
    const asked = { crn, asker: as('N03A020'), teams: ['N03T02'], practitioners: [] }
    const answer = await services().forAllocation(asked)
    assert.ok(answer.sight === 'open')
    assert.equal(answer.facts.transferInProgress.known, false)
    assert.equal(answer.facts.waitsIn, undefined)
  })

  it('answer for everybody asked about, and for nobody else', async () => {
    const { practitioners } = await ask('nothing to remark', 'N03A002', 'N03B009', 'N03A090')
    assert.deepEqual([...practitioners.keys()], ['N03A002', 'N03B009', 'N03A090'])
    assert.equal((await ask('nothing to remark')).practitioners.size, 0)
  })
}

function say<T>(fact: Fact<T> | undefined, words: (value: T) => string): string {
  if (fact === undefined) return '- nothing'
  return fact.known ? words(fact.value) : `- ${fact.why}`
}

function dated<T>(fact: Fact<T>, words: (value: T) => string): string {
  return say(fact, words) + (fact.known && fact.on !== undefined ? ` on ${fact.on}` : '')
}
