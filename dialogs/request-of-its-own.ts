import type { Intent, Reading } from './understand/understand.ts'

/** What words that give a reason read like: “he was ill”, “I logged it for the wrong person”, “Tom had to finish a report”. */
const likeReasons: readonly Intent[] = [
  'none',
  'record-absence',
  'amend-supervision',
  'add-action',
  'complete-action',
  'allocate-case',
]

/** Whether a message is sure to be a request of its own, where the last answer asked for a reason in free words. */
export function isRequestOfItsOwn({ intent, confidence }: Pick<Reading, 'intent' | 'confidence'>): boolean {
  return confidence >= 0.9 && !likeReasons.includes(intent)
}
