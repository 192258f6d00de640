import type { ReflectiveRating } from '../domain/reflection.ts'
import type { ShownCounts } from '../domain/reflective-pattern.ts'
import type { ShownFigures, ShownQuarter } from '../domain/shown-figures.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'

/** Figures that were shown, and stay as they were first shown. */
export function shownFigures(database: Database): ShownFigures {
  async function kept(pdu: string, quarters: readonly ShownQuarter[]): Promise<Map<string, ShownCounts>> {
    const days = quarters.map(({ from }) => from.toString())
    if (days.length === 0) return new Map()
    const rows = await database.kysely
      .selectFrom('shown_figures')
      .select(['from_day', 'answers', 'yes', 'partly', 'no'])
      .where('pdu', '=', pdu)
      .where('from_day', 'in', days)
      .execute()
    return new Map(rows.map(({ from_day, answers, ...ratings }) => [from_day, { answers, ...ratingsIn(ratings) }]))
  }

  return {
    async asFirstShown(pdu, quarters, at) {
      const before = await kept(pdu, quarters)
      const rows = quarters.flatMap(({ from, figures: { answers, ratings } }) =>
        answers === undefined || before.has(from.toString())
          ? []
          : [{ pdu, from_day: from.toString(), answers, ...(ratings ?? none), shown_at: instantText(at) }],
      )
      if (rows.length > 0) {
        await database.writeOne((db) =>
          db
            .insertInto('shown_figures')
            .values(rows)
            .onConflict((conflict) => conflict.doNothing())
            .execute(),
        )
      }
      const now = rows.length > 0 ? await kept(pdu, quarters) : before
      return quarters.map((quarter) => ({ ...quarter, figures: now.get(quarter.from.toString()) ?? {} }))
    },
  }
}

const none = { yes: null, partly: null, no: null }

function ratingsIn({ yes, partly, no }: Record<ReflectiveRating, number | null>): Pick<ShownCounts, 'ratings'> {
  return yes === null || partly === null || no === null ? {} : { ratings: { yes, partly, no } }
}
