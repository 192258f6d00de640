import type { Temporal } from 'temporal-polyfill'
import { type Problem, problemWithDay, questionsAsked, type SupervisionDraft } from './draft.ts'
import { mayLogKind, type SessionPair } from './rights.ts'
import { type KindId, kindOf, type SupervisionPolicy } from './supervision-kind.ts'

/**
 * What is wrong with a draft as a whole: two people who may not have a session together, kinds that this pair may not
 * log or that do not go together, a day that has become too long ago. `pair` is undefined when the staff list gives none.
 */
export function problemsWith(
  draft: SupervisionDraft,
  pair: SessionPair | undefined,
  policy: SupervisionPolicy,
  today: Temporal.PlainDate,
): Problem[] {
  const problems: Problem[] = []
  if (draft.other !== undefined && pair === undefined) {
    problems.push({
      field: 'other',
      says: 'You can log a session with somebody you manage, or your own with your line manager. Who was it with?',
    })
  }
  if (pair !== undefined) {
    for (const id of draft.kinds) {
      const kind = kindOf(policy, id)
      if (!mayLogKind(policy, pair, id)) {
        problems.push({
          field: 'kinds',
          says: `You cannot log ${kind.inWords} with this person. ${loggable(pair, policy)}`,
        })
      }
    }
  }
  const apart = apartFrom(draft.kinds, policy)
  if (apart !== undefined) {
    const names = apart.map((id) => kindOf(policy, id).inWords).join(' and ')
    problems.push({ field: 'kinds', says: `One session cannot be ${names} at once. Please log them separately.` })
  }
  if (draft.heldOn !== undefined) {
    const problem = problemWithDay(draft.heldOn, policy, today)
    if (problem !== undefined) problems.push(problem)
  }
  return problems
}

function loggable(pair: SessionPair, policy: SupervisionPolicy): string {
  const kinds = policy.kinds.filter((kind) => mayLogKind(policy, pair, kind.id)).map((kind) => kind.inWords)
  if (kinds.length === 0) return 'There is nothing you can log with them here.'
  return `With them you can log ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(kinds)}.`
}

/** The first two of some kinds that cannot be one session. */
export function apartFrom(kinds: readonly KindId[], policy: SupervisionPolicy): [KindId, KindId] | undefined {
  for (const [index, one] of kinds.entries()) {
    const other = kinds.slice(index + 1).find((id) => !kindOf(policy, one).combinesWith.includes(id))
    if (other !== undefined) return [one, other]
  }
  return undefined
}

/** What is unusual in a draft and may be right all the same, as sentences. It can be saved as it is. */
export function warningsAbout(draft: SupervisionDraft, policy: SupervisionPolicy): string[] {
  return questionsAsked(draft, policy).flatMap(({ id, label, answer }) => {
    const people = answer.type === 'people' ? peopleIn(draft.answers[id] ?? '') : 0
    if (answer.type !== 'people' || people <= answer.warnAbove) return []
    return [`${label}: ${people} people. The usual most is ${answer.warnAbove}. You can save it as it is.`]
  })
}

const spelled = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** How many people some words name: the number where one is said first or alone, otherwise the names in the list. */
export function peopleIn(words: string): number {
  const number = /^\D{0,12}?(\d{1,3})\b/.exec(words)?.[1]
  if (number !== undefined) return Number(number)
  const first = /^(?:there were |we were |a panel of |panel of |about )?([a-z]+)\b/i.exec(words.trim())?.[1] ?? ''
  const inLetters = spelled.indexOf(first.toLowerCase())
  if (inLetters >= 0) return inLetters + 1
  return words.split(/[,;\n]|\band\b|&/).filter((name) => /\p{L}/u.test(name)).length
}
