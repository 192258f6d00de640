import { answerIn } from '../../../backend/hmpps/answer-in-reply.ts'
import type { Asking, ServiceName, StaffMember } from '../../../backend/hmpps/asking.ts'
import { within } from '../../../backend/hmpps/deadline.ts'
import { Crn, StaffCode } from '../../../domain/ids.ts'
import { stubNow } from './stub-service.ts'

export const crn = Crn.parse('X320741')
export const code = (staffCode: string): StaffCode => StaffCode.parse(staffCode)
export const priya = code('N03S001')
export const aisha = code('N03A021')
export const tom = code('N03A022')

const people: readonly StaffMember[] = [
  { staffCode: priya, username: 'priya.nair', teamCode: 'N03T01' },
  { staffCode: aisha, username: 'aisha.khan', teamCode: 'N03T01' },
  { staffCode: tom, teamCode: 'N03T01' },
]

/** What a service says: a body with 200, or a status. */
export type Says = { body: unknown } | number

/**
 * Asks services that say what stands here, by service, method and path with its query; anything else is 404. `asked` is what
 * they were asked, `leftOut` how many entries were left out.
 */
export async function withServices<T>(
  says: Record<string, Says>,
  ask: (asking: Asking) => Promise<T>,
  by: StaffCode = priya,
): Promise<{ answer: T; asked: string[]; leftOut: number }> {
  const asked: string[] = []
  let leftOut = 0
  const answer = await within(5000, (deadline) => {
    const asking: Asking = {
      by: { staffCode: by },
      deadline,
      now: stubNow,
      personOf: async (staffCode) => people.find((one) => one.staffCode === staffCode),
      async read(service: ServiceName, { at, query, body, reads }) {
        const method = body === undefined ? 'GET' : 'POST'
        const line = `${service} ${method} ${at.path}${query === undefined ? '' : `?${new URLSearchParams(query)}`}`
        asked.push(line)
        const said = says[line] ?? 404
        const status = typeof said === 'number' ? said : 200
        const text = typeof said === 'number' ? '' : JSON.stringify(said.body)
        return answerIn({ status, body: text, again: false, failed: false }, reads)
      },
      get sooner() {
        return asking
      },
      leftOut: (_service, _of, entries) => {
        leftOut += entries
      },
    }
    return ask(asking)
  })
  return { answer, asked, leftOut }
}
