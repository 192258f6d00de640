import type { TurnContext } from 'botbuilder'
import type { Logger } from 'pino'
import { type FailureCode, sayFailure } from '../domain/failure.ts'
import { errorKind } from './background.ts'
import { mayHaveSaved, NotSent, says } from './give-answer.ts'
import { messageActivity } from './message-activity.ts'
import type { ServiceMetrics } from './metrics.ts'

type Parts = { log: Logger; metrics: ServiceMetrics; newReference: () => string }

/**
 * What a person gets when a turn fails: a sentence with what happened, whether anything was saved, what to do, and a
 * reference. The log gets the reference and the kind of error, never a text, a name or a case fact.
 */
export function turnErrors(parts: Parts): (context: TurnContext, error: Error) => Promise<void> {
  return async (context, error) => {
    const reference = parts.newReference()
    const code = codeOf(error, context.turnState.get(mayHaveSaved) === true)
    parts.metrics.turns.inc({ kind: context.activity.type === 'invoke' ? 'press' : 'text', outcome: 'failed' })
    parts.log.error({ code, reference, error: errorKind(error) }, 'turn failed')
    // While the channel does not take messages there is nobody to tell; a press is answered another way.
    if (error instanceof NotSent && error.why === 'late' && context.activity.type !== 'invoke') return
    const sentence = sayFailure({ code, reference })
    try {
      if (context.activity.type === 'invoke') {
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: says(sentence) } })
      } else if (context.activity.type === 'message') {
        await context.sendActivity(messageActivity({ text: sentence }))
      }
    } catch (second) {
      parts.log.error({ reference, error: errorKind(second) }, 'the failure could not be told')
    }
  }
}

function codeOf(error: Error & { code?: unknown }, mayHaveSaved: boolean): FailureCode {
  if (error instanceof NotSent) return error.why === 'too-big' ? 'reply-too-big' : 'reply-not-sent'
  const code = typeof error.code === 'string' ? error.code : ''
  const storeIsAway = /^(SQLITE_|ECONNREFUSED|ECONNRESET|57P0|53300|08)/.test(code)
  if (!storeIsAway) return 'turn-failed'
  return mayHaveSaved ? 'store-write-unknown' : 'store-unavailable'
}

/** A short reference that can be read out on the telephone: no letters or digits that are easily confused. */
export function shortReference(randomByte: () => number): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  return Array.from({ length: 6 }, () => alphabet[randomByte() % alphabet.length]).join('')
}
