import assert from 'node:assert/strict'
import {
  aisha,
  allocating,
  aSampleOffice,
  easy,
  eleanor,
  gareth,
  hard,
  megan,
  priya,
  tom,
  unanswered,
  why,
} from '../support/allocating-in-chat.ts'
import { inTeams, type Office } from '../support/office.ts'
import { answerOf } from '../support/sessions-in-chat.ts'

describe('Deciding an allocation', () => {
  let office: Office
  const { ask, pressed, presses, shown, kept, sentTo, notesOf, draftId, allocations } = allocating(() => office)
  beforeEach(async () => {
    office = await aSampleOffice()
  })
  afterEach(() => office.close())

  const entry = () => String(allocations().at(-1)?.entry)
  const draft = () => JSON.parse(String(kept('allocation_draft').at(-1)?.body))

  describe('in words alone', () => {
    it('takes a case from “give it to” to the text to paste, and tells whoever gets it', async () => {
      await ask(aisha, 'hello')
      assert.match(
        await ask(priya, `give ${unanswered} to Aisha`),
        /# Allocate a case\nX320743 .* to Aisha Khan \(PO\)/,
      )
      assert.match(await ask(priya, 'allocate it'), /⚠ Please check:\nPlease say in your own words why, in at least 40/)
      assert.match(await ask(priya, `reasoning: ${why} support: co-worked with Sarah`), new RegExp(why))
      assert.match(await ask(priya, 'discrimination: nothing was raised'), /nothing was raised/)
      const done = await ask(priya, 'allocate it')
      assert.match(done, /# Decided: now paste it into the allocation tool\nX320743 .* to Aisha Khan/)
      assert.match(done, /Verdict: Suitable with a written rationale\nDiscussion: by Monday 7 December 2026/)
      assert.match(done, /Please paste the entry into the allocation tool/)
      assert.match(done, /They have been told\./)
      assert.match(entry(), new RegExp(`Support: co-worked with Sarah\\n.*\\nReasoning: ${why}$`))
      const text = await ask(priya, 'the entry as text')
      assert.equal(text, entry().replaceAll('\n', '\n\n'))
      await office.service().idle()
      assert.match(shown(aisha), /You are to be given a case/)
      assert.equal(allocations().length, 1)
    })

    it('takes a sentence without a label for the reasoning, and decides nothing by it', async () => {
      await ask(priya, `give ${unanswered} to Aisha`)
      assert.match(await ask(priya, why), new RegExp(`at least 40 characters: ${why}`))
      assert.deepEqual(allocations(), [])
    })

    it('goes on where it was after another question, also after a restart', async () => {
      await ask(priya, `give ${unanswered} to Aisha`)
      await ask(priya, 'support: co-worked with Sarah')
      assert.match(await ask(priya, 'my workload'), /Workload/)
      await office.restart()
      assert.match(await ask(priya, `reasoning: ${why}`), /co-worked with Sarah/)
      assert.match(await ask(priya, 'allocate it'), /# Decided: now paste it/)
    })

    it('is begun again with what was written, and found among what waits', async () => {
      await ask(priya, `give ${unanswered} to Aisha`)
      await ask(priya, `reasoning: ${why}`)
      const waits = await ask(priya, 'what is waiting for me?')
      assert.match(
        waits,
        /## Allocations begun and not decided \(1\)\nX320743\nFor Aisha Khan\n\(Carry on with X320743\)/,
      )
      assert.match(await pressed(priya, 'allocation.resume', { allocation: draftId() }), new RegExp(why))
      assert.match(await ask(priya, `give ${unanswered} to Aisha`), new RegExp(why))
      assert.equal(kept('allocation_draft').length, 1)
      assert.doesNotMatch(await ask(tom, 'what is waiting for me?'), /Allocations/)
    })

    it('is dropped by “cancel”, and nothing of it is left to carry on with', async () => {
      await ask(priya, `give ${unanswered} to Aisha`)
      assert.equal(await ask(priya, 'cancel'), 'Cancelled. No case was allocated.')
      assert.doesNotMatch(await ask(priya, 'what is waiting for me?'), /Allocations/)
      assert.match(await pressed(priya, 'allocation.resume', { allocation: draftId() }), /was cancelled/)
      assert.match(await pressed(priya, 'allocation.decide', { allocation: draftId() }), /was cancelled/)
      assert.deepEqual(allocations(), [])
    })

    it('does one case at a time', async () => {
      assert.match(await ask(priya, `give ${easy} and ${hard} to Aisha`), /One case at a time/)
    })
  })

  describe('on a card', () => {
    it('takes what was typed into it, and leaves the sensitive part out until it is switched on', async () => {
      await ask(priya, `can Aisha take ${unanswered}?`)
      await presses(priya, 'Give it to Aisha')
      assert.match(shown(priya), /Sensitive part: .*, off\]/)
      const done = await presses(priya, 'Allocate', { reasoning: why, sensitive: 'She fears her brother.' })
      assert.match(done, /# Decided: now paste it/)
      assert.doesNotMatch(done, /fears/)
      assert.equal(allocations()[0]?.sensitive, null)
      assert.doesNotMatch(entry(), /fears/)
      assert.doesNotMatch(sentTo(aisha), /fears/)
    })

    it('has the sensitive part as a block of its own where it was, and never in the entry or before the practitioner', async () => {
      await ask(aisha, 'hello')
      await ask(priya, `give ${unanswered} to Aisha`)
      const typed = { reasoning: why, sensitive: 'She fears her brother.', addsSensitive: 'true' }
      assert.match(await presses(priya, 'Allocate', typed), /mark it as sensitive in NDelius: She fears her brother\./)
      assert.doesNotMatch(entry(), /fears/)
      assert.doesNotMatch(await ask(priya, 'the entry as text'), /fears/)
      await ask(aisha, `why was I given ${unanswered}?`)
      assert.doesNotMatch(sentTo(aisha), /fears/)
    })

    it('mixes with words: what was said stands on it, and what is typed into it is kept with a problem', async () => {
      await ask(priya, `give ${unanswered} to Aisha`)
      await ask(priya, 'support: co-worked with Sarah')
      const wrong = await presses(priya, 'Allocate', { reasoning: 'Too short', discrimination: 'Nothing raised' })
      assert.match(wrong, /Your own reasoning has 9 characters so far/)
      assert.match(wrong, /Nothing raised/)
      assert.match(wrong, /co-worked with Sarah/)
      assert.match(await ask(priya, `why: ${why}`), /Nothing raised/)
      assert.match(await ask(priya, 'allocate it'), /# Decided: now paste it/)
    })

    it('has one effect however often it is pressed', async () => {
      await ask(priya, `give ${easy} to Aisha`)
      const first = await presses(priya, 'Allocate')
      assert.match(first, /# Decided: now paste it/)
      for (const _again of [1, 2]) {
        assert.match(await pressed(priya, 'allocation.decide', { allocation: draftId() }), /# Decided: now paste it/)
      }
      assert.equal(allocations().length, 1)
      assert.equal(kept('notice').filter(({ what }) => what === 'was-given-case').length, 1)
      assert.equal(kept('audit_entry').filter(({ event }) => event === 'allocation.decided').length, 1)
    })

    it('has one effect when two presses come at the same moment', async () => {
      await ask(priya, `give ${easy} to Aisha`)
      const { teams } = office
      const press = () =>
        teams.post(teams.pressActivity(inTeams(priya), 'allocation.decide', { allocation: draftId() }))
      const answers = await Promise.all([press(), press(), press()])
      for (const answer of answers) assert.match(JSON.stringify(answerOf(answer)), /Decided: now paste it/)
      assert.equal(allocations().length, 1)
    })
  })

  describe('the reasoning', () => {
    const own = 'Qzvx '.repeat(8)
    for (const [what, reasoning, says] of [
      ['nothing', '', /Please say in your own words why/],
      ['39 characters', own.slice(0, 39), /Your own reasoning has 39 characters so far, and needs at least 40/],
      [
        'a sentence of the draft',
        'The child safeguarding enquiry was asked for on 12 November 2026 and is not answered.',
        /Please say in your own words why/,
      ],
      ['a link', `${why} See https://intranet.example/x`, /Your reasoning has a link in it/],
    ] as const) {
      it(`is not enough as ${what}`, async () => {
        await ask(priya, `give ${unanswered} to Aisha`)
        assert.match(await presses(priya, 'Allocate', { reasoning }), says)
        assert.deepEqual(allocations(), [])
        assert.equal(draft().reasoning, reasoning.trim())
      })
    }

    it('is enough with 40 characters', async () => {
      await ask(priya, `give ${unanswered} to Aisha`)
      const reasoning = 'She has the time for it now.'.padEnd(40, 'Q')
      assert.match(await presses(priya, 'Allocate', { reasoning }), /# Decided: now paste it/)
    })

    it('may be absent where nothing is in the way', async () => {
      await ask(priya, `give ${easy} to Aisha`)
      assert.match(await ask(priya, 'allocate it'), /# Decided: now paste it[\s\S]*Verdict: Suitable\n/)
      assert.equal(allocations()[0]?.override, 0)
    })
  })

  describe('outside guidance', () => {
    it('asks which head of PDU agreed, takes no other, and keeps it as an override with its reason', async () => {
      await ask(priya, `give ${hard} to Tom`)
      const asked = await ask(priya, `reasoning: ${why} allocate it`)
      assert.match(asked, /Which head of PDU agreed\?/)
      assert.match(await ask(priya, 'allocate it'), /This is outside guidance\. Please say which head of PDU agreed/)
      assert.match(await ask(priya, 'agreed by Gareth'), /has to be a head of your PDU in post: Eleanor Whitfield/)
      assert.match(await presses(priya, 'Allocate', { agreedBy: gareth.staffCode }), /not a head of your PDU in post/)
      assert.match(await ask(priya, 'agreed by Eleanor'), /Which head of PDU agreed\?: Eleanor Whitfield/)
      assert.match(await ask(priya, 'allocate it'), /# Decided: now paste it/)
      const [kept] = allocations()
      assert.equal(kept?.agreed_by, eleanor.staffCode)
      assert.equal(kept?.override, 1)
      assert.match(entry(), /Agreed with: Eleanor Whitfield, head of PDU\nReasoning: /)
    })

    it('is agreed by the head of PDU who decides it', async () => {
      assert.match(await ask(eleanor, `give ${hard} to Tom Okafor`), /Which head of PDU agreed\?: Eleanor Whitfield/)
    })
  })

  it('is written down with codes alone', async () => {
    const notes = await notesOf(async () => {
      await ask(priya, `give ${easy} to Aisha`)
      await ask(priya, 'allocate it')
    })
    assert.deepEqual(notes, [
      `allocation.weighed ${priya.staffCode}  one`,
      `record.viewed ${priya.staffCode} ${aisha.staffCode} allocation`,
      `allocation.drafted ${priya.staffCode} ${aisha.staffCode} `,
      `allocation.weighed ${priya.staffCode}  one`,
      `record.viewed ${priya.staffCode} ${aisha.staffCode} allocation`,
      `allocation.decided ${priya.staffCode} ${aisha.staffCode} suitable`,
    ])
  })

  it('can be read afterwards by whoever got the case, with the reasons of that moment and who decided', async () => {
    await ask(priya, `give ${unanswered} to Aisha`)
    await ask(priya, `reasoning: ${why}`)
    await ask(priya, 'allocate it')
    const given = await ask(aisha, `why was I given ${unanswered}?`)
    assert.match(given, /# Why you were given this case\nX320743/)
    assert.match(given, /by Priya Nair/)
    assert.ok(given.includes(why))
    assert.match(given, /Enquiries \(enquiries\): Suitable with a written rationale/)
    assert.match(await ask(tom, `why was I not given ${unanswered}?`), /You were not weighed for that case/)
    await ask(priya, `can Tom take ${unanswered}?`)
    const other = await ask(tom, `why was I not given ${unanswered}?`)
    assert.match(other, /was not given to you through me/)
    assert.doesNotMatch(other, /children\)|training-safeguarding\)|Verdict/)
    assert.match(await ask(megan, 'why was I given a case?'), /No case was given to you through me/)
  })
})
