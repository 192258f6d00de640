import type { Logger } from 'pino'

/** Work that goes on after the answer was given. It is waited for when the service stops, and a failure is logged, not thrown. */
export type Background = { run(what: string, task: () => Promise<unknown>): void; idle(): Promise<void> }

export function backgroundWork(log: Logger): Background {
  const underWay = new Set<Promise<unknown>>()
  return {
    run(what, task) {
      const running: Promise<unknown> = task()
        .catch((error: unknown) => log.error({ what, error: errorKind(error) }, 'background work failed'))
        .finally(() => underWay.delete(running))
      underWay.add(running)
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

/** What may be logged of an error: its kind and where it arose, never its message, which may quote what somebody wrote. */
export function errorKind(error: unknown): { name: string; code?: string; at?: string[] } {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  // The stack begins with the message, which may have lines that look like its own.
  const at = afterText(error.stack, error.message)
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim())
  return { name: error.name, code, at }
}

/** What stands behind a text; undefined where the text is not there, because then it cannot be told apart from the rest. */
function afterText(whole: string | undefined, text: string): string | undefined {
  const start = whole?.indexOf(text) ?? -1
  return start < 0 ? undefined : whole?.slice(start + text.length)
}
