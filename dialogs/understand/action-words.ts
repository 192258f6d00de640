import { Temporal } from 'temporal-polyfill'
import type { Person } from '../../domain/staff.ts'
import { blankOut } from './found.ts'
import type { FindOptions } from './mentions-in.ts'
import type { NameIndex } from './names.ts'
import { plainText } from './plain-text.ts'
import { daysFound } from './when.ts'

/** An action as somebody said it. Several people where a name is not sure; nobody where none was given. */
export type ActionSaid = {
  owners: readonly Person[]
  /** "For me", "me to". */
  mine?: true
  unknownName?: string
  text: string
  due?: Temporal.PlainDate
}

export type ActionContext = { today: Temporal.PlainDate; names: NameIndex } & FindOptions

const prefix =
  /^\W*(?:please\s+)?(?:(?:i\s+(?:want|need|would\s+like)\s+to\s+)?(?:add|create|new|set|make|raise|log|record|give|assign|put)\s+)?(?:(?:a|an|the|new|another)\s+)*(?:actions?|tasks?|to[\s-]?dos?)\b\s*(?:for\b|to\b|:|-)?\s*/i
/** "Give Tom an action: …" is "Tom: …". */
const giving =
  /^\W*(?:please\s+)?(?:give|assign)\s+(.{1,60}?)\s+(?:an?|the|another)\s+(?:new\s+)?(?:action|task)\b\s*(?:to\b|:|-)?\s*/i
const asking = /^\W*(?:please\s+)?(?:ask|get|tell|task|remind|chase)\s+/i
const bullet = /^\s*(?:[-*•]|\d{1,2}[.)])\s*/
/** What stands between whoever is to do something and what that is. */
const between = /^\s*(?::|-|(?:is\s+)?to\b|needs\s+to\b|must\b|should\b|has\s+to\b|will\b|for\b)\s*/i
const beforeDay =
  /(?:[\s,;(-]*\b(?:(?:to\s+be\s+)?(?:done|completed|finished)\s+)?(?:by|due(?:\s+(?:by|on|date))?|before|no\s+later\s+than|on|until)\b[\s:]*|[\s,;(-]*\bdue\b[\s:]*)$/i

/**
 * The actions that a text names, one for each line or part between semicolons: "Aisha: finish the refresher by 4 Dec;
 * Priya: ask HR". The day by which something is due is taken out of its text.
 */
export function actionsIn(text: string, context: ActionContext): ActionSaid[] {
  return plainText(text)
    .split(/[;\n]+/)
    .map((part) => part.replace(bullet, '').trim())
    .filter((part) => part !== '')
    .map((part) => actionIn(part, context))
    .filter(({ text }) => text !== '')
}

function actionIn(part: string, { today, names, closeTo = [] }: ActionContext): ActionSaid {
  const opened = part.replace(giving, 'for $1: ').replace(asking, 'for ')
  const opening = prefix.exec(opened)?.[0] ?? ''
  const { text: whole, due } = withoutDue(opened.slice(opening.length).replace(/^for\s+/i, ''), today)
  const dated = due === undefined ? {} : { due }
  const mine = /^(?:me|myself|i)\b/i.exec(whole)
  if (mine !== null) {
    return { owners: [], mine: true, text: tidy(whole.slice(mine[0].length).replace(between, '')), ...dated }
  }
  const [mention] = names.mentions(whole, { closeTo })
  if (mention?.at === 0) {
    const text = tidy(whole.slice(mention.end).replace(/^'s\b/, '').replace(between, ''))
    if (mention.people.length > 0) return { owners: mention.people, text, ...dated }
    return { owners: [], unknownName: mention.words, text, ...dated }
  }
  // After "for", whoever stands before a colon is a person, known or not.
  const unknown = /\bfor\s*$/i.test(opening) ? /^(\p{Lu}[\p{L}' -]{1,50}?)\s*:/u.exec(whole) : null
  if (unknown !== null) {
    return { owners: [], unknownName: unknown[1] ?? '', text: tidy(whole.slice(unknown[0].length)), ...dated }
  }
  return { owners: [], text: tidy(whole), ...dated }
}

/** The day by which something is to be done, and the text without it. A day that is part of the work stays in the text. */
export function withoutDue(text: string, today: Temporal.PlainDate): { text: string; due?: Temporal.PlainDate } {
  for (const { value, at, end } of daysFound(text, today, 'future').reverse()) {
    if (!('day' in value)) continue
    const before = beforeDay.exec(text.slice(0, at))
    if (before === null) continue
    const left = `${text.slice(0, before.index)} ${text.slice(end)}`
    return { text: left, due: Temporal.PlainDate.from(value.day) }
  }
  return { text }
}

export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:;.-]+|[\s,:;-]+$/g, '')
    .trim()
}

/** A step that somebody takes in words: which one, the words that say of which action, and what goes with it. */
export type StepSaid = {
  does: 'confirm' | 'finish' | 'ask-more-time' | 'agree-more-time' | 'refuse-more-time' | 'hand-on' | 'withdraw'
  words: string
  due?: Temporal.PlainDate
  reason?: string
  /** To whom it is handed on, as it was said. */
  to?: string
}

const moreTime = '(?:more\\s+time|extra\\s+time|longer|an?\\s+extension)'
const agrees = new RegExp(
  `^\\W*(?:yes,?\\s+)?(?:i\\s+)?(?:agree|agreed|allow|give|grant|ok|okay|approve)\\b.{0,30}?\\b${moreTime}\\b(.*)$`,
  'is',
)
const refuses = new RegExp(
  `^\\W*(?:no|refuse|deny|decline|do not (?:agree|allow|give)|don't (?:agree|allow|give))\\b.{0,30}?\\b${moreTime}\\b(.*)$`,
  'is',
)
const wantsTime = new RegExp(
  `^\\W*(?:(?:can|could|may)\\s+i\\s+have|(?:i\\s+)?(?:need|want|would\\s+like|ask\\s+for))\\s+(?:${moreTime}|until|till|to)\\b`,
  'i',
)
const handsOn =
  /^\W*(?:please\s+)?(?:hand|pass|reassign|transfer|give)\s+(?:on\s+)?(.*?)\s*(?:on\s+|over\s+)?to\s+([^,.;]+?)\W*$/is
const confirms =
  /^\W*(?:yes,?\s+)?(?:i(?:'ll|\s+(?:will|can))\s+(?:do|take)(?:\s+on)?|i\s+confirm|confirm|accept|i\s+accept|take\s+on)\b\s*(.*)$/is
const withdraws = /^\W*(?:please\s+)?(?:withdraw|cancel|drop|delete|remove|take\s+back)\s+(.*)$/is
const notNeeded = /^\W*(.*?)\s+(?:is|are)\s+(?:no\s+longer|not)\s+needed(?:\s+any\s*more)?\W*$/is
const finishes =
  /^\W*(?:i\s+|i've\s+|we\s+|i\s+have\s+|have\s+)?(?:just\s+)?(?:done|finished|completed|did|sorted|closed|close|finish|complete|tick(?:ed)?\s+off|mark|set|check\s+off|cross\s+off)(?:\s+(?:with|off))?\b\s*(.*?)(?:\s+(?:as|is|off))*(?:\s+(?:done|complete|completed|finished|closed))?\W*$/is
const isDone = /^\W*(.*?)\s*\b(?:is|are|has\s+been|now|all)?\s*(?:done|complete|completed|finished|closed|sorted)\W*$/is

/** The step that a message takes, or undefined when it takes none. */
export function stepIn(message: string, today: Temporal.PlainDate): StepSaid | undefined {
  const text = plainText(message).replace(/\s+/g, ' ')
  const rest = (match: RegExpExecArray | null, group = 1) => tidy(match?.[group] ?? '')
  const agreed = agrees.exec(text)
  if (agreed !== null && !wantsTime.test(text)) return { does: 'agree-more-time', words: rest(agreed) }
  const refused = refuses.exec(text)
  if (refused !== null) return { does: 'refuse-more-time', words: rest(refused) }
  if (wantsTime.test(text)) return askedTime(text, today)
  const handed = handsOn.exec(text)
  if (handed !== null) return { does: 'hand-on', words: rest(handed), to: rest(handed, 2) }
  const unneeded = notNeeded.exec(text) ?? withdraws.exec(text)
  if (unneeded !== null) return { does: 'withdraw', words: rest(unneeded) }
  const confirmed = confirms.exec(text)
  if (confirmed !== null) return { does: 'confirm', words: rest(confirmed) }
  const finished = finishes.exec(text) ?? isDone.exec(text)
  return finished === null ? undefined : { does: 'finish', words: rest(finished) }
}

/** "I need until Friday for the refresher, court all week". */
function askedTime(text: string, today: Temporal.PlainDate): StepSaid {
  const days = daysFound(text, today, 'future')
  const [day] = days
  const due = day !== undefined && 'day' in day.value ? { due: Temporal.PlainDate.from(day.value.day) } : {}
  const left = blankOut(text, day === undefined ? [] : [day], ' ').replace(wantsTime, ' ')
  const [, words = '', reason = ''] =
    /^\s*(?:until\s+|till\s+|by\s+)?(?:(?:for|on|to\s+do|to\s+finish)\s+)?(.*?)(?:\s*(?:[,;:.]|\s-\s|\bbecause\b|\bas\s+i\b|\bsince\b)\s*(.*))?$/is.exec(
      left,
    ) ?? []
  const about = tidy(
    words.replace(/\b(?:until|till|by)\s*$/i, '').replace(/^(?:until|till|by)?\s*(?:for|on|with)\b/i, ''),
  )
  const why = tidy(reason.replace(/^\s*(?:because|as|since)\b/i, ''))
  return { does: 'ask-more-time', words: about, ...due, ...(why === '' ? {} : { reason: why }) }
}

const smallWords = new Set(
  'the a an my our his her their this that it action actions task tasks one for with and on of to in is about please off done all now from which'.split(
    ' ',
  ),
)

/** Of several texts, those that share most words with what was said; all of them where nothing was said to tell them apart. */
export function bestFit<T>(said: string, things: readonly T[], textOf: (thing: T) => string): T[] {
  const wordsOf = (text: string) =>
    plainText(text)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1 && !smallWords.has(word))
  const wanted = wordsOf(said)
  if (wanted.length === 0) return [...things]
  const scored = things.map((thing) => {
    const words = new Set(wordsOf(textOf(thing)))
    return { thing, score: wanted.filter((word) => words.has(word)).length }
  })
  const best = Math.max(0, ...scored.map(({ score }) => score))
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ thing }) => thing)
}
