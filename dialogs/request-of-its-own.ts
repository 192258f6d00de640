import { endOfAllocation, saidOfAllocation } from './allocation/said-of-allocation.ts'
import type { Pending } from './pending.ts'
import { coverIn } from './understand/away-words.ts'
import { otherPerson, startsAgain } from './understand/other-person.ts'
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
const mayBeUnsure: readonly Pending['asks'][] = [
  'booking',
  'draw-for',
  'nomination',
  'action-which',
  'which-person',
  'allocation',
  'whose',
]

/** What an answer to a question may itself read like. */
const like: Partial<Record<Pending['asks'], readonly Intent[]>> = {
  booking: ['book-supervision'],
  'draw-for': ['draw-case'],
  nomination: ['nominate-case', 'show-case'],
  allocating: ['allocate-case', 'add-action'],
  allocation: ['show-case', 'check-allocation', 'find-practitioner', 'allocate-case'],
  'action-which': ['complete-action', 'show-actions'],
}

/** Questions that are answered in a few words: a message of more says something else. */
const answeredShortly: readonly Pending['asks'][] = ['absence', 'cover']
const fewWords = 8

const opening = /^\W*(?:yes|yeah|yep|ok(?:ay)?|sure|fine|right|no|nope|stop|wait)\b[\s,.;:!-]+(?=\S)/i

/** Whether words are about the allocation that is open: its texts, its end, or that somebody else gets the case. */
function isOfAllocation(words: string): boolean {
  return (endOfAllocation(words) ?? saidOfAllocation(words) ?? otherPerson(words)) !== undefined || startsAgain(words)
}

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
  { intent, confidence, entities, people }: Pick<Reading, 'intent' | 'confidence' | 'entities' | 'people'>,
): boolean {
  // It asks nothing: whether a message goes on about the case is for the case to find out.
  if (asks === 'case-shown') return false
  if (asks === 'allocating' && isOfAllocation(words)) return false
  // Who gets the case is asked first: what is said of it meanwhile must not go to somebody else.
  if (asks === 'allocation' && (endOfAllocation(words) ?? saidOfAllocation(words)) !== undefined) return false
  if (/\?\s*$/.test(words) && !mayBeUnsure.includes(asks)) return true
  if (answeredShortly.includes(asks) && words.trim().split(/\s+/).length > fewWords) return true
  if (asksWhy.includes(asks)) {
    return /\binstead\W*$/i.test(words) || (confidence >= 0.9 && !likeReasons.includes(intent))
  }
  if (intent === 'none' || intent === 'cancel' || like[asks]?.includes(intent)) return false
  // Other days, or who covers, are said without naming anybody who is away.
  if (asks === 'absence' && intent === 'record-absence') {
    const cover = coverIn(words)
    return cover === undefined ? entities.practitioner !== undefined || people.length > 0 : cover.rest !== ''
  }
  return confidence >= 0.8
}
