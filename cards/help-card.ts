import { gradeInWords, type Person } from '../domain/staff.ts'
import { button } from './button.ts'
import type { CardMessage } from './card.ts'
import { type CardElement, cardWith } from './card-with.ts'
import { heading, remark, subheading } from './lines.ts'
import { typed } from './typed.ts'

export type HelpView = {
  person: Pick<Person, 'grade'>
  /** What can be said, each with what it does. */
  commands: readonly { words: string; does: string }[]
  examples: readonly string[]
}

/** What can be said to the assistant. */
export function helpCard({ person, commands, examples }: HelpView): CardMessage {
  return {
    card: cardWith(
      [
        heading('What you can say'),
        ...commands.map(
          ({ words, does }): CardElement => ({
            type: 'Container',
            spacing: 'Small',
            items: [typed({ strong: words }), { ...typed(does), spacing: 'None' }],
          }),
        ),
        ...(examples.length === 0 ? [] : [subheading('For example')]),
        ...examples.map((example): CardElement => ({ ...typed(`“${example}”`), spacing: 'Small' })),
        remark(`You are on the staff list as ${gradeInWords(person.grade)}. Every button has words that do the same.`),
      ],
      [
        button('Log a session', { verb: 'suggestion.try', what: 'log' }),
        button('My supervisions', { verb: 'suggestion.try', what: 'my-record' }),
        button('What is waiting for me', { verb: 'suggestion.try', what: 'waiting' }),
      ],
    ),
    summary: 'What you can say',
  }
}
