import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { AuditNote } from '../audit.ts'
import { AllocationAnswerId, AllocationDraftId, Crn, StaffCode } from '../ids.ts'

/** The sections of an oversight entry, in its order. */
export const EntrySection = z.enum([
  'decision',
  'complexity',
  'capability',
  'capacity',
  'enquiries',
  'discrimination',
  'support',
  'touch-point',
])
export type EntrySection = z.infer<typeof EntrySection>

/**
 * An allocation that is being decided. It holds what the manager said, and what was drafted from the facts of the
 * answer it rests on.
 */
export const AllocationDraft = z.object({
  id: AllocationDraftId,
  by: StaffCode,
  crn: Crn,
  /** Who is to get the case. */
  to: StaffCode,
  /** The answer that weighed them: its facts are those of the decision, and what was decided after it stands in the way. */
  answer: AllocationAnswerId,
  /** Who holds the case now, where it is a reallocation. */
  previous: StaffCode.optional(),
  limitedAccess: z.boolean(),
  /** Which order of the person it is about: the event number of the case services. */
  eventNumber: z.int().optional(),
  teamCode: z.string().optional(),
  /** What was drafted from the facts of the answer, section by section. */
  drafted: z.partialRecord(EntrySection, z.string()).optional(),
  /** What the manager wrote in place of, or into, a section. */
  sections: z.partialRecord(EntrySection, z.string()),
  /** Why, in the manager's own words. */
  reasoning: z.string().optional(),
  /** What would do harm if the person on probation read it. It stands apart. */
  sensitive: z.string().optional(),
  /** Whether the sensitive part goes in: not until the manager says so, whatever was typed. */
  addsSensitive: z.boolean().optional(),
  /** The head of PDU who agreed, where it is outside guidance. */
  agreedBy: StaffCode.optional(),
  mentor: StaffCode.optional(),
})
export type AllocationDraft = z.infer<typeof AllocationDraft>

/** Allocations that are being decided. */
export type AllocationDrafts = {
  /** Keeps a new draft, with its audit note. */
  open(draft: AllocationDraft, at: Temporal.Instant, note: AuditNote): Promise<void>
  /** `version` is what the last read or write gave; somebody else having written meanwhile is a `conflict` and changes nothing. */
  write(draft: AllocationDraft, version: number, at: Temporal.Instant): Promise<'written' | 'conflict'>
  /** A draft with its version, also when it is `decided` or `cancelled`. */
  read(
    id: AllocationDraftId,
  ): Promise<{ draft: AllocationDraft; version: number; state: 'open' | 'decided' | 'cancelled' } | undefined>
  /** Open drafts of a person, the one touched last first. */
  openOf(person: StaffCode): Promise<AllocationDraft[]>
  /** Closes an open draft without deciding anything; false when it was not open. */
  cancel(id: AllocationDraftId, at: Temporal.Instant, note: AuditNote): Promise<boolean>
}
