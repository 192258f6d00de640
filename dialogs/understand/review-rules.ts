import { type Rule, rule } from './rule.ts'

const answered =
  '(?:is |was |has been |have been |been |were |are )?(?:now |already )?(?:done|completed|complete|finished|booked|planned|not needed|not required|unnecessary|not mine|not my case|not my job)'

/** Ways to ask which reviews of cases are overdue, and to say what became of one. Tried before what sounds alike. */
export const reviewRules: readonly Rule[] = [
  rule(
    'overdue-reviews',
    0.95,
    `^(?:the |that )?(?:#review(?: reviews?)? (?:for|of|on) #crn|#crn (?:the )?#review(?: reviews?)?) ${answered}\\b`,
    ['tells'],
  ),
  rule(
    'overdue-reviews',
    0.95,
    '^(?:show (?:me )?|see |give me |what is on )?(?:my |the |our |<who> )?(?:#review )?chase list(?: (?:for|of) (?:me|my team|<who>(?: team)?))?(?: page \\d+)?$',
  ),
  rule(
    'overdue-reviews',
    0.95,
    '^(?:who is (?:still )?waiting (?:for|on) (?:the )?#review(?: answers?| responses?)?|(?:which |what |any |my |the )?#review (?:\\S+ ){0,3}?(?:to chase|(?:not|nobody|never) (?:been )?answered|answered|came back|come back|unanswered))\\b',
    [],
    '^#review (?:for|of) #crn',
  ),
  rule(
    'overdue-reviews',
    0.96,
    '^(?:what is |what are |which are |is anything |anything |show (?:me )?(?:what is )?)?(?:overdue|late|outstanding|due)(?: soon)? (?:on|for|in|of) (?:(?:my|our|the|<who>)(?: team)? (?:cases|caseload)|#crn)(?: page \\d+)?$',
  ),
  rule(
    'overdue-reviews',
    0.93,
    '^(?:show (?:me )?|list |see |any )?(?:my |our |the |<who> )?#review(?: reviews?)? (?:that are )?(?:overdue|due|late|outstanding)(?: soon)?(?: (?:for|of|in|on) (?:me|my team|my pdu|my cases|<who>(?: (?:team|cases))?))?(?: #period)?(?: page \\d+)?$',
  ),
  rule(
    'overdue-reviews',
    0.97,
    '^(?:who|which (?:of my (?:team|staff|people)|spos?|officers)) (?:has|have|is|are)\\b(?: \\S+){0,3}? (?:overdue|late|outstanding)\\b(?: \\S+){0,2}? (?:#review|reviews?)\\b',
  ),
  rule(
    'overdue-reviews',
    0.93,
    '^(?:show (?:me )?|list |see )?(?:overdue )?(?:reviews?|#review(?: reviews?)?) (?:for|of|in) (?:my|our|the|<who>) (?:team|pdu)(?: page \\d+)?$',
  ),
  rule(
    'overdue-reviews',
    0.93,
    '^(?:show (?:me )?|list |see )(?:my|our|the|<who>) (?:#review )?reviews?(?: page \\d+)?$',
  ),
]
