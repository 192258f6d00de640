import type { CaseFacts } from '../../domain/allocation/case-facts.ts'
import type { AllocationQuestion, CaseForAllocation } from '../../domain/allocation/case-services.ts'
import { type Fact, notKnown } from '../../domain/allocation/fact.ts'
import type { PractitionerAnswer } from '../../domain/allocation/practitioner-facts.ts'
import type { Tier } from '../../domain/allocation/tier.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import { accessTo } from './access.ts'
import type { Answer } from './answer-in-reply.ts'
import { type Asking, fromAnswer, once, orElse } from './asking.ts'
import { enquiriesOf } from './enquiries.ts'
import { managedPerson } from './managed-person.ts'
import { practitionerAnswers } from './practitioner-answers.ts'
import { registersOf } from './registers.ts'
import { everSexualOffence, lastAssessedOn, roshOf } from './risk-facts.ts'
import { sentenceFacts } from './sentence-facts.ts'
import { path } from './service-path.ts'
import { tierOf } from './tier-of-case.ts'
import { caseTypeOf, transferOf, type Waiting, waitingCase } from './waiting-case.ts'
import { AllocatedCaseDetails, CaseRisks, tierBeside } from './wire/allocations.ts'
import { factOf } from './wire/as-written.ts'
import { PractitionersToChoose } from './wire/workload.ts'

/**
 * A case and those who may take it, with every fact that came in time. Nothing is read before it is known that the one who
 * asks may see the case; then everything is asked at once, and a second source only where the first had nothing.
 */
export async function forAllocation(asking: Asking, question: AllocationQuestion): Promise<CaseForAllocation> {
  const { crn, practitioners } = question
  const access = await accessTo(asking, crn, practitioners)
  if (access.sight !== 'open') return access
  const choosing = chosenPractitioners(asking, crn, practitioners)
  const [facts, answers] = await Promise.all([
    factsOf(asking, question, access.limitedAccess, choosing),
    practitionerAnswers(asking, crn, practitioners, choosing),
  ])
  if (facts === 'no-such-case') return { sight: 'unknown', why: 'no-such-case' }
  if (facts === 'forbidden') {
    // The lists let this person in, so it is about the region; unless the service reads them in a stricter way.
    return access.limitedAccess ? { sight: 'restricted' } : { sight: 'unknown', why: 'another-region' }
  }
  const withAccess = [...answers].map(([code, answer]): [StaffCode, PractitionerAnswer] => {
    return [code, { access: access.others.get(code) ?? notKnown('delius', 'not-answered'), ...answer }]
  })
  return { sight: 'open', facts, practitioners: new Map(withAccess) }
}

/** One answer for all teams of those who may take the case. Without any team nobody is asked. */
async function chosenPractitioners(
  asking: Asking,
  crn: Crn,
  practitioners: readonly StaffCode[],
): Promise<Answer<PractitionersToChoose>> {
  const people = await Promise.all(practitioners.map((code) => asking.personOf(code)))
  const teams = new Set(people.flatMap((person) => person?.teamCode ?? []))
  if (teams.size === 0) return { status: 'not-found' }
  const query = { grades: 'PSO,PQiP,PO', crn, teamCodes: [...teams].join(',') }
  const answer = await asking.sooner.read('workload', {
    at: path`/team/choose-practitioner`,
    query,
    reads: PractitionersToChoose,
  })
  if (answer.status === 'ok') {
    const unread = answer.body.teams.reduce((sum, { members }) => sum + members.unread, 0)
    if (unread > 0) asking.leftOut('workload', 'practitioners', unread)
  }
  return answer
}

async function factsOf(
  asking: Asking,
  { crn, teams }: AllocationQuestion,
  limitedAccess: boolean,
  choosing: Promise<Answer<PractitionersToChoose>>,
): Promise<CaseFacts | 'no-such-case' | 'forbidden'> {
  const waiting = waitingCase(asking, crn, teams)
  const allocated = once(() =>
    asking.read('allocations', { at: path`/cases/allocated/${crn}`, reads: AllocatedCaseDetails }),
  )
  const risks = once(async () => asking.read('allocations', { at: risksPath(crn, await waiting), reads: CaseRisks }))
  const [managed, waits, tier, rosh, registers, sexual, assessed, sentence, enquiries] = await Promise.all([
    managedPerson(asking, crn),
    waiting,
    tierWithSecond(asking, crn, waiting, choosing, allocated),
    roshOf(asking, crn, risks),
    registersOf(asking, crn, risks),
    everSexualOffence(asking, crn),
    lastAssessedOn(asking, crn),
    sentenceFacts(asking, crn, waiting, allocated),
    enquiriesOf(asking, crn),
  ])
  if (typeof managed === 'string') return managed
  return {
    crn,
    ...(managed.name === undefined ? {} : { name: managed.name }),
    limitedAccess,
    ...(sentence.eventNumber === undefined ? {} : { eventNumber: sentence.eventNumber }),
    holder: managed.holder,
    ...(typeof waits === 'object' && 'entry' in waits ? { waitsIn: waits.teamCode } : {}),
    hasActiveOrder: managed.hasActiveOrder,
    transferInProgress: transferOf(waits, managed.holder),
    caseType: caseTypeOf(waits),
    tier,
    rosh,
    ...registers,
    everSexualOffence: sexual,
    lastAssessedOn: assessed,
    sentencedOn: sentence.sentencedOn,
    requirements: sentence.requirements,
    enquiries,
  }
}

function risksPath(crn: Crn, waiting: Waiting) {
  const number = typeof waiting === 'object' && 'entry' in waiting ? waiting.entry.convictionNumber : undefined
  return number === undefined
    ? path`/cases/allocated/${crn}/risks`
    : path`/cases/unallocated/${crn}/convictions/${number}/risks`
}

/** The tier service; then a tier that stands beside other things, where it has been asked for anyway; then the case itself. */
async function tierWithSecond(
  asking: Asking,
  crn: Crn,
  waiting: Promise<Waiting>,
  choosing: Promise<Answer<PractitionersToChoose>>,
  allocated: () => Promise<Answer<AllocatedCaseDetails>>,
): Promise<Fact<Tier>> {
  return orElse(await tierOf(asking, crn), async () => {
    const waits = await waiting
    if (typeof waits === 'object' && 'entry' in waits) {
      const beside = factOf(tierBeside(waits.entry), 'allocations')
      if (beside.known) return beside
    }
    const chosen = await choosing
    const beside = chosen.status === 'ok' ? factOf(tierBeside(chosen.body), 'workload') : undefined
    if (beside?.known) return beside
    return fromAnswer('allocations', await allocated(), (body) => factOf(tierBeside(body), 'allocations'))
  })
}
