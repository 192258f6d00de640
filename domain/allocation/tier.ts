/** The letters of the current model; A is the highest. */
export const currentLetters = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const
/** The letters of the older model, which stood for how much a person has to be protected from; A is the highest. */
export const olderLetters = ['A', 'B', 'C', 'D'] as const
export type CurrentLetter = (typeof currentLetters)[number]
export type OlderLetter = (typeof olderLetters)[number]

/**
 * The tier of a case, in either model: the current one has a letter, the older one a letter and a digit, with S where contact
 * is suspended. `none`: the tier service says that there is nothing to work it out from, or nobody to supervise.
 */
export type Tier = {
  /** As the tier service writes it: "D", "B2S", "MISSING". */
  code: string
  /** It may still rise: it is never treated as final. */
  provisional: boolean
} & (
  | { model: 'current'; letter: CurrentLetter }
  | { model: 'older'; letter: OlderLetter; change: 0 | 1 | 2 | 3; contactSuspended: boolean }
  | { model: 'none'; why: 'missing' | 'not-supervised' }
)

/** Reads a tier as any service writes it; undefined when it is in neither model. */
export function readTier(written: string, provisional: boolean): Tier | undefined {
  const code = written.trim().toUpperCase()
  if (code === 'MISSING') return { code, provisional, model: 'none', why: 'missing' }
  if (code === 'NOT_SUPERVISED' || code === 'NOTSUPERVISED')
    return { code: 'NOT_SUPERVISED', provisional, model: 'none', why: 'not-supervised' }
  const current = currentLetters.find((letter) => letter === code)
  if (current !== undefined) return { code, provisional, model: 'current', letter: current }
  const older = /^([A-D])([0-3])(S?)$/.exec(code)
  const letter = olderLetters.find((known) => known === older?.[1])
  if (older === null || letter === undefined) return undefined
  const change = Number(older[2]) as 0 | 1 | 2 | 3
  return { code, provisional, model: 'older', letter, change, contactSuspended: older[3] === 'S' }
}
