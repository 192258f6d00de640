import { countByTier, type ListedCase } from '../../domain/allocation/caseload-listed.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { type Row, table } from '../table.ts'
import { beginning, typed, type Words } from '../typed.ts'
import { countInWords, shortDay } from '../words.ts'

export type CaseloadView = {
  subject: Pick<Person, 'staffCode' | 'name'>
  /** Whether the reader is the subject. */
  own: boolean
  /** All that the reader may see, in the order in which they stand. */
  cases: readonly ListedCase[]
  /** Of some it could not be found out whether the reader may see them, so they are not among these. */
  unchecked: boolean
  /** From 1 on; one that does not exist is the last. */
  page: number
}

/** So many cases stand on one card. */
const casesOnAPage = 12

/** Which cases somebody holds, as far as the reader may see them: how many, by tier, then one by one. */
export function caseloadCard(view: CaseloadView): CardMessage {
  const { subject, own, cases, unchecked } = view
  const pages = Math.max(1, Math.ceil(cases.length / casesOnAPage))
  const page = Math.min(view.page, pages)
  const shown = cases.slice((page - 1) * casesOnAPage, page * casesOnAPage)
  return {
    card: cardWith(
      [
        heading('Caseload'),
        typed({ strong: own ? 'You' : subject.name }),
        sentence(countsInWords(cases), { spacing: 'Small' }),
        ...(unchecked
          ? [sentence('Access to some could not be checked just now, so they are not listed or counted.')]
          : []),
        ...(shown.length === 0 ? [] : [table(['Tier', 'Since'], shown.map(rowOf))]),
        ...(pages === 1 ? [] : [typed(...pageInWords(view, page, pages))]),
        remark(
          own
            ? `Facts are from the case services, read now.${forOneCase}`
            : `Cases to which your access is restricted are not listed. Facts are from the case services, read now. It is written down that you looked.${forOneCase}`,
        ),
      ],
      [
        ...(page < pages ? [pageButton(view, page + 1)] : []),
        ...(page > 1 ? [pageButton(view, page - 1)] : []),
        button('Workload', { verb: 'workload.show', person: subject.staffCode }),
      ],
    ),
    summary: own ? 'Your caseload' : 'A caseload',
  }
}

const forOneCase = ' For one case, say “show me” and its number.'

function countsInWords(cases: readonly ListedCase[]): string {
  if (cases.length === 0) return 'No cases.'
  const tiers = countByTier(cases).map(({ tier, count }) => `${tier}: ${count}`)
  return `${cases.length === 1 ? '1 case' : `${countInWords(cases.length)} cases`}. By tier: ${tiers.join(', ')}.`
}

function rowOf({ crn, name, tier, limitedAccess, allocatedOn }: ListedCase): Row {
  const remarks = [
    ...(tier?.provisional === true ? ['tier provisional'] : []),
    ...(limitedAccess ? ['limited access'] : []),
  ]
  return {
    lines: [
      name === undefined ? [{ strong: crn }] : [{ strong: beginning(name, 40) }],
      ...(name === undefined ? [] : [[crn]]),
      ...(remarks.length === 0 ? [] : [[{ quiet: remarks.join(', ') }]]),
    ],
    cells: [
      { text: tier === undefined ? 'not known' : tier.model === 'none' ? 'none' : tier.code },
      { text: allocatedOn === undefined ? 'not known' : shortDay(allocatedOn) },
    ],
  }
}

/** The page with the words for the next. A name that several share would not find the way back, so the code stands there. */
function pageInWords({ cases, own, subject }: CaseloadView, page: number, pages: number): Words[] {
  const from = (page - 1) * casesOnAPage + 1
  const to = Math.min(page * casesOnAPage, cases.length)
  const next = page < pages ? page + 1 : 1
  const whose = own ? 'my caseload' : `caseload of ${subject.staffCode}`
  return [
    `Cases ${from} to ${to} of ${cases.length}. Page ${page} of ${pages}. For another, say “${whose}, page ${next}”.`,
  ]
}

function pageButton({ subject }: CaseloadView, page: number) {
  return button(`Page ${page}`, { verb: 'caseload.show', person: subject.staffCode, page: String(page) })
}
