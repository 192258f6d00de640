import { caseCard } from '../../cards/allocation/case-card.ts'
import { caseListCard, type ListedCase } from '../../cards/allocation/case-list-card.ts'
import { button } from '../../cards/button.ts'
import { mayWeigh } from '../../domain/allocation/allocation-rights.ts'
import type { AuditNote } from '../../domain/audit.ts'
import type { Crn } from '../../domain/ids.ts'
import { type Desk, noteOf, type Reply, type Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { viewerOf } from '../viewer-of.ts'
import { type CaseInSight, caseInSight, myTeamsToAllocateFor } from './case-in-sight.ts'
import { goesOnAbout } from './goes-on-about.ts'

/** So many cases are shown in one answer. */
const mostCases = 10

const says: Record<Exclude<CaseInSight['sight'], 'open'>, string> = {
  restricted: 'Access is restricted.',
  'not-found':
    'I find no case with that number among those you may see. Please check the number; it may also be with another team or region.',
  'not-checked':
    'It could not be found out whether you may see that case, so nothing of it is shown. Please try again in a few minutes.',
}

/** "Show me X320741": a case in brief, or several in short, as far as whoever asks may see them. */
export async function caseInWords(reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const { crn, crns } = reading.entities
  const asked = crns ?? (crn === undefined ? [] : [crn])
  const [first, ...more] = asked
  if (first === undefined) {
    return {
      message: { text: 'Which case? Please say “show me” and its number: one letter and six digits, like X320741.' },
    }
  }
  return more.length === 0 ? showCase(first, turn, desk) : showCases(asked, turn, desk)
}

async function showCase(crn: Crn, turn: Turn, desk: Desk): Promise<Reply> {
  const teams = await myTeamsToAllocateFor(turn, desk)
  const [seen, teamNames] = await Promise.all([
    caseInSight(crn, teams, turn, desk),
    desk.cases.teamNames(teams, viewerOf(turn)),
  ])
  if (seen.sight !== 'open') return { message: { text: says[seen.sight] }, notes: notesOf(seen, turn) }
  const { facts, heldBy, subject } = seen
  const weighs = mayWeigh(turn.person, turn.today.toString())
  const buttons = weighs ? [button('Who could take it?', { verb: 'allocation.find', crn })] : []
  const message = caseCard({
    facts,
    heldBy,
    teamName: facts.waitsIn === undefined ? undefined : teamNames.get(facts.waitsIn),
    today: turn.today,
    written: subject !== undefined,
    buttons,
  })
  return { message, notes: notesOf(seen, turn), ...(weighs ? goesOnAbout(crn) : {}) }
}

async function showCases(crns: readonly Crn[], turn: Turn, desk: Desk): Promise<Reply> {
  const asked = crns.slice(0, mostCases)
  const teams = await myTeamsToAllocateFor(turn, desk)
  const seen = await Promise.all(asked.map((crn) => caseInSight(crn, teams, turn, desk)))
  const message = caseListCard({
    cases: seen.map(
      (one): ListedCase =>
        one.sight === 'open' ? { facts: one.facts, heldBy: one.heldBy } : { says: says[one.sight] },
    ),
    left: crns.length - asked.length,
    written: seen.some((one) => one.sight === 'open' && one.subject !== undefined),
  })
  return { message, notes: seen.flatMap((one) => notesOf(one, turn)) }
}

/** That somebody else's case was looked at, or that one was refused; never its number. */
function notesOf(seen: CaseInSight, turn: Turn): AuditNote[] {
  switch (seen.sight) {
    case 'open':
      return seen.subject === undefined
        ? []
        : [noteOf(turn, 'record.viewed', { subject: seen.subject, detail: 'case' })]
    case 'restricted':
      return [noteOf(turn, 'refused', { detail: 'case' })]
    case 'not-found':
      if (!seen.refused) return []
      return [noteOf(turn, 'refused', { detail: 'case', ...(seen.subject && { subject: seen.subject }) })]
    case 'not-checked':
      return []
  }
}
