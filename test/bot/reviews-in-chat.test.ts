import assert from 'node:assert/strict'
import {
  aisha,
  allocating,
  aSampleOffice,
  eleanor,
  gareth,
  jackie,
  priya,
  tom,
  victor,
} from '../support/allocating-in-chat.ts'
import { heldBy, isLimited, named, world } from '../support/cases-in-chat.ts'
import { inTeams, type Office } from '../support/office.ts'
import { answerOf } from '../support/sessions-in-chat.ts'

const megan = named('Megan Price')
/** Cases that Aisha holds and Priya, her line manager, may not see. */
const hidden = heldBy(aisha).filter(
  (one) =>
    one.excludedFrom.includes(priya.staffCode) ||
    (one.restrictedTo.length > 0 && !one.restrictedTo.includes(priya.staffCode)),
)

describe('Overdue reviews in chat', () => {
  let office: Office
  const { ask, pressed, notesOf, presses, shown, kept, sentTo } = allocating(() => office)
  const first = (text: string) => /X\d{6}/.exec(text)?.[0] ?? ''

  before(async () => {
    office = await aSampleOffice()
  })
  after(() => office.close())

  it('of a team wait until the cases were read at night', async () => {
    for (const person of [priya, eleanor]) assert.match(await ask(person, 'overdue reviews'), /have not been read yet/)
    await office.service().goRound()
  })

  it('of one’s own cases are read now, the worst first, with the cases left out and why', async () => {
    const said = await ask(tom, 'what’s overdue on my cases?')
    assert.match(said, /# Overdue reviews\nYou\n10 reviews are overdue and 5 are due soon, on 11 cases\./)
    assert.match(said, /X\d{6}, \w+ \w+, Enquiries, by 7 Aug 2026 \| ▲ 107 days\n.*▲ 72 days/)
    assert.match(
      said,
      /Left out: 7 cases, 2 whose order has ended, 2 recalled, 2 in custody and 1 with contact suspended\./,
    )
    assert.match(said, /Page 1 of 2\. For another, say “my overdue reviews, page 2”/)
    const second = await ask(tom, 'my overdue reviews, page 2')
    assert.match(second, /Reviews 13 to 15 of 15/)
    assert.equal(await pressed(tom, 'reviews.show', { person: tom.staffCode, page: '2' }), second)
    assert.deepEqual(await notesOf(() => ask(tom, 'overdue reviews')), [])
  })

  it('can be asked for by kind, and by person, who can read that somebody looked', async () => {
    const said = await ask(priya, 'oasys reviews due for Tom')
    assert.match(said, /# Overdue reviews: OASys\nTom Okafor\n3 reviews are overdue and 1 is due soon, on 4 cases/)
    assert.equal(await pressed(priya, 'reviews.show', { person: tom.staffCode, kind: 'oasys' }), said)
    assert.deepEqual(await notesOf(() => ask(priya, 'overdue reviews for Tom Okafor')), [
      `record.viewed ${priya.staffCode} ${tom.staffCode} reviews`,
    ])
    assert.match(await ask(tom, 'who has looked at my record?'), /reviews of your cases/)
  })

  it('to chase are the enquiries asked and not answered, with the day', async () => {
    for (const text of ['chase list', 'who is waiting for safeguarding enquiries?', 'enquiries to chase']) {
      const said = await ask(tom, text)
      assert.match(said, /# Enquiries to chase\n/)
      assert.match(said, /The police enquiry was requested on 24 July 2026 and not answered\. \| 24 Jul 2026/)
    }
    assert.match(await ask(priya, 'chase list for Tom'), /# Enquiries to chase\nTom Okafor/)
    assert.match(await ask(priya, 'chase list'), /# Overdue reviews: Enquiries\nYour team/)
  })

  it('of a case are every kind, with reason, fact, day and who says so', async () => {
    const crn = first(await ask(tom, 'touch points'))
    const said = await ask(tom, `reviews of ${crn}`)
    for (const name of [
      'Enforcement',
      'Enquiries',
      'OASys',
      'Initial sentence plan',
      'Register review',
      'Unpaid work',
      'Touch point',
    ])
      assert.match(said, new RegExp(`^${name}: [▲◐○●–] `, 'm'))
    assert.match(said, /from the risk service, \d+ \w{3} 20\d\d\. .*\(unconfirmed\)\./)
    assert.equal(await pressed(tom, 'reviews.case', { person: tom.staffCode, crn }), said)
    assert.match(await ask(tom, `when is the oasys due for ${crn}?`), /OASys: ○ Due later, by/)
    const out = heldBy(tom).find(({ contactSuspended }) => contactSuspended)?.crn
    assert.match(await ask(tom, `reviews of ${out}`), /No review is asked for: contact is suspended\./)
  })

  it('of a touch point have an entry to paste', async () => {
    const crn = first(await ask(tom, 'touch points'))
    const title = /\((Touch point, [^)]+)\)/.exec(await ask(tom, `reviews of ${crn}`))?.[1] ?? ''
    await presses(tom, title)
    assert.match(
      shown(tom),
      /To paste as an MO1 entry.*\nManagement oversight: first discussion after the allocation on/,
    )
  })

  it('of a team come from last night’s reading, in pages, and say when that was', async () => {
    const said = await ask(priya, 'overdue reviews in my team')
    assert.match(said, /Your team\n11 people\. \d+ reviews are overdue and \d+ are due soon/)
    assert.match(said, /Read from the case services on 22 November 2026 at 10:00\./)
    const second = await ask(priya, 'overdue reviews in my team, page 2')
    assert.match(second, /Reviews 13 to 24 of \d+/)
    assert.equal(await pressed(priya, 'reviews.team', { manager: priya.staffCode, page: '2' }), second)
    const notes = await notesOf(() => ask(priya, 'which of my team have overdue oasys?'))
    assert.ok(notes.length > 1)
    for (const note of notes) assert.match(note, new RegExp(`^record.viewed ${priya.staffCode} N03A0\\d\\d reviews$`))
  })

  it('of a PDU are numbers for its head, and nobody’s cases', async () => {
    const said = await ask(eleanor, 'overdue reviews')
    assert.match(
      said,
      /2 line managers\. \d+ reviews are overdue\.\n.*\nPriya Nair, 11 people \| \d+ \| \d+\nGareth Lloyd/,
    )
    assert.doesNotMatch(said, /X\d{6}|Okafor/)
    assert.equal(await pressed(eleanor, 'reviews.pdu', {}), said)
    assert.deepEqual(await notesOf(() => ask(eleanor, 'overdue OASys in my PDU')), [
      `record.viewed ${eleanor.staffCode} ${gareth.staffCode} review-counts`,
      `record.viewed ${eleanor.staffCode} ${priya.staffCode} review-counts`,
    ])
    assert.match(await ask(gareth, 'who has looked at my record?'), /how many reviews are overdue in your team/)
  })

  for (const person of [aisha, gareth, eleanor, victor, jackie]) {
    it(`of Tom are not for ${person.name}, by words or a forged button`, async () => {
      const [crn = ''] = heldBy(tom).map((one) => one.crn)
      const due = '2026-11-10'
      const answer = '00000000-0000-4000-8000-000000000001'
      for (const says of [
        await ask(person, 'overdue reviews for Tom Okafor'),
        await ask(person, `reviews of ${crn}`),
        await ask(person, `oasys for ${crn} done today`),
        await ask(person, 'overdue reviews in Priya Nair’s team'),
        await pressed(person, 'reviews.show', { person: tom.staffCode }),
        await pressed(person, 'reviews.team', { manager: priya.staffCode }),
        await pressed(person, 'reviews.case', { person: tom.staffCode, crn }),
        await pressed(person, 'review.show', { person: tom.staffCode, crn, kind: 'oasys', due }),
        await pressed(person, 'review.answer', {
          person: tom.staffCode,
          crn,
          kind: 'oasys',
          due,
          said: 'done',
          answer,
        }),
      ]) {
        assert.match(says, /You can see the reviews|Your role (?:sees|holds) no cases|I find no case/)
      }
      assert.ok(!kept('review_answer').some(({ by_code }) => by_code === person.staffCode))
    })
  }

  it('of a case that its reader may not see are in no list and no count, and nowhere in what they were sent', async () => {
    assert.equal(hidden.length, 2)
    for (const { crn } of hidden) {
      assert.equal(await ask(priya, `reviews of ${crn}`), 'Access is restricted.')
      assert.equal(await pressed(priya, 'reviews.case', { person: aisha.staffCode, crn }), 'Access is restricted.')
      assert.doesNotMatch(await ask(aisha, `reviews of ${crn}`), /restricted/)
    }
    for (const text of [
      'overdue reviews for Aisha',
      'overdue reviews in my team',
      'chase list',
      'chase list for Aisha',
    ]) {
      await ask(priya, text)
      for (const page of [2, 3, 9, 13]) await ask(priya, `${text}, page ${page}`)
    }
    const all = heldBy(aisha)
    const visible = all.filter((one) => !hidden.includes(one))
    const left = visible.filter((one) => one.endedOn || one.recalledOn || one.inCustody || one.contactSuspended).length
    assert.match(await ask(priya, 'overdue reviews for Aisha'), new RegExp(`Left out: ${left} cases`))
    for (const person of [priya, eleanor]) {
      for (const { crn, name } of hidden) {
        assert.ok(!sentTo(person).includes(crn), `${person.name}: ${crn}`)
        assert.ok(!sentTo(person).includes(name), `${person.name}: ${name}`)
      }
    }
    const trail = JSON.stringify(kept('audit_entry'))
    for (const { crn, name } of world.cases) for (const words of [crn, name]) assert.ok(!trail.includes(words))
    assert.ok(hidden.every(isLimited))
  })

  it('in a group nothing is shown, by words or by button', async () => {
    const { teams } = office
    const [crn = ''] = heldBy(aisha).map((one) => one.crn)
    for (const text of ['overdue reviews', `reviews of ${crn}`, 'chase list', `oasys for ${crn} done today`]) {
      await teams.post(teams.activity(inTeams(aisha), { type: 'message', text, ...teams.inCompany('groupChat') }))
      assert.match(teams.seenInCompany('groupChat').at(-1)?.text ?? '', /personal chat/)
    }
    for (const [verb, data] of [
      ['reviews.show', { person: aisha.staffCode }],
      ['reviews.case', { person: aisha.staffCode, crn }],
    ] as const) {
      const press = { ...teams.pressActivity(inTeams(aisha), verb, data), ...teams.inCompany('groupChat') }
      assert.match(answerOf(await teams.post(press)).says ?? '', /personal chat/)
    }
    assert.doesNotMatch(JSON.stringify(teams.seenInCompany('groupChat')), /X\d{6}/)
  })

  it('is in the menu of those who have cases', async () => {
    assert.match(await ask(megan, 'help'), /overdue reviews/)
    assert.match(await ask(jackie, 'overdue reviews'), /Your role sees no cases/)
  })
})
