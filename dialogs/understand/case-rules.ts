import { type Rule, rule } from './rule.ts'

const take =
  '(?:take|have|hold|manage|supervise|get|pick up|carry|be allocated|be given|be assigned|handle|cope with|do|keep)'
const toCase = '(?:#crn|(?:this|that|the|a|another|my)(?: \\S+)? case|it)'

/** Cases: who may take them, who has them, how they stand. */
export const caseRules: readonly Rule[] = [
  rule('nominate-case', 0.95, '^(?:i (?:want|would like|need) to |id like to |let me |can i |i )?nominat(?:e|ing)\\b'),
  rule(
    'nominate-case',
    0.93,
    '^(?:what|which|show|see|has|have|did|my|<who>)\\b.{0,40}\\bnominat(?:ed|ions?)\\b|^(?:what|which) (?:\\S+ )?case\\b.{0,20}\\bnominate\\b|^(?:change|switch|swap|move)(?: \\S+){0,3} nomination\\b',
  ),
  rule('nominate-case', 0.8, '^(?:my )?#kind case (?:is|should be|will be) #crn$|^#crn (?:is )?for my #kind$'),
  rule(
    'draw-case',
    0.93,
    '\\b(?:draw|drawn|picked)\\b.{0,40}\\b(?:fair|fairly|honest|rigged|fixed)\\b|\\bfair(?:ly)?\\b.{0,20}\\b(?:draw|drawn|picked)\\b',
  ),
  rule(
    'draw-case',
    0.93,
    '^(?:how|why) (?:was|were|did|do|is)\\b.{0,40}\\bcases?\\b.{0,20}\\b(?:drawn|draw|picked|pick|chosen|choose|selected|select)\\b|^(?:what|which) case\\b.{0,30}\\b(?:drawn|draw|picked)\\b',
  ),
  rule(
    'draw-case',
    0.9,
    '^(?:show|see|open|what is|what was)(?: me)? (?:the|my|<who>)(?: (?:last|latest|#kind|random|case))* draws?(?: (?:for|of) .{1,30})?$',
  ),
  rule('draw-case', 0.75, '^(?:was|is) (?:that|it|this) (?:really )?(?:fair|random)$'),
  rule('draw-case', 0.85, '^(?:pick|select|choose)(?: me)? (?:a|another) case for <who>$'),
  rule(
    'draw-case',
    0.95,
    '^(?:can (?:i|we) (?:have|get) |i (?:need|want|would like) |give me |get me |find me |show me )?(?:to )?(?:draw|redraw|pick|select|choose|pull|generate|get|find)?(?: (?:me|us|out))*(?: ?(?:a|an|one|another|the))? ?random(?:ly)?\\b.{0,60}(?:case|one|#crn|#kind|draw|audit)',
  ),
  rule(
    'draw-case',
    0.95,
    '^(?:i (?:want|need|would like) to |let us |can (?:i|we) )?(?:re)?draw(?: me)?(?: (?:a|an|another|the|my))?(?:$| (?:case|one|again|for|#kind|<who>)\\b)',
  ),
  rule(
    'draw-case',
    0.9,
    '^(?:pick|select|choose|find|get|give me|i need)(?: \\S+){0,3} case(?: at random)?(?: \\S+){0,3} (?:for|to) (?:\\S+ ){0,3}(?:#kind|audit|at random)',
  ),
  rule('draw-case', 0.85, '^(?:\\S+ ){0,3}case (?:at random|for (?:\\S+ ){0,2}#kind)(?: (?:for|with) <who>)?$'),

  rule(
    'nominate-case',
    0.95,
    '^(?:i (?:want|would like|need) to |id like to |let me |can i |i )?(?:put forward|put|submit|choose|pick|use)\\b.{0,40}(?:#crn|case)\\b.{0,40}(?:forward|#kind|panel|nominat)',
  ),

  rule(
    'show-allocations',
    0.95,
    '^(?:(?:show|list|see|what are|which are)(?: me)? )?(?:all )?(?:my|our) (?:last |latest |recent )?(?:allocations?|allocation decisions?)$|^(?:what|which cases?|who) (?:did|have) i (?:give|given|allocate|allocated|assign|assigned)\\b.{0,30}$|^(?:what|which)(?: new)? cases? (?:was|were|have|am|did) i (?:been )?(?:given|get|allocated|assigned)\\b.{0,20}$',
  ),
  rule(
    'explain-decision',
    0.95,
    '^(?:but )?why(?: (?:not|is that|so|that|is this|was that|do you say (?:that|so)|did you say (?:that|so)))?$',
  ),
  rule('explain-decision', 0.93, '^(?:but |and |so )?why not <who>(?: (?:for|with|to take|to have) #crn)?$'),
  rule('explain-decision', 0.85, '^(?:and )?why <who>$'),
  rule(
    'explain-decision',
    0.9,
    '^what (?:would|does|needs|has)\\b.{0,20}\\b(?:change|to change)\\b(?: (?:for|about|with) <who>)?(?: (?:for|about|with|to take|to have) #crn)?$',
  ),
  rule(
    'explain-decision',
    0.93,
    '^why (?:can|could|cannot|is|was|are|did|does|do|has|should|would|am)\\b',
    [],
    '<kind>.{0,40}\\b(?:waived|missed|overdue|due)\\b',
  ),
  rule(
    'explain-decision',
    0.9,
    '^(?:explain (?:that|this|the (?:decision|answer|verdict|result|reasons?|outcome)|your (?:answer|decision|reasoning)|why)|how did you (?:get|decide|work|reach|come)|what would (?:change|make)|what are (?:the|your) reasons|give me (?:the|your) reasons?|on what basis|who says|show (?:me )?(?:your|the) (?:reasoning|reasons|working))\\b',
  ),

  rule(
    'find-practitioner',
    0.97,
    `^(?:who(?: else)?|which (?:\\S+ )?(?:of my team|po|pso|officer|practitioner|person|one))\\b(?: \\S+){0,6}? (?:can|could|should|might|would|may|is able to|is best to|is best placed to|best|able to|to)(?: \\S+){0,2}? ${take}(?: on)?\\b.{0,40}(?:${toCase}|case)`,
  ),
  rule(
    'find-practitioner',
    0.95,
    `^who(?: else)?(?: in my team)? (?:can|could|should|might|would|may) ${take}(?: on)? (?:(?:all|both)(?: of)? )?(?:them|these|those)(?: all| both| cases)*$`,
  ),
  rule('find-practitioner', 0.9, `^who(?: else)? (?:can|could|should|might|would|may) ${take}(?: on)?$`),
  rule(
    'find-practitioner',
    0.95,
    '^(?:who(?: else)?|anyone|anybody|someone|somebody)\\b.{0,60}(?:capacity|room|space|free|available|suitable|right|best)\\b.{0,40}(?:#crn|case)',
  ),
  rule(
    'find-practitioner',
    0.93,
    '^(?:i need (?:to find )?|find(?: me)?|looking for|suggest|recommend|is there|can you find|help me find)\\b.{0,40}(?:someone|somebody|anyone|an? (?:po|pso|officer|practitioner|person)|who|practitioner|officer)\\b.{0,40}(?:#crn|case)',
  ),
  rule(
    'find-practitioner',
    0.9,
    `^(?:anyone|anybody|any(?: \\S+)?) (?:who )?(?:can|could|to|able to|free to|spare to|that can) ${take}(?: on)?\\b.{0,40}(?:#crn|case)?`,
  ),
  rule(
    'find-practitioner',
    0.85,
    '^(?:who (?:should|do i|can i|could i|shall i|to)) (?:\\S+ )?(?:allocate|give|assign)\\b',
  ),
  rule(
    'find-practitioner',
    0.75,
    '^who (?:has|have|has got|is) (?:\\S+ )?(?:capacity|room|space|free|least busy|the lowest workload)\\b',
  ),

  rule(
    'find-practitioner',
    0.97,
    `^(?:can|could|should|would) (?:anyone|anybody|someone|somebody)(?: else)?(?: (?:in|of|from|on) \\S+(?: \\S+)?)? ${take}(?: on)?\\b.{0,20}${toCase}`,
  ),
  rule(
    'check-allocation',
    0.97,
    `^(?:can|could|should|may|would|is|does|do|are)\\b(?: \\S+){0,3}? (?:<who>|i|he|she|they|(?:my|a|an|the|our) \\S+)\\b(?: \\S+){0,4}? ${take}(?: on)?(?: \\S+){0,2}? (?:${toCase})(?:$| )`,
  ),
  rule(
    'check-allocation',
    0.95,
    '^(?:can|could|should|may|would) (?:i|we) (?:allocate|give|assign|reallocate|pass|transfer|move)\\b.{0,40}#(?:crn|person)',
  ),
  rule(
    'check-allocation',
    0.95,
    '^(?:is|would|are|was)\\b.{0,40}<who>\\b.{0,30}(?:ok|okay|suitable|right|allowed|eligible|able|appropriate|qualified|good|fit|be ok|best)\\b.{0,40}(?:#crn|case)',
  ),
  rule(
    'check-allocation',
    0.95,
    '^(?:i (?:need|want|would like) to )?(?:check|assess|test|run|do)(?: \\S+){0,4}? (?:allocation|suitability|whether|if)\\b',
  ),
  rule(
    'check-allocation',
    0.93,
    '^(?:is|would) #crn (?:be )?(?:ok|okay|suitable|right|appropriate|fine|good)\\b.{0,30}<who>',
  ),
  rule(
    'check-allocation',
    0.9,
    '^(?:check|what about|how about|thoughts on|suitability of|suitable|is it ok(?:ay)? (?:for|to (?:give|allocate)))\\b.{0,60}(?:#crn.{0,40}<who>|<who>.{0,40}#crn)',
  ),
  rule(
    'check-allocation',
    0.9,
    `^(?:can|could|should|may|would) (?!(?:i|we|you|it|this|that|any\\S*|some\\S*) )\\S+(?: \\S+)? ${take}(?: on)? #crn$`,
  ),
  rule('check-allocation', 0.93, '^(?:compare|weigh)\\b.{0,20}<who>.{0,40}#crn$'),
  rule('check-allocation', 0.8, '<who>.{0,60}#crn|#crn.{0,60}<who>', ['asks'], '<kind>|#review'),

  rule(
    'allocate-case',
    0.97,
    '^(?:i (?:want|would like|need|am going|have decided) to |let us |let me |lets |please )?(?:allocate|reallocate|re allocate|assign|allocating|reassign|transfer|give|move|pass|hand)\\b.{0,30}(?:#crn|case)\\b.{0,30}(?:<who>|to (?:him|her|them|me))',
    ['tells'],
  ),
  rule(
    'allocate-case',
    0.9,
    '^(?:please |i (?:want|need|would like) to )?(?:allocate|assign|give|reallocate)\\b.{0,20}#crn to (?:the (?:best|right|most suitable)|whoever|someone|somebody|anyone|anybody)\\b',
    ['tells'],
  ),
  rule(
    'allocate-case',
    0.95,
    '^(?:i (?:want|would like|need|am going|have decided) to |let us )?(?:allocate|reallocate|assign|give)\\b.{0,20}<who>.{0,20}#crn',
    ['tells'],
  ),
  rule(
    'allocate-case',
    0.9,
    '^(?:i (?:want|would like|need) to |let us |go ahead and )?(?:allocate|reallocate|assign)\\b(?: (?:a|the|this|that|new|#crn|case|it))*(?: to (?:him|her|them))?$',
    ['tells'],
  ),
  rule('allocate-case', 0.8, '^(?:please )?(?:allocate|give|assign) (?:it|this|that)(?: one| case)? to <who>$', [
    'tells',
  ]),
  rule(
    'allocate-case',
    0.75,
    '^(?:#crn (?:to|for) <who>|<who> (?:is taking|takes|will take|to have|can have|gets) #crn)$',
    ['tells'],
  ),

  rule(
    'allocate-case',
    0.9,
    '^(?:show|give|send|copy|can i (?:have|see|get))?(?: ?me)? ?(?:the |my |that )?(?:oversight |allocation )?entry(?: (?:as text|in text|again|for #crn|please))*$',
  ),

  rule(
    'allocate-case',
    0.93,
    '^(?:undo|withdraw|take back|reverse|revoke|retract|delete|cancel)\\b.{0,30}\\b(?:allocation|allocating|decision)(?: (?:of|for|to|about) .{1,30})?$',
  ),

  rule(
    'overdue-reviews',
    0.95,
    '^(?:what|which|any|show|list|are|is|do|does|have|has|how many|see|check|give|find|whose|who)\\b.{0,60}(?:#review|reviews?)\\b.{0,40}(?:overdue|due|late|outstanding|missing|unanswered|behind|not done|coming up|left|to do|need|out of date|expired)',
  ),
  rule(
    'overdue-reviews',
    0.95,
    '^(?:what|which|any|show|list|are|is|do|does|have|has|how many|see|check|give|find|whose|who|my|<who>)?.{0,50}\\b(?:overdue|late|outstanding|missing|unanswered|expired|due)\\b.{0,20}(?:#review|reviews?)',
    [],
    '^<log>',
  ),
  rule(
    'overdue-reviews',
    0.9,
    '^(?:when|is|are|has|was)\\b.{0,60}(?:#review|review)\\b.{0,40}(?:due|overdue|late|done|next|#crn|answered|back)',
    ['asks'],
  ),
  rule(
    'overdue-reviews',
    0.9,
    '^(?:reviews?|my reviews?|<who> reviews?|case reviews?|#review reviews?|(?:<who> )?#review(?: (?:overdue|outstanding|due|late|unanswered|missing))?)(?: (?:for|of) (?:me|my team|<who>|#crn))?$',
  ),
]
