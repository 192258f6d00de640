import type { Person } from '../domain/staff.ts'
import { allocateInWords } from './allocation/allocate-in-words.ts'
import { checkInWords } from './allocation/check-allocation.ts'
import { comparePeople } from './allocation/compare-people.ts'
import { explainInWords } from './allocation/explain-decision.ts'
import { findInWords } from './allocation/find-practitioner.ts'
import { showAllocations } from './allocation/show-allocations.ts'
import { caseInWords } from './allocation/show-case.ts'
import { caseloadInWords } from './allocation/show-caseload.ts'
import { workloadInWords } from './allocation/show-workload.ts'
import { reviewsInWords } from './reviews/reviews-in-words.ts'
import type { Desk, Reply, Turn } from './turn.ts'
import type { Reading } from './understand/understand.ts'

type Request = { text: string; reading: Reading }

const part = 'Cases and allocation' as const
const hasCases = ({ grade }: Person) => grade !== 'ADMIN' && grade !== 'QDO'
const notForYou = 'Your role sees no cases or caseloads here. Say “help” to see what I can do for you.'

const mayNotWeighInWords =
  'Line managers and heads of PDU weigh who may take a case. Please ask yours: they can ask me.'
const weighs = ({ grade }: Person) => grade === 'SPO' || grade === 'HoPDU'

/** What can be said about cases and how much people have to do: rows of the menu. */
export const casesAndAllocation = [
  {
    intent: 'check-allocation' as const,
    part,
    words: (name: string | undefined) => `can ${name ?? 'Tom'} take X320741?`,
    does: 'Weigh whether somebody may take a case: a verdict with every reason, its fact, date and authority. You decide.',
    mayUse: weighs,
    notForYou: mayNotWeighInWords,
    inCompany: false,
    run: async ({ text, reading }: Request, turn: Turn, desk: Desk): Promise<Reply> =>
      (await comparePeople(text, reading, turn, desk)) ?? checkInWords(reading, turn, desk),
  },
  {
    intent: 'find-practitioner' as const,
    part,
    words: () => 'who could take X320741?',
    does: 'Weigh everybody you may give it to, and put them in order. Up to ten cases at once.',
    mayUse: weighs,
    notForYou: mayNotWeighInWords,
    inCompany: false,
    run: ({ text, reading }: Request, turn: Turn, desk: Desk): Promise<Reply> => findInWords(text, reading, turn, desk),
  },
  {
    intent: 'allocate-case' as const,
    part,
    words: (name: string | undefined) => `give X320741 to ${name ?? 'Tom'}`,
    does: 'Decide an allocation: the oversight entry is drafted, your own reasoning goes in, and you get the text to paste.',
    mayUse: weighs,
    notForYou: mayNotWeighInWords,
    inCompany: false,
    run: ({ text, reading }: Request, turn: Turn, desk: Desk): Promise<Reply> =>
      allocateInWords(text, reading, turn, desk),
  },
  {
    intent: 'show-allocations' as const,
    part,
    words: (name: string | undefined) =>
      name === undefined ? 'which cases was I given?' : 'my allocations, or: who did I give X320741 to?',
    does: 'See what was decided through me about who gets a case: what you decided, and what was given to you.',
    mayUse: hasCases,
    notForYou,
    inCompany: false,
    run: ({ text, reading }: Request, turn: Turn, desk: Desk): Promise<Reply> =>
      showAllocations(text, reading, turn, desk),
  },
  {
    intent: 'explain-decision' as const,
    part,
    words: (name: string | undefined) =>
      name === undefined ? 'why was I given X320741?' : `why not ${name}? Or: what would have to change? Who says so?`,
    does: 'Hear the reasons of an earlier answer, from what was recorded then.',
    mayUse: hasCases,
    notForYou,
    inCompany: false,
    run: ({ text, reading }: Request, turn: Turn, desk: Desk): Promise<Reply> =>
      explainInWords(text, reading, turn, desk),
  },
  {
    intent: 'show-case' as const,
    part,
    words: () => 'show me X320741',
    does: 'See a case in brief, each fact with its source and day: one of yours, or of people you manage.',
    mayUse: hasCases,
    notForYou,
    inCompany: false,
    run: ({ reading }: Request, turn: Turn, desk: Desk): Promise<Reply> => caseInWords(reading, turn, desk),
  },
  {
    intent: 'show-caseload' as const,
    part,
    words: (name: string | undefined) =>
      name === undefined ? 'my caseload' : `my caseload, or: how many cases has ${name}?`,
    does: 'See how many cases somebody holds, by tier, and which.',
    mayUse: hasCases,
    notForYou,
    inCompany: false,
    run: ({ text, reading }: Request, turn: Turn, desk: Desk): Promise<Reply> =>
      caseloadInWords(text, reading, turn, desk),
  },
  {
    intent: 'overdue-reviews' as const,
    part,
    words: (name: string | undefined) =>
      name === undefined
        ? 'overdue reviews, reviews of X320741, or: chase list'
        : `overdue reviews in my team, OASys due for ${name}, reviews of X320741, or: chase list for ${name}`,
    does: 'See which reviews of cases are overdue or due soon, and why. Then say what became of one: “OASys for X320741 done on Friday”.',
    mayUse: hasCases,
    notForYou,
    inCompany: false,
    run: ({ text, reading }: Request, turn: Turn, desk: Desk): Promise<Reply> =>
      reviewsInWords(text, reading, turn, desk),
  },
  {
    intent: 'show-workload' as const,
    part,
    words: (name: string | undefined) =>
      name === undefined ? 'my workload' : `${name}’s workload, my team’s workload, or: who is over 110% in my team?`,
    does: 'See how much somebody has to do, in percent of capacity: last night’s figure.',
    mayUse: () => true,
    inCompany: false,
    run: ({ text, reading }: Request, turn: Turn, desk: Desk): Promise<Reply> =>
      workloadInWords(text, reading, turn, desk),
  },
]
