import { z } from 'zod'

/** How fast messages may go out, and how often one is tried again. */
export const SendingPolicy = z.strictObject({
  /** Requests a second that Teams takes from the app in one tenant. */
  requestsPerSecond: z.int().min(3).max(1000),
  /** How much of that this service uses for reminders, in percent; the rest is left for answers. */
  share: z.int().min(10).max(100),
  /** How many messages one chat takes in so many seconds: each of these holds. */
  perChat: z.array(z.strictObject({ messages: z.int().min(1), seconds: z.int().min(1).max(60) })).min(1),
  retry: z.strictObject({
    /** The pause after the first failure; each one after it is twice as long. */
    firstSeconds: z.int().min(1).max(3600),
    /** No pause is longer. */
    mostSeconds: z.int().min(1).max(86_400),
    /** An entry that failed so often is given up, and said in the delivery report. */
    attempts: z.int().min(1).max(100),
  }),
  /** Reminders to one person that fall due within so many minutes can become one message. */
  togetherMinutes: z.int().min(0).max(60),
  /** An instance that has not said anything of an entry for so long has lost it to the others. */
  leaseSeconds: z.int().min(5).max(600),
})
export type SendingPolicy = z.infer<typeof SendingPolicy>

/** Requests a second that are used, in one tenant and by all instances together; two at least. */
export function requestsKept({ requestsPerSecond, share }: Pick<SendingPolicy, 'requestsPerSecond' | 'share'>): number {
  return Math.max(2, Math.floor((requestsPerSecond * share) / 100))
}
