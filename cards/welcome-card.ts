import { firstNameOf, type Grade, type Person } from '../domain/staff.ts'
import { button } from './button.ts'
import type { CardMessage } from './card.ts'
import type { Suggestion } from './card-action.ts'
import { type CardElement, cardWith } from './card-with.ts'
import { heading, sentence, subheading } from './lines.ts'
import { typed } from './typed.ts'

type Thing = { words: string; does: string; title: string; what: Suggestion }

const log = (exampleName: string | undefined): Thing => ({
  words: `reflective ${exampleName === undefined ? '' : `with ${exampleName} `}on Friday, 45 mins`,
  does: 'logs a session; I ask for what is missing',
  title: 'Log a session',
  what: 'log',
})
const mine: Thing = {
  words: 'my supervisions',
  does: 'shows what is recorded about you',
  title: 'My supervisions',
  what: 'my-record',
}
const waiting: Thing = {
  words: 'what is waiting for me?',
  does: 'lists what you have to agree, correct or finish',
  title: 'What is waiting for me',
  what: 'waiting',
}
const help: Thing = { words: 'help', does: 'lists what you can say', title: 'Help', what: 'help' }

/** Three things worth trying for somebody of this grade. */
function thingsFor(grade: Grade, exampleName: string | undefined): Thing[] {
  switch (grade) {
    case 'PO':
    case 'PSO':
    case 'PQiP':
    case 'SPO':
      return [log(exampleName), mine, waiting]
    case 'HoPDU':
      return [log(exampleName), waiting, help]
    case 'QDO':
    case 'ADMIN':
      return [mine, waiting, help]
  }
}

export type WelcomeView = {
  person: Pick<Person, 'name' | 'grade'>
  /** Somebody this person manages, for an example that works when it is copied. */
  exampleName?: string
}

/** The first card somebody gets: what this does, who sees what is recorded, and three things to try. */
export function welcomeCard({ person, exampleName }: WelcomeView): CardMessage {
  const things = thingsFor(person.grade, exampleName)
  const weighs = person.grade === 'SPO' || person.grade === 'HoPDU'
  return {
    card: cardWith(
      [
        heading('Your supervision assistant'),
        typed(
          'Hello ',
          firstNameOf(person),
          weighs
            ? '. I keep the record of supervision sessions, and weigh who may take a case: you decide.'
            : '. I keep the record of supervision sessions.',
        ),
        sentence(
          'Say it once, in a sentence. The other person gets a card to agree, to comment or to ask for a change.',
        ),
        subheading('Who sees what is recorded'),
        ...whoSees(person.grade, exampleName !== undefined).map(
          (line): CardElement => sentence(line, { spacing: 'Small' }),
        ),
        subheading(weighs ? 'Four things to try' : 'Three things to try'),
        ...things.map(
          ({ words, does }): CardElement => ({ ...typed({ strong: `“${words}”` }, ` ${does}`), spacing: 'Small' }),
        ),
        ...(weighs
          ? [
              sentence(
                '“who could take”, then a case number, weighs everybody you may give it to; “give”, the number, “to” and a name drafts the oversight entry',
                { spacing: 'Small' },
              ),
            ]
          : []),
      ],
      things.map(({ title, what }, index) => button(title, { verb: 'suggestion.try', what }, { primary: index === 0 })),
    ),
    summary: 'Your supervision assistant is ready',
  }
}

/** The access table of the product: as "you" for people who are supervised, as a rule for the others. */
function whoSees(grade: Grade, manages: boolean): string[] {
  const others = grade === 'HoPDU' || grade === 'QDO' || grade === 'ADMIN'
  const [self, their] = others ? ['The person supervised', 'Their'] : ['You', 'Your']
  return [
    `• ${self}: everything in ${others ? 'their' : 'your'} own record.`,
    `• ${their} line manager, and whoever covers for them: the sessions and their notes.`,
    `• ${their} head of PDU: which kinds were held and when, no notes.`,
    `• ${their} quality officer: observations, RCATs and SAQUAs with their notes.`,
    ...(manages ? ['• People you manage: you see their sessions and notes.'] : []),
    '• Wellbeing: only the two people of that session.',
    '• Nobody else. When somebody opens the record of another, that is written down.',
  ]
}
