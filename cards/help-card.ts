import { gradeInWords, type Person } from '../domain/staff.ts'
import { button } from './button.ts'
import type { CardMessage } from './card.ts'
import { type CardElement, cardWith } from './card-with.ts'
import { heading, remark, subheading } from './lines.ts'
import { typed } from './typed.ts'

export type HelpView = {
  person: Pick<Person, 'grade'>
  /** What can be said, each with what it does. */
  commands: readonly { part: HelpPart; words: string; does: string }[]
  examples: readonly string[]
}

/** The parts of what can be said, in the order in which they are shown. */
export const helpParts = [
  'Sessions',
  'What is due',
  'Actions and time away',
  'Reminders',
  'Cases and allocation',
  'Cases for an RCAT, an observation or a SAQUA',
  'Your record',
  'Words',
] as const
export type HelpPart = (typeof helpParts)[number]

/** What can be said to the assistant, part by part. */
export function helpCard({ person, commands, examples }: HelpView): CardMessage {
  return {
    card: cardWith(
      [
        heading('What you can say'),
        ...helpParts.flatMap((part) =>
          partOf(
            part,
            commands.filter((command) => command.part === part),
          ),
        ),
        ...(examples.length === 0 ? [] : [subheading('For example')]),
        ...examples.map((example): CardElement => ({ ...typed(`“${example}”`), spacing: 'Small' })),
        remark(`You are on the staff list as ${gradeInWords(person.grade)}. Every button has words that do the same.`),
      ],
      [
        ...(person.grade === 'ADMIN' ? [] : [button('Log a session', { verb: 'suggestion.try', what: 'log' })]),
        button('My supervisions', { verb: 'suggestion.try', what: 'my-record' }),
        button('What is waiting for me', { verb: 'suggestion.try', what: 'waiting' }),
      ],
    ),
    summary: 'What you can say',
  }
}

function partOf(title: HelpPart, commands: HelpView['commands']): CardElement[] {
  if (commands.length === 0) return []
  return [
    subheading(title),
    ...commands.map(
      ({ words, does }): CardElement => ({
        type: 'Container',
        spacing: 'Small',
        items: [typed({ strong: words }), { ...typed(does), spacing: 'None' }],
      }),
    ),
  ]
}
