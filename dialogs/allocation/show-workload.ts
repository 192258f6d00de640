import { workloadCard } from '../../cards/allocation/workload-card.ts'
import { maySeeCaseload, maySeeWorkload, mayWeigh } from '../../domain/allocation/allocation-rights.ts'
import type { WorkloadOfPerson } from '../../domain/allocation/case-services.ts'
import { caseloadListed } from '../../domain/allocation/caseload-listed.ts'
import { type Fact, notKnown } from '../../domain/allocation/fact.ts'
import type { Person } from '../../domain/staff.ts'
import { meantOf } from '../people-meant.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { viewerOf } from '../viewer-of.ts'
import { myTeamsToAllocateFor } from './case-in-sight.ts'
import { showTeamWorkload } from './show-team-workload.ts'
import { whoseAsked } from './whose-asked.ts'

const aboutTeam = /\b(?:team|teams|staff|people|officers|practitioners|pdu|everyone|everybody|workloads)\b/i

/**
 * "My workload", "Tom’s workload", "my team’s workload", "who is over 110% in my team?". Somebody who allocates and names
 * nobody, nor themself, asks about their team.
 */
export async function workloadInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const over = overIn(text)
  const page = Number(/\bpage\s+([1-9]\d{0,2})\b/i.exec(text)?.[1] ?? 1)
  const ofTeam = aboutTeam.test(text)
  if (reading.entities.practitioner === 'me' && !ofTeam) return showWorkload(turn.person, turn, desk)
  const teams = await myTeamsToAllocateFor(turn, desk)
  const may = (person: Person) => maySeeWorkload(turn.person, person, turn.today.toString(), turn.covers, teams)
  const meant = meantOf(reading.people, reading.unknownName, may)
  if (meant !== undefined && 'says' in meant) return whoseAsked(meant, 'workload')
  if (meant === undefined) {
    return ofTeam || over !== undefined || mayWeigh(turn.person, turn.today.toString())
      ? showTeamWorkload(turn.person, { over, page }, turn, desk)
      : showWorkload(turn.person, turn, desk)
  }
  const managed = ofTeam ? await desk.staff.managedBy(meant.person.staffCode) : []
  return managed.length > 0
    ? showTeamWorkload(meant.person, { over, page }, turn, desk)
    : showWorkload(meant.person, turn, desk)
}

/** The percentage that people are asked to be over: "over 110%"; "over capacity" is over 100. */
function overIn(text: string): number | undefined {
  const said = /\b(?:over|above|more than|exceeding|beyond|past)\s+(\d{2,3})\b/i.exec(text)?.[1]
  if (said !== undefined) return Number(said)
  return /\bover[\s-]?(?:loaded|capacity|(?:the|their)\s+(?:limit|capacity))\b/i.test(text) ? 100 : undefined
}

/** How much one person has to do, as far as whoever asks may see it. */
export async function showWorkload(subject: Person, turn: Turn, desk: Desk): Promise<Reply> {
  const today = turn.today.toString()
  const code = subject.staffCode
  const own = code === turn.person.staffCode
  const teams = await myTeamsToAllocateFor(turn, desk)
  if (!maySeeWorkload(turn.person, subject, today, turn.covers, teams)) {
    return refuse(
      turn,
      'workload',
      'You can see your own workload and those of people you manage or allocate to, so I cannot show you that one.',
      { subject: code },
    )
  }
  const mayShowCaseload = maySeeCaseload(turn.person, subject, today, turn.covers)
  const [workloads, cases] = await Promise.all([
    desk.cases.workloads([code], viewerOf(turn)),
    !own && mayShowCaseload ? countListed(subject, turn, desk) : undefined,
  ])
  const workload: Fact<WorkloadOfPerson> = workloads.get(code) ?? notKnown('workload', 'none')
  const message = workloadCard({
    subject,
    own,
    workload,
    cases: own && workload.known ? workload.value.cases : cases,
    limits: desk.allocationPolicy.rules.workload,
    today: turn.today,
    mayShowCaseload,
  })
  return { message, notes: own ? [] : [noteOf(turn, 'record.viewed', { subject: code, detail: 'workload' })] }
}

/**
 * How many cases of somebody else's whoever asks may see: what their list would show. The workload service counts all, and
 * the difference would tell how many are of limited access.
 */
async function countListed(subject: Person, turn: Turn, desk: Desk): Promise<number | 'not-known'> {
  const entries = await desk.cases.caseloadInShort(subject.staffCode, viewerOf(turn))
  if (entries === 'not-answered') return 'not-known'
  const { cases, unchecked } = caseloadListed(entries)
  return unchecked ? 'not-known' : cases.length
}
