import type { Temporal } from 'temporal-polyfill'
import type { Person } from '../../domain/staff.ts'
import { type KindId, kindOf, type SupervisionKind, type SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { countStates, type PersonStanding, stateNow } from '../../domain/team-states.ts'
import type { KindStanding, StateName } from '../../domain/window-state.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { type Cell, type Row, table } from '../table.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords, listInWords } from '../words.ts'
import { keyOf, shortDayOf, stateNames, stateShapes } from './state-words.ts'

export type TeamView = {
  /** Whose team it is; absent for the reader's own. */
  manager?: Pick<Person, 'staffCode' | 'name'>
  reader: Pick<Person, 'staffCode'>
  today: Temporal.PlainDate
  /** Everybody of the team who has what is shown, the worst first. */
  people: readonly PersonStanding[]
  /** The one kind that was asked about; without it all are shown. */
  kind?: KindId
  /** From 1 on; one that does not exist is the last. */
  page: number
  policy: SupervisionPolicy
}

/** So many people stand on one card. */
export const peopleOnAPage = 12

/** The people of a page, which are those that are shown. */
export function peopleShown({ people, page }: Pick<TeamView, 'people' | 'page'>): readonly PersonStanding[] {
  const from = (pageOf(people.length, page).at - 1) * peopleOnAPage
  return people.slice(from, from + peopleOnAPage)
}

function pageOf(count: number, page: number): { at: number; pages: number } {
  const pages = Math.max(1, Math.ceil(count / peopleOnAPage))
  return { at: Math.min(page, pages), pages }
}

/** How a team stands: people by kinds, the worst first, with a shape in each cell and a button for each person. */
export function teamCard(view: TeamView): CardMessage {
  const { manager, people, policy, today, kind } = view
  const summary = manager === undefined ? 'How your team stands' : 'How a team stands'
  const top = [
    heading(manager === undefined ? 'Your team' : 'A team'),
    ...(manager === undefined ? [] : [typed('Line manager: ', { strong: manager.name })]),
  ]
  if (people.length === 0) {
    const who = kind === undefined ? 'supervision' : kindOf(policy, kind).inWords
    const nobody = `Nobody in post who has ${who} is in this team. The staff list says who the line manager is.`
    return { card: cardWith([...top, sentence(nobody)]), summary }
  }
  const shown = peopleShown(view)
  return {
    card: cardWith(
      [
        ...top,
        sentence(`${dayInWords(today)}. ${inAll(view)}`),
        ...(kind === undefined ? byKinds(shown, policy) : ofKind(shown, kindOf(policy, kind))),
        ...pageInWords(view, shown.length),
        remark('It is written down whose states you looked at.'),
      ],
      [
        ...shown.map(({ person }) => personButton(person, shown, kind)),
        ...otherPages(view),
        ...(manager === undefined ? [button('How reflective they were', { verb: 'reflective.show' })] : []),
      ],
    ),
    summary,
  }
}

const grounds: Partial<Record<StateName, Cell['ground']>> = { overdue: 'attention', 'due-soon': 'accent' }
/** What a cell says of a kind that somebody of this grade does not have. */
const notTheirs: Cell = { text: '\u00a0' }
const mostOfAName = 40
const inKey = (name: string) => (name === name.toUpperCase() ? name : name.toLowerCase())

/** People by kinds: a column for each kind. Two letters tell them apart; the whole words stand below. */
export function byKinds(shown: readonly PersonStanding[], policy: SupervisionPolicy) {
  const states = new Set<StateName>()
  const kinds = policy.kinds.filter(({ id }) => shown.some((one) => one.standings.some(({ kind }) => kind === id)))
  const rows = shown.map(({ person, standings }): Row => {
    const { overdue, missed, 'due-soon': soon } = countStates(standings)
    const words = [
      ...(overdue > 0 ? [`${overdue} overdue`] : soon > 0 ? [`${soon} due soon`] : []),
      ...(missed > 0 ? [`${missed} missed`] : []),
    ]
    return {
      lines: [nameOf(person, overdue > 0), ...words.map((quiet) => [{ quiet }])],
      cells: kinds.map(({ id }) => {
        const standing = standings.find(({ kind }) => kind === id)
        if (standing === undefined) return notTheirs
        const state = stateNow(standing)
        states.add(state)
        return { text: stateShapes[state], ground: grounds[state] }
      }),
    }
  })
  const columns = `Columns: ${listInWords(kinds.map(({ name }) => inKey(name)))}.`
  return [
    table(
      kinds.map(({ name }) => name.slice(0, 2)),
      rows,
    ),
    remark(`${keyOf(states)}.`),
    { ...remark(columns), spacing: 'None' as const },
  ]
}

/** One kind: its state in words, and the day that matters. */
function ofKind(shown: readonly PersonStanding[], { id, name }: SupervisionKind) {
  const rows = shown.flatMap(({ person, standings }): Row[] => {
    const standing = standings.find(({ kind }) => kind === id)
    if (standing === undefined) return []
    const state = stateNow(standing)
    const { missed } = countStates([standing])
    const words = [...dayThatMatters(standing), ...(missed > 0 ? [`${missed} missed`] : [])]
    return [
      {
        lines: [nameOf(person, state === 'overdue'), ...(words.length === 0 ? [] : [[{ quiet: words.join(', ') }]])],
        cells: [{ text: `${stateShapes[state]} ${stateNames[state]}`, ground: grounds[state] }],
      },
    ]
  })
  return [table([name], rows)]
}

function dayThatMatters({ closed, open }: KindStanding): string[] {
  const overdue = closed.find(({ state }) => state === 'overdue')
  if (overdue !== undefined) return [`closed ${shortDayOf(overdue.window.to)}`]
  if (open.state === 'met') return [`on ${shortDayOf(open.heldOn)}`]
  if (open.state === 'booked') return [`for ${shortDayOf(open.bookedOn)}`]
  return open.state === 'waived' ? [] : [`by ${shortDayOf(open.window.to)}`]
}

function nameOf({ name }: Pick<Person, 'name'>, stands: boolean) {
  const short = beginning(name, mostOfAName)
  return [stands ? { strong: short } : short]
}

/** The whole team in a sentence, whatever page is shown. */
function inAll({ people, kind, policy }: TeamView): string {
  const having = (state: StateName) =>
    people.filter(({ standings }) =>
      standings.some((standing) => (kind ?? standing.kind) === standing.kind && stateNow(standing) === state),
    ).length
  const of = people.length === 1 ? '1 person' : `${people.length} people`
  const what = kind === undefined ? 'something' : kindOf(policy, kind).inWords
  const says = (['overdue', 'due-soon'] as const).flatMap((state) => {
    const count = having(state)
    return count === 0 ? [] : [`${count} ${count === 1 ? 'has' : 'have'} ${what} ${stateNames[state]}`]
  })
  return says.length === 0 ? `${of}: nothing is overdue or due soon.` : `${of}: ${listInWords(says)}.`
}

function personButton(person: Person, shown: readonly PersonStanding[], kind: KindId | undefined) {
  const isShared = shown.some((other) => other.person.name === person.name && other.person !== person)
  const name = beginning(person.name, 30)
  return button(isShared ? `${name} (${person.staffCode})` : name, {
    verb: 'states.show',
    person: person.staffCode,
    ...(kind === undefined ? {} : { kind }),
  })
}

function pageInWords({ people, page }: TeamView, shown: number) {
  const { at, pages } = pageOf(people.length, page)
  if (pages === 1) return []
  const from = (at - 1) * peopleOnAPage + 1
  const words = `People ${from} to ${from + shown - 1} of ${people.length}, the worst first. Page ${at} of ${pages}.`
  return [sentence(words, { spacing: 'Medium' })]
}

function otherPages({ people, page, manager, reader, kind }: TeamView) {
  const { at, pages } = pageOf(people.length, page)
  const to = (number: number) =>
    button(`Page ${number}`, {
      verb: 'team.show',
      manager: manager?.staffCode ?? reader.staffCode,
      ...(kind === undefined ? {} : { kind }),
      page: String(number),
    })
  return [...(at < pages ? [to(at + 1)] : []), ...(at > 1 ? [to(at - 1)] : [])]
}
