import type { KindId } from '../../domain/supervision-kind.ts'

/** Answers to the questions of a kind, by the question's id. Those under `private` are for the two people only. */
type Notes = { answers: Readonly<Record<string, string>>; private?: Readonly<Record<string, string>> }

const monthly: Notes[] = [
  {
    answers: {
      workload: 'Manageable. Two reports due this month, both planned in.',
      cases: 'Enforcement and next steps.',
    },
    private: { wellbeing: 'Feeling settled. Leave is booked.' },
  },
  { answers: { workload: 'Busy. No new cases until the backlog of plans is cleared.', cases: 'Plans that are due.' } },
  {
    answers: { workload: 'Over capacity. Agreed to hand over one case.', cases: 'The handover, and a home visit.' },
    private: { wellbeing: 'Tired after a hard fortnight. Will take the time owed next week.' },
  },
  { answers: { workload: 'Fair. Room for one more case of middling risk.', cases: 'Register reviews and enquiries.' } },
  {
    answers: {
      workload: 'Steady. Duty days were swapped to make room for reports.',
      cases: 'Progress on the requirements.',
    },
  },
]

const reflective: Notes[] = [
  {
    answers: {
      theme: 'A first meeting that turned hostile.',
      learned: 'Naming the tension early would have helped.',
      change: 'Open first meetings by asking what would make them useful.',
    },
  },
  {
    answers: {
      theme: 'Working with denial.',
      learned: 'Pressing for an admission closed the conversation down.',
      change: 'Start from the harm to others and from what the person wants to be different.',
    },
  },
  {
    answers: {
      theme: 'A disclosure about a new partner.',
      learned: 'The enquiries were made late because the change was not seen as a risk.',
      change: 'Treat each new relationship or address as a reason to look at the risk again.',
    },
  },
  {
    answers: {
      theme: 'Professional curiosity on home visits.',
      learned: 'It is easy to accept the first account when time is short.',
      change: 'Write two questions down before each visit and ask them.',
    },
  },
]

/** What was written about a session of these kinds. Only monthly and reflective ones have notes; `turn` picks them. */
export function notesFor(kinds: readonly KindId[], turn: number): Required<Notes> {
  const notes = [
    kinds.includes('monthly') ? monthly[turn % monthly.length] : undefined,
    kinds.includes('reflective') ? reflective[turn % reflective.length] : undefined,
  ]
  return {
    answers: Object.assign({}, ...notes.map((note) => note?.answers)),
    private: Object.assign({}, ...notes.map((note) => note?.private)),
  }
}
