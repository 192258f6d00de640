import { type Expression, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { AllocationAnswer, AllocationAnswers, Weighing } from '../domain/allocation/allocation-answers.ts'
import { Check, RulesKept } from '../domain/allocation/check.ts'
import type { AllocationAnswerId, Crn, StaffCode } from '../domain/ids.ts'
import type { AllocationTables } from './allocation-tables.ts'
import { writeDown } from './audit-trail.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'

type AnswerRow = AllocationTables['allocation_answer']
type WeighingRow = AllocationTables['allocation_weighing']

const Checks = z.array(Check)

const answerWithId = compiledOnce((db, { id }: { id: AllocationAnswerId }) =>
  db.selectFrom('allocation_answer').selectAll().where('id', '=', id),
)
const lastAsked = compiledOnce((db, { askedBy }: { askedBy: StaffCode }) =>
  db
    .selectFrom('allocation_answer')
    .selectAll()
    .where('asked_by', '=', askedBy)
    .orderBy('number', 'desc')
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(1),
)
const weighingsIn = compiledOnce((db, { answer }: { answer: AllocationAnswerId }) =>
  db.selectFrom('allocation_weighing').selectAll().where('answer', '=', answer).orderBy('position'),
)
const lastWeighing = compiledOnce((db, { practitioner, crn }: { practitioner: StaffCode; crn: Crn }) =>
  db
    .selectFrom('allocation_answer')
    .innerJoin('allocation_weighing', 'allocation_weighing.answer', 'allocation_answer.id')
    .selectAll()
    .where('crn', '=', crn)
    .where('practitioner', '=', practitioner)
    .orderBy('asked_at', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id')
    .limit(1),
)
const lastAskedAbout = compiledOnce((db, { crn, askedBy }: { crn: Crn; askedBy: StaffCode }) =>
  db
    .selectFrom('allocation_answer')
    .selectAll()
    .where('crn', '=', crn)
    .where('asked_by', '=', askedBy)
    .orderBy('number', 'desc')
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(1),
)
const insertAnswer = compiledOnce(
  (db, { id, asked_by, asked_at, question, crn, limited_access, policy_version, rules }: Omit<AnswerRow, 'number'>) =>
    db
      .insertInto('allocation_answer')
      .values({
        id,
        asked_by,
        asked_at,
        number: nextNumber(asked_by),
        question,
        crn,
        limited_access,
        policy_version,
        rules,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
)
const insertWeighing = compiledOnce(
  (db, { answer, position, practitioner, outcome, has_managed, potential, checks }: WeighingRow) =>
    db
      .insertInto('allocation_weighing')
      .values({ answer, position, practitioner, outcome, has_managed, potential, checks }),
)

/** Answers that weighed somebody for a case. A row is an answer, and one is each person it weighed. */
export function allocationAnswers(database: Database): AllocationAnswers {
  const { kysely } = database

  async function whole(row: AnswerRow): Promise<AllocationAnswer> {
    const weighings = await weighingsIn(kysely, { answer: row.id })
    return { ...answerOf(row), about: weighings.map(weighingOf) }
  }

  return {
    async keep(answer, notes) {
      await database.write(async (transaction) => {
        const added = await insertAnswer(transaction, {
          id: answer.id,
          asked_by: answer.askedBy,
          asked_at: instantText(answer.askedAt),
          question: answer.question,
          crn: answer.crn,
          limited_access: answer.limitedAccess ? 1 : 0,
          policy_version: answer.policyVersion,
          rules: answer.rules === undefined ? null : JSON.stringify(answer.rules),
        })
        if (added.length === 0) return
        for (const [position, weighing] of answer.about.entries()) {
          await insertWeighing(transaction, {
            answer: answer.id,
            position,
            practitioner: weighing.practitioner,
            outcome: weighing.outcome,
            has_managed: weighing.hasManaged === undefined ? null : Number(weighing.hasManaged),
            potential: weighing.potential ?? null,
            checks: JSON.stringify(weighing.checks),
          })
        }
        await writeDown(transaction, database, notes)
      })
    },

    async byId(id) {
      const [row] = await answerWithId(kysely, { id })
      return row && whole(row)
    },

    async lastOf(askedBy) {
      const [row] = await lastAsked(kysely, { askedBy })
      return row && whole(row)
    },

    async lastAbout(crn, askedBy) {
      const [row] = await lastAskedAbout(kysely, { crn, askedBy })
      return row && whole(row)
    },

    async weighing(practitioner, crn) {
      const [row] = await lastWeighing(kysely, { practitioner, crn })
      return row && { answer: answerOf(row), weighing: weighingOf(row) }
    },
  }
}

function nextNumber(askedBy: StaffCode): Expression<number> {
  return sql<number>`(select coalesce(max(number), 0) + 1 from allocation_answer where asked_by = ${askedBy})`
}

function answerOf(row: AnswerRow): Omit<AllocationAnswer, 'about'> {
  return {
    id: row.id,
    askedBy: row.asked_by,
    askedAt: Temporal.Instant.from(row.asked_at),
    question: row.question,
    crn: row.crn,
    limitedAccess: row.limited_access === 1,
    policyVersion: row.policy_version,
    ...(row.rules === null ? {} : { rules: RulesKept.parse(JSON.parse(row.rules)) }),
  }
}

function weighingOf(row: WeighingRow): Weighing {
  return {
    practitioner: row.practitioner,
    outcome: row.outcome,
    ...(row.has_managed === null ? {} : { hasManaged: row.has_managed === 1 }),
    ...(row.potential === null ? {} : { potential: row.potential }),
    checks: Checks.parse(JSON.parse(row.checks)),
  }
}
