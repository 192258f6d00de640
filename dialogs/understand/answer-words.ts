import type { Reflection } from '../../domain/reflection.ts'
import type { SignOffOutcome } from '../../domain/supervision.ts'
import { reflectionWords } from './reflection-words.ts'

/** `unclear`: they agree and object in one sentence, so they have to be asked which it is. */
export type AnswerWords = {
  outcome: SignOffOutcome | 'unclear'
  words?: string
  /** Where the words are all about whether it was reflective, what they say of that. */
  reflection?: Reflection
}

const lead = '(?:yes,?\\s+|ok(?:ay)?,?\\s+)?(?:i\\s+)?'
const after = '\\s*(?:[:;,.-]|\\band\\b)\\s*'
/** What follows an agreement. */
const agreeing =
  /^(?:yes,?\s+|ok(?:ay)?,?\s+)?(?:i\s+)?(?:agree|agreed|accept|accepted)(?:\s+(?:to|with)\s+(?:it|this|that))?\s*(?:[:;,.–-]|\band\b)\s*([\s\S]+)$/i
/** "I agree, but it was 30 minutes": agreement and disagreement in one. */
const withReservation = /\b(?:but|except|however|although|though|apart from)\b/i

/** How somebody says what they think of a session they were sent. Each pattern is a whole message; the group is their words. */
const rules: readonly { says: RegExp; outcome: SignOffOutcome }[] = [
  {
    says: /^(?:i\s+)?(?:(?:would\s+like\s+to\s+|want\s+to\s+|please\s+)?(?:ask|asking|asked)\s+for\s+(?:a\s+)?changes?|(?:would\s+like|want|need)\s+(?:a\s+)?changes?|request\s+(?:a\s+)?changes?|changes?\s+(?:needed|please|requested)|(?:i\s+)?(?:do\s+not|don'?t|can'?t|cannot)\s+agree|disagree|not\s+agreed|challenge)(?:\s+(?:with|to)\s+(?:it|this|that))?(?:(?:\s*[:;,.-]\s*|\s+(?:because|as|since)\s+)([\s\S]*))?$/i,
    outcome: 'change-asked',
  },
  {
    says: new RegExp(
      `^${lead}(?:agree|agreed|accept|confirm)\\s+with\\s+(?:a\\s+)?comments?(?:${after}([\\s\\S]*))?$`,
      'i',
    ),
    outcome: 'agreed-with-comment',
  },
  {
    says: new RegExp(
      `^${lead}(?:agree|agreed|accept|accepted)(?:\\s+(?:to|with)\\s+(?:it|this|that|the\\s+record))?(?:,?\\s+(?:thanks|thank\\s+you|cheers|ta))?\\s*[.!]*$`,
      'i',
    ),
    outcome: 'agreed',
  },
  {
    says: new RegExp(
      `^${lead}(?:agree|agreed|accept|accepted)(?:\\s+(?:to|with)\\s+(?:it|this|that))?${after}([\\s\\S]+)$`,
      'i',
    ),
    outcome: 'agreed-with-comment',
  },
]

/**
 * What somebody says of a session they were asked to sign: "agree", "agree: thanks", "ask for a change: it was Thursday".
 * Undefined unless the whole message says so. `words` are as typed; absent when there were none, also where the outcome
 * needs them: ask for them then.
 */
export function answerWords(text: string): AnswerWords | undefined {
  const said = text.trim().replace(/[’‘]/g, "'")
  const about = agreeing.exec(said)?.[1]
  const reflection = about === undefined ? undefined : reflectionWords(about, false)
  if (about !== undefined && reflection !== undefined)
    return { outcome: 'agreed-with-comment', words: about, reflection }
  if (
    /^(?:yes,?\s+|ok(?:ay)?,?\s+)?(?:i\s+)?(?:agree|agreed|accept|accepted)\b/i.test(said) &&
    withReservation.test(said)
  ) {
    return { outcome: 'unclear', words: said }
  }
  for (const { says, outcome } of rules) {
    const match = says.exec(said)
    if (match === null) continue
    const words = match[1]?.trim()
    return words ? { outcome, words } : { outcome }
  }
  return undefined
}
