import { type Rule, rule } from './rule.ts'

/** More ways to ask what is due, for oneself, for somebody, or for a team. Tried after the plainer ones. */
export const dueRules: readonly Rule[] = [
  // A team, or the teams of a PDU.
  rule(
    'team-overview',
    0.93,
    '^(?:show (?:me )?|give me |see |open )?(?:an? |the )?(?:(?:team|pdu) (?:overview )?|overview )(?:for|of) (?:<who>|#manager)(?: team)?(?: page \\d+)?$',
  ),
  rule('team-overview', 0.93, '^(?:show (?:me )?|give me |see |open )?(?:<who>|her|his|their) team(?: page \\d+)?$'),
  rule(
    'team-overview',
    0.93,
    '^(?:how (?:is|are)|where (?:is|are)) (?:<who> (?:team|staff|people)|(?:the|my|our) pdu|(?:the|my|our) teams|(?:my|the) spos)\\b',
  ),
  rule(
    'team-overview',
    0.9,
    '^(?:show (?:me )?|give me |see |open )?(?:my |our |the )?(?:team|teams|staff|people|pdu|spos|overview|status)(?: (?:status|sessions?|compliance|completion|dashboard|overview|figures|numbers|#kind))*(?: page \\d+)?$',
  ),
  rule(
    'team-overview',
    0.85,
    '^(?:(?:my |our |the )?(?:sessions?|#kind|supervision) )?(?:completion|compliance|dashboard|figures)(?: (?:rates?|for|of|across|over|in|the|my|our|team|teams|staff|pdu|spos|#kind))*$',
  ),
  rule('team-overview', 0.85, '^(?:where|how) are we (?:with|on|for|doing (?:with|on|for)) <kind>s?$'),
  rule(
    'team-overview',
    0.9,
    '^(?:which|what|how many) (?:spos?|managers|teams|line managers)\\b.{0,40}\\b(?:behind|overdue|due|span|over|late|staff|people)\\b',
  ),
  rule(
    'team-overview',
    0.85,
    '^(?:show (?:me )?|what (?:is|are) )?(?:the |my |our )?spans?(?: of control)?(?: .{0,30})?$',
  ),
  rule(
    'team-overview',
    0.85,
    '^how many (?:staff|people|reports) (?:does|do|has|have)\\b.{0,40}\\b(?:spos?|managers?|have|manage)$',
  ),
  rule(
    'team-overview',
    0.9,
    '^(?:who|which (?:staff|officers|people|of (?:my|the) (?:team|staff|people)))\\b(?: \\S+){0,4}? (?:missed|skipped|lacks?|still has|waived|booked|is without)\\b(?: \\S+){0,3}?(?: (?:a|an|their|for|with))?(?: <kind>)?(?: #period)?$',
    [],
    '#crn|review|#review|case|action',
  ),
  rule(
    'team-overview',
    0.85,
    '^who (?:have|has|do|must|should) i (?:\\S+ ){0,3}?(?:not|still|yet|to) (?:\\S+ ){0,3}?(?:supervised?|seen|see|met|meet)\\b(?: #period)?$',
  ),
  rule('team-overview', 0.6, '^(?:next page|page \\d+)$'),

  // One person.
  rule(
    'next-supervision',
    0.9,
    '^(?:is |show me |list |see )?(?:what is |what are |whats |anything |everything |all )?(?:that is )?(?:overdue|late|outstanding)(?: list)?(?: (?:for|with|on) (?:<who>|me|us))?(?: #period)?$',
    [],
    '^(?:all|list|show me|see)? ?(?:outstanding|late)$',
  ),
  rule(
    'next-supervision',
    0.9,
    '^(?:is there )?(?:anything|something|what|is anything|is there anything) (?:due|overdue|coming up)(?: (?:soon|next))?(?: (?:for|with) (?:<who>|me|us))?(?: #period)?$',
  ),
  rule(
    'next-supervision',
    0.9,
    '^(?:show me |list |see )?(?:my |<who> |the )?(?:overdue|due|missed|upcoming|outstanding) <kind>(?: (?:for|with) (?:<who>|me))?$',
  ),
  rule('next-supervision', 0.85, '^(?:what am i|what is <who>) (?:behind|late|overdue) (?:on|with|for)$'),
  rule(
    'next-supervision',
    0.9,
    '^(?:which|what) (?:of )?(?:my |<who> |the )?<kind> (?:is|are) (?:overdue|due|late|missed|waived|outstanding|booked)(?: #period)?$',
  ),
  rule(
    'next-supervision',
    0.9,
    '^(?:when|by when) (?:do|does|must|should|have|has) <whoever> (?:\\S+ ){0,4}?<kind>(?: \\S+){0,4}? ?(?:by|done|due|before|next)?$',
    [],
    '\\b(?:last|previous|latest|had)\\b',
  ),
  rule(
    'next-supervision',
    0.9,
    '^how (?:long|many days|much time) (?:have|has|do|does|is|are)\\b(?: \\S+){0,6}? (?:for|until|left|till|before|to)\\b(?: \\S+){0,3}? <kind>(?: (?:is )?due)?$',
  ),
  rule('next-supervision', 0.85, '^what (?:has|have|did) <whoever> miss(?:ed)?(?: #period)?$'),
  rule('next-supervision', 0.9, '^why (?:is|was|are|were)\\b.{0,60}<kind>.{0,40}\\b(?:waived|missed|overdue|due)\\b'),
  rule(
    'next-supervision',
    0.85,
    '^(?:my |the |<who> )?(?:<kind> )?(?:due dates?|windows?|deadlines?)(?: (?:for|of) (?:<who>|me|my|<kind>))*$',
    [],
    'review|#review|#crn',
  ),
]
