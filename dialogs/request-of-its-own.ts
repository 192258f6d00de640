import type { Pending } from './pending.ts'
import type { Intent, Reading } from './understand/understand.ts'

/** What words that give a reason read like: “he was ill”, “I logged it for the wrong person”, “Tom had to finish a report”. */
const likeReasons: readonly Intent[] = [
  'none',
  'cancel',
  'record-absence',
  'amend-supervision',
  'add-action',
  'complete-action',
  'allocate-case',
]

/** Questions whose answer is a reason in free words. */
const asksWhy: readonly Pending['asks'][] = ['withdraw', 'booking-cancel', 'booking-reason', 'draw-again']

/** Questions that people answer with a mark behind: “Monday at 10?”. */
const mayBeUnsure: readonly Pending['asks'][] = ['booking', 'draw-for', 'nomination', 'action-which']

/** What an answer to a question may itself read like. */
const like: Partial<Record<Pending['asks'], readonly Intent[]>> = {
  booking: ['book-supervision'],
  'draw-for': ['draw-case'],
  nomination: ['nominate-case', 'show-case'],
  'action-which': ['complete-action', 'show-actions'],
}

const opening = /^\W*(?:yes|yeah|yep|ok(?:ay)?|sure|fine|right|no|nope|stop|wait)\b[\s,.;:!-]+(?=\S)/i

/** What comes after a yes or a no at the beginning of a message; undefined when it does not begin with one, or has nothing more. */
export function afterYesOrNo(words: string): string | undefined {
  const rest = words.replace(opening, '')
  return rest === words ? undefined : rest
}

/**
 * Whether a message is a request of its own and no answer to what was asked. A wrong yes withdraws a session or cancels a
 * booking, so what is in doubt is not an answer.
 */
export function isRequestOfItsOwn(
  asks: Pending['asks'],
  words: string,
  { intent, confidence, entities }: Pick<Reading, 'intent' | 'confidence' | 'entities'>,
): boolean {
  if (/\?\s*$/.test(words) && !mayBeUnsure.includes(asks)) return true
  if (asksWhy.includes(asks)) {
    return /\binstead\W*$/i.test(words) || (confidence >= 0.9 && !likeReasons.includes(intent))
  }
  if (intent === 'none' || intent === 'cancel' || like[asks]?.includes(intent)) return false
  // Other days, or who covers, are said without naming anybody who is away.
  if (asks === 'absence' && intent === 'record-absence') {
    return entities.practitioner !== undefined && !/\bcover/i.test(words)
  }
  return confidence >= 0.8
}
