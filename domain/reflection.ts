import { z } from 'zod'

/** Whether the person supervised found a session reflective. It is asked of them, never assumed. */
export const ReflectiveRating = z.enum(['yes', 'partly', 'no'])
export type ReflectiveRating = z.infer<typeof ReflectiveRating>

/** What the person supervised said of a reflective session, with a line of their own if they gave one. */
export type Reflection = { rating: ReflectiveRating; line?: string }

/** The questions of the policy that ask for it, by their ids. */
export const wasReflective = 'was-reflective'
export const reflectiveLine = 'reflective-line'
/** The most characters of the line. */
export const lineCharacters = 300
