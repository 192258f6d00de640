import { Temporal } from 'temporal-polyfill'
import { type StaffCode, TeamActionId } from '../../domain/ids.ts'
import { afterClose, afterConfirm, type TeamAction } from '../../domain/team-action.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  examplePerson,
  exampleSessionId,
  hostile,
  longName,
  priya,
  rightToLeft,
  thirtyPeople,
  tom,
} from '../example-world.ts'
import { type TeamActionView, teamActionCard } from './team-action-card.ts'
import { teamActionsCard } from './team-actions-card.ts'

const at = (minutes: number) => Temporal.Instant.from('2026-11-22T10:00:00Z').add({ minutes })
const channelIdOf = (code: StaffCode) => `29:${code.repeat(12)}`
const asked = (
  number: number,
  people: readonly { staffCode: StaffCode }[],
  rest: Partial<TeamAction> = {},
): TeamAction => ({
  id: TeamActionId.parse(exampleSessionId(number)),
  way: 'everyone',
  text: 'Finish the domestic abuse refresher',
  due: Temporal.PlainDate.from('2026-12-12'),
  askedBy: priya.staffCode,
  askedAt: at(0),
  askedByUserId: channelIdOf(priya.staffCode),
  chat: '19:example@thread.v2',
  people: people.map(({ staffCode }) => ({ person: staffCode, inChat: true, userId: channelIdOf(staffCode) })),
  ...rest,
})
const confirmedBy = (action: TeamAction, ...people: readonly { staffCode: StaffCode }[]) =>
  people.reduce((now, { staffCode }, index) => afterConfirm(now, staffCode, at(index * 7 + 1)), action)
const closed = (action: TeamAction) => afterClose(action, priya.staffCode, at(4000))

const three = [aisha, tom, priya]
/** The most that are shown a card of their own, with the longest names there are. */
const sixty = Array.from({ length: 60 }, (_, index) =>
  examplePerson(`N03C${String(index).padStart(3, '0')}`, `${index} ${longName.name}`, 'PO'),
)
const manyPeople = [
  ...sixty,
  ...thirtyPeople,
  ...Array.from({ length: 160 }, (_, index) =>
    examplePerson(`N03D${String(index).padStart(3, '0')}`, `Person Number-${index} Withalongername`, 'PO'),
  ),
]
const longText = 'Line of “typed” \\words\\ **bold** 🙂\n'.repeat(16).slice(0, 500)

const all = [aisha, tom, priya, hostile, longName, rightToLeft, ...manyPeople]
const names = new Map<StaffCode, string>(all.map((person) => [person.staffCode, person.name]))
const view = (about: Partial<TeamActionView> & Pick<TeamActionView, 'action'>): CardMessage =>
  teamActionCard({ names, where: 'company', ...about })
const seenBy = (person: { staffCode: StaffCode }, mayClose = false) => ({
  viewer: { code: person.staffCode, mayClose, seesWhoIsLeft: true },
})

const begun = confirmedBy(asked(701, three), tom)
const inOrder = confirmedBy(asked(702, [tom, aisha, hostile, rightToLeft], { way: 'in-order' }), tom)
const outside = confirmedBy(
  asked(703, [tom, aisha, longName], {
    people: [tom, aisha, longName].map(({ staffCode }) => ({
      person: staffCode,
      inChat: staffCode !== longName.staffCode,
    })),
  }),
  longName,
)
const longest = asked(704, sixty, { text: longText })
const most = asked(705, manyPeople, { text: longText })

/** Team actions: as everybody sees one, as one person does, closed with the record, and with as many as there can be. */
export const teamActionExamples: { name: string; message: CardMessage }[] = [
  { name: 'team-action-asked', message: view({ action: asked(700, three) }) },
  { name: 'team-action-for-all', message: view({ action: begun }) },
  { name: 'team-action-for-one', message: view({ action: begun, ...seenBy(aisha) }) },
  { name: 'team-action-for-who-asked', message: view({ action: begun, ...seenBy(priya, true) }) },
  { name: 'team-action-confirmed', message: view({ action: begun, ...seenBy(tom) }) },
  {
    name: 'team-action-not-yet',
    message: view({
      action: inOrder,
      ...seenBy(rightToLeft),
      says: 'It is not your turn yet: somebody named before you confirms first. Nothing was changed.',
    }),
  },
  { name: 'team-action-anyone', message: view({ action: confirmedBy(asked(706, three, { way: 'anyone' }), tom) }) },
  { name: 'team-action-not-all-there', message: view({ action: outside, ...seenBy(tom) }) },
  { name: 'team-action-personal', message: view({ action: outside, where: 'personal', ...seenBy(priya, true) }) },
  { name: 'team-action-complete', message: view({ action: confirmedBy(asked(707, three), ...three) }) },
  { name: 'team-action-closed', message: view({ action: closed(outside) }) },
  { name: 'team-action-sixty', message: view({ action: longest, ...seenBy(priya, true) }) },
  { name: 'team-action-sixty-closed', message: view({ action: closed(confirmedBy(longest, ...sixty.slice(0, 40))) }) },
  { name: 'team-action-most', message: view({ action: most, ...seenBy(priya, true) }) },
  {
    name: 'team-action-most-closed',
    message: view({ action: closed(confirmedBy(most, ...manyPeople.slice(0, 150))) }),
  },
  { name: 'team-actions-here', message: teamActionsCard({ actions: [begun, inOrder, outside], where: 'company' }) },
  { name: 'team-actions-none', message: teamActionsCard({ actions: [], where: 'company' }) },
  {
    name: 'team-actions-mine',
    message: teamActionsCard({
      actions: Array.from({ length: 12 }, (_, index) => asked(710 + index, three, { text: longText })),
      where: 'personal',
      viewer: aisha.staffCode,
    }),
  },
  {
    name: 'team-actions-which',
    message: teamActionsCard({
      actions: [begun, inOrder],
      where: 'company',
      which: 'Several fit that. Say a word or two more, or open the right one.',
    }),
  },
]
