/** Waits for a delivery as long as a turn can; after that it goes on by itself and counts as not known yet. */
export async function withinTurn<T>(
  task: () => Promise<T>,
  background: (what: string, task: () => Promise<unknown>) => void,
  milliseconds: number,
) {
  const running = task()
  background('notice', () => running)
  const late = new Promise<'not reached yet'>((resolve) => setTimeout(resolve, milliseconds, 'not reached yet').unref())
  return Promise.race([running.catch(() => 'not reached yet' as const), late])
}

/** Resolves after so many milliseconds, and does not keep the process alive. */
export function unhurried(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}

/** Waits for a task, and no longer than so many milliseconds. */
export async function within(milliseconds: number, task: Promise<unknown>): Promise<void> {
  await Promise.race([task, new Promise((resolve) => setTimeout(resolve, milliseconds).unref())])
}
