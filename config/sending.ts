import type { SendingPolicy } from '../domain/reminders/sending-policy.ts'

/**
 * How fast messages go out by default. The limits are those that Microsoft publishes for a bot in Teams (the page on rate
 * limits: 7 messages a second, 8 in two and 60 in thirty seconds to one chat, 50 requests a second of one app in one tenant).
 */
export const defaultSendingPolicy: SendingPolicy = {
  requestsPerSecond: 50,
  share: 80,
  perChat: [
    { messages: 7, seconds: 1 },
    { messages: 8, seconds: 2 },
    { messages: 60, seconds: 30 },
  ],
  retry: { firstSeconds: 30, mostSeconds: 3600, attempts: 20 },
  togetherMinutes: 10,
  leaseSeconds: 60,
}
