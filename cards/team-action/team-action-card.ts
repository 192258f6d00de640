import type { IExecuteAction } from '@microsoft/teams.cards'
import { actionCharacters } from '../../domain/action.ts'
import type { StaffCode } from '../../domain/ids.ts'
import {
  cannotConfirm,
  confirmationsOf,
  leftToConfirm,
  type TeamAction,
  type TeamActionPerson,
  teamActionStanding,
} from '../../domain/team-action.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith, fittingCard } from '../card-with.ts'
import { heading, note, remark, row, subheading } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords, momentInWords } from '../words.ts'
import { askedInWords, closedInWords, teamActionStandingInWords, yourPartInWords } from './team-action-words.ts'

export type TeamActionView = {
  action: TeamAction
  /** Names of everybody in it; somebody missing goes by their staff code. */
  names: ReadonlyMap<StaffCode, string>
  /** In the chat nobody is named who was not in it when it was asked. */
  where: 'company' | 'personal'
  /** Who reads it, with what they may do; absent on the card that everybody in the chat sees. */
  viewer?: { code: StaffCode; mayClose: boolean; seesWhoIsLeft: boolean }
  /** What came of what they did, where it was not what they wanted. */
  says?: string
}

/** What a client takes at most as those who see a card of their own. */
const mostRefreshed = 60
const longestList = 3000
const mostLines = 60

/** One team action: the card that everybody in the chat sees, or the same for one person with their own state. */
export function teamActionCard(view: TeamActionView): CardMessage {
  const { action, says } = view
  const standing = teamActionStanding(action)
  const refreshed = view.where === 'company' && standing !== 'closed' ? { refresh: refreshOf(action) } : {}
  const card = fittingCard(longestList, (most) => ({
    ...cardWith(
      [
        heading(titles[standing]),
        ...(says === undefined ? [] : [typed({ strong: says })]),
        ...note('What is to be done', action.text, Math.min(most, actionCharacters)),
        ...facts(view),
        ...stillToConfirm(view, most),
        ...record(view, most),
        remark(hintFor(view)),
      ],
      buttonsFor(view),
    ),
    ...refreshed,
  }))
  return { card, summary: standing === 'closed' ? 'A team action was closed' : 'A team action' }
}

const titles = { open: 'Team action', complete: '✓ Team action complete', closed: '■ Team action closed' } as const

const nameOf =
  ({ names, viewer }: TeamActionView) =>
  (code: StaffCode) =>
    code === viewer?.code ? 'you' : (names.get(code) ?? code)

function facts(view: TeamActionView): CardElement[] {
  const { action, viewer, where } = view
  const called = (code: StaffCode) => (code === viewer?.code ? 'You' : (view.names.get(code) ?? code))
  return [
    row('Who', askedInWords(action)),
    row('Asked by', called(action.askedBy), `, ${momentInWords(action.askedAt)}`),
    row('By when', action.due === undefined ? 'No day given' : dayInWords(action.due)),
    row('Stands', teamActionStandingInWords(action)),
    ...(viewer === undefined || !wasAsked(action, viewer.code)
      ? []
      : [row('You', yourPartInWords(action, viewer.code))]),
    ...(action.closed === undefined ? [] : [row('Closed', closedInWords(action, nameOf(view), where === 'company'))]),
  ]
}

/** Who is left, for those who may know: names of the chat's own members alone where others could look on. */
function stillToConfirm(view: TeamActionView, most: number): CardElement[] {
  const { action, viewer } = view
  if (viewer?.seesWhoIsLeft !== true) return []
  const left = leftToConfirm(action)
  if (left.length === 0) return []
  const { shown, hidden } = named(
    view,
    action.people.filter(({ person }) => left.includes(person)),
  )
  const words = [...shown.map(({ person }) => nameOf(view)(person)), ...notHere(hidden.length)].join(
    action.way === 'in-order' ? ', then ' : ', ',
  )
  return [typed({ quiet: `${action.way === 'anyone' ? 'Any one of' : 'Still to confirm'}: ` }, beginning(words, most))]
}

/** Once closed: who confirmed and when, and who did not. */
function record(view: TeamActionView, most: number): CardElement[] {
  const { action } = view
  if (action.closed === undefined) return []
  const { shown, hidden } = named(view, action.people)
  const done = shown.filter(({ confirmedAt }) => confirmedAt !== undefined)
  // Where one was enough and did, the others were free to leave it.
  const enough = action.way === 'anyone' && confirmationsOf(action).made > 0
  const notDone = enough ? [] : shown.filter(({ confirmedAt }) => confirmedAt === undefined)
  const lines = [...done, ...notDone]
  const fit = Math.min(mostLines, Math.ceil(most / (longestList / mostLines)))
  const rest = lines.slice(fit)
  const away = hidden.filter(({ confirmedAt }) => confirmedAt !== undefined).length
  const list = (some: readonly TeamActionPerson[]) => some.map(({ person }) => nameOf(view)(person)).join(', ')
  const restDone = rest.filter(({ confirmedAt }) => confirmedAt !== undefined)
  const restNot = rest.filter(({ confirmedAt }) => confirmedAt === undefined)
  return [
    subheading('The record'),
    ...lines.slice(0, fit).map((one): CardElement => ({ ...typed(...lineOf(one, nameOf(view))), spacing: 'Small' })),
    ...(restDone.length === 0 ? [] : [typed(`✓ ${restDone.length} more: `, beginning(list(restDone), most))]),
    ...(restNot.length === 0 ? [] : [typed(`○ ${restNot.length} more did not: `, beginning(list(restNot), most))]),
    ...(hidden.length === 0 ? [] : [remark(notHereRecord(hidden.length, away))]),
    ...(enough ? [remark('One was enough.')] : []),
  ]
}

function lineOf({ person, confirmedAt }: TeamActionPerson, called: (code: StaffCode) => string) {
  return confirmedAt === undefined
    ? ['○ ', { strong: called(person) }, ' did not confirm']
    : ['✓ ', { strong: called(person) }, `, ${momentInWords(confirmedAt)}`]
}

function named({ where }: TeamActionView, some: readonly TeamActionPerson[]) {
  const here = (one: TeamActionPerson) => where === 'personal' || one.inChat
  return { shown: some.filter(here), hidden: some.filter((one) => !here(one)) }
}

function notHere(count: number): string[] {
  if (count === 0) return []
  return [count === 1 ? 'one person who is not in this chat' : `${count} people who are not in this chat`]
}

function notHereRecord(asked: number, confirmed: number): string {
  if (asked > 1) return `Of ${asked} people asked who were not in this chat, ${confirmed} confirmed.`
  return `One person asked who was not in this chat ${confirmed === 1 ? 'confirmed' : 'did not confirm'}.`
}

function wasAsked({ people }: TeamAction, code: StaffCode): boolean {
  return people.some(({ person }) => person === code)
}

function hintFor({ action, viewer, where }: TeamActionView): string {
  if (action.closed !== undefined) return 'Nothing more can be confirmed here.'
  if (where === 'personal') {
    return 'You can also type “confirm the team action” or “close the team action”, and a word or two of it.'
  }
  const close = `${viewer?.mayClose === true ? 'You can' : 'Whoever asked, or their line manager, can'} say “close it”.`
  const complete = leftToConfirm(action).length === 0
  return complete ? `Nothing is left to do. ${close}` : `To confirm you can also say “done” to me here. ${close}`
}

function buttonsFor({ action, viewer }: TeamActionView): IExecuteAction[] {
  const standing = teamActionStanding(action)
  const { id: teamAction } = action
  const confirms = viewer === undefined ? standing === 'open' : cannotConfirm(action, viewer.code) === undefined
  return [
    ...(confirms ? [button('I have done it', { verb: 'team-action.confirm', teamAction }, { primary: true })] : []),
    ...(viewer?.mayClose === true && standing !== 'closed'
      ? [button('Close', { verb: 'team-action.close', teamAction })]
      : []),
  ]
}

/** Clients of these people ask for their own card by themselves, whoever asked for the action first. */
function refreshOf({ id, askedByUserId, people }: TeamAction) {
  const userIds = [askedByUserId, ...people.filter(({ inChat }) => inChat).map(({ userId }) => userId)]
  return {
    action: button('Refresh', { verb: 'team-action.refresh', teamAction: id }),
    userIds: [...new Set(userIds.filter((userId) => userId !== undefined))].slice(0, mostRefreshed),
  }
}
