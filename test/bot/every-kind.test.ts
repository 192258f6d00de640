import assert from 'node:assert/strict'
import { SessionId } from '../../domain/ids.ts'
import type { Session } from '../../domain/supervision.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, priya } from '../support/people.ts'
import { answerOf, idsOn, titlesOn } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

type Way = {
  kind: KindId | 'monthly and reflective'
  /** What a hurried person types, all in one. */
  sentence: string
  /** What opens the form, and what is filled into it. */
  opens: string
  filled: Record<string, string>
  /** The most messages and presses it may take. */
  aim: number
  answers: Record<string, string>
  privateAnswers?: Record<string, string>
  crns?: string[]
}

const ways: Way[] = [
  {
    kind: 'monthly',
    sentence:
      'monthly with Aisha on Friday, 60 mins. Workload: two reports moved. Cases: X320741 and its plan. Wellbeing: tired',
    opens: 'monthly with Aisha on Friday',
    filled: {
      minutes: '60',
      'answer.workload': 'two reports moved',
      'answer.cases': 'X320741 and its plan',
      'answer.wellbeing': 'tired',
    },
    aim: 2,
    answers: { workload: 'two reports moved', cases: 'X320741 and its plan' },
    privateAnswers: { wellbeing: 'tired' },
    crns: ['X320741'],
  },
  {
    kind: 'reflective',
    sentence: 'reflective with Aisha on Friday, 45 mins. Theme: boundaries. Learned: ask sooner. Change: a plan',
    opens: 'reflective with Aisha on Friday',
    filled: {
      minutes: '45',
      'answer.theme': 'boundaries',
      'answer.learned': 'ask sooner',
      'answer.change': 'a plan',
    },
    aim: 2,
    answers: { theme: 'boundaries', learned: 'ask sooner', change: 'a plan' },
  },
  {
    kind: 'monthly and reflective',
    sentence:
      'monthly and reflective with Aisha on Friday, an hour. Workload: fair. Cases: two. Theme: denial. Learned: wait. Change: a plan',
    opens: 'monthly and reflective with Aisha on Friday',
    filled: {
      minutes: '60',
      'answer.workload': 'fair',
      'answer.cases': 'two',
      'answer.theme': 'denial',
      'answer.learned': 'wait',
      'answer.change': 'a plan',
    },
    aim: 2,
    answers: { workload: 'fair', cases: 'two', theme: 'denial', learned: 'wait', change: 'a plan' },
  },
  {
    kind: 'observation',
    sentence:
      'observation with Aisha on Friday, 90 mins, X320741. Setting: home visit. Strengths: curious. Develop: leave time to sum up',
    opens: 'observation with Aisha on Friday',
    filled: {
      minutes: '90',
      'answer.observed-case': 'x320741',
      'answer.setting': 'home visit',
      'answer.strengths': 'curious',
      'answer.develop': 'leave time to sum up',
    },
    aim: 2,
    answers: {
      'observed-case': 'X320741',
      setting: 'home visit',
      strengths: 'curious',
      develop: 'leave time to sum up',
    },
    crns: ['X320741'],
  },
  {
    kind: 'performance',
    sentence:
      'performance with Aisha on Friday, 30 mins. Objective 1: clear the backlog, met. Objective 2: lead a briefing, partly met. Note 2: moved to January',
    opens: 'performance with Aisha on Friday',
    filled: {
      minutes: '30',
      'answer.objective-1': 'clear the backlog',
      'answer.rating-1': 'met',
      'answer.objective-2': 'lead a briefing',
      'answer.rating-2': 'partly-met',
      'answer.note-2': 'moved to January',
      'answer.objective-3': '',
    },
    aim: 2,
    answers: {
      'objective-1': 'clear the backlog',
      'rating-1': 'met',
      'objective-2': 'lead a briefing',
      'rating-2': 'partly-met',
      'note-2': 'moved to January',
    },
  },
  {
    kind: 'competency',
    sentence:
      'competency with Aisha on Friday, 50 mins. Evidence: portfolio read. Ready for the next increment: not yet',
    opens: 'competency with Aisha on Friday',
    filled: { minutes: '50', 'answer.evidence': 'portfolio read', 'answer.ready': 'not-yet' },
    aim: 2,
    answers: { evidence: 'portfolio read', ready: 'not-yet' },
  },
  {
    kind: 'rcat',
    sentence:
      'rcat with Aisha on Tuesday, 75 mins, X320741: assessment good, planning requires improvement, implementation good, reviewing good, outcomes outstanding',
    opens: 'rcat with Aisha on Tuesday',
    filled: {
      minutes: '75',
      'answer.audited-case': 'X320741',
      'answer.assessment': 'good',
      'answer.planning': 'requires-improvement',
      'answer.implementation': 'good',
      'answer.reviewing': 'good',
      'answer.outcomes': 'outstanding',
    },
    aim: 4,
    answers: {
      'audited-case': 'X320741',
      assessment: 'good',
      planning: 'requires-improvement',
      implementation: 'good',
      reviewing: 'good',
      outcomes: 'outstanding',
    },
    crns: ['X320741'],
  },
  {
    kind: 'saqua',
    sentence:
      'saqua with Aisha on 12 November, 60 mins, X320741. One-to-one: why this case. Panel: Ann Doyle, Ben Ray and Cy Marsh. Adjustments asked for: larger type. Adjustments made: sent in 14 point',
    opens: 'saqua with Aisha on 12 November',
    filled: {
      minutes: '60',
      'answer.nominated-case': 'X320741',
      'answer.one-to-one': 'why this case',
      'answer.panel': 'Ann Doyle, Ben Ray and Cy Marsh',
      'answer.asked-for': 'larger type',
      'answer.made': 'sent in 14 point',
    },
    aim: 4,
    answers: {
      'nominated-case': 'X320741',
      'one-to-one': 'why this case',
      panel: 'Ann Doyle, Ben Ray and Cy Marsh',
      'asked-for': 'larger type',
      made: 'sent in 14 point',
    },
    crns: ['X320741'],
  },
]

describe('Each kind of supervision, logged by its line manager', () => {
  let office: Office
  const { answerTo, kept, shownCard } = talking(() => office)

  beforeEach(async () => {
    office = await anOffice()
    await office.teams.say(inTeams(aisha), 'hello')
  })
  afterEach(() => office.close())

  async function recorded(): Promise<Session> {
    const [row, ...more] = kept('session')
    assert.deepEqual(more, [])
    assert.ok(row, 'no session was recorded')
    const session = await office.service().store.supervisions.byId(SessionId.parse(row.id))
    assert.ok(session)
    return session
  }

  async function holds(way: Way): Promise<void> {
    const session = await recorded()
    assert.deepEqual(session.answers, way.answers)
    assert.deepEqual(session.privateAnswers, way.privateAnswers ?? {})
    assert.deepEqual(session.crns, way.crns ?? [])
    assert.deepEqual([...session.kinds].join(' and '), way.kind)
    assert.equal(session.practitioner, aisha.staffCode)
  }

  for (const way of ways) {
    it(`${way.kind}: in words alone, in ${way.aim} messages at most`, async () => {
      const said = [way.sentence, 'save']
      for (const words of said) await answerTo(words)
      assert.ok(said.length <= way.aim)
      await holds(way)
      await office.service().idle()
      assert.ok(titlesOn(office.teams.lastCard(inTeams(aisha))?.card).includes('I agree'), 'the other is asked')
    })

    it(`${way.kind}: on a card alone, in ${way.aim} messages and presses at most`, async () => {
      await answerTo(way.opens)
      const form = shownCard()
      const inputs = JSON.stringify(form.card)
      for (const id of Object.keys(way.filled)) assert.ok(inputs.includes(`"id":"${id}"`), `no input ${id}`)
      const answer = answerOf(await office.teams.press(inTeams(priya), form, 'Save', way.filled))
      assert.ok(answer.card && idsOn(answer.card).length > 0, JSON.stringify(answer))
      await holds(way)
      assert.ok(2 <= way.aim)
    })
  }
})
