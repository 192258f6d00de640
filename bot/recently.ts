/**
 * Remembers things for about `forMs` milliseconds, so that what was just done need not be done again. It holds two
 * generations and drops the older, so it never grows beyond what comes in during twice that time.
 */
export function recently(forMs: number, now: () => number) {
  let young = new Set<string>()
  let old = new Set<string>()
  let turnedAt = now()
  const turn = () => {
    if (now() - turnedAt < forMs) return
    old = now() - turnedAt < 2 * forMs ? young : new Set()
    young = new Set()
    turnedAt = now()
  }
  return {
    has(thing: string): boolean {
      turn()
      return young.has(thing) || old.has(thing)
    },
    add(thing: string): void {
      turn()
      young.add(thing)
    },
    forget(): void {
      young = new Set()
      old = new Set()
    },
  }
}

export type Recently = ReturnType<typeof recently>
