import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import type { StateStore } from '../domain/ports.ts'

const stateKey = 'public-address'

/**
 * The address that people reach this service at. Nobody has to set it: the channel calls the service by the address it is
 * registered under, so a call whose token held says what that is, and it is kept for the time after a restart. In local
 * mode it is the address the service listens on.
 */
export function publicAddress(state: StateStore, local?: () => string) {
  let known: string | undefined
  return {
    async get(): Promise<string | undefined> {
      if (local !== undefined) return local()
      if (known === undefined) {
        const kept = (await state.read([stateKey]))[stateKey]?.address
        if (typeof kept === 'string') known = kept
      }
      return known
    },
    /** To be called only for a call that the channel has been shown to have made. */
    async learn(headers: IncomingHttpHeaders): Promise<void> {
      const address = local === undefined ? calledAt(headers) : undefined
      if (address === undefined || address === known) return
      known = address
      await state.write({ [stateKey]: { address } })
    },
  }
}

/**
 * The https address a call was made to, as the proxies in front say; undefined where it can be no address for people: a
 * name without a dot, a number, or no encryption.
 */
export function calledAt(headers: IncomingHttpHeaders): string | undefined {
  const first = (value: string | string[] | undefined) =>
    String(value ?? '')
      .split(',')[0]
      ?.trim()
      .toLowerCase() ?? ''
  const host = first(headers['x-forwarded-host']) || first(headers.host)
  const name = host.replace(/:\d{1,5}$/, '')
  if (first(headers['x-forwarded-proto']) !== 'https' || isIP(name) !== 0) return undefined
  return /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(name)
    ? `https://${host}`
    : undefined
}
