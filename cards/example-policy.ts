import type { KindQuestion, SupervisionKind, SupervisionPolicy } from '../domain/supervision-kind.ts'

const question = (id: string, label: string, ask: string, rest: Partial<KindQuestion> = {}): KindQuestion => ({
  id,
  label,
  ask,
  required: true,
  private: false,
  takesCases: false,
  answer: { type: 'text' },
  ...rest,
})
const choice = (scale: string, id: string, label: string, ask: string, rest: Partial<KindQuestion> = {}) =>
  question(id, label, ask, { answer: { type: 'choice', scale }, ...rest })
const oneCase = (id: string, label: string, from: 'draw' | 'nomination' = 'draw') =>
  question(id, label, 'Which case was it?', { answer: { type: 'case', from } })
const choices = (...names: string[]) =>
  names.map((name) => ({ id: name.toLowerCase().replaceAll(' ', '-'), name, also: [] }))
const kind = (
  id: SupervisionKind['id'],
  name: string,
  inWords: string,
  window: SupervisionKind['window'],
  rest: Pick<SupervisionKind, 'combinesWith' | 'questions'> & Partial<SupervisionKind>,
): SupervisionKind => ({
  id,
  name,
  inWords,
  window,
  loggedBy: ['manager'],
  grades: ['PO', 'PSO', 'PQiP'],
  ...rest,
})

const objectives = [1, 2, 3, 4, 5].flatMap((number) => {
  const of = `objective-${number}`
  return [
    question(of, `Objective ${number}`, `What is objective ${number}?`, {
      required: false,
      oneOf: 'objectives',
      carriesOver: true,
    }),
    choice('objectives', `rating-${number}`, `Rating ${number}`, `How do you rate objective ${number}?`, { of }),
    question(`note-${number}`, `Note ${number}`, 'Anything to note?', { required: false, of }),
  ]
})

/** The policy that the examples of cards are made with: like the default one, with fewer words. */
export const examplePolicy: SupervisionPolicy = {
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
  scales: [
    { id: 'inspection', choices: choices('Outstanding', 'Good', 'Requires improvement', 'Inadequate') },
    { id: 'objectives', choices: choices('Met', 'Partly met', 'Not met') },
    { id: 'readiness', choices: choices('Yes', 'Not yet') },
    { id: 'reflective', choices: choices('Yes', 'Partly', 'No') },
  ],
  kinds: [
    kind('monthly', 'Monthly', 'a monthly session', 'month', {
      loggedBy: ['manager', 'practitioner'],
      grades: ['PO', 'PSO', 'PQiP', 'SPO'],
      combinesWith: ['reflective', 'performance', 'observation', 'rcat', 'saqua'],
      questions: [
        question('workload', 'Workload', 'How is the workload, and what was agreed about it?'),
        question('cases', 'Cases discussed', 'Which cases? CRNs or a few words will do.', { takesCases: true }),
        question('wellbeing', 'Wellbeing', 'Anything on wellbeing?', { required: false, private: true }),
      ],
    }),
    kind('reflective', 'Reflective', 'a reflective session', 'quarter', {
      loggedBy: ['manager', 'practitioner'],
      grades: ['PO', 'PSO', 'PQiP', 'SPO'],
      combinesWith: ['monthly', 'performance', 'observation', 'rcat', 'saqua'],
      questions: [
        question('theme', 'Case or theme', 'Which case or theme did you reflect on?', { takesCases: true }),
        question('learned', 'What was learned', 'What was learned?'),
        question('change', 'What will change', 'What will change in practice?'),
        choice('reflective', 'was-reflective', 'Was this reflective?', 'Was it?', {
          required: false,
          ofPractitioner: true,
        }),
        question('reflective-line', 'In a line, why', 'What made it so?', {
          required: false,
          ofPractitioner: true,
          answer: { type: 'text', most: 300 },
        }),
      ],
    }),
    kind('observation', 'Observation', 'an observation', 'half-year', {
      loggedBy: ['manager', 'qdo'],
      combinesWith: ['monthly', 'reflective', 'performance'],
      questions: [
        oneCase('observed-case', 'Case observed'),
        question('setting', 'Setting', 'What was the setting?'),
        question('strengths', 'Strengths', 'What were the strengths?'),
        question('develop', 'One thing to develop', 'What is the one thing to develop?'),
      ],
    }),
    kind('performance', 'Performance', 'a performance session', 'quarter', {
      grades: ['PO', 'PSO', 'PQiP', 'SPO'],
      combinesWith: ['monthly', 'reflective', 'observation', 'rcat', 'saqua'],
      questions: objectives,
    }),
    kind('competency', 'Competency', 'a competency assessment', 'year', {
      combinesWith: [],
      questions: [
        question('evidence', 'Evidence', 'What is the evidence?'),
        choice('readiness', 'ready', 'Ready for the next increment', 'Are they ready?'),
      ],
    }),
    kind('rcat', 'RCAT', 'an RCAT', 'quarter', {
      loggedBy: ['manager', 'qdo'],
      combinesWith: ['monthly', 'reflective', 'performance'],
      questions: [
        oneCase('audited-case', 'Case audited'),
        choice('inspection', 'assessment', 'Assessment', 'How do you rate assessment?'),
        choice('inspection', 'planning', 'Planning', 'How do you rate planning?'),
        choice('inspection', 'implementation', 'Implementation and delivery', 'How do you rate it?'),
        choice('inspection', 'reviewing', 'Reviewing', 'How do you rate reviewing?'),
        choice('inspection', 'outcomes', 'Outcomes', 'How do you rate outcomes?'),
      ],
    }),
    kind('saqua', 'SAQUA', 'a SAQUA', 'year', {
      loggedBy: ['manager', 'qdo'],
      combinesWith: ['monthly', 'reflective', 'performance'],
      questions: [
        oneCase('nominated-case', 'Nominated case', 'nomination'),
        question('one-to-one', 'One-to-one', 'What came out of the one-to-one?'),
        question('panel', 'Panel members', 'Who was on the panel?', { answer: { type: 'people', warnAbove: 5 } }),
        question('asked-for', 'Adjustments asked for', 'Which adjustments were asked for?'),
        question('made', 'Adjustments made', 'Which adjustments were made?'),
      ],
    }),
  ],
}
