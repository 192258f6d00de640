import { type Rule, rule } from './rule.ts'

/** "110%", which has lost its sign by now. A lower number is an age or a count of something else. */
const limit = '(?:[89]\\d|[1-4]\\d\\d|\\d{2,3} (?:percent|per cent|pct)|(?:their |full )?capacity|(?:the|their) limit)'
const above = `(?:(?:over|above|more than|exceeding|beyond|past) ${limit}|overloaded|over loaded)`
const team = '(?:team|teams|staff|people|officers|practitioners|pdu|everyone|everybody)'
const ofTeam = `(?:of|for|in|on|across|from) (?:(?:my|the|our|her|his|their|whole|all|this|<who>) ){0,3}${team}`
const behind = `(?: (?:${ofTeam}|(?:of|for) <who>|capacity|workload|now|today|right now|at the moment|page \\d{1,3}))*$`

/** Who in a team has more to do than a limit. Tried before the rules about who could take a case. */
export const overLimitRules: readonly Rule[] = [
  rule(
    'show-workload',
    0.95,
    `^(?:who|whose|which|how many|is (?:anyone|anybody|somebody|someone|there)|are (?:any|there)|has|have|does|do|any|anyone|anybody|show|list|see|everyone|everybody|(?:my |our |the )?${team})\\b(?: (?!more|cases?\\b)\\S+){0,7}? ${above}${behind}`,
  ),
  rule(
    'show-workload',
    0.9,
    `^(?:who|which of (?:my|the) ${team}) (?:is|are|has)(?: \\S+)? (?:busiest|most overloaded)\\b`,
  ),
]

/** Who holds which cases, how much somebody has to do, and how a case stands. */
export const caseloadRules: readonly Rule[] = [
  rule(
    'show-caseload',
    0.97,
    '^(?:show|list|see|view|what|which|how many|give me|get|what are)?(?: (?:me|us|all))*(?: ?(?:of|is|are|my|the|her|his|their|<who>|on))*(?: (?:all|own|current|full))* ?(?:cases|caseload|case load|case list)(?: (?:do|does|did|have|has|are|is|in|on|with|for|of|<whoever>|me|held|hold|having|my|got|now|right now|at the moment|currently|allocated|to|today|#day|there|like|big|looking|page \\d{1,3}))*$',
    [],
    '^(?:cases|cases (?:for|of))$',
  ),
  rule(
    'show-caseload',
    0.95,
    '^(?:how (?:big|large|full|many cases)|what) (?:is|are|does|do)\\b.{0,40}(?:caseload|case load|cases)\\b',
  ),
  rule(
    'show-workload',
    0.97,
    `^(?:show|see|view|what|give me|get|how|check|tell me|list)?(?: (?:me|us|is|are|about))*(?: ?(?:my|the|her|his|their|<who>|of|our|all|${team}))* ?(?:workloads?|work loads?|capacity|wmt|points|workload percentage)(?: (?:is|for|of|in|across|like|now|at|with|me|my|our|the|her|his|their|<who>|${team}|today|right now|moment|percentage|score|points|#day|#period|looking|${above}|page \\d{1,3}))*$`,
  ),
  rule(
    'show-workload',
    0.93,
    '^(?:how (?:busy|full|stretched|loaded|overloaded|over)|what capacity) (?:is|am|are) (?:<whoever>|my team|the team|our team)\\b',
  ),
  rule(
    'show-workload',
    0.85,
    '^(?:is|am|are) <whoever> (?:\\S+ )?(?:over capacity|overloaded|over 1\\d\\d|at capacity|too busy|full)\\b',
  ),

  rule(
    'show-case',
    0.95,
    '^(?:show|tell|give|open|brief|summarise|summary|look up|lookup|find|get|pull up|bring up|details|detail|case|info|information|what do (?:we|you) (?:know|have)|who is|view|see|check|about)\\b(?: \\S+){0,6}? #crn$',
  ),
  rule(
    'show-case',
    0.9,
    '^(?:who (?:has|holds|manages|is managing|supervises|is supervising|is the (?:po|pso|officer|practitioner|com|manager) (?:for|of))|whose(?: case)? is|who does|where is|what tier is|what is the (?:risk|tier|rosh|status)|what (?:is|are|was|has))\\b.{0,50}#crn',
  ),
  rule('show-case', 0.8, '^(?:case )?#crn(?: (?:summary|details|brief|in brief|info))?$'),
  rule(
    'show-case',
    0.75,
    '^(?:(?:show|tell|give|open|look up|see|view|brief)(?: me)?(?: about| on)? )?(?:a |the |this |that |one |my )?case(?: in brief| summary| details)?$',
    [],
    '^case$',
  ),
]
