import { type Rule, rule } from './rule.ts'

/** Correcting supervision, and questions about what is due and what has been. */
export const supervisionQuestions: readonly Rule[] = [
  // Correcting.
  rule(
    'amend-supervision',
    0.95,
    '^(?:i (?:need|want|would like|have) to |need to |want to |let me )?(?:correct|correction to|amend|fix|edit|update|change|alter|withdraw|retract|delete|remove|undo|take back|take off)(?: \\S+){0,6}? (?:<kind>|entry|record|log)\\b',
    ['tells'],
    '^(?:change|update) (?:my|the) (?:password|record)$',
  ),
  rule(
    'amend-supervision',
    0.9,
    '^(?:i (?:have )?(?:made|put|entered|logged|recorded) (?:\\S+ ){0,4}(?:mistake|error|wrong)|there is (?:a|an) (?:mistake|error)|wrong (?:date|time|person|kind|length|minutes|name|case))\\b',
  ),
  rule(
    'amend-supervision',
    0.85,
    '(?:<kind>|entry|record)\\b.{0,60} (?:is|was|are|has) (?:\\S+ ){0,2}(?:wrong|incorrect|not right|the wrong|mistaken)\\b',
    ['tells'],
  ),
  rule(
    'amend-supervision',
    0.85,
    '^(?:can|could|may) i (?:correct|amend|fix|edit|change|withdraw|delete|remove|undo)\\b.{0,40}(?:<kind>|entry|record|log|#day)',
  ),
  rule(
    'amend-supervision',
    0.7,
    '^(?:withdraw|correct|amend|retract)(?: (?:it|that|this|the last one|my last|#day|my last one|<who>))*$',
  ),

  rule('amend-supervision', 0.85, '<kind>\\b.{0,60} (?:should|ought to) (?:be|say|read|have)\\b', ['tells', 'detail']),

  rule(
    'amend-supervision',
    0.9,
    '(?:<kind>|entry|record|that|it|this)\\b.{0,60}\\b(?:logged|recorded|entered|saved|put in) (?:by mistake|in error|twice|wrongly|by accident|accidentally)\\b',
    ['tells'],
  ),

  // Who is behind, over a team.
  rule(
    'team-overview',
    0.95,
    '^(?:who|which of (?:my|the) (?:team|staff|people|officers)|which (?:staff|officers|practitioners|people))\\b(?: \\S+){0,5}? (?:due|overdue|behind|outstanding|missing|late|up to date|needs?|not had|had no|not been|without)\\b',
    [],
    '#crn|take|capacity|(?:#review|review) (?:overdue|due)|overdue (?:#review|review)',
  ),
  rule(
    'team-overview',
    0.95,
    '^(?:show (?:me )?|give me |see )?(?:a |an |the |my )?(?:team|teams|staff|pdu|everyones|everyone)(?: \\S+){0,2}? (?:overview|summary|status|dashboard|report|sessions?|supervisions|compliance|completion|#kind|figures|numbers|position|progress)\\b',
  ),
  rule(
    'team-overview',
    0.93,
    '^(?:how (?:is|are)|where (?:is|are)) (?:my|the|our) (?:team|staff|people|officers|spos?)\\b',
  ),
  rule(
    'team-overview',
    0.9,
    '^(?:show (?:me )?|give me |see )?(?:a |an |the )?(?:my |our |the )?(?:team|team overview|overview(?: of (?:my|the|our) team)?|team summary|my staff|completion|completion rates?|span(?: of control)?)$',
  ),
  rule(
    'team-overview',
    0.85,
    '^(?:is|are|has|have) (?:anyone|anybody|everyone|everybody|all of (?:my|the) team|my team|my staff)\\b.{0,80}(?:due|overdue|behind|<kind>|up to date)',
    [],
    ' for me$| my #kind',
  ),
  rule(
    'team-overview',
    0.85,
    '^(?:how many|any(?:one|body)?)\\b.{0,40} (?:overdue|behind|due|outstanding)(?: (?:a|an|their|for|with))?(?: (?:#kind|sessions?))?(?: in my team)?(?: #period)?$',
    [],
    'review|#review|action|my|i |#crn',
  ),

  // What is due next.
  rule(
    'next-supervision',
    0.97,
    '^(?:when|what (?:day|date|time)) (?:is|are|will|was) (?:(?:my|our|the|<who>|his|her|their) ){1,2}(?:next |upcoming )?<kind>(?: \\S+){0,2}?(?: (?:due|next|happening|booked|on|at|again|for))*(?: <who>)?(?: (?:with|for) (?:<who>|me))?$',
    [],
    '\\b(?:last|previous|latest)\\b',
  ),
  rule(
    'next-supervision',
    0.95,
    '^when (?:is|are|am|was|do|does|should) (?:<whoever>|my <kind>|the <kind>|<who> <kind>)(?: \\S+){0,6}? (?:due|next|overdue)\\b',
    [],
    'review|#review|\\blast\\b',
  ),
  rule(
    'next-supervision',
    0.93,
    '^(?:what|which) (?:(?:<kind>|supervisions?) )?(?:is|are|am|do|does|have|has)\\b(?: \\S+){0,5}? (?:due|next|coming up|left to do|still need(?: to (?:do|have))?|need|needed|left|booked)\\b(?: (?:for )?(?:me|<who>|us|now|this|#period|to do|to have|#day))*$',
    [],
    'action|sign|review|#review|waiting|case',
  ),
  rule(
    'next-supervision',
    0.93,
    '^(?:is|am|are|was) (?:<whoever>|my|the|any)\\b(?: \\S+){0,4}? (?:due|overdue|late|behind|up to date|booked)\\b',
    [],
    'review|#review|case|#crn|action',
  ),
  rule(
    'next-supervision',
    0.9,
    '^(?:show (?:me )?)?(?:my |the |<who> )?(?:next|upcoming) <kind>(?: (?:with|for) (?:<who>|me))?(?: due)?$',
  ),
  rule(
    'next-supervision',
    0.85,
    '^(?:what is |whats )?(?:due|coming up|next)(?: (?:for )?(?:me|<who>|next|#period|#day))*$',
  ),
  rule(
    'next-supervision',
    0.85,
    '^(?:do|does) <whoever> (?:\\S+ ){0,3}(?:need|have to have|have) <a>(?:\\S+ )?<kind>(?: (?:due|booked|coming up|soon|#period|#day|this))*$',
    ['asks'],
  ),

  rule(
    'next-supervision',
    0.85,
    '^(?:is|are) (?:\\S+ ){0,3}<kind> (?:\\S+ ){0,2}?(?:going to|still|happening|booked|planned|coming up|on #day$)',
  ),

  // What has been.
  rule(
    'show-supervisions',
    0.9,
    '^how (?:really |truly |well )?#kind (?:is|are|were|was) (?:our|my|the|their|<who>)\\b|^(?:is|are|were|was) (?:our|my|the|their|<who>)(?: \\S+){0,2} sessions? (?:really |truly |actually )?#kind$',
  ),
  rule('show-supervisions', 0.75, '^how (?:is|are|am) <whoever> (?:doing|getting on) (?:for|on|with) .{0,30}<kind>'),
  rule(
    'show-supervisions',
    0.85,
    '^(?:show|see|view|list|give)(?: me)? (?:everything|all|what there is) (?:for|on|about|with) (?:<who>|me)(?: (?:#period|so far))*$',
  ),
  rule('show-supervisions', 0.9, '^when <whoever> (?:last |\\S+ last )?(?:had|did|have)\\b.{0,60}<kind>'),
  rule('show-supervisions', 0.8, '^<a>sessions (?:<with>|of) <who>$', ['tells']),
  rule(
    'show-supervisions',
    0.95,
    '^(?:show|tell|give|list|see|view|check)(?: (?:me|us))? (?:what|which|everything|all|how many)(?: (?:that|kinds?|of|<kind>))* (?:<whoever>|has|have|did)\\b.{0,40}(?:had|have|done|did|logged|do)\\b',
  ),
  rule('show-supervisions', 0.95, '^(?:has|have|was|were|am|is) <whoever> (?:\\S+ ){0,2}supervised\\b', ['asks']),
  rule(
    'show-supervisions',
    0.93,
    '^(?:did|have|has) (?:you|anyone|anybody|<who>) (?:\\S+ )?(?:saved?|logged?|recorded?|get|got|put in|written up|written|completed?)\\b.{0,60}<kind>',
    ['asks'],
  ),
  rule('show-supervisions', 0.9, '^what is (?:on|in) (?:my|the|<who>) (?:\\S+ )?(?:record|history|log)$'),
  rule(
    'show-supervisions',
    0.97,
    '^(?:what|which|how many)(?: (?:other|more|kinds?|types?|of))*(?: <kind>)?s? (?:has|have|had|did) <whoever> (?:had|have|done|do|got|logged|log|recorded|been|completed|held)\\b',
  ),
  rule(
    'show-supervisions',
    0.95,
    '^(?:how many|how often|how much|what)(?: of)?(?: (?:my|the|<who>))? <kind>\\b(?: \\S+){0,8}? (?:had|have|done|did|logged|held|with|so far|got|been)\\b',
    ['asks'],
  ),
  rule(
    'show-supervisions',
    0.95,
    '^(?:what|how many) (?:have i|has <who>|did i|did <who>|has been) (?:\\S+ ){0,3}(?:had|done|have|do|logged|recorded|discussed?|agreed?)(?: (?:with|for) (?:me|<who>))?(?: (?:#period|#day|so far|this|last|in|since|to date|yet|already))*$',
  ),
  rule(
    'show-supervisions',
    0.95,
    '^(?:has|have|had|did) (?:<whoever>|me)(?: and (?:i|me|<who>))? (?:\\S+ ){0,3}?(?:had|have|do|done|log|logged|record|recorded|hold|held|complete|completed|got|been|miss|missed|did)\\b.{0,60}<kind>',
  ),
  rule(
    'show-supervisions',
    0.95,
    '^(?:has|have|had|did|was|were|is|are) (?:\\S+ ){0,4}<kind>.{0,60}(?:happen|on record|happened|take place|taken place|logged|recorded|done|held|saved|gone through|go through|signed|agreed|on #day|been)\\b',
    ['asks'],
  ),
  rule(
    'show-supervisions',
    0.95,
    '^when (?:did|was|were|have|has|had)\\b(?: \\S+){0,8}? (?:<kind>|supervise|supervised)\\b',
  ),
  rule(
    'show-supervisions',
    0.97,
    '^(?:i (?:want|need|would like) to |let me |can i |could i |may i )?(?:show|see|view|list|display|get|find|bring up|pull up|open|look at|read|check|go through|give)(?: (?:me|us|out|again))*(?: (?:all|of|what|everything|any|a list of|list of|copy of))*(?: (?:my|the|our|his|her|their|<who>|all|last|latest|recent|past|previous|of|for|two|three|few|five|\\d+|#period|old))* (?:<kind>|supervision)(?: (?:history|records?|notes?|log|list|entries|entry|overview|summary))?(?: (?:with|for|of|from|since|in|on|so far|to date|me|<who>|#period|#day|the|and|this|that|i|have|has|had|we))*$',
  ),
  rule(
    'show-supervisions',
    0.95,
    '^(?:i (?:want|need|would like) to |let me |can i |could i |may i )?(?:show|see|view|list|open|get|find|read|check|give me|pull up|bring up|look at)(?: (?:me|us))?(?: (?:my|the|his|her|their|<who>))+ (?:(?:own|full|whole|private|wellbeing) )*(?:records?|history|log|notes)(?: (?:for|of|with) (?:<who>|me))?(?: (?:#period|#day|so far|please))*$',
  ),
  rule(
    'show-supervisions',
    0.95,
    '^(?:(?:my|our|his|her|their|the|all|<who>|past|previous|recent|old) )+(?:sessions?|#kind|record|history|log|supervision)(?: (?:history|records?|notes|log|list|so far|to date|#period|this|with|for|of|<who>))*$',
    ['not-ahead'],
    '#mins|#day|^the #kind$|^(?:my|our) #kind (?:with|for)',
  ),
  rule(
    'show-supervisions',
    0.93,
    '^(?:sessions?|#kind|supervision) (?:history|records?|notes|log|list)(?: (?:for|of|with|from|<who>|#period|this|me|my|mine))*$',
  ),
  rule(
    'show-supervisions',
    0.85,
    '^(?:(?:my|the|<who>) )?(?:last|latest|previous|most recent) <kind>(?: (?:with|for|of|date|notes|<who>|me))*$',
    [],
    '#mins',
  ),
  rule(
    'show-supervisions',
    0.9,
    '^what (?:was|were|did|had) (?:we|i|<who>|they|he|she|said|agreed|discussed|the (?:actions|outcome))\\b.{0,80}<kind>',
  ),
  rule(
    'show-supervisions',
    0.8,
    '^(?:what is|what was|how is|where is|where are|how was) (?:\\S+ )?(?:my|the|<who>|in my|in the|in) (?:last |latest |recent )?(?:<kind>|supervision) ?(?:history|record|records|notes|log)?(?: (?:like|with|for|<who>|#period|about))*$',
  ),
  rule(
    'show-supervisions',
    0.75,
    '^(?:how (?:is|are|many has)|what about) <who>(?: (?:doing|getting on|had))?(?: (?:for|on|with))? (?:<kind>|#period)$',
  ),
  rule('show-supervisions', 0.7, '^<who> (?:so far )?#period$'),
]
