import assert from 'node:assert/strict'
import type { KindId } from '../../domain/supervision-kind.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, priya } from '../support/people.ts'
import { answerOf, titlesOn } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

type Kind = {
  kind: KindId
  /** What is asked once the person and the day are known, in order, each with its label. */
  asked: readonly (readonly [label: string, answer: string])[]
  answers: Record<string, string>
  privateAnswers?: Record<string, string>
}

const everyKind: Kind[] = [
  {
    kind: 'monthly',
    asked: [
      ['Minutes', '60'],
      ['Workload', 'two reports moved'],
      ['Cases', 'X320741 and its plan'],
      ['Wellbeing', 'tired'],
    ],
    answers: { workload: 'two reports moved', cases: 'X320741 and its plan' },
    privateAnswers: { wellbeing: 'tired' },
  },
  {
    kind: 'reflective',
    asked: [
      ['Minutes', '45 mins'],
      ['Theme', 'boundaries'],
      ['Learned', 'ask sooner'],
      ['Change', 'a plan'],
    ],
    answers: { theme: 'boundaries', learned: 'ask sooner', change: 'a plan' },
  },
  {
    kind: 'observation',
    asked: [
      ['Minutes', '90'],
      ['Case', 'X320741'],
      ['Setting', 'home visit'],
      ['Strengths', 'curious'],
      ['Develop', 'leave time to sum up'],
    ],
    answers: {
      'observed-case': 'X320741',
      setting: 'home visit',
      strengths: 'curious',
      develop: 'leave time to sum up',
    },
  },
  {
    kind: 'performance',
    asked: [
      ['Minutes', '30'],
      ['Objective 1', 'clear the backlog'],
      ['Rating 1', 'partly met'],
    ],
    answers: { 'objective-1': 'clear the backlog', 'rating-1': 'partly-met' },
  },
  {
    kind: 'competency',
    asked: [
      ['Minutes', '50'],
      ['Evidence', 'portfolio read'],
      ['Ready', 'not yet'],
    ],
    answers: { evidence: 'portfolio read', ready: 'not-yet' },
  },
  {
    kind: 'rcat',
    asked: [
      ['Minutes', '75'],
      ['Case', 'X320741'],
      ['Assessment', 'good'],
      ['Planning', 'ri'],
      ['Delivery', 'good'],
      ['Reviewing', 'good'],
      ['Outcomes', 'outstanding'],
    ],
    answers: {
      'audited-case': 'X320741',
      assessment: 'good',
      planning: 'requires-improvement',
      implementation: 'good',
      reviewing: 'good',
      outcomes: 'outstanding',
    },
  },
  {
    kind: 'saqua',
    asked: [
      ['Minutes', '60'],
      ['Nominated case', 'X320741'],
      ['One-to-one', 'why this case'],
      ['Panel', 'Ann Doyle, Ben Ray and Cy Marsh'],
      ['Adjustments asked for', 'none'],
      ['Adjustments made', 'none'],
    ],
    answers: {
      'nominated-case': 'X320741',
      'one-to-one': 'why this case',
      panel: 'Ann Doyle, Ben Ray and Cy Marsh',
      'asked-for': 'none',
      made: 'none',
    },
  },
]

const most = 4

describe('From a bare sentence to a recorded session in at most four messages', () => {
  let office: Office
  const { answerTo, kept, shownCard, openDraft } = talking(() => office)
  beforeEach(async () => {
    office = await anOffice()
    await office.teams.say(inTeams(aisha), 'hello')
  })
  afterEach(() => office.close())

  async function holds(kind: Kind): Promise<void> {
    const [row, ...more] = kept('session')
    assert.deepEqual(more, [])
    assert.ok(row, 'no session was recorded')
    const session = await office.service().store.supervisions.byId(String(row.id) as never)
    assert.deepEqual(session?.answers, kind.answers)
    assert.deepEqual(session?.privateAnswers, kind.privateAnswers ?? {})
    assert.deepEqual(session?.kinds, [kind.kind])
    assert.equal(session?.practitioner, aisha.staffCode)
  }

  const ways: Record<string, (kind: Kind) => string> = {
    'a line each': ({ asked }) => asked.map(([, answer]) => answer).join('\n'),
    'a line each with its number': ({ asked }) => asked.map(([, answer], at) => `${at + 1}. ${answer}`).join('\n'),
    'numbers in one line': ({ asked }) => asked.map(([, answer], at) => `${at + 1} ${answer}`).join(' '),
    'labels in one line': ({ asked }) => asked.map(([label, answer]) => `${label}: ${answer}`).join('. '),
    'labels, a line each': ({ asked }) => asked.map(([label, answer]) => `${label}: ${answer}`).join('\n'),
  }
  for (const kind of everyKind) {
    for (const [way, reply] of Object.entries(ways)) {
      it(`${kind.kind}: ${way}`, async () => {
        const said = [`log a ${kind.kind} with Aisha yesterday`, reply(kind), 'save']
        assert.ok(said.length <= most)
        for (const words of said) await answerTo(words)
        await holds(kind)
      })
    }

    it(`${kind.kind}: the length first, then the list that is asked for`, async () => {
      const [[, minutes], ...rest] = kind.asked as [readonly [string, string], ...Kind['asked']]
      await answerTo(`${kind.kind} with Aisha yesterday`)
      const list = await answerTo(minutes)
      assert.equal(list.split('\n').filter((line) => /^\d\. /.test(line)).length, rest.length, list)
      await answerTo(rest.map(([, answer]) => answer).join('\n'))
      await answerTo('save')
      await holds(kind)
    })

    it(`${kind.kind}: from “Log a session” and nothing named, in three presses on the card`, async () => {
      await answerTo('hello', inTeams(priya))
      await office.teams.install(inTeams(priya))
      const begun = answerOf(await office.teams.press(inTeams(priya), shownCard(), 'Log a session')).says
      assert.ok(begun === undefined || begun.length > 0)
      const first = { other: aisha.staffCode, kinds: kind.kind, heldOn: '2026-11-20', minutes: '60' }
      const asks = answerOf(await office.teams.press(inTeams(priya), shownCard(), 'Save', first))
      assert.ok(titlesOn(asks.card).includes('Save'))
      const answers = Object.entries({ ...kind.answers, ...kind.privateAnswers })
      const filled = { ...first, ...Object.fromEntries(answers.map(([id, words]) => [`answer.${id}`, words])) }
      await office.teams.press(inTeams(priya), shownCard(), 'Save', filled)
      await holds(kind)
    })
  }

  it('“log a session” without anything named takes four messages', async () => {
    for (const words of ['log a session', 'Aisha\nsaqua\nyesterday\n60']) await answerTo(words)
    await answerTo('X320741\nwhy this case\nthree people\nnone\nnone')
    await answerTo('save')
    assert.equal(kept('session').length, 1)
  })
  it('RCAT ratings may stand in one line of the reply', async () => {
    for (const words of ['rcat with Aisha yesterday', '75\nX320741\ngood, good, ri, good, good', 'save'])
      await answerTo(words)
    assert.equal(kept('session').length, 1)
  })

  it('one plain sentence answers the first question only', async () => {
    await answerTo('monthly with Aisha yesterday, 60 mins')
    await answerTo('Two reports moved, one case discussed and she is tired')
    assert.deepEqual(openDraft()?.answers, { workload: 'Two reports moved, one case discussed and she is tired' })
  })
  it('what cannot be read among answers that can is asked for alone', async () => {
    await answerTo('rcat with Aisha yesterday')
    const says = await answerTo('75\nX320741\ngood\nfine\ngood\ngood\ngood')
    assert.match(
      says,
      /^For “Planning” I know outstanding, good, requires improvement,? or inadequate\. Which is it\?$/,
    )
    assert.match(await answerTo('ri'), /Ready to save/)
  })

  describe('Nothing gets under a private question, or from it under another, by guess', () => {
    for (const [words, keeps] of [
      // Two of three lines: the private one may be among them.
      ['fair\ntired since her mother died', {}],
      ['fair\ntwo\nof them hard\ntired', {}],
      ['two cases\nwellbeing tired\nfair', {}],
      ['1 fair 3 tired', {}],
      ['1. fair\n3. tired', { workload: 'fair', wellbeing: 'tired' }],
      ['fair\ntwo cases\n-', { workload: 'fair', cases: 'two cases' }],
      ['Workload: fair. Wellbeing tired', { workload: 'fair', wellbeing: 'Wellbeing tired' }],
      ['Workload: fair\nshe is tired\nCases: two', { workload: 'fair\nshe is tired', cases: 'two' }],
    ] as const) {
      it(JSON.stringify(words), async () => {
        await answerTo('monthly with Aisha yesterday, 60 mins')
        const says = await answerTo(words)
        assert.deepEqual(openDraft()?.answers, keeps)
        if (Object.keys(keeps).length === 0) assert.match(says, /could not tell for sure/)
      })
    }
    it('what was sure of a reply is kept', async () => {
      await answerTo('monthly with Aisha yesterday')
      const says = await answerTo('60\nfair\ntired')
      assert.match(says, /could not tell for sure which questions 2 parts of your message answer/)
      assert.deepEqual([openDraft()?.minutes, openDraft()?.answers], [60, {}])
      await answerTo('1 fair 2 two cases 3 tired')
      assert.deepEqual(openDraft()?.answers, { workload: 'fair', cases: 'two cases', wellbeing: 'tired' })
    })
  })

  it('another request of several lines is no answer', async () => {
    await answerTo('reflective with Aisha yesterday, 60 mins')
    assert.match(await answerTo('what is overdue for Tom?\nthanks\nbye'), /Tom Okafor/)
    assert.deepEqual(openDraft()?.answers, {})
  })
})
