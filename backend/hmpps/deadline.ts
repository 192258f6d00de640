/** How long there is for an answer. What has not come by then is not waited for. */
export type Deadline = {
  /** Aborted when the time is over. */
  signal: AbortSignal
  /** Milliseconds left. */
  left(): number
  /** What is asked of a first source gets half of the time left, so that there is time for a second one. */
  half(): Deadline
  /** What comes in time, else the other. A promise that fails gives the other too. */
  race<T>(coming: Promise<T>, other: T): Promise<T>
}

/** Asks with so many milliseconds to do it in; what is still under way when the answer is there is given up. */
export async function within<T>(milliseconds: number, ask: (deadline: Deadline) => Promise<T>): Promise<T> {
  const { deadline, end } = deadlineIn(milliseconds)
  try {
    return await ask(deadline)
  } finally {
    end()
  }
}

/** `end` ends it before its time. A timer of our own holds it: combined signals may be collected while somebody waits. */
function deadlineIn(milliseconds: number): { deadline: Deadline; end: () => void } {
  const over = new AbortController()
  const { signal } = over
  const lastMoment = performance.now() + milliseconds
  const isOver = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const timer = setTimeout(() => over.abort('over'), milliseconds)
  const end = () => {
    clearTimeout(timer)
    // Without a reason it would make an error each time, which costs more than all the rest of it.
    over.abort('over')
  }
  const left = () => (signal.aborted ? 0 : Math.max(0, lastMoment - performance.now()))
  const deadline: Deadline = {
    signal,
    left,
    half() {
      const sooner = deadlineIn(left() / 2)
      if (signal.aborted) sooner.end()
      else signal.addEventListener('abort', sooner.end, { once: true })
      return sooner.deadline
    },
    race: (coming, other) => Promise.race([coming.catch(() => other), isOver.then(() => other)]),
  }
  return { deadline, end }
}
