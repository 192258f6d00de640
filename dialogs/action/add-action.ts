import { Temporal } from 'temporal-polyfill'
import { type ActionItem, actionFormCard } from '../../cards/action/action-form-card.ts'
import { actionsCard } from '../../cards/action/actions-card.ts'
import { type Action, actionCharacters, begun } from '../../domain/action.ts'
import type { AskedAction } from '../../domain/action-list.ts'
import { mayAsk } from '../../domain/action-rights.ts'
import { ActionId, IsoDate, type SessionId, type StaffCode } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import type { Person } from '../../domain/staff.ts'
import { type Session, tookPart } from '../../domain/supervision.ts'
import { myManagers, myTeam } from '../my-team.ts'
import { meantOf } from '../people-meant.ts'
import { actionsShown } from '../shown-to.ts'
import { askInCompany } from '../team-action/ask-team.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { type ActionSaid, actionsIn } from '../understand/action-words.ts'
import type { NameIndex } from '../understand/names.ts'
import { teamActionIn } from '../understand/team-action-words.ts'
import { viewerOf } from './action-people.ts'
import { actionMessage } from './show-actions.ts'

/** The most actions that one form holds, and so that one message may name. */
export const mostActions = 5

/** "Aisha to finish the refresher by Friday": the form, filled with what was said. */
export async function addInWords(text: string, turn: Turn, desk: Desk): Promise<Reply> {
  if (isForSeveral(text, turn, await desk.names())) return { message: { text: askInCompany } }
  const owners = await mayBeAsked(undefined, turn, desk)
  const closeTo = owners.map((person) => person.staffCode)
  const said = actionsIn(text, { today: turn.today, names: await desk.names(), closeTo })
  const problems =
    said.length > mostActions
      ? [`Please add ${mostActions} actions at most in one message. The first ${mostActions} are below.`]
      : []
  const items = said.slice(0, mostActions).map((one) => itemOf(one, owners, problems, turn, desk))
  return proposeActions(items.length === 0 ? [newItem(desk)] : items, problems, turn, desk)
}

/** "Everyone to …", "Tom and Megan to …": one action for several people, and not several actions. */
function isForSeveral(text: string, { today }: Turn, names: NameIndex): boolean {
  if (/[;\n]/.test(text.trim())) return false
  const said = teamActionIn(text, { today, names })
  return said !== undefined && (said.of === 'members' || said.of.length > 1)
}

function newItem(desk: Desk): ActionItem {
  return { id: ActionId.parse(desk.mint()) }
}

function itemOf(said: ActionSaid, owners: readonly Person[], problems: string[], turn: Turn, desk: Desk): ActionItem {
  const may = (person: Person) => owners.some(({ staffCode }) => staffCode === person.staffCode)
  const meant = said.mine === true ? { person: turn.person } : meantOf(said.owners, said.unknownName, may)
  if (meant !== undefined && 'says' in meant) problems.push(meant.says)
  const owner = meant !== undefined && 'person' in meant ? meant.person : undefined
  if (owner !== undefined && !may(owner)) problems.push(notToBeAsked)
  if (said.text.length > actionCharacters) problems.push(tooLong(said.text))
  return {
    ...newItem(desk),
    ...(owner === undefined || !may(owner) ? {} : { owner: owner.staffCode }),
    ...(said.text === '' ? {} : { text: asSentence(said.text).slice(0, actionCharacters) }),
    ...(said.due === undefined ? {} : { due: said.due }),
  }
}

function asSentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

const notToBeAsked =
  'You can give an action to yourself, to people you manage and to your line manager. Please choose one of them.'
const tooLong = (text: string) =>
  `What is to be done has ${text.length.toLocaleString('en-GB')} characters; the most is ${actionCharacters}. Please shorten it.`

/** Everybody this person may ask, themself first; after a session also its other person. */
async function mayBeAsked(session: Session | undefined, turn: Turn, desk: Desk): Promise<Person[]> {
  const both = session === undefined ? [] : await desk.staff.byStaffCodes([session.practitioner, session.supervisor])
  const [team, managers] = await Promise.all([myTeam(turn, desk), myManagers(turn, desk)])
  const all = new Map([turn.person, ...both, ...team, ...managers].map((person) => [person.staffCode, person]))
  return [...all.values()].filter((person) => mayAsk(viewerOf(turn), person, session))
}

/** The form of new actions. Nothing is kept before it is saved. */
export async function proposeActions(
  items: readonly ActionItem[],
  problems: readonly string[],
  turn: Turn,
  desk: Desk,
  from?: Session,
): Promise<Reply> {
  const owners = await mayBeAsked(from, turn, desk)
  const session = from === undefined ? {} : { from: from.id }
  return {
    message: actionFormCard({ items, owners, ...session, problems, today: turn.today }),
    shows: items[0]?.id ?? newItem(desk).id,
    pending: {
      asks: 'action',
      items: items.map(({ id, owner, text, due }) => ({
        id,
        ...(owner === undefined ? {} : { owner }),
        ...(text === undefined ? {} : { text }),
        ...(due === undefined ? {} : { due: IsoDate.parse(due.toString()) }),
      })),
      ...(from === undefined ? {} : { session: from.id }),
    },
  }
}

/** The form of an action agreed in a session, for one of its two people. */
export async function newAction(session: SessionId | undefined, turn: Turn, desk: Desk): Promise<Reply> {
  const from = await sessionOf(session, turn, desk)
  if (from === 'not-theirs')
    return refuse(turn, 'action', 'I cannot find that session among yours.', { thing: session ?? '' })
  const other = from === undefined ? undefined : from.practitioner
  return proposeActions([{ ...newItem(desk), ...(other === undefined ? {} : { owner: other }) }], [], turn, desk, from)
}

async function sessionOf(
  id: SessionId | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Session | undefined | 'not-theirs'> {
  if (id === undefined) return undefined
  const session = await desk.supervisions.byId(id)
  return session !== undefined && tookPart(session, turn.person.staffCode) ? session : 'not-theirs'
}

/**
 * Keeps the actions of a form and tells whoever is to do them; all of them, or none while one is not right. The same
 * again changes nothing.
 */
export async function addActions(
  items: readonly ActionItem[],
  unread: readonly string[],
  session: SessionId | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const from = await sessionOf(session, turn, desk)
  if (from === 'not-theirs')
    return refuse(turn, 'action', 'I cannot find that session among yours.', { thing: session ?? '' })
  const known = await Promise.all(items.map(({ id }) => desk.actions.byId(id)))
  if (known.some((action) => action !== undefined && action.askedBy !== turn.person.staffCode)) {
    return refuse(turn, 'action', 'I cannot find that action among the ones you may see.')
  }
  const owners = await mayBeAsked(from, turn, desk)
  const problems = [...unread, ...items.flatMap((item) => problemsWith(item, owners, turn.today))]
  const alreadyThere = known.filter((action) => action !== undefined)
  if (alreadyThere.length === items.length) return receipt(alreadyThere, undefined, turn, desk)
  if (problems.length > 0) return proposeActions(items, [...new Set(problems)], turn, desk, from)

  const asked = items.flatMap(({ id, owner, text, due }): AskedAction[] => {
    if (owner === undefined || text === undefined) return []
    const action = begun({
      id,
      owner,
      askedBy: turn.person.staffCode,
      askedAt: turn.now,
      text,
      ...(due === undefined ? {} : { due }),
      ...(from === undefined ? {} : { from: from.id }),
    })
    const own = owner === turn.person.staffCode
    const notices: Notice[] = own
      ? []
      : [{ id: `action-step:${id}:0:${owner}`, to: owner, about: id, what: 'action-step' }]
    return [{ action, note: noteOf(turn, 'action.asked', { subject: owner, thing: id }), notices }]
  })
  const results = await desk.actions.add(asked)
  const notices = asked.flatMap((one, index) => (results[index]?.outcome === 'added' ? one.notices : []))
  const added = results.map(({ action }) => action)
  const reached = await Promise.all(notices.map((notice) => desk.reach(notice)))
  return receipt(added, reached.every((outcome) => outcome === 'reached') ? 'told' : 'not reached yet', turn, desk)
}

function problemsWith(
  { owner, text, due }: ActionItem,
  owners: readonly Person[],
  today: Temporal.PlainDate,
): string[] {
  const mayOwn = (code: StaffCode) => owners.some(({ staffCode }) => staffCode === code)
  return [
    ...(owner === undefined ? ['Please choose who does it.'] : mayOwn(owner) ? [] : [notToBeAsked]),
    ...(text === undefined
      ? ['Please say what is to be done.']
      : text.length > actionCharacters
        ? [tooLong(text)]
        : []),
    ...(due !== undefined && Temporal.PlainDate.compare(due, today) < 0
      ? ['That day is over. Please give a day from today on, or none.']
      : []),
  ]
}

async function receipt(
  actions: readonly Action[],
  added: 'told' | 'not reached yet' | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const [only, ...more] = actions
  if (only !== undefined && more.length === 0) {
    const message = await actionMessage(only, turn, desk, added === undefined ? {} : { added })
    return { message, shows: only.id, final: added !== undefined }
  }
  const people = await desk.staff.byStaffCodes(actions.map(({ owner }) => owner))
  const shown = await actionsShown(actions, turn.person.staffCode, desk)
  const message = actionsCard({
    lists: [{ title: 'Added', actions: actions.map(shown), none: '' }],
    names: new Map(people.map((person) => [person.staffCode, person.name])),
    viewer: turn.person.staffCode,
    today: turn.today,
  })
  return { message, ...(only === undefined ? {} : { shows: only.id }), final: added !== undefined }
}
