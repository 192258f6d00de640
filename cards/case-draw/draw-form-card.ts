import type { DrawKind } from '../../domain/case-draw.ts'
import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, problemList, remark, sentence } from '../lines.ts'
import { beginning, shown } from '../typed.ts'

export type DrawFormView = {
  /** Everybody the reader may draw a case for, by name. */
  people: readonly Pick<Person, 'staffCode' | 'name'>[]
  /** The kinds that can be drawn for, with their names. */
  kinds: readonly { id: DrawKind; name: string }[]
  /** What is known already. */
  chosen: { person?: StaffCode; kind?: DrawKind }
  problems?: readonly string[]
}

const mostPeople = 100

/** For whom, and for which kind of session, a case is to be drawn. */
export function drawFormCard({ people, kinds, chosen, problems = [] }: DrawFormView): CardMessage {
  const first = people.filter((person) => person.staffCode === chosen.person)
  const offered = [...first, ...people.filter((person) => !first.includes(person))].slice(0, mostPeople)
  const isShared = ({ name, staffCode }: (typeof people)[number]) =>
    offered.some((other) => other.name === name && other.staffCode !== staffCode)
  return {
    card: cardWith(
      [
        heading('Draw a case at random'),
        sentence(
          'Chance decides, not you or me, and anybody can check it afterwards. You can also just type the answer.',
        ),
        ...problemList(problems),
        {
          type: 'Input.ChoiceSet',
          id: 'who',
          label: 'For',
          style: 'compact',
          placeholder: 'Choose a person',
          choices: offered.map((person) => {
            const name = beginning(shown(person.name), 60)
            return { title: isShared(person) ? `${name} (${person.staffCode})` : name, value: person.staffCode }
          }),
          isRequired: true,
          errorMessage: 'Choose who it is for.',
          ...(first.length === 0 ? {} : { value: chosen.person }),
        },
        ...(offered.length < people.length ? [remark('Somebody else? Type their name.')] : []),
        {
          type: 'Input.ChoiceSet',
          id: 'what',
          label: 'Kind of session',
          style: 'expanded',
          choices: kinds.map(({ id, name }) => ({ title: name, value: id })),
          isRequired: true,
          errorMessage: 'Choose the kind of session.',
          ...(chosen.kind === undefined ? {} : { value: chosen.kind }),
        },
      ],
      [button('Draw a case', { verb: 'draw.make' }, { primary: true })],
    ),
    summary: 'A case to draw at random',
  }
}
