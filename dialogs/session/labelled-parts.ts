import type { DraftField, SupervisionDraft } from '../../domain/draft.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Desk, Turn } from '../turn.ts'
import type { AnsweredAtOnce } from '../understand/answers-at-once.ts'
import { answersSaid } from '../understand/answers-said.ts'
import { casesFound, casesIn } from '../understand/cases-in.ts'
import { fieldsByName, isOnly } from '../understand/draft-words.ts'
import { bareMinutes, lengthsFound } from '../understand/how-long.ts'
import { kindsFound } from '../understand/kinds-in.ts'
import { plainText } from '../understand/plain-text.ts'
import { respell } from '../understand/spelling.ts'
import { daysFound } from '../understand/when.ts'

type Parts = Pick<AnsweredAtOnce, 'parts' | 'unsure'> & { crns: Crn[] }

/**
 * The answers with labels in a message about a draft, and what else it says of the session beside them: a length, a day,
 * a kind, cases. Undefined when it has no label. Words outside every label that are none of these are `unsure`.
 */
export function labelledParts(text: string, draft: SupervisionDraft, turn: Turn, desk: Desk): Parts | undefined {
  const { answers, rest } = answersSaid(text, desk.policy, draft.kinds)
  const parts: Parts['parts'] = Object.entries(answers).map(([id, words]) => ({ field: `answer.${id}`, words }))
  if (parts.length === 0) return undefined
  const unsure: string[] = []
  for (const piece of piecesOf(rest)) {
    const found = basicIn(piece, draft, turn, desk)
    if (found === undefined) unsure.push(piece)
    else if (found !== 'nothing') parts.push(found)
  }
  return { parts, unsure, crns: casesIn(text) }
}

/** What stands between labels, in pieces; numbers before labels and small words that only join are none. */
function piecesOf(rest: string): string[] {
  return rest
    .split(/[\n;,]+|\.(?:\s+|$)/)
    .map((piece) => piece.trim())
    .filter(
      (piece) =>
        piece.length > 1 && !/^\W*(?:\d[.):]?|and|also|then|thanks|thank you|please|ok(?:ay)?|plus)?\W*$/i.test(piece),
    )
}

function basicIn(
  piece: string,
  draft: SupervisionDraft,
  turn: Turn,
  { policy }: Desk,
): { field: DraftField; words: string } | 'nothing' | undefined {
  const [first = '', ...more] = piece.split(/\s+/)
  const named = more.length > 0 ? fieldsByName(policy, draft.kinds).get(first.toLowerCase()) : undefined
  if (named !== undefined && !named.startsWith('answer.')) return { field: named, words: more.join(' ') }
  const read = respell(plainText(piece))
  if (isOnly(read, lengthsFound(read))) return { field: 'minutes', words: piece }
  if (draft.minutes === undefined && bareMinutes(piece) !== undefined) return { field: 'minutes', words: piece }
  if (isOnly(read, daysFound(read, turn.today, 'past'))) return { field: 'heldOn', words: piece }
  const cases = read.replace(/^(?:the\s+)?(?:cases?|crns?)\s+/i, '')
  if (isOnly(cases, casesFound(cases))) return 'nothing'
  if (isOnly(read, kindsFound(read, policy))) return { field: 'kinds', words: piece }
  return undefined
}
