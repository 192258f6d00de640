import { Temporal } from 'temporal-polyfill'
import { childFlag } from '../../domain/allocation/active-registers.ts'
import { roshInWords, tierInWords } from '../../domain/allocation/allocation-words.ts'
import type { CaseFacts, EnquiryContact, Holder, Registration } from '../../domain/allocation/case-facts.ts'
import { outstandingEnquiries } from '../../domain/allocation/outstanding-enquiries.ts'
import type { CardMessage } from '../card.ts'
import { type Button, cardWith, fittingCard } from '../card-with.ts'
import { heading, remark, row, sentence } from '../lines.ts'
import { beginning, typed, type Words } from '../typed.ts'
import { listInWords, shortDay } from '../words.ts'
import { factInWords } from './fact-words.ts'

export type CaseCardView = {
  facts: CaseFacts
  /** Who holds it, as its reader knows them: "you", or a name of the staff list; the case services' own word when absent. */
  heldBy?: string | undefined
  /** The name of the team it waits in; its code stands alone when absent. */
  teamName?: string | undefined
  today: Temporal.PlainDate
  /** It was written down that the reader looked at somebody else's case. */
  written: boolean
  buttons: readonly Button[]
}

/** A case in brief: each fact with its source and its day, or why it is not known. Age, sex and the like are never on it. */
export function caseCard({ facts, heldBy, teamName, today, written, buttons }: CaseCardView): CardMessage {
  const { crn, name, limitedAccess, waitsIn } = facts
  const card = fittingCard(longestText, (most) =>
    cardWith(
      [
        heading('Case in brief'),
        typed(...(name === undefined ? [] : [{ strong: beginning(name, 100) }, ', ']), { strong: crn }),
        ...(limitedAccess ? [sentence(limitedAccessInWords, { spacing: 'None' })] : []),
        row('Held by', ...factInWords(facts.holder, (holder) => holderInWords(holder, heldBy))),
        ...(waitsIn === undefined ? [] : [row('Waiting in', teamInWords(waitsIn, teamName))]),
        row('Tier', ...factInWords(facts.tier, (tier) => sentenceStart(tierInWords(tier)), 'worked out')),
        row('RoSH', ...factInWords(facts.rosh, (level) => sentenceStart(roshInWords(level)), 'assessed')),
        row('Registers', ...factInWords(facts.registrations, (all) => registersInWords(all, today, most))),
        row('MAPPA', ...factInWords(facts.mappa, mappaInWords)),
        row('Assessed', ...factInWords(facts.lastAssessedOn, lastAssessedInWords)),
        row('Sentenced', ...factInWords(facts.sentencedOn, shortDay)),
        row('Requirements', ...factInWords(facts.requirements, (all) => requirementsInWords(all, most))),
        row('Enquiries', ...enquiriesInWords(facts, today)),
        remark(
          `Facts are from the case services, read now.${written ? ' It is written down that you looked.' : ''} RoSH is the risk of serious harm.`,
        ),
      ],
      buttons,
    ),
  )
  return { card, summary: 'A case in brief' }
}

const longestText = 3000
/** How a limited-access case stands marked for somebody who may see it. */
export const limitedAccessInWords = 'Limited access: some people may not see this case.'

/** Who holds a case: "you", a name, or "Nobody". */
export function holderInWords(holder: Holder | 'nobody', known: string | undefined): string {
  if (holder === 'nobody') return 'Nobody'
  return sentenceStart(beginning(known ?? holder.name ?? holder.staffCode, 60))
}

function teamInWords(code: string, name: string | undefined): string {
  return name === undefined ? code : `${beginning(name, 60)} (${code})`
}

function sentenceStart(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function isActive({ endedOn }: Registration, today: Temporal.PlainDate): boolean {
  return endedOn === undefined || Temporal.PlainDate.compare(endedOn, today) > 0
}

function registersInWords(all: readonly Registration[], today: Temporal.PlainDate, most: number): string {
  const active = all.filter((entry) => isActive(entry, today))
  if (active.length === 0) return 'No active entry'
  const entries = active.map(({ name, startedOn, nextReviewOn }) => {
    const days = [
      ...(startedOn === undefined ? [] : [`since ${shortDay(startedOn)}`]),
      ...(nextReviewOn === undefined ? [] : [`next review ${shortDay(nextReviewOn)}`]),
    ]
    return days.length === 0 ? name : `${name} (${days.join(', ')})`
  })
  return beginning(entries.join('; '), most)
}

function mappaInWords(mappa: { level?: number; category?: number } | 'none'): string {
  if (mappa === 'none') return 'Not under MAPPA'
  const parts = [
    mappa.level === undefined ? 'level not known' : `level ${mappa.level}`,
    mappa.category === undefined ? 'category not known' : `category ${mappa.category}`,
  ]
  return sentenceStart(parts.join(', '))
}

function lastAssessedInWords(day: Temporal.PlainDate | 'none'): string {
  return day === 'none' ? 'No completed assessment' : shortDay(day)
}

function requirementsInWords(all: readonly string[], most: number): string {
  return all.length === 0 ? 'No requirements' : beginning(all.join('; '), most)
}

const enquiryNames: Record<EnquiryContact['about'], string> = { police: 'police', safeguarding: 'safeguarding' }

/** The enquiries without an answer. Every case needs that of the police; one with a child flag also that of safeguarding. */
function enquiriesInWords({ enquiries, registrations }: CaseFacts, today: Temporal.PlainDate): Words[] {
  const hasChildFlag =
    registrations.known &&
    registrations.value.some((entry) => childFlag.some((code) => code === entry.code) && isActive(entry, today))
  const needed: EnquiryContact['about'][] = hasChildFlag ? ['police', 'safeguarding'] : ['police']
  return factInWords(enquiries, (contacts) => {
    const outstanding = outstandingEnquiries(contacts, needed).map(({ about, askedOn }) =>
      askedOn === undefined
        ? `${enquiryNames[about]} not asked`
        : `${enquiryNames[about]} asked on ${shortDay(askedOn)} and not answered`,
    )
    const maybe = registrations.known ? [] : ['whether safeguarding is needed is not known']
    if (outstanding.length === 0 && maybe.length === 0) return `All answered (${listInWords(needed)})`
    const said = outstanding.length === 0 ? ['police answered', ...maybe] : [...outstanding, ...maybe]
    return sentenceStart(said.join('; '))
  })
}
