import type { AskedAtOnce } from '../../domain/asked-at-once.ts'
import type { DraftField } from '../../domain/draft.ts'
import type { KindQuestion } from '../../domain/supervision-kind.ts'
import { tidy } from './labelled-answers.ts'
import { numberedParts } from './numbered-parts.ts'

/** One of several questions that were asked together. `fits` says whether words can be its answer; absent where any can. */
export type Question = AskedAtOnce & { question?: KindQuestion | undefined; fits?: (words: string) => boolean }

/** What a part of a reply calls itself, as in "learned: ask sooner"; undefined where it has no label. */
export type NamedBy = (words: string) => { field: DraftField; words: string } | undefined

export type AnsweredAtOnce = {
  parts: { field: DraftField; words: string }[]
  /** What may be the answer to more than one of them. */
  unsure: string[]
  /** More than its shape says that the text answers these questions: numbers, or an answer that fits no other question. */
  evident: boolean
}

/**
 * What a reply with numbers, or with a line each in order, answers to several questions. Undefined for a text of one line
 * without numbers. An answer goes to a question only where no other reading is as good; in particular nothing gets from a
 * question that only two people can read the answer of to one that more can, or back.
 */
export function answersAtOnce(text: string, asked: readonly Question[], namedBy: NamedBy): AnsweredAtOnce | undefined {
  const needed = asked.filter(({ optional }) => !optional)
  if (needed.length < 2) return undefined
  const numbered = numberedParts(text, needed.length, asked.length)
  // "1 hour 15" where a length was asked for first is one.
  if (numbered === 'unsure' && asked[0]?.fits?.(text)) return undefined
  if (numbered === 'unsure') return onlySure([{ words: text.trim() }], [], asked)
  if (numbered !== undefined) {
    const given = numbered.flatMap(({ number, words }) => {
      const slot = asked[number - 1]
      return slot === undefined ? [] : [{ slot, words }]
    })
    const named = given.flatMap(({ words }) => namedBy(words) ?? [])
    const others = given.filter(({ words }) => namedBy(words) === undefined)
    const read = assigned(others, asked)
    if (read === undefined) return onlySure(others, named, asked)
    return { ...read, parts: [...named, ...read.parts] }
  }
  const lines = linesOf(text, asked)
  if (lines.length < 2) return undefined
  const isLabelled = lines.some((line) => namedBy(line) !== undefined)
  const hasPrivate = asked.some(({ question }) => question?.private)
  // With fewer lines than questions nobody can tell whether it is the private one that was left out.
  const isEach = lines.length === asked.length
  const slots = isEach ? asked : lines.length === needed.length && !hasPrivate ? needed : undefined
  const given = slots?.map((slot, index) => ({ slot, words: lines[index] ?? '' }))
  const agrees = given?.every(({ slot, words }) => (namedBy(words)?.field ?? slot.field) === slot.field)
  const bare = agrees ? (given ?? []).map(({ slot, words }) => ({ slot, words: namedBy(words)?.words ?? words })) : []
  const read = bare.length > 0 ? assigned(bare, asked) : undefined
  if (read !== undefined)
    return { ...read, evident: isLabelled || bare.some(({ slot, words }) => slot.fits?.(words) === true) }
  // Labels are read on their own.
  return isLabelled
    ? undefined
    : onlySure(
        lines.map((words) => ({ words })),
        [],
        asked,
      )
}

type Given = { slot: Question; words: string }

const leftOut = /^\W*(?:-+|none|no|nope|nil|nothing|n\/?a|skip|pass|blank)?\W*$/i

/** The parts where each stands beside its question; undefined when one of them shows that they do not. */
function assigned(given: readonly Given[], asked: readonly Question[]): AnsweredAtOnce | undefined {
  const said = given.filter(({ slot, words }) => !(slot.optional && leftOut.test(words)) && tidy(words) !== '')
  if (said.some(({ slot, words }) => privateOf(words, asked, slot) !== undefined)) return undefined
  const wrong = said.filter(({ slot, words }) => slot.fits?.(words) === false)
  const isPrivate = given.some(({ slot }) => slot.question?.private)
  const fitting = said.filter(({ slot, words }) => slot.fits?.(words) === true)
  // One that cannot be read among others that can is asked again by itself.
  if (wrong.length > 0 && (wrong.length > 1 || isPrivate || fitting.length === 0)) return undefined
  return {
    parts: said.map(({ slot, words }) => ({ field: slot.field, words: tidy(words) })),
    unsure: [],
    evident: true,
  }
}

/** A private question whose name opens words that stand beside another: "wellbeing fine". */
function privateOf(words: string, asked: readonly Question[], slot: Question): Question | undefined {
  const start = words.trim().toLowerCase()
  return asked.find(
    (one) => one !== slot && one.question?.private && start.startsWith(one.question.label.toLowerCase()),
  )
}

/** Of parts that stand beside no question for sure: those that fit one and no other, by what they are. */
function onlySure(
  given: readonly { words: string }[],
  named: AnsweredAtOnce['parts'],
  asked: readonly Question[],
): AnsweredAtOnce {
  const parts = [...named]
  const unsure: string[] = []
  for (const { words: part } of given) {
    const fitting = asked.filter(
      ({ question, fits }) => question?.answer.type !== 'choice' && isAlone(part) && fits?.(part),
    )
    const [only, ...more] = fitting
    const taken = parts.some(({ field }) => field === only?.field)
    if (only === undefined || more.length > 0 || taken) unsure.push(part)
    else parts.push({ field: only.field, words: part })
  }
  return { parts, unsure, evident: parts.length > 0 }
}

/** Short enough to be a length, a day or a case and nothing else. */
function isAlone(part: string): boolean {
  return part.trim().split(/\s+/).length <= 3
}

const bullet = /^\s*[-•*–]\s+(?=\S)/

/** The lines of a reply; ratings one after the other in a line are a line each. */
function linesOf(text: string, asked: readonly Question[]): string[] {
  const ratings = asked.filter(({ question }) => question?.answer.type === 'choice')
  return text
    .split(/\n+/)
    .map((line) => line.replace(bullet, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const parts = line.split(/[,;]/).map((part) => part.trim())
      const areRatings = parts.length > 1 && parts.every((part) => ratings.some(({ fits }) => fits?.(part)))
      return areRatings && parts.length <= ratings.length ? parts : [line]
    })
}
