import { type Rule, rule } from './rule.ts'

/** Who is away, who is back, who covers. Being away itself is read in `other-rules.ts`. */
export const awayRules: readonly Rule[] = [
  rule(
    'record-absence',
    0.95,
    '^(?:whos|who is|who|who else|is anyone|is anybody|anyone|anybody|is anyone else|which of (?:us|my team|the team))\\b.{0,30}\\b(?:off|away|on leave|on annual leave|sick|on holiday|not in|out of office|covers?|covering)\\b',
    [],
    'review|#review|case',
  ),
  rule(
    'record-absence',
    0.93,
    '^(?:is|are|am|when (?:is|are|am|will)|how long (?:is|are|am)|until when (?:is|are|am)) (?:<whoever>|my team)\\b.{0,20}\\b(?:off|away|on leave|on annual leave|sick|back|on holiday|covering)\\b',
    [],
    '<kind>|review|#crn',
  ),
  rule(
    'record-absence',
    0.93,
    '^(?:<who>|i|he|she) (?:(?:am|is|are|will be|has|have|comes?|came) )?(?:now )?(?:back|returned|returns|returning)\\b(?: \\S+){0,8}$',
    ['tells'],
    '<kind>|#crn|#mins|action',
  ),
  rule(
    'record-absence',
    0.95,
    '^(?:cancel|delete|remove|take back|withdraw|undo|scrap|end|stop|change|move|extend|shorten|correct|update)\\b.{0,40}\\b(?:leave|absence|time off|holiday|sickness|sick leave|sick|cover)\\b',
    [],
    '<kind>|#crn|reminder',
  ),
  rule(
    'record-absence',
    0.93,
    '^(?:<whoever>) (?:am |is |are )?no longer (?:off|away|on leave|sick|covers?|covering)\\b',
  ),
  rule(
    'record-absence',
    0.93,
    '^(?:<who>|i|he|she) (?:covers|is covering|am covering|will cover|can cover|to cover|will be covering|stands in|is standing in|will stand in)\\b(?: \\S+){0,12}$',
    ['tells'],
    '<kind>|#crn|#mins|action',
  ),
  rule('record-absence', 0.93, '^(?:my|our|the) (?:team|staff) (?:is |are |will be )?covered by\\b'),
  rule('record-absence', 0.93, '^cover(?: (?:is|for|by|from|my|the|our|team|<who>|me|#day|#period|until|to))+$'),
  rule(
    'record-absence',
    0.9,
    '^(?:show (?:me )?)?(?:my|our|<who>) (?:leave|absences?|time off|cover|annual leave|holidays?)(?: (?:#period|#day))*$',
  ),
]
