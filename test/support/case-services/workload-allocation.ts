import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { caseIn, personIn, type ServicesWorld, staffOf, userIn } from './services-world.ts'
import { type Answer, type Asked, combinedName, heldTier, listIn, notFound, ok, refusal } from './wire.ts'

const reasons = [
  ...(['ALLOCATED_TO_RESPONSIBLE_OFFICER', 'CASELOAD_ADJUSTMENT', 'CHANGE_IN_TIER_OR_RISK', 'OFFICER_LEFT'] as const),
  ...(['CHANGE_OF_ADDRESS', 'OTHER', 'RISK_TO_STAFF', 'TRANSFER_IN', 'PROBATION_RESET'] as const),
  'INITIAL_ALLOCATION',
] as const

/** What comes with an allocation and a reallocation. The number may be a text. */
const ToAllocate = z.object({
  crn: z.string(),
  eventNumber: z.union([z.int(), z.string().regex(/^\d+$/)]),
  instructions: z.string().optional(),
  emailTo: z.array(z.string()).optional(),
  sendEmailCopyToAllocatingOfficer: z.boolean(),
  allocationJustificationNotes: z.string(),
  sensitiveNotes: z.boolean(),
  spoOversightNotes: z.string(),
  sensitiveOversightNotes: z.boolean(),
  laoCase: z.boolean(),
})
const ToReallocate = z.object({
  crn: z.string(),
  emailTo: z.array(z.string()).optional(),
  emailPreviousOfficer: z.boolean(),
  sensitiveNotes: z.boolean(),
  reallocationNotes: z.string(),
  laoCase: z.boolean(),
  allocationReason: z.enum(reasons),
})

/**
 * Takes an allocation: the case has its new manager from then on. The same within 60 seconds is taken once. Where the manager
 * before has changed meanwhile, the answer is empty and nothing is done.
 */
export function submitAllocation({ world, part, body, path, userName }: Asked): Answer {
  const isReallocation = path.split('/').length === 7
  const read = (isReallocation ? ToReallocate : ToAllocate).safeParse(body)
  if (!read.success) return refusal(400, 'Invalid allocation')
  const { crn, eventNumber } = { eventNumber: undefined, ...read.data }
  const person = staffOf(world, part('team')).find(({ staffCode }) => staffCode === part('staff'))
  const one = caseIn(world, crn)
  if (one === undefined || person === undefined) return notFound
  if (isRepeated(world, crn, person.staffCode)) return ok(taken())
  if (!one.hasActiveOrder) return refusal(400, 'Event not active')
  if (eventNumber !== undefined && Number(eventNumber) !== one.eventNumber) return notFound
  if (isReallocation && one.managerStaffCode !== part('previous')) return { status: 200 }
  if (!isReallocation && one.managerStaffCode !== undefined) return refusal(404, 'Already allocated')
  const by = userName === undefined ? undefined : userIn(world, userName)?.staffCode
  const before = one.managerStaffCode
  world.submissions.push({ crn, staffCode: person.staffCode, path, body: read.data, at: world.now() })
  world.cases[world.cases.indexOf(one)] = {
    ...one,
    teamCode: part('team'),
    managerStaffCode: person.staffCode,
    previousManagers: [...one.previousManagers, ...(before === undefined ? [] : [before])],
    allocatedOn: world.today,
    ...(by === undefined ? {} : { allocatedBy: by }),
  }
  return ok(taken())
}

/** The allocations of some teams since a moment. */
export function allocationEvents({ world, query, body }: Asked): Answer {
  const teams = listIn(body, 'teams')
  const since = query.get('since')
  const first = since === null ? undefined : Temporal.PlainDate.from(since.slice(0, 10))
  const cases = world.cases.flatMap((one) => {
    if (one.allocatedOn === undefined || !teams.includes(one.teamCode)) return []
    if (first !== undefined && Temporal.PlainDate.compare(one.allocatedOn, first) < 0) return []
    const staff = personIn(world, one.managerStaffCode)
    const by = personIn(world, one.allocatedBy)
    return [
      {
        crn: one.crn,
        name: combinedName(one.name),
        staff: { code: one.managerStaffCode, name: combinedName(staff?.name ?? '') },
        tier: heldTier(world, one).tier,
        allocatedOn: `${one.allocatedOn}T09:30:00Z`,
        allocatingSpo: by?.name,
        teamCode: one.teamCode,
      },
    ]
  })
  return ok({ cases })
}

function isRepeated(world: ServicesWorld, crn: string, staffCode: string): boolean {
  return world.submissions.some(
    (before) => before.crn === crn && before.staffCode === staffCode && world.now() - before.at < 60_000,
  )
}

function taken() {
  return { personManagerId: randomUUID(), eventManagerId: randomUUID(), requirementManagerIds: [randomUUID()] }
}
