import type { DraftId } from '../domain/ids.ts'
import { gradeInWords, type Person } from '../domain/staff.ts'
import { button } from './button.ts'
import type { CardMessage } from './card.ts'
import { type CardElement, cardWith } from './card-with.ts'
import { heading, sentence } from './lines.ts'
import { beginning, typed } from './typed.ts'

export type ChoosePersonView = {
  draft: DraftId
  /** What was typed that fits several people. */
  words?: string
  people: readonly Person[]
  /** They were named together, and a session has two people. */
  together?: boolean
  /** Names of teams by their code. */
  teamNames?: ReadonlyMap<string, string>
}

const mostPeople = 6

/** Several people fit a name: a button for each, or the advice to say more of the name. */
export function choosePersonCard({ draft, words, people, teamNames, together = false }: ChoosePersonView): CardMessage {
  const offered = people.slice(0, mostPeople)
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
          : typed(`${people.length} people fit `, { strong: name }, '. Who do you mean?'),
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
            : `You can also type the ${tellsApart}.`,
          { spacing: 'Medium' },
        ),
      ],
      [button('Cancel', { verb: 'supervision.cancel', draft })],
    ),
    summary: together ? 'Several people were named' : 'Several people have that name',
  }
}
