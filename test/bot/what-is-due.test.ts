import assert from 'node:assert/strict'
import { AbsenceId, CoverId } from '../../domain/ids.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import { day } from '../support/days.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, aPerson, gwen, officePeople, priya, ruth, tom } from '../support/people.ts'
import { aSession, guid, morning } from '../support/records.ts'
import { answerOf } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

const quinn = aPerson({ staffCode: 'N03Q001', name: 'Quinn Baker', grade: 'QDO' })
const far = aPerson({
  staffCode: 'N04A001',
  name: 'Faye Stone',
  grade: 'PO',
  pduCode: 'N04P1',
  managerStaffCode: 'N04S001',
})
const farther = aPerson({ staffCode: 'N04S001', name: 'Sid Marsh', grade: 'SPO', pduCode: 'N04P1' })
const left = aPerson({
  staffCode: 'N03A078',
  name: 'Lena Gone',
  managerStaffCode: 'N03S001',
  endedOn: '2026-11-20',
})

/** It is Sunday 22 November 2026: April to October have closed, and so have the first two quarters. */
describe('Asking what is due', () => {
  let office: Office
  const { answerTo, kept } = talking(() => office)
  const notes = () =>
    kept('audit_entry').map(({ event, actor, subject, detail }) => ({ event, actor, subject, detail }))
  const press = async (user: typeof priya, verb: string, data: Record<string, string>) =>
    answerOf(await office.teams.post(office.teams.pressActivity(inTeams(user), verb, data)))

  before(async () => {
    office = await anOffice({ people: [...officePeople, quinn, far, farther, left] })
    const held = (heldOn: string, whose: typeof aisha, ...kinds: KindId[]) => ({
      heldOn: day(heldOn),
      practitioner: whose.staffCode,
      kinds,
    })
    const past = [
      held('2026-05-05', aisha, 'reflective', 'monthly'),
      held('2026-11-04', aisha, 'monthly'),
      held('2026-10-14', tom, 'reflective', 'performance', 'monthly'),
      held('2026-07-01', tom, 'rcat'),
    ]
    await office
      .service()
      .store.supervisions.bringIn(
        past.map((rest, number) =>
          aSession(number, { supervisor: priya.staffCode, loggedBy: priya.staffCode, ...rest }),
        ),
      )
  })
  after(() => office.close())

  it('shows a practitioner their own, with the last day of each, and writes down nothing for it', async () => {
    const before = notes().length
    const card = await answerTo('what is due for me?', inTeams(aisha))
    assert.match(card, /^# What is due\nYou\n/)
    assert.match(card, /▲ Reflective: overdue\nJuly to September 2026 closed on 30 Sep 2026 without one\./)
    assert.match(card, /Now: October to December 2026, by 31 Dec 2026: 39 days left\./)
    assert.match(
      card,
      /✓ Monthly: met\nNovember 2026: met on 4 Nov 2026\.\nNext: December 2026\.\n✕ Missed: April, June, July/,
    )
    assert.doesNotMatch(card, /written down/)
    assert.equal(notes().length, before)
  })

  it('answers for one kind alone', async () => {
    const card = await answerTo('when is my next reflective?', inTeams(aisha))
    assert.match(card, /^# Next reflective session/)
    assert.match(card, /## Before\n✓ April to June 2026: met on 5 May 2026\n▲ July to September 2026: overdue/)
    assert.doesNotMatch(card, /Monthly|Observation/)
  })

  it('shows a manager their staff, and writes down that they looked', async () => {
    const card = await answerTo('what’s overdue for Aisha?')
    assert.match(card, /Aisha Khan[\s\S]+It is written down that you looked\./)
    assert.deepEqual(notes().at(-1), {
      event: 'record.viewed',
      actor: priya.staffCode,
      subject: aisha.staffCode,
      detail: 'states',
    })
  })

  it('takes a manager who names nobody to mean the team, and who says “me” to mean themself', async () => {
    assert.match(await answerTo('what is overdue?'), /^# Your team/)
    const own = await answerTo('what is due for me?')
    assert.match(own, /^# What is due\nYou/)
    assert.doesNotMatch(own, /RCAT|SAQUA|Observation/)
  })

  it('shows the whole team by kinds, the worst first, with a note for each person shown', async () => {
    const before = notes().length
    const card = await answerTo('my team')
    assert.match(card, /2 people: 2 have something overdue/)
    assert.match(card, /^Name \| Mo \| Re \| Ob \| Pe \| Co \| RC \| SA$/m)
    assert.match(card, /^Aisha Khan, \d overdue, \d+ missed \| ✓ \| ▲ \| ▲ \| ▲ \| ○ \| ▲ \| ○$/m)
    assert.match(card, /^Tom Okafor, \d overdue, \d+ missed \| ◆ \| ✓ \| ▲ \| ✓ \| ○ \| ○ \| ○$/m)
    assert.ok(card.indexOf('Aisha Khan') < card.indexOf('Tom Okafor'))
    assert.doesNotMatch(card, /Lena Gone/)
    assert.deepEqual(
      notes()
        .slice(before)
        .map(({ event, subject, detail }) => [event, subject, detail]),
      [
        ['record.viewed', aisha.staffCode, 'states'],
        ['record.viewed', tom.staffCode, 'states'],
      ],
    )
  })

  it('shows who is overdue for one kind, in words', async () => {
    const card = await answerTo('who is overdue for reflective?')
    assert.match(card, /2 people: 1 has a reflective session overdue\./)
    assert.match(card, /Aisha Khan, closed 30 Sep 2026 \| ▲ overdue/)
    assert.match(card, /Tom Okafor, on 14 Oct 2026, 2 missed \| ✓ met/)
  })

  it('begins to log from the card, one form however often it is pressed', async () => {
    const drafts = () => kept('draft').length
    const before = drafts()
    const first = await press(priya, 'supervision.begin', { person: aisha.staffCode, kind: 'reflective' })
    await press(priya, 'supervision.begin', { person: aisha.staffCode, kind: 'reflective' })
    assert.ok(first)
    assert.equal(drafts(), before + 1)
    await answerTo('cancel')
  })

  describe('for a head of PDU', () => {
    it('gives numbers for each line manager and their spans, and nobody’s own states', async () => {
      const before = notes().length
      const card = await answerTo('how is the PDU doing', inTeams(gwen))
      assert.match(card, /^# Your PDU/)
      assert.match(
        card,
        /Priya Nair[^\n]*\n2 people\. Span 2\.0, within 10\.0\.\n✓ 7 met, ○ \d+ due, ▲ \d+ overdue, ✕ \d+ missed/,
      )
      assert.match(card, /Ruth Abel\n1 person\. Span 1\.0/)
      assert.doesNotMatch(card, /Aisha|Tom|Omar|Sid|Faye/)
      assert.deepEqual(
        notes()
          .slice(before)
          .map(({ event, subject, detail }) => [event, subject, detail])
          .sort(),
        [
          ['record.viewed', priya.staffCode, 'team-counts'],
          ['record.viewed', ruth.staffCode, 'team-counts'],
        ].sort(),
      )
    })

    it('leads on to the team of a line manager, and to one person, without saying how long anybody was away', async () => {
      const team = await answerTo('how is Priya’s team doing', inTeams(gwen))
      assert.match(team, /^# A team\nLine manager: Priya Nair/)
      assert.match(team, /Aisha Khan/)
      assert.match(await answerTo('what is due for Aisha', inTeams(gwen)), /Aisha Khan[\s\S]+\(What was held\)/)
    })

    it('shows their own staff by the same button', async () => {
      await press(gwen, 'team.show', { manager: gwen.staffCode })
      const { shownCard } = talking(() => office)
      assert.match(JSON.stringify(shownCard(inTeams(gwen)).card), /Priya Nair[\s\S]+Ruth Abel/)
    })
  })

  it('shows a quality officer the kinds that quality officers log, and no other', async () => {
    const card = await answerTo('what is due for Aisha', inTeams(quinn))
    assert.match(card, /RCAT[\s\S]+SAQUA/)
    assert.doesNotMatch(card, /Monthly|Reflective|Performance|Competency/)
  })

  it('shows nothing of anybody in company', async () => {
    const { teams } = office
    for (const text of ['my team', 'what is due for Aisha', 'what is due for me']) {
      await teams.post(teams.activity(inTeams(priya), { type: 'message', text, ...teams.inCompany('groupChat') }))
      assert.match(teams.seenInCompany('groupChat').at(-1)?.text ?? '', /personal chat/)
    }
  })

  for (const [person, text, says] of [
    [gwen, 'what is due for me', /not expected of a head of PDU/],
    [quinn, 'what is due', /not expected of a quality development officer/],
    [priya, 'when is my next saqua', /SAQUA is not expected of a senior probation officer/],
    [priya, 'what is due for Lena Gone', /no longer in post/],
    [priya, 'what is due for Zorblax', /do not know that name/],
  ] as const) {
    it(`says in a sentence when there is nothing to show: “${text}”`, async () => {
      assert.match(await answerTo(text, inTeams(person)), says)
    })
  }

  it('follows absence and cover: a waived window says why, and who covers sees the team until it ends', async () => {
    const { absences } = office.service().store
    const write = { by: priya.staffCode, at: morning, notes: [], notices: [] }
    await absences.record(
      {
        absence: {
          id: AbsenceId.parse(guid(901)),
          person: aisha.staffCode,
          from: day('2026-11-09'),
          to: day('2026-12-31'),
          reason: 'sick',
        },
      },
      write,
    )
    await absences.record(
      {
        cover: {
          id: CoverId.parse(guid(902)),
          manager: priya.staffCode,
          by: ruth.staffCode,
          from: day('2026-11-22'),
          to: day('2026-11-22'),
        },
      },
      write,
    )
    const card = await answerTo('when is Aisha’s next monthly?')
    assert.match(card, /✓ Monthly: met[\s\S]+Next: December 2026, waived as things stand\./)
    assert.doesNotMatch(card, /sick/)
    const team = await answerTo('my team', inTeams(ruth))
    assert.match(team, /Aisha Khan/)
    assert.match(team, /Omar Saleh/)
    assert.match(await answerTo('team overview for Priya', inTeams(ruth)), /Line manager: Priya Nair[\s\S]+Tom Okafor/)
    assert.match(await answerTo('how is the pdu doing', inTeams(gwen)), /Priya Nair, covered today by Ruth Abel/)
  })
})
