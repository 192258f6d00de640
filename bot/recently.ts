/**
 * Remembers for about `forMs` milliseconds what was last true of each key, so that what was just done need not be done
 * again. It holds two generations and drops the older, so it never grows beyond what comes in during twice that time.
 */
export function recently(forMs: number, now: () => number) {
  let young = new Map<string, string>()
  let old = new Map<string, string>()
  let turnedAt = now()
  const turn = () => {
    const passed = now() - turnedAt
    if (passed < forMs) return
    old = passed < 2 * forMs ? young : new Map()
    young = new Map()
    turnedAt = now()
  }
  return {
    /** Whether this was the last that was noted of the key. */
    was(key: string, value: string): boolean {
      turn()
      return (young.get(key) ?? old.get(key)) === value
    },
    note(key: string, value: string): void {
      turn()
      young.set(key, value)
    },
    forget(): void {
      young = new Map()
      old = new Map()
    },
  }
}

export type Recently = ReturnType<typeof recently>
