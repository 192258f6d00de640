import { type Rule, rule } from './rule.ts'

/** Actions, reminders, absence and one's own record. */
export const otherRules: readonly Rule[] = [
  rule(
    'who-viewed',
    0.97,
    '^(?:who(?: else)?|has (?:anyone|anybody|<who>)|did (?:anyone|anybody|<who>)|have (?:any|they)|show me who|see who|can i see who|list who|tell me who)\\b.{0,30}(?:viewed|seen|looked|look|read|accessed|opened|view|see|been in|been looking|been reading)\\b.{0,20}(?:my|me|<who>|at)\\b',
  ),
  rule(
    'who-viewed',
    0.9,
    '^(?:access log|view history|viewing history|audit of (?:my|views)|who viewed|(?:show (?:me )?)?who has (?:viewed|seen|read))\\b',
  ),
  rule(
    'export-records',
    0.95,
    '^(?:i (?:want|need|would like)(?: to)? |can i |could i |may i |let me |how do i )?(?:have |get |make )?(?:export|download|print|extract|save a copy of|send me|email me|a copy|copy|(?:give|get) me (?:a copy|all|everything|my data|a pdf|a csv))\\b.{0,40}(?:copy|copies|my (?:\\S+ )?(?:records?|data|history|sessions?|supervision|file|information)|<who> (?:\\S+ )?(?:records?|history|sessions?|data)|everything (?:you|held)|all (?:my|the) (?:records?|data|sessions?)|pdf|csv|spreadsheet|excel)',
  ),
  rule(
    'export-records',
    0.93,
    '\\b(?:subject access request|\\bsar\\b|data you hold|what (?:data|information) (?:do you|have you|is) (?:hold|held|got|have)|hold (?:about|on) me)',
  ),
  rule(
    'export-records',
    0.93,
    '^(?:(?:can|could|may) i (?:have|get) |i (?:want|need|would like) |(?:give|get|send|let) me (?:have )?)?(?:a |my )?cop(?:y|ies)\\b',
  ),
  rule('export-records', 0.93, '^how long (?:do|are|is|will|does)\\b.{0,40}\\b(?:keep|kept|hold|held|store|stored)\\b'),
  rule(
    'export-records',
    0.93,
    '^(?:what|which|tell me what|show me what)\\b.{0,40}\\b(?:keep|kept|know|store|stored|hold|held)\\b.{0,20}\\b(?:(?:about|on|of) me|(?:about|on) <who>)\\b',
  ),
  rule('export-records', 0.93, '^(?:put|place|set|add|release|lift|remove|end|clear|take off)\\b.{0,40}\\bhold\\b'),
  rule('export-records', 0.9, '^(?:export|download)(?: (?:my|the|all))*(?: \\S+){0,3}$'),

  rule('set-reminders', 0.95, '^what (?:will|do|are|would|did|should) you (?:\\S+ ){0,3}?remind(?:ing)? (?:me|us)\\b'),
  rule(
    'set-reminders',
    0.95,
    '^not (?:in )?(?:th(?:is|e) (?:window|month|quarter|half year|half-year|year|one)|#period)\\b',
  ),
  rule(
    'set-reminders',
    0.95,
    '^(?:carry on|go on|keep(?: on)?|start|begin|resume) (?:remind|prompt|nudg|messag)\\w*\\b',
  ),
  rule('set-reminders', 0.95, '^(?:show (?:me )?)?(?:the |my |a )?(?:delivery report|digest)\\b'),
  rule('set-reminders', 0.95, '^who (?:could|can) ?not be reached\\b'),
  rule(
    'set-reminders',
    0.95,
    '^(?:i (?:want|need|would like) to |can i )?(?:snooze|pause|mute|silence|unmute|resume|turn (?:off|on)|switch (?:off|on)|stop|start|set|change|set up|enable|disable|unpause)\\b.{0,30}(?:remind\\w*|notifications?|prompts?|nudg\\w+|alerts?|pings?|digest|messages|messaging me|me)\\b',
    ['tells'],
    '^start (?:a |the )?<kind>',
  ),
  rule('set-reminders', 0.95, '^(?:do not |stop |never )?remind(?:ing)? (?:me|us)\\b'),
  rule(
    'set-reminders',
    0.93,
    '\\b(?:remind me|set (?:me )?a reminder|give me a (?:nudge|reminder)|nudge me|snooze)\\b',
  ),
  rule(
    'set-reminders',
    0.9,
    '^(?:my |the |show (?:me )?(?:my )?)?(?:reminders?|reminder settings|notification settings)(?: (?:off|on|please|settings))?$|^snooze\\b|^no (?:more )?(?:reminders|messages|notifications)\\b',
  ),
  rule(
    'set-reminders',
    0.65,
    '\\b(?:need|have|ought|want|mean|meaning|going|got) to\\b.{0,40}(?:<kind>).{0,40}\\b(?:at some point|sometime|soon|eventually|one day|when i (?:can|get)|later|by #day|#period)\\b',
    ['tells'],
  ),
  rule(
    'set-reminders',
    0.6,
    '^(?:i )?(?:must|should|need to|have to|do not let me|mustnt|must not) (?:remember|forget|not forget)\\b',
  ),

  rule(
    'record-absence',
    0.95,
    '^(?:record|log|add|book|put|enter|note|set|register|mark|can i book|i (?:want|need|would like) to (?:book|record|log|add))\\b.{0,40}\\b(?:leave|absence|sickness|sick|holiday|annual|time off|day off|days off|off sick|a\\/l|toil|training day|maternity|paternity|jury)\\b',
    [],
    '#kind',
  ),
  rule(
    'record-absence',
    0.95,
    '^(?:(?:i|we|<who>|he|she|they) (?:am|is|are|will be|was|has|have|has been|have been|am going|is going|going|going to be)|i am|<who>|he is|she is|away|off|out)\\b ?(?:\\S+ ){0,4}?(?:off|on leave|on annual leave|annual leave|sick|off sick|ill|on holiday|away|not in|not working|on maternity|on paternity|out of office|on a training|working from|leave|booked off|signed off|jury service)\\b',
    ['tells'],
    '<kind>|#crn|#mins',
  ),
  rule(
    'record-absence',
    0.93,
    '^(?:sick|off sick|annual leave|on leave|leave|holiday|sickness|al|absence|absent|maternity leave|off)(?: (?:for|from|on|until|till|to|<who>|#day|#period|today|tomorrow|starting|and|me))+$',
  ),
  rule(
    'record-absence',
    0.9,
    '^(?:<who>|he|she) (?:has )?(?:called|phoned|rang|rung|gone|went) (?:in )?(?:sick|off sick|home sick)\\b',
  ),

  rule(
    'complete-action',
    0.95,
    '^(?:i (?:want|would like|need) to |can i |let me )?(?:mark|tick|close|complete|finish|sign|check|cross|set)(?: off| out)?\\b.{0,60}\\b(?:action|task|actions|it|that|this|one)\\b.{0,20}(?:done|complete|completed|off|finished|closed|as done)?',
    ['tells'],
    '<kind>|^(?:sign|check|set) (?:it|that|this)$|#crn',
  ),
  rule(
    'complete-action',
    0.95,
    '\\baction\\b.{0,60}(?:is |are |now |has been |been |all )?(?:done|complete|completed|finished|closed|sorted)$',
    ['tells'],
  ),
  rule(
    'complete-action',
    0.93,
    '^(?:i (?:have )?|we (?:have )?|have |all )?(?:done|completed|finished|did|sorted|closed)\\b.{0,30}\\b(?:actions?|task|tasks)\\b',
    ['tells'],
  ),
  rule('complete-action', 0.7, '^(?:(?:that|it|this|all) is )(?:now )?(?:done|complete|completed|sorted|finished)$'),
  rule(
    'add-action',
    0.95,
    '^(?:i (?:want|need|would like) to )?(?:add|create|new|set|make|raise|log|record|give|assign|put)\\b.{0,30}\\b(?:actions?|tasks?|to do)\\b',
    ['tells'],
    '^(?:set|make).{0,20}(?:done|complete)',
  ),
  rule('add-action', 0.93, '^(?:action|todo|to do|task)(?: (?:for|on|to|that|by|<who>|me))+ .{2,}', ['tells']),
  rule(
    'add-action',
    0.85,
    '^(?:ask|get|tell|remind|chase|task) (?:<who>|the team|everyone|my team|them|her|him) (?:to|about|for|if|and)\\b',
    ['tells'],
  ),
  rule(
    'add-action',
    0.85,
    '^<who> (?:to|needs to|must|should|has to|will|is to) (?!take|have|hold|see)\\S+ .{0,120}\\bby #day',
    ['tells'],
  ),

  rule(
    'show-actions',
    0.97,
    '\\bwaiting (?:for|on) (?:me|us|my)\\b|\\bfor me to (?:sign|agree|confirm|do|look at|approve|action|check)\\b',
  ),
  rule(
    'show-actions',
    0.97,
    '^(?:what|whats|anything|any|is|is there|are there|do i|have i|show|what do|what have|got)\\b.{0,60}(?:sign|agree|confirm|sign off|approve|signature|sign offs?|to do|outstanding|pending|waiting|awaiting|unsigned)\\b.{0,20}$',
    [],
    '#crn|review|#review|<who> (?:have|has|sign|agree)|case|<kind> (?:is|are) outstanding',
  ),
  rule(
    'show-actions',
    0.97,
    '^(?:show|see|view|list|what|whats|which|get|give me|any|open|check|how many|do i have)?(?: (?:me|us|is|are|all|any))*(?: ?(?:my|the|of|our|team|<who>|his|her|their|open|outstanding|current|overdue|pending|new|due))* ?(?:actions?|tasks?|to do list|to dos?|todos?|todo list|inbox|sign offs?|action list)(?: (?:do|does|have|has|for|me|my|list|from|due|are|is|i|<who>|to|outstanding|open|left|overdue|now|today|this|#period|#day|got|waiting|there|the|team))*$',
  ),
  rule(
    'show-actions',
    0.9,
    '^(?:(?:what|anything|is there anything|what is|whats|show me what is|what have i|what has <who>|what i have) )?(?:not (?:signed|agreed)|yet to sign|still to sign|waiting|outstanding|pending|to sign|to agree|to confirm|on my plate|on my list|needs (?:me|signing|my attention)|need (?:signing|to sign))(?: (?:for|on|from|with|me|now|today|my|attention|#day))*$',
  ),
  rule(
    'show-actions',
    0.85,
    '^what (?:do|should|must) (?:i|we) (?:\\S+ )?(?:need to |have to |still )*(?:do|sign|agree|confirm)(?: (?:today|now|next|this week|first|#day|#period))?$',
  ),
]
