import { type Rule, rule } from './rule.ts'

/**
 * What only sounds like logging: said not to have been, not to be done, supposed, planned, told by somebody, or about
 * something that merely has the name of a kind. Tried before the rules that log.
 */
export const notLogging: readonly Rule[] = [
  rule(
    'none',
    0.8,
    '^(?:(?!#kind|sessions?|log\\b)\\S+ ){0,10}(?:not|never|no longer|without|cannot|nothing|no need)\\b(?: \\S+){0,6}? (?:<log>|logged|<kind>)(?:$| )',
  ),
  rule(
    'none',
    0.8,
    '<kind>(?: \\S+){0,8}? (?:(?:did|does|do|was|is|has|have|could|will|had) not(?: \\S+){0,2}? (?:happen|take place|go ahead|held|done|been|start|come off|work out)|(?:was|is|got|been|be|were) (?:\\S+ )?(?:cancelled|canceled|postponed|rearranged|rescheduled|moved|called off|abandoned)|fell through|never happened|no show)\\b',
  ),
  rule(
    'none',
    0.8,
    '^(?:(?!#kind|sessions?)\\S+ ){0,3}(?:cancelled|canceled|postponed|forgot|forgotten|missed|nearly|almost|skipped)\\b(?: \\S+){0,6}? <kind>',
  ),
  rule('none', 0.75, '<kind>.{0,80}\\b(?:said|says|according to|reckons|told) <who>$'),
  rule(
    'none',
    0.8,
    '^(?:if|suppose|supposing|imagine|say i|assuming|hypothetically|in case|unless|even if|what if|were i|had i|whether)\\b.{0,120}(?:<kind>|<log>)',
  ),
  rule(
    'none',
    0.75,
    '^(?:(?!#kind|sessions?)\\S+ ){0,6}(?:would have|could have|should have|might have|may have|was going to|were going to|was meant to|were meant to|meant to|supposed to|was due to|tried to|wanted to(?! <log>)|might|wish)\\b.{0,80}<kind>',
  ),
  rule(
    'none',
    0.75,
    '^(?:(?!#kind|sessions?)\\S+ ){0,8}(?:says?|said|saying|told|tells|reckons?|claims?|claimed|claiming|mentioned|mentions|apparently|heard|according to|thinks?|thought|wrote|writes|emailed|texted|messaged|believes?|asked|asks|denies|denied|swears|insists?|rumou?r|reports|reported|forwarded)\\b.{0,80}<kind>',
  ),
  rule(
    'none',
    0.75,
    '#kind (?:(?:\\S+ )?)(?:appeal|template|guidance|policy|training|framework|scores?|results?|ratings?|panel date|questions|standards|process|forms?|paperwork|guide|criteria|deadline|workshop|email|letter)\\b',
    [],
    '#person.{0,60}#(?:day|mins)|#(?:day|mins).{0,60}#person',
  ),
  rule(
    'none',
    0.7,
    '\\b(?:will|shall|going to|am going to|plan(?:ning)? to|hoping to|hope to|intend to|about to|aim to|due to)\\b(?: \\S+){0,5}? (?:<log>)\\b.{0,60}(?:<kind>|it|that)',
  ),
  rule(
    'none',
    0.7,
    '\\b(?:<log>)\\b.{0,60}<kind>.{0,40}\\b(?:at some point|sometime|eventually|one day|another time|some other time)\\b',
  ),
]

/** A supervision that was held, as staff say it. Nothing is recorded by it: it opens a draft that has to be confirmed. */
export const logRules: readonly Rule[] = [
  rule('log-supervision', 0.97, '^(?:<log>) <a>(?:\\S+ )?<kind>(?:$| )', ['tells', 'not-ahead']),
  rule(
    'log-supervision',
    0.95,
    '^(?:(?:add|start|create|begin|make|do|open|new) )<a>(?:new |blank )?(?:<kind>)(?: (?:log|record|entry|note|form))?(?:$| (?:<with>|#day|#mins|on))',
    ['tells', 'not-ahead'],
    '^(?:do|make|begin) ',
  ),
  rule('log-supervision', 0.93, '^(?:<log>) (?:that )?(?:i |we |me and |<who> and )(?:\\S+ ){0,8}?<kind>', [
    'tells',
    'not-ahead',
  ]),
  rule('log-supervision', 0.93, '^(?:<log>) <a>(?:\\S+ ){0,3}(?:<with> )?<who>\\b.{0,80}<kind>', [
    'tells',
    'not-ahead',
  ]),
  rule('log-supervision', 0.7, '^<log> .{0,80}<kind>', ['tells']),
  rule(
    'log-supervision',
    0.65,
    '^(?:<log>)(?: (?:something|one|it|this|supervision|a meeting))?$',
    ['tells'],
    '^(?:submit|save|file|input|record|note|enter)',
  ),

  rule(
    'log-supervision',
    0.97,
    '^(?:i |we |me and <who> |<who> and (?:i|me) )?(?:have )?(?:just |also |finally |already )?<had> <a>(?:\\S+ ){0,2}?<kind>(?:$| )',
    ['tells', 'detail'],
  ),
  rule(
    'log-supervision',
    0.85,
    '^(?:i |we |me and <who> |<who> and (?:i|me) )?(?:have )?(?:just |also |finally |already )?<had> <a>(?:\\S+ ){0,2}?<kind>(?:$| )',
    ['tells'],
  ),
  rule(
    'log-supervision',
    0.93,
    '^(?:i |we )?(?:have )?(?:just |also )?(?:<had>|met|met up|met with|saw|seen|sat down|sat|spoke|spent|caught up|supervised|observed)\\b.{0,80}(?:<who>|#manager).{0,80}<kind>',
    ['tells', 'detail'],
  ),
  rule(
    'log-supervision',
    0.93,
    '^(?:i |we )?(?:have )?(?:just |also )?(?:<had>|met|met up|met with|saw|seen|sat down|sat|spoke|spent|caught up|supervised|observed)\\b.{0,80}<kind>',
    ['tells', 'detail'],
  ),
  rule(
    'log-supervision',
    0.8,
    '^(?:i |we )?(?:have )?(?:just |also )?(?:<had>|met|met with|saw|seen|sat down|supervised|observed)\\b.{0,60}(?:<who>|#manager).{0,40}<kind>',
    ['tells'],
  ),
  rule('log-supervision', 0.85, '^<a>(?:catch up|meeting|meet|chat|discussion|talk) <with> <who>.{0,80}<kind>', [
    'tells',
    'detail',
    'not-ahead',
  ]),
  rule('log-supervision', 0.9, '^(?:i |we )?(?:have )?(?:just )?supervised <who>', ['tells']),
  rule('log-supervision', 0.8, '^(?:i |we )?(?:have )?(?:just )?(?:observed) <who>', ['tells', 'detail']),

  rule(
    'log-supervision',
    0.96,
    '^<a>(?:\\S+ )?<kind> (?:(?:held|done|completed|complete|took place|went ahead|today|#day|#mins|#time|on|for|about|this) ){0,4}<with> (?:\\S+ )?<who>',
    ['tells', 'detail', 'not-ahead'],
  ),
  rule('log-supervision', 0.8, '^<a>(?:\\S+ )?<kind> <with> (?:\\S+ )?<who>', ['tells', 'not-ahead']),
  rule(
    'log-supervision',
    0.94,
    '^(?:on )?(?:#day|#mins)(?: (?:and|on|at|#time|#mins|#day|i|we|had|did|for|of|a|an|the|my))*(?: \\S+)? <kind>',
    ['tells', 'not-ahead'],
  ),
  rule(
    'log-supervision',
    0.94,
    '^<who>(?: (?:and i|and me|had|has had|did|for|on|at|a|an|her|his|their|the|my|our|#day|#mins|#time|#crn)){0,7} <kind>',
    ['tells', 'detail', 'not-ahead'],
  ),
  rule(
    'log-supervision',
    0.6,
    '^<who>(?: (?:and i|and me|had|for|a|an|her|his|their|the|my|our)){0,4} <kind>(?:$| with (?:me|<who>))',
    ['tells', 'not-ahead'],
  ),
  rule(
    'log-supervision',
    0.92,
    '^(?:my|our|a|the|his|her|their)? ?<kind>(?: \\S+){0,4}? (?:was|took|happened|went ahead|lasted|took place|held|done|completed)\\b',
    ['tells', 'detail', 'not-ahead'],
  ),
  rule(
    'log-supervision',
    0.9,
    '^<a><kind>(?: (?:<who>|on|at|for|with|about|re|#day|#mins|#time|#crn|and|went well|done|completed|today|me|crn|case|cases|discussed))+$',
    ['tells', 'detail', 'not-ahead'],
  ),
  rule('log-supervision', 0.85, '^<a>(?:\\S+ )?<kind>\\b.{0,200}#(?:day|mins)', ['tells', 'detail', 'not-ahead']),
  rule('log-supervision', 0.75, '^<a><kind> (?:<who>|#crn)', ['tells', 'not-ahead']),
  rule('log-supervision', 0.65, '^(?:(?:my|a|an|the) )?(?:<kind>)$', ['tells', 'not-ahead'], '^(?:the|my) '),
  rule(
    'log-supervision',
    0.8,
    '^(?:i |we )?(?:just )?(?:(?:need|needed|want|wanted|wish|have|would like|am trying|trying) to|would like|can i|could i|may i|let me|let us|is it ok to|help me(?: to)?) (?:<log>|add|start) <a>(?:\\S+ )?<kind>',
    ['detail', 'not-ahead'],
  ),
  rule(
    'log-supervision',
    0.7,
    '^(?:i |we )?(?:just )?(?:(?:need|needed|want|wanted|wish|have|would like|am trying|trying) to|would like|let me|let us|can i|could i|may i|help me(?: to)?) (?:<log>|add|start) <a>(?:\\S+ )?<kind>',
    ['not-ahead'],
  ),
  rule('log-supervision', 0.6, '^<a><kind> <with> <who>.{0,60}#mins', ['asks', 'detail', 'not-ahead']),
  rule(
    'log-supervision',
    0.6,
    '<kind>.{0,80}(?:<who>).{0,80}#(?:day|mins)|(?:<who>).{0,80}<kind>.{0,80}#(?:day|mins)|#day.{0,80}<kind>.{0,80}<who>',
    ['tells', 'detail', 'not-ahead'],
    '\\b(?:no|not|none|never|wants?|wanted|needs?|asks?|asked|likes?|hopes?|hoping|waiting|off|late|said|says|will|would|if|unless|should)\\b',
  ),
]

/** Plainly for somebody else: the HR portal, the IT desk, the internet. Tried last. */
export const outOfScope: readonly Rule[] = [
  rule(
    'none',
    0.9,
    '\\b(?:password|payslips?|salary|pay rise|pay scale|expenses|mileage|laptop|printer|wifi|vpn|smart ?card|pension|union|weather|jokes?|poem|song|lottery|football|recipe|news|train times|parking|sick pay|annual leave (?:balance|entitlement)|flexi|overtime|grievance|chatgpt|capital of|who won|meaning of life|hr portal|it desk|timesheet)\\b',
  ),
  rule(
    'none',
    0.85,
    '^(?:write|draft|compose|translate|summarise|rewrite|proofread|generate|create|make|tell|sing|google|search|calculate|order|ring|call|email|text)\\b',
  ),
]
