import assert from 'node:assert/strict'
import {
  allocating,
  aSampleOffice,
  easy,
  eleanor,
  hard,
  jackie,
  moving,
  notForTom,
  priya,
  tom,
  unanswered,
  unchecked,
  victor,
} from '../support/allocating-in-chat.ts'
import { world } from '../support/cases-in-chat.ts'
import type { Office } from '../support/office.ts'

describe('Allocation checks in chat', () => {
  let office: Office
  const { ask, pressed, notesOf, answerId, kept } = allocating(() => office)
  beforeEach(async () => {
    office = await aSampleOffice()
  })
  afterEach(() => office.close())

  describe('“can NAME take it?”', () => {
    it('has the verdict in its exact words, each reason on a line, and is kept with every check', async () => {
      const lines = (await ask(priya, `can tom take ${hard.toLowerCase()}?`)).split('\n')
      assert.equal(lines[2], 'Outside guidance')
      assert.ok(
        lines.some((line) =>
          /^Risk for grade \(risk-for-grade\): Outside guidance – .+ Facts: RoSH: high, 7 Nov 2026; Grade: PSO\. Authority: .+ \(unconfirmed\)\.$/.test(
            line,
          ),
        ),
      )
      const [answer] = kept('allocation_answer')
      assert.equal(kept('allocation_answer').length, 1)
      assert.equal(answer?.asked_by, priya.staffCode)
    })

    it('is written down for whoever was weighed, and they can read that it was', async () => {
      assert.deepEqual(await notesOf(() => ask(priya, `can Tom take ${hard}`)), [
        `allocation.weighed ${priya.staffCode}  one`,
        `record.viewed ${priya.staffCode} ${tom.staffCode} allocation`,
      ])
      assert.match(await ask(tom, 'who has looked at my record?'), /Priya Nair.*\nhow you were weighed for a case/)
    })

    for (const text of [
      `can Tom take ${hard}?`,
      'could tom have x 320741',
      'is Tom ok for x320741',
      `check ${hard} for Tom Okafor`,
    ]) {
      it(`is understood however it is written: ${text}`, async () => {
        assert.match(await ask(priya, text), new RegExp(`Tom Okafor \\(PSO\\) for ${hard}`))
      })
    }

    it('asks which case, or who, where that was left out, and takes nothing but that for an answer', async () => {
      assert.match(await ask(priya, 'can Tom take a case?'), /Which case\? Please give its number/)
      assert.match(await ask(priya, 'x320742'), /Tom Okafor \(PSO\) for X320742/)
      assert.match(await ask(priya, `who could take it?`), /Who could take this case\?\nX320742/)
    })

    it('asks who is meant where several have a name, for that case, and takes the whole name for an answer', async () => {
      for (const [asked, shown] of [
        [`can Daniel take ${hard}?`, /# May they take this case\?\nDaniel Osei \(PO\) for X320741/],
        [`give ${hard} to Daniel`, /# Allocate a case\nX320741 .* to Daniel Osei/],
      ] as const) {
        assert.match(await ask(priya, asked), /Who do you mean: Daniel Osei .* or Daniel Whitlock/)
        assert.match(await ask(priya, 'Daniel'), /Who do you mean/)
        assert.match(await ask(priya, 'Daniel Osei'), shown)
      }
    })

    it('weighs two cases at once, and ten of eleven, and says so', async () => {
      const two = await ask(priya, `can Aisha take ${easy} and ${unanswered}?`)
      assert.match(two, new RegExp(`${easy} .*\\nSuitable,`))
      assert.match(two, new RegExp(`${unanswered} .*\\nSuitable with a written rationale,`))
      const crns = world.cases.slice(0, 11).map(({ crn }) => crn)
      const ten = await ask(priya, `can Aisha take ${crns.join(', ')}?`)
      assert.match(ten, /I weigh 10 cases at a time, so I left 1 out\. Please ask for it next/)
      assert.ok(ten.includes(crns[9] ?? ''))
      assert.ok(!ten.includes(crns[10] ?? ''))
    })

    for (const [what, text, says] of [
      ['no such case', 'can Aisha take X999999?', /There is no case with that number/],
      [
        'no such person',
        `can Zebedee take ${easy}?`,
        /Who is to take it\? Please give a name\. For instance Aisha, Daniel Osei/,
      ],
      ['themself', `can I take ${easy}?`, /cannot check it for yourself/],
      ['somebody of another team', `can Jerome Campbell take ${easy}?`, /people you manage or cover for/],
      ['a head of PDU', `can Eleanor take ${easy}?`, /people you manage or cover for/],
      [
        'access that cannot be checked',
        `can Aisha take ${unchecked}?`,
        /^Cannot tell\n\nAccess \(access\): Cannot tell – It could not be found out who may see this case/,
      ],
    ] as const) {
      it(`says what is wrong with ${what}, and weighs nobody`, async () => {
        assert.match(await ask(priya, text), says)
        assert.deepEqual(kept('allocation_answer'), [])
      })
    }

    for (const person of [tom, victor, jackie]) {
      it(`is not for ${person.grade}, by words or by a forged button`, async () => {
        const asked = await ask(person, `can Aisha take ${easy}?`)
        assert.match(asked, /Line managers and heads of PDU weigh/)
        assert.match(await ask(person, `who could take ${easy}?`), /Line managers and heads of PDU weigh/)
        assert.match(await ask(person, `give ${easy} to Aisha`), /Line managers and heads of PDU weigh/)
        assert.equal(await pressed(person, 'allocation.find', { crn: easy }), asked)
        assert.deepEqual(kept('allocation_answer'), [])
      })
    }

    it('is for the head of the PDU too, for everybody of it', async () => {
      assert.match(await ask(eleanor, `can Aisha Khan take ${easy}?`), /Aisha Khan \(PO\) for X320742/)
    })
  })

  describe('“who could take it?”', () => {
    it('has the whole team in order, whoever cannot be given it apart, and an answer for each on a press', async () => {
      const shown = await ask(priya, `who could take ${notForTom}?`)
      const team = world.people.filter(({ managerStaffCode }) => managerStaffCode === priya.staffCode)
      for (const { name } of team) assert.ok(shown.includes(`${name} (`), name)
      assert.match(shown, /## Cannot be allocated\nTom Okafor \(PSO\).*\n.*may not see/)
      const details = await pressed(priya, 'allocation.details', { answer: answerId(), person: tom.staffCode })
      assert.match(details, /Cannot be allocated\nAccess \(access\): Cannot be allocated – /)
      assert.match(details, /As it was on 22 November 2026/)
    })

    it('knows which case “it” is after one was shown or weighed, and weighs others by name alone', async () => {
      assert.match(await ask(priya, `show me ${easy}`), /\(Who could take it\?\)/)
      assert.match(await ask(priya, 'who could take it?'), /Who could take this case\?\nX320742/)
      assert.match(await ask(priya, 'why not Tom?'), /Tom Okafor \(PSO\) for X320742/)
      assert.match(await ask(priya, 'and Megan?'), /Megan Price \(PQiP\) for X320742/)
      assert.match(await ask(priya, 'what about Aisha'), /Aisha Khan \(PO\) for X320742/)
      assert.match(await ask(priya, 'who else could take it?'), /Who could take this case\?\nX320742/)
      assert.match(await ask(priya, 'my workload'), /Workload/)
      assert.match(await ask(priya, 'who could take it?'), /Who could take this case\?\nX320742/)
    })

    it('asks for the numbers where “them all” are meant, and then weighs each of them', async () => {
      assert.match(await ask(priya, 'who could take them all?'), /Please give their numbers.*at most 10 at a time/)
      const shown = await ask(priya, `${hard}, ${easy} and X313757`)
      assert.match(shown, new RegExp(`${hard} .*\\nAisha Khan \\(PO\\): Suitable`))
      assert.match(shown, /X313757\nAccess is restricted\./)
    })

    it('is the same by button as in words', async () => {
      const said = await ask(priya, `who could take ${easy}?`)
      assert.equal(await pressed(priya, 'allocation.find', { crn: easy }), said)
    })

    it('has pages for a head of PDU, with the team of each', async () => {
      const first = await ask(eleanor, `who could take ${easy}?`)
      assert.match(first, /\d\d people\. Page 1 of 2\./)
      assert.match(first, /\(PO, Kelmoor (?:North|South)\)/)
      const second = await ask(eleanor, 'page 2')
      assert.match(second, /Page 2 of 2/)
      assert.equal(await pressed(eleanor, 'allocation.ranked', { answer: answerId(), page: '2' }), second)
    })
  })

  it('cannot be given to anybody: the transfer blocks everybody, and it cannot be begun', async () => {
    assert.match(
      await ask(priya, `who could take ${moving}?`),
      /^# Who could take this case\?\n.*\n\n## Cannot be allocated/,
    )
    assert.match(await ask(priya, `give ${moving} to Aisha`), /Cannot be allocated\nTransfer \(transfer\)/)
    assert.deepEqual(kept('allocation_draft'), [])
  })
})
