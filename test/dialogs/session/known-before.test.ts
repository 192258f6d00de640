import assert from 'node:assert/strict'
import { readForm } from '../../../cards/form-input.ts'
import { showDraft } from '../../../dialogs/session/log-supervision.ts'
import { beginDraft, changeDraft } from '../../../dialogs/session/open-draft.ts'
import { showSession } from '../../../dialogs/session/show-record.ts'
import type { CaseSight } from '../../../domain/case-view.ts'
import type { KindId } from '../../../domain/supervision-kind.ts'
import { aCaseDraw, anOpenCase, crnOf } from '../../support/case-draws.ts'
import { aDrawDesk, type DrawDesk, shownBy } from '../../support/draw-desk.ts'
import { aisha, officePeople, omar, priya, quinn, tom } from '../../support/people.ts'
import { aSession, at, note, sessionId } from '../../support/records.ts'

describe('What a session begins with', () => {
  let office: DrawDesk
  beforeEach(async () => {
    office = await aDrawDesk(officePeople, [anOpenCase(1), anOpenCase(2), anOpenCase(3)])
  })
  afterEach(() => office.close())

  const objectives = { 'objective-1': 'clear the backlog', 'objective-2': 'lead a briefing' }

  /** A performance session of Aisha's, with two objectives. */
  const lastPerformance = (rest: object = {}) =>
    office.desk.supervisions.record(
      aSession(1, {
        practitioner: aisha.staffCode,
        supervisor: priya.staffCode,
        loggedBy: priya.staffCode,
        kinds: ['performance'],
        crns: [],
        answers: { ...objectives, 'rating-1': 'met', 'rating-2': 'not-met' },
        privateAnswers: {},
        ...rest,
      }),
      note(),
    )
  const drawn = (kind: 'rcat' | 'observation', number: number) =>
    office.desk.caseDraws.keep(aCaseDraw(number, { practitioner: aisha.staffCode, kind }), 0, note())
  const begun = async (kinds: KindId[], by = priya, other = aisha) =>
    beginDraft({ kinds, other: other.staffCode }, office.turn(by), office.desk)

  it('has the objectives of the last performance session, without their ratings', async () => {
    await lastPerformance()
    const { draft, notes } = await begun(['performance'])
    assert.deepEqual(draft.answers, objectives)
    assert.deepEqual(
      notes?.map(({ event, subject, detail }) => [event, subject, detail]),
      [['record.viewed', aisha.staffCode, 'form']],
    )
  })

  it('has no objectives of one that was withdrawn, of another person, or for who may not log it', async () => {
    await lastPerformance()
    assert.deepEqual((await begun(['performance'], priya, tom)).draft.answers, {})
    assert.deepEqual((await begun(['performance'], quinn)).draft.answers, {})
    assert.deepEqual((await begun(['performance'], omar)).draft.answers, {})
    assert.deepEqual((await begun(['performance'], aisha, priya)).draft.answers, {})
    const withdrawal = { session: sessionId(1), by: priya.staffCode, at: at(60) }
    await office.desk.supervisions.withdraw(withdrawal, note('session.withdrawn'))
    assert.deepEqual((await begun(['performance'])).draft.answers, {})
  })

  it('keeps what was said beside them', async () => {
    await lastPerformance()
    const said = {
      kinds: ['performance' as const],
      other: aisha.staffCode,
      answers: { 'objective-1': 'another', 'rating-2': 'met' },
    }
    const { draft } = await beginDraft(said, office.turn(priya), office.desk)
    assert.deepEqual(draft.answers, { 'objective-1': 'another', 'objective-2': 'lead a briefing', 'rating-2': 'met' })
  })

  it('lets go of the objectives of one person when it was with another, also when the form sends them back', async () => {
    await lastPerformance()
    const { draft } = await begun(['performance'])
    const sent = {
      other: tom.staffCode,
      kinds: 'performance',
      'answer.objective-1': 'clear the backlog',
      'answer.objective-2': 'lead a briefing for the whole team',
      'answer.objective-3': '',
    }
    const { said } = readForm(sent, office.desk.policy, draft)
    const changed = await changeDraft(draft.id, said, office.turn(priya), office.desk)
    assert.deepEqual(changed?.draft.answers, { 'objective-2': 'lead a briefing for the whole team' })
    const back = await changeDraft(draft.id, { other: aisha.staffCode }, office.turn(priya), office.desk)
    assert.equal(back?.draft.answers['objective-1'], 'clear the backlog')
  })

  it('has the case that was drawn for an RCAT or an observation, each its own', async () => {
    await drawn('rcat', 1)
    assert.equal((await begun(['rcat'])).draft.answers['audited-case'], crnOf(1))
    assert.equal((await begun(['rcat'], quinn)).draft.answers['audited-case'], crnOf(1))
    assert.deepEqual((await begun(['observation'])).draft.answers, {})
    assert.deepEqual((await begun(['rcat'], aisha, priya)).draft.answers, {})
    assert.deepEqual((await begun(['rcat'], priya, tom)).draft.crns, [])
  })

  const warned = async (kinds: KindId[], crn: number, by = priya, other = aisha) =>
    (await beginDraft({ kinds, other: other.staffCode, crns: [crnOf(crn)] }, office.turn(by), office.desk)).warnings

  it('says of a case that was not drawn or nominated that it was not, and nothing of one that was', async () => {
    assert.match((await warned(['rcat'], 3))?.join() ?? '', /was not drawn by chance for Aisha Khan\. To draw one, say/)
    assert.match((await warned(['saqua'], 3))?.join() ?? '', /was not nominated by Aisha Khan/)
    assert.equal(await warned(['observation'], 3), undefined)
    await drawn('observation', 1)
    assert.match((await warned(['observation'], 3))?.join() ?? '', /for Aisha Khan’s observation”\. You can save it/)
    assert.equal(await warned(['observation'], 1), undefined)
    assert.equal(await warned(['monthly'], 3), undefined)
  })

  it('says nothing of how a case was chosen to who may not see it, nor to who may not prepare the session', async () => {
    assert.equal(await warned(['rcat'], 9), undefined)
    await drawn('rcat', 1)
    office.caseload.now = [anOpenCase(3)]
    assert.equal(await warned(['rcat'], 3), undefined)
    assert.equal(await warned(['rcat'], 3, aisha, priya), undefined)
  })

  it('writes down once that it was looked up for a warning, and shows it on the form', async () => {
    const said = { kinds: ['rcat' as const], other: aisha.staffCode, crns: [crnOf(3)] }
    const { draft, notes } = await beginDraft(said, office.turn(priya), office.desk)
    assert.equal(notes?.length, 1)
    const again = await changeDraft(draft.id, { minutes: 40 }, office.turn(priya), office.desk)
    assert.deepEqual([again?.warnings?.length, again?.notes], [1, []])
    assert.match(shownBy(await showDraft(draft.id, office.turn(priya), office.desk)), /was not drawn by chance/)
  })

  it('has the case that was nominated for a SAQUA', async () => {
    const nomination = { practitioner: aisha.staffCode, crn: crnOf(2), nominatedAt: at(0) }
    await office.desk.nominations.keep(nomination, 0, note())
    const { draft } = await begun(['monthly', 'saqua'])
    assert.equal(draft.answers['nominated-case'], crnOf(2))
    assert.deepEqual(draft.crns, [crnOf(2)])
  })

  it('has no case that the one who logs may not see', async () => {
    await drawn('rcat', 1)
    office.caseload.now = [anOpenCase(2)]
    const { draft } = await begun(['rcat'])
    assert.doesNotMatch(JSON.stringify(draft), new RegExp(crnOf(1)))
  })

  it('has what was named in place of what was drawn', async () => {
    await drawn('rcat', 1)
    const said = { kinds: ['rcat' as const], other: aisha.staffCode, crns: [crnOf(3)] }
    const { draft } = await beginDraft(said, office.turn(priya), office.desk)
    assert.deepEqual([draft.answers, draft.crns], [{}, [crnOf(3)]])
  })
})

describe('A case of limited access in a recorded session', () => {
  let office: DrawDesk
  beforeEach(async () => {
    office = await aDrawDesk(officePeople, [anOpenCase(2)])
    const session = aSession(1, {
      practitioner: aisha.staffCode,
      supervisor: priya.staffCode,
      loggedBy: priya.staffCode,
      kinds: ['monthly', 'rcat'],
      crns: [crnOf(1), crnOf(2)],
      answers: { workload: `Of ${crnOf(1)} and x 320001, mostly`, 'audited-case': crnOf(1), planning: 'good' },
      privateAnswers: { wellbeing: `Lost sleep over ${crnOf(1)}` },
    })
    await office.desk.supervisions.record(session, note())
    const words = `It was ${crnOf(1)} on Thursday`
    const signed = {
      session: session.id,
      by: aisha.staffCode,
      outcome: 'change-asked' as const,
      words,
      signedAt: at(5),
    }
    await office.desk.supervisions.sign(signed, note('session.signed'))
  })
  afterEach(() => office.close())

  const asSeenBy = async (person: typeof aisha) =>
    shownBy(await showSession(sessionId(1), office.turn(person), office.desk))

  it('stands nowhere on the card of somebody who may not see it, whoever wrote it where', async () => {
    for (const person of [aisha, priya, quinn]) {
      const shown = await asSeenBy(person)
      assert.doesNotMatch(shown, /x ?320001/i)
      assert.match(shown, /access is restricted/)
    }
    assert.match(await asSeenBy(priya), new RegExp(crnOf(2)))
  })

  it('is shown to who may see it', async () => {
    office.caseload.now = [anOpenCase(1), anOpenCase(2)]
    assert.match(await asSeenBy(priya), new RegExp(crnOf(1)))
    assert.doesNotMatch(await asSeenBy(priya), /access is restricted/)
  })

  it('is shown only to the two people when the case services cannot be asked', async () => {
    office.caseload.now = 'not-answered'
    assert.match(await asSeenBy(priya), new RegExp(crnOf(1)))
    const toOthers = await asSeenBy(quinn)
    assert.doesNotMatch(toOthers, /x ?32000/i)
  })

  it('leaves a number that is no case as it was typed', async () => {
    // The services hide from nobody what they do not have.
    const none: CaseSight = { sight: 'open' }
    const desk = {
      ...office.desk,
      cases: { ...office.desk.cases, sights: async (crns: readonly unknown[]) => crns.map(() => none) },
    }
    const shown = shownBy(await showSession(sessionId(1), office.turn(quinn), desk))
    assert.match(shown, new RegExp(crnOf(1)))
  })
})
