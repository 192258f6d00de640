import { type Rule, rule } from './rule.ts'

/**
 * Attempts to get round the rules or to see everybody's notes, looked for in the whole message before anything else.
 * Understanding protects nothing: what somebody may do is decided by the staff list. It only keeps such a message from
 * being read as a request.
 */
export const refusals: readonly Rule[] = [
  rule(
    'none',
    0.97,
    '\\b(?:ignore|disregard|forget|override|bypass|get round|get around|circumvent) (?:(?:all|any|of|your|the|my|previous|prior|these|those|above|what) ){0,5}(?:instructions?|rules?|restrictions?|permissions?|checks?|security|polic(?:y|ies)|safeguards?|access|prompts?|limits?)\\b',
  ),
  rule('none', 0.97, '\\bas if (?:i|you|it) (?:were|was|am|are|came|had)\\b|\\bpretend(?:ing)?\\b|\\bimpersonat'),
  rule(
    'none',
    0.95,
    '\\b(?:act|behave|respond|log|sign|agree|record|answer|confirm|save)(?: (?:it|this|that|in))? as (?:(?:a|an|the|my|our) )?(?:manager|admin|administrator|spo|head|developer|system|root|someone|somebody|hopdu|<who>)\\b',
  ),
  rule(
    'none',
    0.97,
    '\\b(?:you are now|developer mode|debug mode|god mode|jailbreak|system prompt|your prompt|your instructions|sudo|root access|admin (?:mode|access|rights|override)|drop table|delete from|union select|script alert)\\b',
  ),
  rule(
    'none',
    0.95,
    '\\b(?:everyone|everyones|everybody|everybodys|anyone elses|someone elses|somebody elses|other peoples|all staff|whole teams?|all the teams?|colleagues|colleague s)(?: (?:private|wellbeing|confidential|personal|supervision|session)){0,3} (?:notes?|wellbeing|answers|files|private)\\b',
  ),
  rule(
    'none',
    0.9,
    '\\bwithout (?:\\S+ ){0,4}(?:knowing|finding out|seeing|being (?:logged|recorded|audited|told)|noticing|a trace|telling)\\b',
  ),
  rule(
    'none',
    0.95,
    '\\b(?:delete|wipe|erase|edit|alter|turn off|switch off|disable|tamper with|hide|clear) (?:(?:the|my|all|any|your|from) ){0,3}(?:audit|audit trail|audit log|trail)\\b',
  ),
  rule('none', 0.85, '\\b(?:backdate|fake|falsify|make up|invent)\\b (?:\\S+ ){0,5}<kind>'),
  rule(
    'none',
    0.9,
    '\\b(?:agree|sign|confirm)(?: (?:it|this|that|everything))? (?:for|on behalf of|instead of) (?:<who>|him|her|them|everyone)\\b',
  ),
]
