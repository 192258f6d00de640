import { plainText } from './plain-text.ts'

const places: readonly RegExp[] = [
  /^(?:first|1st|former|top)$/,
  /^(?:second|2nd|latter)$/,
  /^(?:third|3rd)$/,
  /^(?:fourth|4th)$/,
  /^(?:fifth|5th)$/,
  /^(?:sixth|6th)$/,
]
const whole =
  /^(?:(?:no|yes|sorry|actually|i mean|i meant|it is|it was|make it|make that)[\s,]+)*(?:(?:the|number|option|no\.?)\s+)*([a-z]+|[1-6](?:st|nd|rd|th)?)(?:\s+(?:one|person|name|session|of them|on the list))*(?:\s+(?:please|then|thanks))*[\s.!]*$/

/**
 * Which of several things that were offered in order a message means, from 0: "the first one", "the second", "2". Of two,
 * "the other one" is the one that does not stand at `now`, or the second where neither does. Undefined for anything else.
 */
export function whichOne(text: string, count: number, now?: number): number | undefined {
  const word = whole.exec(plainText(text).toLowerCase())?.[1]
  if (word === undefined) return undefined
  if (word === 'other') return count === 2 ? (now === 1 ? 0 : 1) : undefined
  const at = /^[1-6]$/.test(word) ? Number(word) - 1 : places.findIndex((place) => place.test(word))
  return at >= 0 && at < count ? at : undefined
}
