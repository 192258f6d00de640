import { type Rule, rule } from './rule.ts'

/** What is asked about actions, and the steps of one in words. Adding one is read in `other-rules.ts`. */
export const actionRules: readonly Rule[] = [
  rule(
    'show-actions',
    0.93,
    '^(?:what|which|anything|show me what|show what) (?:(?:actions?|tasks?) )?(?:(?:did|have|has) (?:i|we) )?(?:ask|asked|given|gave|set|agreed?)\\b.{0,40}$',
    [],
    '<kind>|#crn|review',
  ),
  rule(
    'show-actions',
    0.93,
    '^(?:what|which|anything)(?: (?:is|are|does|has|have|still|left))* (?:<who>|i|we) (?:still )?(?:(?:have|has|need|needs) to do|to do|doing|outstanding|left to do)$',
  ),
  rule(
    'show-actions',
    0.93,
    '^(?:what is |is anything |anything )?(?:still )?(?:outstanding|open|left to do) (?:for|from|with) <who>$',
    [],
    'review|#review|<kind>',
  ),
  rule(
    'complete-action',
    0.93,
    '^(?:(?:can|could|may) i have|(?:i )?(?:need|want|would like|ask for)) (?:(?:more time|longer|an extension|extra time)\\b|(?:until|till) #day\\b)',
    [],
    '<kind>',
  ),
  rule(
    'complete-action',
    0.93,
    '^(?:yes |no |i )?(?:agree|agreed|allow|give|grant|refuse|decline|approve|do not (?:agree|allow|give)|no) (?:\\S+ ){0,4}?(?:more time|extra time|longer|an extension)\\b',
  ),
  rule(
    'complete-action',
    0.9,
    '^(?:hand|pass|reassign|transfer) (?:on )?.{2,80} to <who>$',
    ['tells'],
    '#crn|case|<kind>',
  ),
  rule(
    'complete-action',
    0.9,
    '^.{2,80} (?:is|are) (?:no longer|not) needed(?: any more| anymore)?$',
    ['tells'],
    '<kind>|#crn',
  ),
  rule(
    'complete-action',
    0.93,
    '^(?:withdraw|cancel|drop|delete|remove|take back) (?:the |my |that |an )?(?:action|task)\\b',
    ['tells'],
    '#crn',
  ),
  rule('complete-action', 0.93, '^(?:i )?(?:confirm|accept|take on) (?:the |my |that )?(?:action|task)\\b', ['tells']),
  rule(
    'complete-action',
    0.85,
    '^(?:i )?(?:have )?(?:done|finished) with (?!<who>|#kind|#crn).{3,}',
    ['tells'],
    '<kind>|#mins',
  ),
  rule('complete-action', 0.85, '^i (?:will|can) (?:do|take on) (?!<a>(?:<kind>|#crn)).{3,}', ['tells'], '<kind>|#crn'),
  rule(
    'complete-action',
    0.65,
    '^(?:i )?(?:have )?(?:just )?(?:finished|completed|sorted|done) (?:the|my|that) .{3,80}$',
    ['tells'],
    '<kind>|<who>|#mins|#crn|#day|\\bactions?\\b',
  ),
  rule(
    'complete-action',
    0.65,
    '^(?:the|my) .{3,80} (?:is|has been|are) (?:now |all )?(?:done|finished|completed|complete|sorted)$',
    ['tells'],
    '<kind>|<who>|#mins|#crn',
  ),
  rule(
    'add-action',
    0.75,
    '^<who> (?:finish|complete|ask|book|send|chase|update|write|call|ring|email|check|arrange|read|contact|speak|prepare|do|get|visit|attend|submit|draft|share) .{2,120}\\bby #day$',
    ['tells'],
    '<kind>',
  ),
  // Of several people at once: "we all need to read the policy", "Tom, then Megan to sign the rota by Friday".
  rule(
    'add-action',
    0.85,
    '^(?:team action (?:for )?)?(?:everyone|everybody|all of (?:us|you)|we all|each of (?:us|you)|anyone|anybody|someone|somebody|one of (?:us|you)|the (?:whole )?team)(?: (?:here|(?:in|of|on) this (?:chat|channel|team)))? (?:(?:needs?|have|has|is|are) to|must|should|to) (?!take|have|hold|see|be\\b|talk\\b|speak\\b)\\S+',
    [],
    '<kind>',
  ),
  rule(
    'add-action',
    0.85,
    '^(?:in order )?<who>(?: (?:(?:and |or )?then |and |or )?<who>)+ (?:both )?(?:(?:need|have|are) to|must|to) (?!take|have|hold|see|be\\b)\\S+',
    ['tells'],
    '<kind>',
  ),
  rule(
    'complete-action',
    0.93,
    '^(?:i )?(?:have )?(?:confirm|confirmed|accept|close|done|finished) (?:with )?(?:the |our |that )?team actions?\\b',
    ['tells'],
  ),
  // Whoever it is, on the staff list or not: "Imran to finish OASys by Friday".
  rule(
    'add-action',
    0.85,
    "^(?!(?:i|we|he|she|they|you|it|this|that|plan|plans|agreed|need|needs|want|wants|wanted|going|due|able|aim|aims|try|trying|hoping|ready|how|what|when|who|where|why)\\b)[a-z\\u00C0-\\u024F'#-]+(?: (?!(?:is|was|are|were|and|agreed|needs?|wants?|wanted|has|have|had|going|due|able|aims?|trying|hoping|hopes|plans?|ready|will)\\b)[a-z\\u00C0-\\u024F'-]+){0,2} (?:is )?to (?!take|have|hold|see|be\\b)\\S+ (?:.{0,120} )?by #day$",
    ['tells'],
    '<kind>',
  ),
]
