import type { StaffCode } from '../../domain/ids.ts'
import {
  type CannotConfirm,
  cannotConfirm,
  confirmationsOf,
  type TeamAction,
  teamActionStanding,
} from '../../domain/team-action.ts'
import { momentInWords } from '../words.ts'

const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`

/** Who has to confirm, naming nobody: "8 people, each for themself". */
export function askedInWords({ way, people: asked }: Pick<TeamAction, 'way' | 'people'>): string {
  if (asked.length === 1) return '1 person'
  if (way === 'anyone') return `Any one of ${people(asked.length)}`
  return way === 'everyone'
    ? `${people(asked.length)}, each for themself`
    : `${people(asked.length)}, one after the other`
}

/** How many have confirmed, naming nobody: "3 of 8 have confirmed". */
export function confirmedInWords(action: Pick<TeamAction, 'way' | 'people'>): string {
  const { made, needed } = confirmationsOf(action)
  if (action.way === 'anyone') return made === 0 ? 'Nobody has confirmed yet' : 'One has confirmed, which is enough'
  return `${made} of ${needed} ${needed === 1 ? 'has' : 'have'} confirmed`
}

/** Where it stands, with a shape: "● 3 of 8 have confirmed". */
export function teamActionStandingInWords(action: TeamAction): string {
  const shape = { open: '●', complete: '✓', closed: '■' }[teamActionStanding(action)]
  return `${shape} ${confirmedInWords(action)}`
}

/** Where one who was asked stands, said to them. */
export function yourPartInWords(action: TeamAction, person: StaffCode): string {
  const mine = action.people.find((one) => one.person === person)
  if (mine?.confirmedAt !== undefined) return `You confirmed, ${momentInWords(mine.confirmedAt)}`
  const why = cannotConfirm(action, person)
  return why === undefined ? 'You have not confirmed yet' : cannotInWords[why]
}

const cannotInWords: Record<CannotConfirm, string> = {
  'not-asked': 'You were not asked to confirm',
  already: 'You have confirmed',
  closed: 'You did not confirm',
  enough: 'Nothing to do: somebody else has confirmed, and one is enough',
  'not-yet': 'Not your turn yet: somebody named before you confirms first',
}

/** Who closed it, as far as it may be said in the chat: whoever asked was there, and a line manager may not have been. */
export function closedInWords(
  { closed, askedBy, people: asked }: TeamAction,
  nameOf: (code: StaffCode) => string,
  inCompany: boolean,
): string {
  if (closed === undefined) return ''
  const named = !inCompany || closed.by === askedBy || asked.some((one) => one.person === closed.by && one.inChat)
  const who = named ? nameOf(closed.by) : 'the line manager of whoever asked'
  return `by ${who}, ${momentInWords(closed.at)}`
}
