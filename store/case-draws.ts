import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type CaseDraw, type CaseDraws, leftOutReasons } from '../domain/case-draw.ts'
import { Crn } from '../domain/ids.ts'
import { writeDown } from './audit-trail.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import type { Tables } from './tables.ts'

const mostOfOneMaker = 20
const Crns = z.array(Crn)
const LeftOut = z.partialRecord(z.enum(leftOutReasons), z.int())

/** Cases drawn at random. A draw has its number among the draws of its practitioner, and the table keeps each number once. */
export function caseDraws(database: Database): CaseDraws {
  const { kysely } = database
  return {
    async byId(id) {
      const row = await kysely.selectFrom('case_draw').selectAll().where('id', '=', id).executeTakeFirst()
      return row && drawOf(row)
    },

    async of(practitioner) {
      const rows = await kysely
        .selectFrom('case_draw')
        .selectAll()
        .where('practitioner', '=', practitioner)
        .orderBy('number', 'desc')
        .execute()
      return rows.map(drawOf)
    },

    async madeBy(person) {
      const rows = await kysely
        .selectFrom('case_draw')
        .selectAll()
        .where('drawn_by', '=', person)
        .orderBy('drawn_at', 'desc')
        .orderBy('number', 'desc')
        .limit(mostOfOneMaker)
        .execute()
      return rows.map(drawOf)
    },

    async keep(draw, known, note) {
      return await database.write(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('case_draw')
          .values(rowOf(draw, known + 1))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows !== 1n) return 'conflict'
        await writeDown(transaction, database, [note])
        return 'kept'
      })
    },
  }
}

function rowOf(draw: CaseDraw, number: number): Tables['case_draw'] {
  return {
    id: draw.id,
    practitioner: draw.practitioner,
    number,
    kind: draw.kind,
    drawn_by: draw.drawnBy,
    drawn_at: instantText(draw.drawnAt),
    crn: draw.crn,
    seed: draw.seed,
    eligible: JSON.stringify(draw.eligible),
    left_out: JSON.stringify(draw.leftOut),
    access_unchecked: draw.accessUnchecked ? 1 : 0,
    instead_of: draw.instead?.of ?? null,
    because: draw.instead?.because ?? null,
  }
}

function drawOf(row: Tables['case_draw']): CaseDraw {
  return {
    id: row.id,
    practitioner: row.practitioner,
    kind: row.kind,
    drawnBy: row.drawn_by,
    drawnAt: Temporal.Instant.from(row.drawn_at),
    crn: row.crn,
    seed: row.seed,
    eligible: Crns.parse(JSON.parse(row.eligible)),
    leftOut: LeftOut.parse(JSON.parse(row.left_out)),
    accessUnchecked: row.access_unchecked === 1,
    ...(row.instead_of === null || row.because === null
      ? {}
      : { instead: { of: row.instead_of, because: row.because } }),
  }
}
