import { Crn } from './ids.ts'
import type { RecordedSession } from './supervision.ts'

/** What stands where a case of limited access would, for somebody who may not see it. */
export const accessRestricted = 'access is restricted'

/** Every case number written in some words. */
export function casesIn(words: string): Crn[] {
  const found = words.matchAll(/(?<![\p{L}\p{N}])[a-z]\s?\d{6}(?![\p{L}\p{N}])/giu)
  return [...new Set([...found].map(([crn]) => Crn.parse(crn)))]
}

/** Words without these case numbers, however they are written. */
export function hideCases(words: string, hidden: readonly Crn[]): string {
  if (hidden.length === 0) return words
  const numbers = hidden.map((crn) => `${crn.slice(0, 1)}\\s?${crn.slice(1)}`).join('|')
  return words.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${numbers})(?![\\p{L}\\p{N}])`, 'giu'), accessRestricted)
}

/** All words that stand anywhere in a record. */
export function wordsIn(record: unknown): string[] {
  if (typeof record === 'string') return [record]
  if (Array.isArray(record)) return record.flatMap(wordsIn)
  return isPlain(record) ? Object.values(record).flatMap(wordsIn) : []
}

/** A record without these case numbers, wherever they stand in its words; a list of numbers goes without them. */
export function withoutCasesIn<T>(record: T, hidden: readonly Crn[]): T {
  if (hidden.length === 0) return record
  const isHidden = (each: unknown) => hidden.some((crn) => crn === each)
  const hide = (each: unknown): unknown => {
    if (typeof each === 'string') return hideCases(each, hidden)
    if (Array.isArray(each)) return each.filter((one) => !isHidden(one)).map(hide)
    if (!isPlain(each)) return each
    return Object.fromEntries(Object.entries(each).map(([name, value]) => [name, hide(value)]))
  }
  return hide(record) as T
}

/** Days, moments and the like have no words in them. */
function isPlain(record: unknown): record is Record<string, unknown> {
  return typeof record === 'object' && record !== null && Object.getPrototypeOf(record) === Object.prototype
}

/** Every case number in a session, listed or written somewhere in its words. */
export function casesNamed(session: RecordedSession): Crn[] {
  const { answers, privateAnswers, signOff, reflection, withdrawn } = session
  const answered = [...Object.values(answers), ...Object.values(privateAnswers)]
  const words = [...answered, signOff?.words, reflection?.line, withdrawn?.reason]
  return [...new Set([...session.crns, ...casesIn(words.join('\n'))])]
}

/** A session for somebody who may not see some of its cases: their numbers stand nowhere in it, whoever wrote them where. */
export function withoutCases(session: RecordedSession, hidden: readonly Crn[]): RecordedSession {
  if (hidden.length === 0) return session
  const hide = (words: string) => hideCases(words, hidden)
  const hideAll = (answers: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, hide(answer)]))
  const { signOff, reflection, withdrawn } = session
  return {
    ...session,
    crns: session.crns.filter((crn) => !hidden.includes(crn)),
    answers: hideAll(session.answers),
    privateAnswers: hideAll(session.privateAnswers),
    ...(signOff?.words === undefined ? {} : { signOff: { ...signOff, words: hide(signOff.words) } }),
    ...(reflection?.line === undefined ? {} : { reflection: { ...reflection, line: hide(reflection.line) } }),
    ...(withdrawn?.reason === undefined ? {} : { withdrawn: { ...withdrawn, reason: hide(withdrawn.reason) } }),
  }
}
