import { z } from 'zod'

/** A question that the next message may answer, one form for each part of the product that asks any. */
export const Pending = z.discriminatedUnion('asks', [z.object({ asks: z.literal('nothing') })])
export type Pending = z.infer<typeof Pending>
