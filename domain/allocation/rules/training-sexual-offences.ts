import { mayBe } from '../possible-worlds.ts'
import { sexualOffenceFact } from '../sexual-offence-fact.ts'
import { trainingRule } from '../training-rule.ts'

/** Needed where there was ever a conviction for a sexual offence. */
export const trainingSexualOffences = trainingRule({
  id: 'training-sexual-offences',
  name: 'Sexual offences training',
  training: 'sexual-offences',
  called: 'sexual offences training',
  askedBy: 'a conviction for a sexual offence',
  otherwise: 'suitable',
  mayBeAsked: (facts) => mayBe(facts.case.everSexualOffence, [false, true]),
  caseFacts: (facts) => [sexualOffenceFact(facts.case)],
})
