import { momentInWords } from '../../cards/words.ts'
import { type Allocation, wasGiven } from '../../domain/allocation/allocation.ts'
import type { StaffCode } from '../../domain/ids.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { viewerOf } from '../viewer-of.ts'
import { casesNamed } from './who-and-which.ts'

const mostListed = 10
const toMe =
  /\b(?:was|were|been|am) (?:\S+ )?(?:i|me) |\bgiven (?:to )?me\b|\b(?:was|were|am|have|did) i\b.*\b(?:given|get|got|allocated)\b/i

const stands: Record<Allocation['submission'], string> = {
  'for-pasting': 'decided, to paste into the allocation tool',
  submitting: 'decided, not known yet whether it arrived',
  submitted: 'handed in',
  refused: 'decided, not allocated',
  'not-submitted': 'decided, not allocated',
  unknown: 'decided, not known yet whether it arrived',
}

/** "My allocations", "who did I give X320741 to?", "which cases was I given?": what was decided through the assistant, newest first. */
export async function showAllocations(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const me = turn.person.staffCode
  const [crn] = casesNamed(reading)
  const decided = toMe.test(text) ? [] : await desk.allocations.decidedBy(me)
  const given = decided.length > 0 ? [] : (await desk.allocations.to(me)).filter(wasGiven)
  const all = [...decided, ...given].filter((one) => crn === undefined || one.crn === crn)
  const seen = await inSight(all.slice(0, mostListed), turn, desk)
  if (seen.length === 0) {
    const which = crn === undefined ? '' : ' of that case'
    return {
      message: { text: `I find no allocation${which} that you decided, or that gave a case to you, through me.` },
    }
  }
  const people = await desk.staff.byStaffCodes(seen.flatMap(({ to, decidedBy }) => [to, decidedBy]))
  const nameOf = (code: StaffCode) => people.find(({ staffCode }) => staffCode === code)?.name ?? code
  const lines = seen.map((one) => {
    const who = one.decidedBy === me ? `to ${nameOf(one.to)}` : `by ${nameOf(one.decidedBy)}`
    return `${one.crn} ${who} on ${momentInWords(one.decidedAt)}: ${stands[one.submission]}.`
  })
  const begins = decided.length > 0 ? 'What you decided through me, newest first:' : 'What was given to you through me:'
  const ends = decided.length > 0 ? ['For an entry, say “the entry for” and the case number.'] : []
  return { message: { text: [begins, ...lines, ...ends].join('\n\n') } }
}

/** Those of cases that whoever asks may see now. */
async function inSight(all: readonly Allocation[], turn: Turn, desk: Pick<Desk, 'cases'>): Promise<Allocation[]> {
  if (all.length === 0) return []
  const views = await desk.cases.views(
    all.map(({ crn }) => crn),
    viewerOf(turn),
  )
  return all.filter((_, index) => views[index]?.sight === 'open')
}
