import type { Temporal } from 'temporal-polyfill'
import type { DraftField } from '../../domain/draft.ts'
import type { KindId, KindQuestion, SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { blankOut, type Found } from './found.ts'
import { lengthsFound } from './how-long.ts'
import { kindsFound } from './kinds-in.ts'
import { anyOf, everyQuestion, labelsOf, questionsFor } from './labelled-answers.ts'
import { plainText } from './plain-text.ts'
import { respell } from './spelling.ts'
import { daysFound } from './when.ts'

export type DraftWords =
  | { kind: 'save' | 'cancel' | 'start-again' | 'show-form' | 'skip' }
  /** `text` is the new value as typed; read it with the reader of the field. */
  | { kind: 'change'; field: DraftField; text: string }

const it = '(?:\\s+(?:it|this|that|the\\s+(?:draft|session|record|supervision|log)))?'
const whole = (source: string) => new RegExp(`^(?:${source})$`, 'i')

/** Commands to the draft as a whole. Each must be the whole message, so that an answer in free text is none of them. */
const commands: readonly { kind: 'save' | 'cancel' | 'start-again' | 'show-form' | 'skip'; says: RegExp }[] = [
  {
    kind: 'save',
    says: whole(
      `(?:(?:yes|yep|yeah|ok|okay)\\s+)?(?:please\\s+)?(?:save|confirm|submit|record|log|store)${it}(?:\\s+now)?|yes|y|yep|yeah|yup|confirmed|go\\s+ahead|(?:yes\\s+)?(?:(?:that|it)\\s+is|that'?s|it'?s|all)\\s+(?:right|correct|fine|good)(?:\\s+save\\s+it)?|looks\\s+(?:good|right|fine)|(?:yes\\s+)?(?:that|it)\\s+looks\\s+(?:good|right|fine)`,
    ),
  },
  {
    kind: 'cancel',
    says: whole(
      `(?:no\\s+)?(?:please\\s+)?(?:cancel|discard|delete|scrap|abandon|drop|bin|throw\\s+away)${it}|(?:no\\s+)?never\\s*mind|forget\\s+(?:it|that|this|about\\s+it)|stop|quit|exit|(?:no\\s+)?(?:do\\s+not|don'?t)\\s+(?:save|log|record)${it}`,
    ),
  },
  {
    kind: 'start-again',
    says: whole(
      '(?:start|begin)\\s+(?:it\\s+)?(?:again|over|afresh|from\\s+scratch)|restart|reset|clear\\s+(?:it|everything|the\\s+draft)',
    ),
  },
  {
    kind: 'show-form',
    says: whole(
      `(?:(?:show|open|bring\\s+up|back\\s+to|go\\s+back\\s+to|see|give\\s+me|can\\s+i\\s+(?:see|have))\\s+(?:me\\s+)?)?(?:the\\s+)?(?:form|card)(?:\\s+again)?|edit${it}|change\\s+(?:it|something)|(?:show|see)\\s+(?:me\\s+)?(?:the\\s+draft|what\\s+(?:you|i)\\s+have(?:\\s+so\\s+far)?)|let\\s+me\\s+(?:edit|change)${it}|where\\s+(?:was|were)\\s+(?:i|we)|undo(?:\\s+(?:it|that|this))?`,
    ),
  },
  {
    kind: 'skip',
    says: whole(
      'skip(?:\\s+(?:it|this|that|this\\s+one|that\\s+one|this\\s+question|for\\s+now))?|pass|leave\\s+(?:it|that|this)\\s+(?:blank|empty|out)|next\\s+question',
    ),
  },
]

/** What the parts of a session that every kind has are called. */
const partWords: Record<Exclude<DraftField, `answer.${string}`>, readonly string[]> = {
  heldOn: ['date', 'day', 'when'],
  minutes: ['minutes', 'mins', 'length', 'duration', 'time', 'how long'],
  other: ['person', 'name', 'who', 'practitioner', 'other person', 'who with', 'manager'],
  kinds: ['kind', 'kinds', 'type', 'types'],
}

const correction =
  /^(?:(?:actually|no|sorry|oops|wait|correction)[\s,]+){0,3}(?:(?:can\s+you\s+)?(?:please\s+)?make\s+(?:that|it)|it\s+was(?:\s+actually)?|it\s+should\s+(?:be|say)|i\s+mean|i\s+meant|that\s+should\s+(?:be|say)|change\s+(?:that|it)\s+to)\s+(?:only\s+|just\s+)?([\s\S]{1,120})$/i
const leadsOnly = /^(?:actually|sorry|oops|correction)[\s,]+([\s\S]{1,60})$/i
const withSomebody = /^(?:with|for)\s+(\S[\s\S]{0,100})$/i

/** Whether a value is what was found in it and nothing else; "on Thursday because he was late" is a sentence. */
export function isOnly(value: string, found: readonly Found<unknown>[]): boolean {
  const around = blankOut(value, found, ' ').replace(
    /\b(?:on|for|about|around|a|an|the|only|just|of|and|session|not)\b/gi,
    '',
  )
  return found.length > 0 && /^[\s,]*$/.test(around)
}

const isShort = (value: string) => value.trim().split(/\s+/).length <= 6

/**
 * What somebody says to an open draft: save, cancel, start again, show the form, skip, or change one part. Undefined for
 * anything else: it may be an answer. Only whole messages count, so that notes are never taken for a command. A label means
 * a question of the draft's `kinds` before that of another.
 */
export function draftWords(
  text: string,
  policy: SupervisionPolicy,
  today: Temporal.PlainDate,
  kinds: readonly KindId[] = [],
): DraftWords | undefined {
  const typed = text.trim().replace(/[’‘]/g, "'")
  if (typed.length > policy.noteCharacters + 100) return undefined
  const said = typed
    .replace(/[\s.!]+$/, '')
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
  if (said.length <= 80) {
    const bare = said.replace(/^please\s+/i, '').replace(/\s+please$/i, '')
    const command = commands.find((one) => one.says.test(bare))
    if (command !== undefined) return { kind: command.kind }
  }
  return namedChange(typed, policy, kinds) ?? correctionOf(typed, policy, today)
}

type FieldReader = { fields: ReadonlyMap<string, DraftField>; pattern: RegExp }

const readers = new WeakMap<readonly KindQuestion[], FieldReader>()

function readerFor(policy: SupervisionPolicy, kinds: readonly KindId[]): FieldReader {
  const first = questionsFor(policy, kinds)
  const known = readers.get(first)
  if (known !== undefined) return known
  const fields = new Map<string, DraftField>()
  for (const field of ['heldOn', 'minutes', 'other', 'kinds'] as const)
    for (const word of partWords[field]) fields.set(word, field)
  for (const [label, id] of labelsOf([...first, ...everyQuestion(policy)]))
    if (!fields.has(label)) fields.set(label, `answer.${id}`)
  const pattern = new RegExp(
    `^(?:please\\s+)?(?:change|set|correct|update|amend|replace)\\s+(?:the\\s+|my\\s+)?(${anyOf(fields.keys())})(?:\\s+(?:to|with)|\\s*[:=])\\s+([\\s\\S]+)$`,
    'i',
  )
  const reader = { fields, pattern }
  readers.set(first, reader)
  return reader
}

/** What the parts of a draft are called, in small letters; a word means a question of these kinds before that of another. */
export function fieldsByName(policy: SupervisionPolicy, kinds: readonly KindId[]): ReadonlyMap<string, DraftField> {
  return readerFor(policy, kinds).fields
}

/** "Change the date to Thursday", "set learned to ...". */
function namedChange(typed: string, policy: SupervisionPolicy, kinds: readonly KindId[]): DraftWords | undefined {
  const { fields, pattern } = readerFor(policy, kinds)
  const match = pattern.exec(typed)
  const field = fields.get((match?.[1] ?? '').toLowerCase().replace(/\s+/g, ' '))
  const value = match?.[2]?.trim()
  return field === undefined || !value ? undefined : { kind: 'change', field, text: value }
}

/** "Make that 50 minutes", "actually it was Thursday", "it was with Sam": what is changed follows from the value. */
function correctionOf(typed: string, policy: SupervisionPolicy, today: Temporal.PlainDate): DraftWords | undefined {
  const value = respell(plainText(correction.exec(typed)?.[1] ?? leadsOnly.exec(typed)?.[1] ?? '')).replace(
    /[\s.!]+$/,
    '',
  )
  if (value === '' || !isShort(value)) return undefined
  const person = withSomebody.exec(value)?.[1]
  if (isOnly(value, lengthsFound(value))) return { kind: 'change', field: 'minutes', text: value }
  if (isOnly(value, daysFound(value, today, 'past'))) return { kind: 'change', field: 'heldOn', text: value }
  if (person !== undefined) return { kind: 'change', field: 'other', text: person }
  if (isOnly(value, kindsFound(value, policy))) return { kind: 'change', field: 'kinds', text: value }
  return undefined
}

const wrongPerson =
  /^(?:(?:actually|no|sorry|oops|wait|hang\s+on|correction)[\s,.]+){0,4}(?:(?:that|it)(?:'s|\s+is|\s+was)\s+)?(?:the\s+)?wrong\s+(?:person|name|one)[\s,.;:-]+(?:(?:it\s+was|it's|i\s+meant?|make\s+it|it\s+should\s+(?:be|say)|should\s+be)\s+)?(?:with\s+|for\s+)?([\s\S]{2,60})$/i
const meantPerson =
  /^(?:(?:actually|no|sorry|oops|wait|hang\s+on|correction)[\s,.]+){0,4}(?:make\s+(?:that|it)|i\s+meant?)\s+(?:with\s+|for\s+)?([\s\S]{2,60})$/i

/**
 * The name in "wrong person, it was Megan" or "I meant Megan". `sure` when the words can only be about the person;
 * otherwise it is one only where it names somebody: "make it shorter".
 */
export function personCorrected(text: string): { name: string; sure: boolean } | undefined {
  const typed = text
    .trim()
    .replace(/[’‘]/g, "'")
    .replace(/[\s.!]+$/, '')
  const wrong = wrongPerson.exec(typed)?.[1]
  const name = wrong ?? meantPerson.exec(typed)?.[1] ?? (correction.exec(typed)?.[1] || leadsOnly.exec(typed)?.[1])
  return name === undefined || name.split(/\s+/).length > 3 ? undefined : { name, sure: wrong !== undefined }
}
