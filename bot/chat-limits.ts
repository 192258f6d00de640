import type { SendingPolicy } from '../domain/reminders/sending-policy.ts'

/**
 * Remembers when messages went into each chat, for no longer than the limits look back. Times are milliseconds of any clock
 * that never goes back.
 */
export function chatLimits(limits: SendingPolicy['perChat']) {
  const sent = new Map<string, number[]>()
  const longest = Math.max(...limits.map(({ seconds }) => seconds)) * 1000
  const most = Math.max(...limits.map(({ messages }) => messages))
  let sweptAt = Number.NEGATIVE_INFINITY

  /** Chats that no limit looks back to any more go, or they would pile up. */
  function sweep(now: number): void {
    if (now - sweptAt < longest) return
    sweptAt = now
    for (const [chat, times] of sent) if (now - (times.at(-1) ?? 0) >= longest) sent.delete(chat)
  }

  return {
    /** In how many milliseconds the chat takes another message; nought or less: now. */
    freeAt(chat: string, now: number): number {
      const times = sent.get(chat)
      if (times === undefined) return 0
      return Math.max(
        ...limits.map(({ messages, seconds }) => {
          const counted = times.at(-messages)
          return counted === undefined ? 0 : counted + seconds * 1000 - now
        }),
      )
    },
    note(chat: string, now: number): void {
      sweep(now)
      const times = sent.get(chat) ?? []
      times.push(now)
      if (times.length > most) times.shift()
      sent.set(chat, times)
    },
  }
}
