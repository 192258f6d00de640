import type { Conversations, Messenger, StateStore } from '../domain/ports.ts'
import type { Person } from '../domain/staff.ts'
import { playedBy } from './act-as.ts'

type Parts = {
  messenger: Messenger
  conversations: Pick<Conversations, 'find' | 'latest'>
  state: Pick<StateStore, 'read'>
}

/**
 * In practice, where one person tries the parts of several: what is for whoever is being played comes into the chat of who
 * plays them. Whoever has no chat waits, as if they had not installed the assistant, until somebody plays them.
 */
export function practiceMessenger({ messenger, conversations, state }: Parts): Messenger {
  async function whoseChat(person: Person): Promise<Person | undefined> {
    const player = (await conversations.latest())?.entraObjectId
    if (player !== undefined && (await playedBy(player, state)) === person.staffCode) {
      return { ...person, entraObjectId: player }
    }
    const own = person.entraObjectId && (await conversations.find(person.entraObjectId))
    return own === undefined ? undefined : person
  }
  return {
    ...messenger,
    async sendTo(person, message, before) {
      const reached = await whoseChat(person)
      return reached === undefined ? { outcome: 'not-installed' } : messenger.sendTo(reached, message, before)
    },
  }
}
