import { z } from 'zod'
import type { Message } from './ports.ts'
import type { Person } from './staff.ts'

/** A copy to read, or one for programs. */
export const CopyFormat = z.enum(['page', 'data'])
export type CopyFormat = z.infer<typeof CopyFormat>

/** A copy of somebody's records as a file. Its name names nobody. */
export type CopyFile = { format: CopyFormat; name: string; contentType: string; content: string }

/** Gives a file to the person it is about, the way it can be done where they are. */
export type HandOver = {
  /** What they are told. `given` says whether they have the file now, or are asked first where it shall go. */
  offer(person: Person, file: CopyFile): Promise<{ message: Message; given: boolean }>
}
