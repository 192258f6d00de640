import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Budget, holdBudget, type SendLimits, takeSlots } from '../domain/reminders/send-budget.ts'
import type { Database } from './database.ts'
import { instantFrom, instantText } from './instant-text.ts'
import type { Tables } from './tables.ts'

/** The budgets of the tenants: one row each, which those that ask at once wait for in turn. */
export function sendLimits(database: Database): SendLimits {
  const change = <Result>(
    tenantId: string,
    now: Temporal.Instant,
    work: (budget: Budget) => { result: Result; budget: Budget },
  ): Promise<Result> =>
    database.write(async (transaction) => {
      const before = await budgetOf(transaction, tenantId, now)
      const { result, budget } = work(before)
      if (budget !== before) await keep(transaction, tenantId, budget)
      return result
    })

  async function budgetOf(transaction: Transaction<Tables>, tenantId: string, now: Temporal.Instant): Promise<Budget> {
    const row = transaction.selectFrom('send_limit').select(['next_at', 'held_until']).where('tenant_id', '=', tenantId)
    const find = () => (database.locksRows ? row.forUpdate() : row).executeTakeFirst()
    let found = await find()
    if (found === undefined) {
      await transaction
        .insertInto('send_limit')
        .values({ tenant_id: tenantId, next_at: instantText(now) })
        .onConflict((conflict) => conflict.column('tenant_id').doNothing())
        .execute()
      found = await find()
    }
    return {
      nextAt: found === undefined ? now : instantFrom(found.next_at),
      ...(found?.held_until ? { heldUntil: instantFrom(found.held_until) } : {}),
    }
  }

  return {
    take: (tenantId, now, most, slot) =>
      change(tenantId, now, (before) => {
        const { slots, budget } = takeSlots(before, now, most, slot)
        return { result: slots, budget }
      }),
    hold: (tenantId, until, now) =>
      change(tenantId, now, (before) => ({ result: undefined, budget: holdBudget(before, until) })),
  }
}

async function keep(transaction: Transaction<Tables>, tenantId: string, budget: Budget): Promise<void> {
  const { nextAt, heldUntil } = budget
  await transaction
    .updateTable('send_limit')
    .set({ next_at: instantText(nextAt), held_until: heldUntil === undefined ? null : instantText(heldUntil) })
    .where('tenant_id', '=', tenantId)
    .execute()
}
