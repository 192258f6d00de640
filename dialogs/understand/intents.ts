import { actionRules } from './action-rules.ts'
import { awayRules } from './away-rules.ts'
import { bookingChanges, bookings } from './booking-rules.ts'
import { caseRules } from './case-rules.ts'
import { caseloadRules, overLimitRules } from './caseload-rules.ts'
import { dueRules } from './due-rules.ts'
import type { Intent } from './intent.ts'
import { logRules, notLogging, outOfScope } from './log-rules.ts'
import type { Sentence } from './marked-text.ts'
import { otherRules } from './other-rules.ts'
import { refusals } from './refusals.ts'
import { reviewRules } from './review-rules.ts'
import { groupsOf, type Need, type Rule, type RuleGroup, rule } from './rule.ts'
import { smallTalk } from './small-talk.ts'
import { supervisionQuestions } from './supervision-rules.ts'

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

/** In the order in which they are tried; the first rule that fits says what a sentence is. */
const table: readonly RuleGroup[] = [
  definitions,
  reviewRules,
  awayRules,
  actionRules,
  otherRules,
  overLimitRules,
  caseRules,
  caseloadRules,
  bookingChanges,
  supervisionQuestions,
  dueRules,
  notLogging,
  bookings,
  logRules,
  outOfScope,
].flatMap(groupsOf)
const refusing = groupsOf(refusals)
const talk = groupsOf(smallTalk)

type Read = { intent: Intent; confidence: number }

const unsure: Read = { intent: 'none', confidence: 0.3 }

/**
 * What a message asks for, from its sentences. An attempt to get round the rules counts wherever it stands; taking it
 * back at the end counts; otherwise the first sentence that a rule fits decides, and a greeting or thanks only when
 * nothing else does.
 */
export function intentOf(sentences: readonly Sentence[], cues: Cues): Read {
  const together = allTogether(sentences)
  const refused = firstOf(refusing, together, cues)
  if (refused !== undefined) return refused
  const last = sentences.at(-1)
  if (last !== undefined && sentences.length > 1) {
    const taken = talkIn(last, cues)
    if (taken?.intent === 'cancel') return taken
  }
  let courtesy: Read | undefined
  for (const sentence of sentences) {
    const read = talkIn(sentence, cues) ?? firstOf(table, sentence, cues)
    if (read === undefined) continue
    if (read.intent !== 'greet' && read.intent !== 'thank') return read
    courtesy ??= read
  }
  if (courtesy !== undefined) return courtesy
  return (sentences.length > 1 ? firstOf(table, together, cues) : undefined) ?? unsure
}

function allTogether(sentences: readonly Sentence[]): Sentence {
  const [only] = sentences
  if (only !== undefined && sentences.length === 1) return only
  const join = (part: 'said' | 'whole') =>
    sentences
      .map((sentence) => sentence[part])
      .join(' ')
      .slice(0, 600)
  return { said: join('said'), whole: join('whole'), asks: sentences.some(({ asks }) => asks) }
}

/** "Good morning" is an opening before a request and a greeting on its own, so it is read before openings are taken off. */
function talkIn(sentence: Sentence, cues: Cues): Read | undefined {
  if (sentence.said === sentence.whole) return firstOf(talk, sentence, cues)
  return firstOf(talk, { ...sentence, said: sentence.whole }, cues) ?? firstOf(talk, sentence, cues)
}

function firstOf(groups: readonly RuleGroup[], sentence: Sentence, cues: Cues): Read | undefined {
  for (const { rules, mayFit } of groups) {
    if (!mayFit.some((pattern) => pattern.test(sentence.said))) continue
    const found = rules.find(
      ({ says, unless, needs }) =>
        needs.every((need) => holds(need, sentence, cues)) && says.test(sentence.said) && !unless?.test(sentence.said),
    )
    if (found !== undefined) return { intent: found.intent, confidence: found.sure }
  }
  return undefined
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
