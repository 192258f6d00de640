/**
 * Everything that can go wrong in a way a person notices, each with its two texts: what staff read, and the code the log
 * keeps. Code branches on `code`, never on a text. "Nothing was saved" is said only where that is known.
 */

/** Whether what the person did was kept. */
export type Saved = 'saved' | 'not saved' | 'unknown'

type Entry = { saved: Saved; happened: string; todo: string }

export const failures = {
  'turn-failed': {
    saved: 'unknown',
    happened: 'Something went wrong while I was answering, and I do not know whether it was saved.',
    todo: 'Say “what is waiting for me?” to see where things stand, then try again.',
  },
  'store-unavailable': {
    saved: 'not saved',
    happened: 'I could not reach my records. Nothing was saved.',
    todo: 'Please try again in a minute.',
  },
  'store-write-unknown': {
    saved: 'unknown',
    happened: 'My records did not answer in time, and I do not know whether it was saved.',
    todo: 'Doing the same again is safe: nothing is recorded twice.',
  },
  'reply-not-sent': {
    saved: 'saved',
    happened: 'I could not send you the answer. What you had entered is kept.',
    todo: 'Please ask for it again.',
  },
  'reply-too-big': {
    saved: 'saved',
    happened: 'The answer was too long to show here. What you had entered is kept.',
    todo: 'Please ask for a smaller part of it.',
  },
} satisfies Record<string, Entry>
export type FailureCode = keyof typeof failures

/** What staff read: what happened, whether anything was saved, what to do, and the reference. */
export function sayFailure(failure: { code: FailureCode; reference: string }): string {
  const { happened, todo } = failures[failure.code]
  return `${happened} ${todo} If it happens again, tell your administrator the reference ${failure.reference}.`
}
