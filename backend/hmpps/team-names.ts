import type { Asking } from './asking.ts'
import { path } from './service-path.ts'
import { Teams } from './wire/estate.ts'

/** The names of teams by their codes, all asked for at once. A team without a name there is left out. */
export async function teamNames(asking: Asking, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const query = { codes: [...new Set(codes)].join(',') }
  const answer = await asking.read('estate', { at: path`/team/search`, query, reads: Teams })
  if (answer.status !== 'ok') return new Map()
  if (answer.body.unread > 0) asking.leftOut('estate', 'teams', answer.body.unread)
  const names = new Map(answer.body.items.map(({ code, name }) => [code, name]))
  return new Map(
    codes.flatMap((code) => {
      const name = names.get(code.toUpperCase())
      return name === undefined ? [] : [[code, name] as const]
    }),
  )
}
