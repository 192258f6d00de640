import { z } from 'zod'
import type { NameIndex } from '../dialogs/understand/names.ts'
import { EntraObjectId, StaffCode } from '../domain/ids.ts'
import type { Message, StaffList, StateStore } from '../domain/ports.ts'
import type { Outbox } from '../domain/reminders/outbox.ts'
import { gradeInWords, isInPost, type Person } from '../domain/staff.ts'
import type { Clock } from './clock.ts'
import type { Origin } from './incoming.ts'

type Parts = {
  staff: StaffList
  state: StateStore
  outbox: Pick<Outbox, 'returned'>
  names: () => Promise<NameIndex>
  clock: Clock
  waitingFor: (person: Person) => Promise<Message[]>
}

/**
 * Trying the parts of several people from one chat window, because the practice client cannot switch people. It exists
 * only where there is no app registration, that is on one's own machine with nothing real in it.
 */
export type ActingAs = {
  /** Whose part the sender is playing, if any. */
  personFor(origin: Origin): Promise<Person | undefined>
  /** The answers to "act as NAME" and "act as myself"; undefined for anything else. */
  command(text: string, origin: Origin): Promise<Message[] | undefined>
}

const Acting = z.object({ staffCode: StaffCode })
const keyOf = (entraObjectId: string) => `acting/${entraObjectId}`

/** Whose part somebody plays, if any. */
export async function playedBy(entraObjectId: string, state: Pick<StateStore, 'read'>): Promise<StaffCode | undefined> {
  const key = keyOf(entraObjectId)
  return Acting.safeParse((await state.read([key]))[key]).data?.staffCode
}

export function actingAs(parts: Parts): ActingAs {
  return {
    async personFor(origin) {
      const played = await playedBy(origin.entraObjectId ?? '', parts.state)
      return played && parts.staff.byStaffCode(played)
    },

    async command(text, origin) {
      const name = /^\s*act as (.+?)[.!]?\s*$/i.exec(text.slice(0, 200))?.[1]
      if (name === undefined) return undefined
      if (/^(myself|me|my own self)$/i.test(name)) {
        await parts.state.delete([keyOf(origin.entraObjectId ?? '')])
        const self = EntraObjectId.safeParse(origin.entraObjectId)
        const person = self.success ? await parts.staff.byEntraId(self.data) : undefined
        return [{ text: `You are ${person?.name ?? 'yourself'} again.` }]
      }
      const today = parts.clock.today().toString()
      const found = (await parts.names()).find(name, {}).people.filter((person) => isInPost(person, today))
      const [person] = found
      if (person === undefined) return [{ text: 'Nobody in post on the staff list has that name.' }]
      if (found.length > 1)
        return [{ text: `${found.length} people have that name. Please give the first name and surname.` }]
      await parts.state.write({ [keyOf(origin.entraObjectId ?? '')]: { staffCode: person.staffCode, eTag: '*' } })
      await parts.outbox.returned(person.staffCode, parts.clock.now())
      const now = `You are now ${person.name}, ${gradeInWords(person.grade)}. This is for practice and works only on your own machine. Say “act as myself” to go back.`
      return [{ text: now }, ...(await parts.waitingFor(person))]
    },
  }
}
