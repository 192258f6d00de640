import type { Crn } from '../domain/ids.ts'
import type { ReviewAnswer, ReviewAnswers } from '../domain/reviews/review-answer.ts'
import { writeDown } from './audit-trail.ts'
import type { Database } from './database.ts'
import { dayFrom, instantFrom, instantText } from './instant-text.ts'
import { insertNotice } from './notices.ts'
import type { ReviewTables } from './review-tables.ts'

/** So many cases are asked about in one query. */
const casesAtOnce = 500

/** What was said of reviews of cases. */
export function reviewAnswers(database: Database): ReviewAnswers {
  const { kysely } = database
  return {
    async keep(answer, note, notices) {
      return await database.write(async (transaction) => {
        const { last } = await transaction
          .selectFrom('review_answer')
          .select((eb) => eb.fn.max('number').as('last'))
          .where('crn', '=', answer.crn)
          .executeTakeFirstOrThrow()
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('review_answer')
          .values(rowOf(answer, Number(last ?? 0) + 1))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows !== 1n) return 'already'
        for (const notice of notices) await insertNotice(transaction, notice, answer.at)
        await writeDown(transaction, database, [note])
        return 'kept'
      })
    },

    async byId(id) {
      const row = await kysely.selectFrom('review_answer').selectAll().where('id', '=', id).executeTakeFirst()
      return row && answerOf(row)
    },

    async ofCases(crns) {
      const wanted = [...new Set(crns)]
      const found: ReviewAnswer[] = []
      for (let from = 0; from < wanted.length; from += casesAtOnce) {
        found.push(...(await ofSome(wanted.slice(from, from + casesAtOnce))))
      }
      return found
    },
  }

  async function ofSome(crns: readonly Crn[]): Promise<ReviewAnswer[]> {
    const rows = await kysely
      .selectFrom('review_answer')
      .selectAll()
      .where('crn', 'in', crns)
      .orderBy('crn')
      .orderBy('number', 'desc')
      .orderBy('at', 'desc')
      .orderBy('id')
      .execute()
    return rows.map(answerOf)
  }
}

function rowOf(answer: ReviewAnswer, number: number): ReviewTables['review_answer'] {
  return {
    id: answer.id,
    crn: answer.crn,
    review: answer.review,
    due_on: answer.dueOn.toString(),
    practitioner: answer.practitioner,
    by_code: answer.by,
    at: instantText(answer.at),
    number,
    said: answer.said,
    on_day: answer.on?.toString() ?? null,
    reason: answer.reason ?? null,
  }
}

function answerOf(row: ReviewTables['review_answer']): ReviewAnswer {
  return {
    id: row.id,
    crn: row.crn,
    review: row.review,
    dueOn: dayFrom(row.due_on),
    practitioner: row.practitioner,
    by: row.by_code,
    at: instantFrom(row.at),
    said: row.said,
    ...(row.on_day === null ? {} : { on: dayFrom(row.on_day) }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  }
}
