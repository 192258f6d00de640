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

const observation: Notes[] = [
  {
    answers: {
      setting: 'An office visit, second of the month.',
      strengths: 'Clear about the limits of confidentiality; let silences stand.',
      develop: 'Come back to the plan before the end of the visit.',
    },
  },
  {
    answers: {
      setting: 'A home visit with a colleague from the police.',
      strengths: 'Noticed what had changed in the flat and asked about it.',
      develop: 'Agree beforehand who leads, and who writes.',
    },
  },
  {
    answers: {
      setting: 'A group session, the fourth of ten.',
      strengths: 'Drew the quiet ones in without putting them on the spot.',
      develop: 'Challenge a minimising remark when it is made.',
    },
  },
]

const performance: Notes[] = [
  {
    answers: {
      'objective-1': 'Every plan written within fifteen working days.',
      'rating-1': 'met',
      'objective-2': 'Lead one briefing for the team on stalking.',
      'rating-2': 'partly-met',
      'note-2': 'Prepared; the date moved to next month.',
    },
  },
  {
    answers: {
      'objective-1': 'Home visits in all cases with a child flag.',
      'rating-1': 'partly-met',
      'objective-2': 'Finish the domestic abuse training.',
      'rating-2': 'met',
      'objective-3': 'Mentor a trainee through their first reports.',
      'rating-3': 'not-met',
      'note-3': 'No trainee placed in the team yet.',
    },
  },
  {
    answers: {
      'objective-1': 'Enforcement decisions recorded on the day.',
      'rating-1': 'met',
      'note-1': 'Kept up through a busy quarter.',
    },
  },
]

const competency: Notes[] = [
  { answers: { evidence: 'Four assessments read together; two observations.', ready: 'yes' } },
  { answers: { evidence: 'Portfolio complete but for work with the courts.', ready: 'not-yet' } },
]

const ratings = (...[assessment, planning, implementation, reviewing, outcomes]: string[]) =>
  ({ answers: { assessment, planning, implementation, reviewing, outcomes } }) as Notes

const rcat: Notes[] = [
  ratings('good', 'good', 'requires-improvement', 'good', 'good'),
  ratings('requires-improvement', 'good', 'good', 'requires-improvement', 'good'),
  ratings('outstanding', 'good', 'good', 'good', 'good'),
  ratings('good', 'inadequate', 'requires-improvement', 'requires-improvement', 'good'),
]

const saqua: Notes[] = [
  {
    answers: {
      'one-to-one': 'Talked through why the case was chosen and what the panel should look at.',
      panel: 'Three: the quality officer and two senior officers.',
      'asked-for': 'Questions in writing two days before.',
      made: 'Sent on the Monday before the panel.',
    },
  },
  {
    answers: {
      'one-to-one': 'Agreed to look at how the plan followed from the assessment.',
      panel: 'Four, with a colleague from another team.',
      'asked-for': 'None.',
      made: 'None.',
    },
  },
]

const byKind: Record<KindId, readonly Notes[]> = {
  monthly,
  reflective,
  observation,
  performance,
  competency,
  rcat,
  saqua,
}

/** What was written about a session of these kinds, without the case it was about; `turn` picks among the notes. */
export function notesFor(kinds: readonly KindId[], turn: number): Required<Notes> {
  const notes = kinds.map((kind) => byKind[kind][turn % byKind[kind].length])
  return {
    answers: Object.assign({}, ...notes.map((note) => note?.answers)),
    private: Object.assign({}, ...notes.map((note) => note?.private)),
  }
}

/** The question of a kind that is answered with one case. */
export const caseQuestions: Partial<Record<KindId, string>> = {
  observation: 'observed-case',
  rcat: 'audited-case',
  saqua: 'nominated-case',
}
