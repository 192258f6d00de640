import { childFlag, mayBeOn, registerFacts } from '../active-registers.ts'
import { trainingRule } from '../training-rule.ts'

/** Everybody should have it; where there are children to think of, it is needed. */
export const trainingSafeguarding = trainingRule({
  id: 'training-safeguarding',
  name: 'Safeguarding training',
  training: 'safeguarding',
  called: 'safeguarding training',
  askedBy: 'an active entry in the child registers',
  otherwise: 'needs-rationale',
  mayBeAsked: (facts, on) => mayBeOn(childFlag, facts.case, on),
  caseFacts: (facts, on) => registerFacts('Child registers', childFlag, facts.case, on),
})
