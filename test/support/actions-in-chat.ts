import { cardInWords } from '../../cards/card-in-words.ts'
import type { Person } from '../../domain/staff.ts'
import { inTeams, type Office } from './office.ts'
import { priya } from './people.ts'
import { talking } from './talking.ts'

/** The id of an action that a test presses about; the same in every run. */
export const actionGuid = (number: number) => `00000000-0000-4000-8000-0000000000e${number}`

/** Talking about actions in an office. */
export function actionsInChat(office: () => Office) {
  const talk = talking(office)
  return {
    ...talk,
    /** Asks somebody to do something, as the form does. */
    ask: (number: number, owner: Person, text: string, due?: string, by = priya) =>
      talk.press(by, 'action.add', {
        action: actionGuid(number),
        owner: owner.staffCode,
        text,
        ...(due === undefined ? {} : { due }),
      }),
    actions: () => talk.kept('action').map((row) => [row.owner, row.state, row.due, row.text]),
    /** The newest card in front of somebody, in words. */
    told: (person: Person) => cardInWords(talk.shownCard(inTeams(person)).card as never),
  }
}
