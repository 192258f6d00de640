import type { SupervisionPolicy } from '../domain/supervision-kind.ts'

const own = ['PO', 'PSO', 'PQiP'] as const
const withManagers = [...own, 'SPO'] as const

/** The default supervision policy. The windows and who may log are unconfirmed defaults of this product, not published policy. */
export const defaultSupervisionPolicy: SupervisionPolicy = {
  minutes: { least: 5, most: 480 },
  monthsBack: 12,
  noteCharacters: 4000,
  windows: { yearBegins: 4, dueSoonDays: 14, waivedAbove: 0.5 },
  spanLimit: 10,
  kinds: [
    {
      id: 'monthly',
      name: 'Monthly',
      inWords: 'a monthly session',
      window: 'month',
      loggedBy: ['manager', 'practitioner'],
      grades: [...withManagers],
      combinesWith: ['reflective', 'performance'],
      canBeLogged: true,
      questions: [
        {
          id: 'workload',
          label: 'Workload',
          ask: 'How is their workload, and what was agreed about it?',
          required: true,
          private: false,
          takesCases: false,
        },
        {
          id: 'cases',
          label: 'Cases discussed',
          ask: 'Which cases did you discuss? CRNs or a few words will do.',
          required: true,
          private: false,
          takesCases: true,
        },
        {
          id: 'wellbeing',
          label: 'Wellbeing',
          ask: 'Anything on wellbeing? Only the two of you can read it.',
          required: false,
          private: true,
          takesCases: false,
        },
      ],
    },
    {
      id: 'reflective',
      name: 'Reflective',
      inWords: 'a reflective session',
      window: 'quarter',
      loggedBy: ['manager', 'practitioner'],
      grades: [...withManagers],
      combinesWith: ['monthly', 'performance'],
      canBeLogged: true,
      questions: [
        {
          id: 'theme',
          label: 'Case or theme',
          ask: 'Which case or theme did you reflect on?',
          required: true,
          private: false,
          takesCases: true,
        },
        {
          id: 'learned',
          label: 'What was learned',
          ask: 'What was learned?',
          required: true,
          private: false,
          takesCases: false,
        },
        {
          id: 'change',
          label: 'What will change',
          ask: 'What will change in practice?',
          required: true,
          private: false,
          takesCases: false,
        },
      ],
    },
    later('observation', 'Observation', 'an observation', 'half-year', ['manager', 'qdo'], own),
    later('performance', 'Performance', 'a performance session', 'quarter', ['manager'], withManagers),
    later('competency', 'Competency', 'a competency assessment', 'year', ['manager'], own),
    later('rcat', 'RCAT', 'an RCAT', 'quarter', ['manager', 'qdo'], own),
    later('saqua', 'SAQUA', 'a SAQUA', 'year', ['manager', 'qdo'], own),
  ],
}

/** A kind that is known by name and counted in history, but cannot be logged in the chat. */
function later(
  id: SupervisionPolicy['kinds'][number]['id'],
  name: string,
  inWords: string,
  window: SupervisionPolicy['kinds'][number]['window'],
  loggedBy: SupervisionPolicy['kinds'][number]['loggedBy'],
  grades: readonly SupervisionPolicy['kinds'][number]['grades'][number][],
): SupervisionPolicy['kinds'][number] {
  return {
    id,
    name,
    inWords,
    window,
    loggedBy,
    grades: [...grades],
    combinesWith: [],
    canBeLogged: false,
    questions: [],
  }
}
