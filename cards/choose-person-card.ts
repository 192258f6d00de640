import type { DraftId } from '../domain/ids.ts'
import { gradeInWords, type Person } from '../domain/staff.ts'
import { button } from './button.ts'
import type { CardMessage } from './card.ts'
import { type CardElement, cardWith } from './card-with.ts'
import { heading, sentence } from './lines.ts'
import { beginning, typed, type Words } from './typed.ts'

export type ChoosePersonView = {
  draft: DraftId
  /** What was typed that fits several people. */
  words?: string
  people: readonly Person[]
  /** A name that was typed and fits nobody; these people have one like it. */
  unknown?: string
  /** They were named together, and a session has two people. */
  together?: boolean
  /** Names of teams by their code. */
  teamNames?: ReadonlyMap<string, string>
}

/** The most people that are offered. */
export const mostOffered = 6

/** Several people fit a name, or some have one like it: a button for each, or the advice to say more of the name. */
export function choosePersonCard(view: ChoosePersonView): CardMessage {
  const { draft, words, people, teamNames, together = false, unknown } = view
  const offered = people.slice(0, mostOffered)
  const name = words === undefined ? 'that name' : `“${beginning(words, 60)}”`
  const left = people.length - offered.length
  const isShared = ({ name, staffCode }: Person) =>
    offered.some((other) => other.name === name && other.staffCode !== staffCode)
  const tellsApart = offered.some(isShared) ? 'staff code' : 'name in full'
  return {
    card: cardWith(
      [
        heading(together ? 'Who first?' : 'Which person?'),
        together
          ? sentence(
              'A session has two people, so I write down one at a time. Who first? Then say the same for the next.',
            )
          : unknown === undefined
            ? typed(`${people.length} people fit `, { strong: name }, '. Who do you mean?')
            : typed('I do not know “', beginning(unknown, 60), '” on the staff list. ', ...didYouMean(offered)),
        ...offered.map((person): CardElement => {
          const team = person.teamCode === undefined ? undefined : (teamNames?.get(person.teamCode) ?? person.teamCode)
          const title = isShared(person) ? `${beginning(person.name, 40)} (${person.staffCode})` : person.name
          return {
            type: 'Container',
            separator: true,
            spacing: 'Medium',
            items: [
              typed({ strong: person.name }),
              {
                ...typed([gradeInWords(person.grade), ...(team === undefined ? [] : [team])].join(', ')),
                spacing: 'None',
              },
              {
                type: 'ActionSet',
                spacing: 'Small',
                actions: [button(title, { verb: 'supervision.choose-person', draft, person: person.staffCode })],
              },
            ],
          }
        }),
        sentence(
          left > 0
            ? `${left} more fit. Type the first name and surname instead.`
            : unknown === undefined
              ? `You can also type the ${tellsApart}.`
              : `${offered.length === 1 ? 'Say “yes”, or type' : 'You can also type'} the first name and surname.`,
          { spacing: 'Medium' },
        ),
      ],
      [button('Cancel', { verb: 'supervision.cancel', draft })],
    ),
    summary: together
      ? 'Several people were named'
      : unknown === undefined
        ? 'Several people have that name'
        : 'A name that is not on the staff list',
  }
}

function didYouMean(people: readonly Person[]): Words[] {
  const [only, ...more] = people
  return only === undefined || more.length > 0
    ? ['Did you mean one of these people?']
    : ['Did you mean ', { strong: only.name }, '?']
}
