import type { Temporal } from 'temporal-polyfill'
import type { SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { isOnly } from './draft-words.ts'
import { lengthsFound } from './how-long.ts'
import { kindsFound } from './kinds-in.ts'
import type { NameIndex } from './names.ts'
import { plainText } from './plain-text.ts'
import { respell } from './spelling.ts'
import { daysFound } from './when.ts'

const becauseOf = /[\s,;:.–-]*\b(?:because|as|since|reason)\b[\s:]+([\s\S]{3,})$/i
const mistaken =
  /[\s,;:.–-]*\b((?:(?:it|that)\s+was\s+)?(?:(?:the\s+)?wrong\s+(?:person|name|one|session|kind|type|day|date)|(?:a\s+)?duplicate|(?:logged|entered|recorded|saved|put\s+in)\s+(?:it\s+)?twice)\b[\s\S]*)$/i
const request =
  /^(?:please\s+|can you\s+|so\s+)*(?:withdraw|delete|remove|undo|retract|cancel|scrap|bin|take\s+(?:it|that|this))\b/i
const politeness = /^(?:please|thanks|thank you|cheers|ta)\W*$/i

/**
 * Why a session is to be withdrawn, as somebody typed it behind the request, and the request before it: "withdraw the
 * session with Daniel, wrong person". A day, a kind, a length or a name behind a comma says which session it is, and is no
 * reason. Undefined where no reason was given.
 */
export function withdrawalReason(
  text: string,
  today: Temporal.PlainDate,
  names: NameIndex,
  policy: SupervisionPolicy,
): { reason: string; before: string } | undefined {
  const said = becauseOf.exec(text) ?? mistaken.exec(text)
  if (said?.[1] !== undefined && said.index > 0) return { reason: said[1].trim(), before: text.slice(0, said.index) }
  if (/\b(?:by mistake|in error)\b/i.test(text)) return { reason: 'Logged by mistake', before: text }
  const isFact = (part: string) => {
    const read = respell(plainText(part)).replace(/^(?:with|for|of|from|the one|that)\s+/i, '')
    const named = names
      .mentions(read)
      .flatMap(({ people, at, end }) => (people.length > 0 ? [{ value: '', at, end }] : []))
    const facts = [daysFound(read, today, 'past'), kindsFound(read, policy), lengthsFound(read), named].flat()
    return isOnly(read.replace(/\bwith\b/gi, 'the '), facts)
  }
  let end = text.length
  for (const { index } of [...text.matchAll(/[,;:]\s|\s[–-]\s/g)].reverse()) {
    const part = text
      .slice(index + 1, end)
      .replace(/^[\s,;:–-]+/, '')
      .trim()
    if (isFact(part)) break
    end = index
  }
  const reason = text
    .slice(end)
    .replace(/^[\s,;:–-]+/, '')
    .trim()
  if (reason.length < 3 || politeness.test(reason) || request.test(reason)) return undefined
  return { reason, before: text.slice(0, end) }
}
