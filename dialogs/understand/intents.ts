import { caseRules } from './case-rules.ts'
import type { Intent } from './intent.ts'
import { logRules, notLogging, outOfScope } from './log-rules.ts'
import type { Sentence } from './marked-text.ts'
import { otherRules } from './other-rules.ts'
import { refusals } from './refusals.ts'
import { type Need, type Rule, rule } from './rule.ts'
import { smallTalk } from './small-talk.ts'
import { bookings, supervisionQuestions } from './supervision-rules.ts'

/** Everything about a message that its rules may need, besides the words of a sentence. */
export type Cues = {
  /** A day after today is named. */
  ahead: boolean
  /** A day that has been, or a length of time, is named. */
  detail: boolean
  /** A single term whose meaning is asked, by sentence. */
  asksTerm: (sentence: Sentence) => boolean
}

const definitions: readonly Rule[] = [rule('define-term', 0.95, '', ['known-term'])]

/** In the order in which they are tried; the first that fits says what a sentence is. */
const table: readonly Rule[] = [
  ...smallTalk,
  ...definitions,
  ...otherRules,
  ...caseRules,
  ...supervisionQuestions,
  ...notLogging,
  ...bookings,
  ...logRules,
  ...outOfScope,
]

const unsure: { intent: Intent; confidence: number } = { intent: 'none', confidence: 0.3 }

/**
 * What a message asks for, from its sentences. An attempt to get round the rules counts wherever it stands; taking it
 * back at the end counts; otherwise the first sentence that a rule fits decides, and a greeting or thanks only when
 * nothing else does.
 */
export function intentOf(sentences: readonly Sentence[], cues: Cues): { intent: Intent; confidence: number } {
  const whole: Sentence = {
    said: sentences
      .map(({ said }) => said)
      .join(' ')
      .slice(0, 600),
    asks: sentences.some(({ asks }) => asks),
  }
  const refused = firstOf(refusals, whole, cues)
  if (refused !== undefined) return refused
  const last = sentences.at(-1)
  if (last !== undefined && sentences.length > 1) {
    const taken = firstOf(smallTalk, last, cues)
    if (taken?.intent === 'cancel') return taken
  }
  let courtesy: { intent: Intent; confidence: number } | undefined
  for (const sentence of sentences) {
    const read = firstOf(table, sentence, cues)
    if (read === undefined) continue
    if (read.intent !== 'greet' && read.intent !== 'thank') return read
    courtesy ??= read
  }
  if (courtesy !== undefined) return courtesy
  return (sentences.length > 1 ? firstOf(table, whole, cues) : undefined) ?? unsure
}

function firstOf(rules: readonly Rule[], sentence: Sentence, cues: Cues) {
  const found = rules.find(
    ({ says, unless, needs }) =>
      needs.every((need) => holds(need, sentence, cues)) && says.test(sentence.said) && !unless?.test(sentence.said),
  )
  return found === undefined ? undefined : { intent: found.intent, confidence: found.sure }
}

function holds(need: Need, sentence: Sentence, cues: Cues): boolean {
  switch (need) {
    case 'asks':
      return sentence.asks
    case 'tells':
      return !sentence.asks
    case 'ahead':
      return cues.ahead
    case 'not-ahead':
      return !cues.ahead
    case 'detail':
      return cues.detail
    case 'known-term':
      return cues.asksTerm(sentence)
  }
}
