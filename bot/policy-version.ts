import { createHash } from 'node:crypto'
import type { AllocationPolicy } from '../domain/allocation/allocation-policy.ts'

/**
 * A short name for the numbers that the allocation rules have: the same for the same numbers in whatever order they are
 * written, another for any other. It is kept with every answer.
 */
export function policyVersion(policy: AllocationPolicy): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(policy)))
    .digest('hex')
    .slice(0, 12)
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(parts.map(([key, part]) => [key, inOrder(part)]))
}
