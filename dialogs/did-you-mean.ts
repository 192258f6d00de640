import { changeCharacters, type Pending } from './pending.ts'
import { peopleLike } from './people-like.ts'
import type { Desk, Reply, TakeUp, Turn } from './turn.ts'
import { yesOrNo } from './understand/booking-words.ts'
import type { Reading } from './understand/understand.ts'

/**
 * Asks whether a name that fits nobody means somebody near the speaker who has one like it. Nothing is done before they
 * say so; undefined where nobody has one like it. A session being written down asks for itself, with buttons.
 */
export async function didYouMean(
  text: string,
  { intent, unknownName, people }: Reading,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  if (unknownName === undefined || people.length > 0 || intent === 'log-supervision') return undefined
  const like = await peopleLike(unknownName, turn, desk)
  const [only, ...more] = like
  if (only === undefined) return undefined
  const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(like.map(({ name }) => name))
  const asks = `I do not know “${unknownName.slice(0, 60)}” on the staff list. Did you mean ${names}?`
  const words = text.replaceAll(unknownName, () => only.name)
  const mayBeKept = more.length === 0 && words !== text && words.length <= changeCharacters
  if (!mayBeKept) return { message: { text: `${asks} Please say it again with the first name and surname.` } }
  return {
    message: { text: `${asks} Say “yes”, or say it again with another name.` },
    pending: { asks: 'did-you-mean', words },
  }
}

/** What was meant, where a message says yes to that question. */
export function meantByYes(words: string, pending: Pending | undefined): string | undefined {
  return pending?.asks === 'did-you-mean' && yesOrNo(words) === 'yes' ? pending.words : undefined
}

/** Any other answer to it; what is said again is read as it stands. */
export const takeUpMisspelt: TakeUp<Extract<Pending, { asks: 'did-you-mean' }>> = async (_pending, words) =>
  yesOrNo(words) === 'no'
    ? { message: { text: 'Nothing was done. Please say it again with the first name and surname.' } }
    : undefined
