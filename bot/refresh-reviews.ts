import { Temporal } from 'temporal-polyfill'
import { casesRead, reviewDay } from '../dialogs/reviews/cases-reviewed.ts'
import { holdCases } from '../dialogs/reviews/team-reviews.ts'
import type { Desk } from '../dialogs/turn.ts'
import type { StaffCode } from '../domain/ids.ts'
import { dueToKeep } from '../domain/reviews/review-snapshot.ts'
import { isInPost } from '../domain/staff.ts'
import type { Clock } from './clock.ts'
import type { RoundJob } from './daily-round.ts'

type Parts = Pick<Desk, 'staff' | 'allocations' | 'reviewSnapshot' | 'reviewPolicy' | 'workingDays' | 'switchedOn'> & {
  /** Case services that are asked slowly: nobody waits for an answer. */
  cases: Desk['cases']
  clock: Clock
  /** Who this instance is: of several, one reads at a time. */
  owner: string
}

const from = Temporal.PlainTime.from('02:15')
/** How long one go may take, so that the jobs that come after it in the round are not kept waiting. */
const oneGoMs = 45_000
/** For so long nobody else reads after this instance was last heard of. */
const leaseMinutes = 5
/** After so many people in a row whose cases could not be read the services are left alone for a while. */
const mostFailures = 3
const restMinutes = 15

/**
 * Reads the cases of everybody who holds any, every night from a quarter past two, and keeps what falls due. It goes on where
 * it was, also after a restart and on another instance: whoever was not read since then is read, the longest ago first. The
 * cases of each are asked for in their own name, so a case that its holder may not see is not among them.
 */
export function refreshReviews(parts: Parts, elapsedMs = () => performance.now()): RoundJob {
  const { staff, reviewSnapshot, clock, owner } = parts
  let restUntil: Temporal.Instant | undefined

  const whoIsLeft = async (today: Temporal.PlainDate): Promise<StaffCode[]> => {
    const holders = (await staff.everyone()).filter(
      (person) => holdCases.includes(person.grade) && isInPost(person, today.toString()),
    )
    const codes = holders.map(({ staffCode }) => staffCode)
    await reviewSnapshot.keepOnly(codes)
    const readAt = await reviewSnapshot.readings()
    const since = today.toZonedDateTime({ timeZone: 'Europe/London', plainTime: from }).toInstant()
    const isRead = (code: StaffCode) => {
      const at = readAt.get(code)
      return at !== undefined && Temporal.Instant.compare(at, since) >= 0
    }
    const order = (code: StaffCode) => readAt.get(code)?.toString() ?? ''
    return codes.filter((code) => !isRead(code)).toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
  }

  return {
    name: 'reviews',
    days: 'every',
    from,
    until: Temporal.PlainTime.from('23:59'),
    async run({ now, today }) {
      if (restUntil !== undefined && Temporal.Instant.compare(now, restUntil) < 0) return 'more'
      const begun = elapsedMs()
      const mayRead = () => reviewSnapshot.claim(owner, clock.now(), clock.now().add({ minutes: leaseMinutes }))
      if (!(await mayRead())) return 'more'
      let failures = 0
      for (const code of await whoIsLeft(today)) {
        if (elapsedMs() - begun > oneGoMs || !(await mayRead())) return 'more'
        failures = (await readOne(code, today, parts)) ? 0 : failures + 1
        if (failures === mostFailures) {
          restUntil = clock.now().add({ minutes: restMinutes })
          return 'more'
        }
      }
      return failures === 0 && (await whoIsLeft(today)).length === 0 ? 'done' : 'more'
    },
  }
}

/** Whether somebody's cases could be read; where not, what was read before stays. */
async function readOne(code: StaffCode, today: Temporal.PlainDate, parts: Parts): Promise<boolean> {
  const cases = await casesRead(code, undefined, { staffCode: code }, today, parts)
  if (cases === 'not-answered') return false
  const before = await parts.reviewSnapshot.of([code])
  await parts.reviewSnapshot.put(code, dueToKeep(code, cases, before.due, reviewDay(today, parts)), parts.clock.now())
  return true
}
