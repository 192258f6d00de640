import { domesticAbuseFlag, mayBeOn, registerFacts } from '../active-registers.ts'
import { trainingRule } from '../training-rule.ts'

/** Needed for a perpetrator of domestic abuse. */
export const trainingDomesticAbuse = trainingRule({
  id: 'training-domestic-abuse',
  name: 'Domestic abuse training',
  training: 'domestic-abuse',
  called: 'domestic abuse training',
  askedBy: 'an active entry in the domestic abuse perpetrator register',
  otherwise: 'suitable',
  mayBeAsked: (facts, on) => mayBeOn(domesticAbuseFlag, facts.case, on),
  caseFacts: (facts, on) => registerFacts('Domestic abuse perpetrator register', domesticAbuseFlag, facts.case, on),
})
