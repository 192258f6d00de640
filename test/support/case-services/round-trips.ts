import type { CaseServicesServer } from './case-services-server.ts'

/** How many calls had to wait for another's answer, one after the other, where each answer takes so many milliseconds. */
export function roundTrips({ calls }: Pick<CaseServicesServer, 'calls'>, ms: number): number {
  let rounds = 0
  let answered = Number.NEGATIVE_INFINITY
  for (const { at } of calls) {
    if (at < answered) continue
    rounds += 1
    answered = at + ms
  }
  return rounds
}
