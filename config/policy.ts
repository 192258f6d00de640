import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { AllocationPolicy } from '../domain/allocation/allocation-policy.ts'
import { ReminderPolicy } from '../domain/reminders/reminder-policy.ts'
import { SendingPolicy } from '../domain/reminders/sending-policy.ts'
import { RetentionPolicy } from '../domain/retention.ts'
import { ReviewPolicy } from '../domain/reviews/review-policy.ts'
import { SupervisionPolicy } from '../domain/supervision-kind.ts'
import { defaultAllocationPolicy } from './allocation.ts'
import { defaultSupervisionPolicy } from './kinds.ts'
import { defaultReminderPolicy } from './reminders.ts'
import { defaultRetentionPolicy } from './retention.ts'
import { defaultReviewPolicy } from './reviews.ts'
import { defaultSendingPolicy } from './sending.ts'

const Pack = z.strictObject({
  supervision: SupervisionPolicy,
  retention: RetentionPolicy,
  allocation: AllocationPolicy,
  reviews: ReviewPolicy,
  reminders: ReminderPolicy,
  sending: SendingPolicy,
})
/** Every part of the policy in force. */
export type Policies = z.infer<typeof Pack>

/**
 * The policy in force: the built-in one, with each value that the pack in `file` (JSON) gives put in its place. Lists of
 * things with an `id` are replaced thing by thing, other lists whole. What is wrong with a pack is added to `problems`,
 * each with the path of the value.
 */
export function readPolicy(file: string | undefined, problems: string[]): Policies | undefined {
  let pack: unknown = {}
  if (file !== undefined) {
    try {
      pack = JSON.parse(readFileSync(file, 'utf8'))
    } catch {
      problems.push('POLICY_FILE should name a JSON file that can be read.')
      return undefined
    }
    if (!isRecord(pack)) {
      problems.push('POLICY_FILE should hold a JSON object, like {"supervision": {"monthsBack": 6}}.')
      return undefined
    }
  }
  const defaults = {
    supervision: defaultSupervisionPolicy,
    retention: defaultRetentionPolicy,
    allocation: defaultAllocationPolicy,
    reviews: defaultReviewPolicy,
    sending: defaultSendingPolicy,
    reminders: defaultReminderPolicy,
  }
  const replaced = replaceValues(defaults, pack)
  const parsed = Pack.safeParse(replaced)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const where = issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
    problems.push(`POLICY_FILE has a wrong value${where}: ${issue.message}.`)
  }
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasId(value: unknown): value is { id: unknown } {
  return isRecord(value) && value.id !== undefined
}

function replaceValues(original: unknown, replacement: unknown): unknown {
  if (Array.isArray(original) && Array.isArray(replacement) && original.every(hasId) && replacement.every(hasId)) {
    const kept = original.map((item) => replaceValues(item, replacement.find((other) => other.id === item.id) ?? item))
    return [...kept, ...replacement.filter((item) => !original.some((other) => other.id === item.id))]
  }
  if (!isRecord(original) || !isRecord(replacement)) return replacement
  const result: Record<string, unknown> = { ...original }
  for (const [key, value] of Object.entries(replacement)) result[key] = replaceValues(original[key], value)
  return result
}
