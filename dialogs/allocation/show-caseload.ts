import { caseloadCard } from '../../cards/allocation/caseload-card.ts'
import { maySeeCaseload } from '../../domain/allocation/allocation-rights.ts'
import { caseloadListed } from '../../domain/allocation/caseload-listed.ts'
import type { Person } from '../../domain/staff.ts'
import { meantOf } from '../people-meant.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { viewerOf } from '../viewer-of.ts'
import { whoseAsked } from './whose-asked.ts'

/** "My caseload", "how many cases has Aisha?": what somebody holds, as far as whoever asks may see it. */
export async function caseloadInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const page = Number(/\bpage\s+([1-9]\d{0,2})\b/i.exec(text)?.[1] ?? 1)
  if (reading.entities.practitioner === 'me') return showCaseload(turn.person, page, turn, desk)
  const may = (person: Person) => maySeeCaseload(turn.person, person, turn.today.toString(), turn.covers)
  const meant = meantOf(reading.people, reading.unknownName, may)
  if (meant === undefined) return showCaseload(turn.person, page, turn, desk)
  return 'says' in meant ? whoseAsked(meant, 'caseload') : showCaseload(meant.person, page, turn, desk)
}

/** What a person holds, a page of it. */
export async function showCaseload(subject: Person, page: number, turn: Turn, desk: Desk): Promise<Reply> {
  const code = subject.staffCode
  const own = code === turn.person.staffCode
  if (!maySeeCaseload(turn.person, subject, turn.today.toString(), turn.covers)) {
    return refuse(
      turn,
      'caseload',
      own
        ? 'Your role holds no cases here, so there is no caseload to show.'
        : 'You can see your own caseload and those of people you manage, so I cannot show you that one.',
      own ? {} : { subject: code },
    )
  }
  const entries = await desk.cases.caseloadInShort(code, viewerOf(turn))
  if (entries === 'not-answered') {
    return {
      message: {
        text: 'The case services could not be asked, so I cannot show the caseload. Please try again in a few minutes.',
      },
    }
  }
  const { cases, unchecked } = caseloadListed(entries)
  if (cases.length === 0 && unchecked) {
    return {
      message: {
        text: 'It could not be checked which of the cases you may see, so none is shown. Please try again in a few minutes.',
      },
    }
  }
  const message = caseloadCard({ subject, own, cases, unchecked, page })
  return { message, notes: own ? [] : [noteOf(turn, 'record.viewed', { subject: code, detail: 'caseload' })] }
}
