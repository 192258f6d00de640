import { Temporal } from 'temporal-polyfill'
import { type Action, type ActionStep, afterStep, begun } from '../../domain/action.ts'
import { ActionId, type StaffCode } from '../../domain/ids.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  exampleSessionId,
  exampleToday,
  hostile,
  longName,
  priya,
  rightToLeft,
  thirtyPeople,
  tom,
} from '../example-world.ts'
import { type ActionView, actionCard } from './action-card.ts'
import { type ActionFormView, actionFormCard } from './action-form-card.ts'
import { type ActionsView, actionsCard } from './actions-card.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (hours: number) => Temporal.Instant.from('2026-11-20T09:00:00Z').add({ hours })
const actionId = (number: number) => ActionId.parse(exampleSessionId(number))

const asked = (number: number, rest: Partial<Action> = {}): Action =>
  begun({
    id: actionId(number),
    owner: aisha.staffCode,
    askedBy: priya.staffCode,
    askedAt: at(0),
    text: 'Finish the safeguarding refresher and send me the certificate',
    due: day('2026-11-27'),
    ...rest,
  })
const after = (action: Action, ...steps: ActionStep[]) => steps.reduce(afterStep, action)
const confirmed = after(asked(81), { does: 'confirm', by: aisha.staffCode, at: at(1) })
const wanting = after(confirmed, {
  does: 'ask-more-time',
  by: aisha.staffCode,
  at: at(2),
  due: day('2026-12-10'),
  reason: 'In court all week, and the course has no places before then.',
})
const longest = asked(82, {
  text: 'Line of “typed” \\words\\ **bold**\n'.repeat(16).slice(0, 500),
  owner: longName.staffCode,
})
const many = after(
  longest,
  ...Array.from(
    { length: 12 },
    (_, index): ActionStep =>
      index % 2 === 0
        ? {
            does: 'ask-more-time',
            by: longName.staffCode,
            at: at(index),
            due: day('2026-12-10').add({ days: index }),
            reason: '🙂 '.repeat(160).trim(),
          }
        : { does: 'refuse-more-time', by: priya.staffCode, at: at(index) },
  ),
)

const names = new Map<StaffCode, string>(
  [aisha, priya, tom, hostile, longName, rightToLeft].map((person) => [person.staffCode, person.name]),
)
const one = (view: Partial<ActionView>): CardMessage =>
  actionCard({ action: asked(80), names, viewer: aisha.staffCode, mayAnswer: false, today: exampleToday, ...view })
const list = (view: Partial<ActionsView>): CardMessage =>
  actionsCard({ lists: [], names, viewer: priya.staffCode, today: exampleToday, ...view })
const form = (view: Partial<ActionFormView>): CardMessage =>
  actionFormCard({
    items: [{ id: actionId(80) }],
    owners: [priya, aisha, tom],
    problems: [],
    today: exampleToday,
    ...view,
  })

const mixed: Action[] = [
  asked(90, { due: day('2026-11-20'), owner: tom.staffCode }),
  wanting,
  { ...confirmed, id: actionId(91) },
  asked(92, { text: hostile.name, owner: hostile.staffCode, due: day('2027-01-05') }),
]

export const actionExamples: { name: string; message: CardMessage }[] = [
  { name: 'action-form-empty', message: form({}) },
  {
    name: 'action-form-several',
    message: form({
      items: [
        { id: actionId(80), owner: aisha.staffCode, text: 'Finish the refresher', due: day('2026-12-04') },
        { id: actionId(81), owner: priya.staffCode, text: 'Ask HR' },
      ],
    }),
  },
  {
    name: 'action-form-problems',
    message: form({
      items: [{ id: actionId(80), owner: hostile.staffCode, text: longest.text }],
      owners: [hostile, longName, rightToLeft, ...thirtyPeople],
      from: exampleSessionId(1),
      problems: ['That day is over. Please give a day from today on, or none.'],
    }),
  },
  { name: 'action-added', message: one({ viewer: priya.staffCode, mayAnswer: true, added: 'told' }) },
  { name: 'action-asked', message: one({}) },
  { name: 'action-taken-on', message: one({ action: { ...confirmed, from: exampleSessionId(1) } }) },
  { name: 'action-options', message: one({ action: confirmed, options: { people: [priya, tom, hostile] } }) },
  {
    name: 'action-options-problems',
    message: one({
      action: confirmed,
      options: { people: thirtyPeople, due: '2026-11-24', reason: 'In court' },
      problems: ['That is no later than it is due already. Please give a later day.'],
    }),
  },
  { name: 'action-more-time-asker', message: one({ action: wanting, viewer: priya.staffCode, mayAnswer: true }) },
  { name: 'action-more-time-owner', message: one({ action: wanting }) },
  {
    name: 'action-handed-on',
    message: one({
      action: after(confirmed, {
        does: 'hand-on',
        by: aisha.staffCode,
        at: at(3),
        from: aisha.staffCode,
        to: tom.staffCode,
      }),
      viewer: tom.staffCode,
    }),
  },
  {
    name: 'action-done',
    message: one({ action: after(confirmed, { does: 'finish', by: aisha.staffCode, at: at(5) }) }),
  },
  {
    name: 'action-withdrawn',
    message: one({
      action: after(confirmed, { does: 'withdraw', by: priya.staffCode, at: at(5) }),
      viewer: priya.staffCode,
    }),
  },
  { name: 'action-longest', message: one({ action: many, viewer: longName.staffCode, today: day('2027-03-01') }) },
  {
    name: 'action-right-to-left',
    message: one({ action: asked(83, { askedBy: rightToLeft.staffCode, owner: hostile.staffCode }) }),
  },
  {
    name: 'actions-mine',
    message: list({
      lists: [
        {
          title: 'For you to do',
          actions: [asked(93, { owner: priya.staffCode, due: day('2026-11-20') })],
          none: 'You have no open action.',
        },
        { title: 'You asked of others', actions: mixed, none: 'Nothing that you asked for is open.' },
      ],
    }),
  },
  {
    name: 'actions-none',
    message: list({
      lists: [
        { title: 'For you to do', actions: [], none: 'You have no open action.' },
        { title: 'You asked of others', actions: [], none: 'Nothing that you asked for is open.' },
      ],
    }),
  },
  {
    name: 'actions-of-staff',
    message: list({
      person: hostile.name,
      looked: true,
      lists: [{ title: 'To do', actions: Array.from({ length: 20 }, (_, index) => asked(100 + index)), none: '' }],
    }),
  },
  {
    name: 'actions-which',
    message: list({
      which: 'Several actions fit that. Say a word or two more, or open the right one.',
      lists: [{ title: '', actions: mixed, none: '' }],
    }),
  },
]
