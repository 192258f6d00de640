import type { Pending } from '../pending.ts'
import type { Meant } from '../people-meant.ts'
import type { Reply } from '../turn.ts'

type Whose = Extract<Pending, { asks: 'whose' }>

/** The question whose workload or cases are meant. Where people were offered, the next message may be nothing but one of them. */
export function whoseAsked({ says, among }: Extract<Meant, { says: string }>, does: Whose['does']): Reply {
  if (among === undefined) return { message: { text: says } }
  return { message: { text: says }, pending: { asks: 'whose', does, people: among.map(({ staffCode }) => staffCode) } }
}
