import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { bringInSample } from '../../bot/bring-in-sample.ts'
import { clockOf } from '../../bot/clock.ts'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { Person } from '../../domain/staff.ts'
import { asPeople, named, world } from './cases-in-chat.ts'
import { anOffice, inTeams, type Office } from './office.ts'
import { answerOf } from './sessions-in-chat.ts'

/** The people of the sample world that allocations are talked about with, and its cases by what they are about. */
export const priya = named('Priya Nair')
export const aisha = named('Aisha Khan')
export const tom = named('Tom Okafor')
export const megan = named('Megan Price')
export const gareth = named('Gareth Lloyd')
export const eleanor = named('Eleanor Whitfield')
export const victor = named('Victor Owusu')
export const jackie = named('Jackie Turnbull')
/** High, and on the domestic abuse register: suitable for Aisha, outside guidance for Tom. */
export const hard = 'X320741'
/** Nothing to remark. */
export const easy = 'X320742'
/** Safeguarding has not answered: suitable for Aisha with a written rationale. */
export const unanswered = 'X320743'

const waiting = world.cases.filter(({ managerStaffCode }) => managerStaffCode === undefined)
function waitingCase(what: string, is: (one: (typeof waiting)[number]) => boolean): string {
  const found = waiting.find(is)
  assert.ok(found, what)
  return found.crn
}
/** Waiting in Priya's team, and she may not see it. */
export const hidden = waitingCase('excluded', ({ excludedFrom }) => excludedFrom.includes(priya.staffCode))
/** She may see it, and Tom may not. */
export const notForTom = waitingCase('excluded', ({ excludedFrom }) => excludedFrom.includes(tom.staffCode))
/** Whether anybody may see it cannot be found out. */
export const unchecked = waitingCase('access fails', (one) => one.unanswered.includes('access'))
/** Moving out of the area: it cannot be allocated to anybody. */
export const moving = waitingCase('transfer', (one) => one.transferInProgress)

const now = Temporal.Instant.from('2026-11-22T10:00:00Z')
/** Words of somebody's own that are long enough. */
export const why = 'Knows the family from last year and has the time in December.'

/** The sample world in an office, with what its people have held and been away for. */
export async function aSampleOffice(options: Parameters<typeof anOffice>[0] = {}): Promise<Office> {
  const office = await anOffice({ people: world.people, ...options })
  await bringInSample(
    office.service().store,
    clockOf(() => now),
  )
  return office
}

/** Talking about allocations, and looking at what is kept of them. */
export function allocating(office: () => Office) {
  const people = asPeople(office)
  const { kept } = people
  const last = (table: string) => String(kept(table).at(-1)?.id ?? '')
  return {
    ...people,
    /** The id of the answer, and of the draft, that came last. */
    answerId: () => last('allocation_answer'),
    draftId: () => last('allocation_draft'),
    allocations: () => kept('allocation'),
    /** Presses a button on somebody's newest card, with what is typed into it. */
    async presses(person: Person, title: string, typed: Record<string, unknown> = {}): Promise<string> {
      const { teams, service } = office()
      const card = teams.lastCard(inTeams(person))
      assert.ok(card)
      const { says, card: answer } = answerOf(await teams.press(inTeams(person), card, title, typed))
      await service().idle()
      return answer === undefined ? (says ?? '') : cardInWords(answer)
    },
    /** The newest card in front of somebody. */
    shown(person: Person): string {
      const card = office().teams.lastCard(inTeams(person))?.card
      return card === undefined ? '' : cardInWords(card)
    },
  }
}
