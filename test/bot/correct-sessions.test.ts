import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import type { Session } from '../../domain/supervision.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, priya } from '../support/people.ts'
import { aSession, note } from '../support/records.ts'
import { talking } from '../support/talking.ts'

describe('Correcting a session in chat', () => {
  let office: Office
  const { answerTo, openDraft, shownCard } = talking(() => office)
  beforeEach(async () => {
    office = await anOffice()
  })
  afterEach(() => office.close())

  /** A session of Aisha's that Priya logged. */
  const logged = async (number: number, heldOn: string, loggedAt: string, rest: Partial<Session> = {}) => {
    const session = aSession(number, {
      practitioner: aisha.staffCode,
      supervisor: priya.staffCode,
      loggedBy: priya.staffCode,
      heldOn: Temporal.PlainDate.from(heldOn),
      loggedAt: Temporal.Instant.from(loggedAt),
      ...rest,
    })
    await office.service().store.supervisions.record(session, note('session.recorded'))
    return session.id
  }
  const said = 'correct the session with Aisha, it was 30 minutes'

  it('takes the one that was logged today, or the only one of the last two weeks', async () => {
    await logged(1, '2026-10-02', '2026-10-02T15:00:00Z')
    const recent = await logged(2, '2026-11-12', '2026-11-12T15:00:00Z')
    await answerTo(said)
    assert.deepEqual([openDraft()?.corrects, openDraft()?.minutes], [recent, 30])
    const today = await logged(3, '2026-11-10', '2026-11-22T08:00:00Z')
    await answerTo('cancel')
    await answerTo(said)
    assert.deepEqual([openDraft()?.corrects, openDraft()?.minutes], [today, 30])
  })

  it('takes one that was logged here before those that were brought in', async () => {
    const past = [4, 5, 6].map((number) =>
      aSession(number, {
        practitioner: aisha.staffCode,
        supervisor: priya.staffCode,
        loggedBy: priya.staffCode,
        loggedAt: Temporal.Instant.from('2026-11-20T15:00:00Z'),
      }),
    )
    await office.service().store.supervisions.bringIn(past)
    const here = await logged(1, '2026-11-12', '2026-11-12T15:00:00Z')
    await answerTo(said)
    assert.deepEqual([openDraft()?.corrects, openDraft()?.minutes], [here, 30])
  })

  it('keeps what was said of it while it asks which, for the button and for the day', async () => {
    const one = await logged(1, '2026-11-12', '2026-11-12T15:00:00Z')
    const other = await logged(2, '2026-11-18', '2026-11-18T15:00:00Z')
    assert.match(await answerTo(said), /What you said of it is put in/)
    await office.teams.post(office.teams.pressFor(inTeams(priya), shownCard(), 'Correct 12 Nov 2026'))
    assert.deepEqual([openDraft()?.corrects, openDraft()?.minutes], [one, 30])
    await answerTo('cancel')
    await answerTo(said)
    await answerTo('the one on 18 November')
    assert.deepEqual([openDraft()?.corrects, openDraft()?.minutes], [other, 30])
  })
})
