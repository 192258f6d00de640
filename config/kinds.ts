import type { KindId, SupervisionPolicy } from '../domain/supervision-kind.ts'
import { fromScale, inALine, inWords, objectives, oneCase, people } from './questions.ts'
import { defaultScales } from './scales.ts'

type Kind = SupervisionPolicy['kinds'][number]

const own: Kind['grades'] = ['PO', 'PSO', 'PQiP']
const withManagers: Kind['grades'] = [...own, 'SPO']
const manager: Kind['loggedBy'] = ['manager']
const managerOrPractitioner: Kind['loggedBy'] = ['manager', 'practitioner']
const managerOrQuality: Kind['loggedBy'] = ['manager', 'qdo']

/** Kinds that are often one meeting, and kinds that may be part of it but need details of their own. */
const together: KindId[] = ['monthly', 'reflective', 'performance']
const withDetails: KindId[] = ['observation', 'rcat', 'saqua']
const besides = (id: KindId) => [...together.filter((other) => other !== id), ...withDetails]

/**
 * The default supervision policy. The windows, who may log, the questions and the ratings are unconfirmed defaults of this
 * product, not published policy.
 */
export const defaultSupervisionPolicy: SupervisionPolicy = {
  minutes: { least: 5, most: 480 },
  monthsBack: 12,
  noteCharacters: 4000,
  windows: { yearBegins: 4, dueSoonDays: 14, waivedAbove: 0.5 },
  spanLimit: 10,
  booking: {
    usualMinutes: {
      monthly: 60,
      reflective: 60,
      observation: 90,
      performance: 60,
      competency: 60,
      rcat: 90,
      saqua: 90,
    },
    monthsAhead: 12,
    officeHours: { from: '08:00', to: '18:00' },
    askFrom: '09:30',
    linkDays: 7,
  },
  scales: defaultScales,
  kinds: [
    {
      id: 'monthly',
      name: 'Monthly',
      inWords: 'a monthly session',
      window: 'month',
      loggedBy: managerOrPractitioner,
      grades: withManagers,
      combinesWith: besides('monthly'),
      questions: [
        inWords('workload', 'Workload', 'How is their workload, and what was agreed about it?'),
        inWords('cases', 'Cases discussed', 'Which cases did you discuss? CRNs or a few words will do.', {
          takesCases: true,
        }),
        inWords('wellbeing', 'Wellbeing', 'Anything on wellbeing? Only the two of you can read it.', {
          required: false,
          private: true,
        }),
      ],
    },
    {
      id: 'reflective',
      name: 'Reflective',
      inWords: 'a reflective session',
      window: 'quarter',
      loggedBy: managerOrPractitioner,
      grades: withManagers,
      combinesWith: besides('reflective'),
      questions: [
        inWords('theme', 'Case or theme', 'Which case or theme did you reflect on?', { takesCases: true }),
        inWords('learned', 'What was learned', 'What was learned?'),
        inWords('change', 'What will change', 'What will change in practice?'),
        fromScale('reflective', 'was-reflective', 'Was this reflective?', 'Was this session reflective?', {
          required: false,
          ofPractitioner: true,
        }),
        inALine('reflective-line', 'In a line, why', 'What made it so, in a line?', {
          required: false,
          ofPractitioner: true,
        }),
      ],
    },
    {
      id: 'observation',
      name: 'Observation',
      inWords: 'an observation',
      window: 'half-year',
      loggedBy: managerOrQuality,
      grades: own,
      combinesWith: together,
      questions: [
        oneCase('draw', 'observed-case', 'Case observed', 'Which case was observed? Please give its CRN.'),
        inWords('setting', 'Setting', 'What was the setting: an office visit, a home visit, a group?'),
        inWords('strengths', 'Strengths', 'What were the strengths?'),
        inWords('develop', 'One thing to develop', 'What is the one thing to develop?'),
      ],
    },
    {
      id: 'performance',
      name: 'Performance',
      inWords: 'a performance session',
      window: 'quarter',
      loggedBy: manager,
      grades: withManagers,
      combinesWith: besides('performance'),
      questions: objectives(5),
    },
    {
      id: 'competency',
      name: 'Competency',
      inWords: 'a competency assessment',
      window: 'year',
      loggedBy: manager,
      grades: own,
      combinesWith: [],
      questions: [
        inWords('evidence', 'Evidence', 'What is the evidence?'),
        fromScale(
          'readiness',
          'ready',
          'Ready for the next increment',
          'Are they ready for the next increment: yes or not yet?',
        ),
      ],
    },
    {
      id: 'rcat',
      name: 'RCAT',
      inWords: 'an RCAT',
      window: 'quarter',
      loggedBy: managerOrQuality,
      grades: own,
      combinesWith: together,
      questions: [
        oneCase('draw', 'audited-case', 'Case audited', 'Which case was audited? Please give its CRN.'),
        fromScale('inspection', 'assessment', 'Assessment', 'How do you rate assessment?'),
        fromScale('inspection', 'planning', 'Planning', 'How do you rate planning?'),
        fromScale(
          'inspection',
          'implementation',
          'Implementation and delivery',
          'How do you rate implementation and delivery?',
        ),
        fromScale('inspection', 'reviewing', 'Reviewing', 'How do you rate reviewing?'),
        fromScale('inspection', 'outcomes', 'Outcomes', 'How do you rate outcomes?'),
      ],
    },
    {
      id: 'saqua',
      name: 'SAQUA',
      inWords: 'a SAQUA',
      window: 'year',
      loggedBy: managerOrQuality,
      grades: own,
      combinesWith: together,
      questions: [
        oneCase('nomination', 'nominated-case', 'Nominated case', 'Which case did they nominate? Please give its CRN.'),
        inWords('one-to-one', 'One-to-one', 'What came out of the one-to-one about the case?'),
        people(5, 'panel', 'Panel members', 'Who was on the panel? Names, or how many.'),
        inWords('asked-for', 'Adjustments asked for', 'Which adjustments were asked for? “None” will do.'),
        inWords('made', 'Adjustments made', 'Which adjustments were made? “None” will do.'),
      ],
    },
  ],
}
