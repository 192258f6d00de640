import { type Rule, rule } from './rule.ts'

const wish =
  '(?:(?:i (?:need|want|would like|have) to|i am going to|need to|want to|let us|can (?:we|i)|could (?:we|i)|shall we|may i|we (?:need|want|have|had) to|sorry|unfortunately|i am afraid|afraid) )*'

/** What changes a session that is booked. Before correcting, which is about sessions that were held, and before what only sounds like logging. */
export const bookingChanges: readonly Rule[] = [
  rule(
    'book-supervision',
    0.93,
    `^${wish}(?:cancel|call off)(?: \\S+){0,6}? (?:<kind>|bookings?|meeting|appointment|slot)\\b`,
    [],
    '\\b(?:logged|recorded|reminders?|leave|holiday)\\b',
  ),
  rule(
    'book-supervision',
    0.9,
    `^${wish}(?:cancel|call off)(?: (?:on|with|for|my|the|<who>|s|#day|#time))+$`,
    [],
    '\\b(?:leave|holiday)\\b',
  ),
  rule(
    'book-supervision',
    0.9,
    `^${wish}(?:i |we )?(?:cannot|can not|will not be able to|am not able to|am unable to|unable to|not able to) (?:make|attend|get to|come to|be at|manage|do)(?: \\S+){0,6}? ?(?:<kind>|#day|#time|it|booking|meeting)\\b`,
    ['tells'],
    '#crn|#review|\\b(?:do it|it work)\\b',
  ),
  rule(
    'book-supervision',
    0.93,
    `^${wish}(?:move|push|bring|put back|put off|postpone|rearrange|reschedule|rebook|shift)\\b(?: \\S+){0,8}? (?:<kind>|bookings?|meeting|appointment|it|that)\\b(?:.{0,80}#(?:day|time)|.{0,20} to \\d{1,2}$|.{0,40}\\b(?:back|forward)\\b|(?: <with> <who>)?$)`,
    [],
    '#crn|#review|\\b(?:leave|holiday|case)\\b',
  ),
  rule(
    'book-supervision',
    0.9,
    '^change(?: \\S+){0,6}? <kind>.{0,40} to (?:\\S+ )?#day.{0,10} #time',
    [],
    '\\bdate\\b',
  ),
  rule(
    'next-supervision',
    0.95,
    '^(?:show (?:me )?|see |list |view |what are )?(?:(?:all|my|our|the|<who>|s) )*(?:bookings?|booked sessions?|upcoming sessions?|diary)(?: (?:for|with|of|on|in) (?:<who>|me|us))?(?: (?:#period|#day|coming up))*$',
    [],
    '^bookings? <who>|^booking$',
  ),
  rule(
    'next-supervision',
    0.93,
    '^(?:(?:send|give|get|show|email|resend) (?:me )?|download |where is |i (?:need|want) |(?:can|could|may) i (?:have|get) )?(?:(?:the|my|an|a|that|this|your) )*(?:ics|ical|calendar) ?(?:files?|links?|invites?|entry|ics)?(?: (?:again|for|of|on|with|to|the|my|<who>|me|<kind>|#day|#time|bookings?))*$',
    [],
    '^calendar$',
  ),
  rule(
    'next-supervision',
    0.93,
    '^(?:what|which|when) (?:have|has|do|does|did) <whoever> (?:\\S+ ){0,2}?(?:booked|planned)\\b|^(?:do|does|have|has) <whoever> (?:\\S+ ){0,3}?(?:anything|something|sessions?|#kind) (?:\\S+ )?(?:booked|planned)\\b',
  ),
]

/** Booking comes after questions and before logging: a day ahead is never a session that was held. */
export const bookings: readonly Rule[] = [
  rule(
    'book-supervision',
    0.95,
    '^(?:i (?:need|want|would like|have) to |need to |want to |let us |let me |can (?:we|i) |could (?:we|i) |may i |shall we |try to |to )*(?:book|arrange|schedule|set up|organise|organize|plan|pencil in|diarise|reserve|fix up|sort out|rebook|reschedule|rearrange|set a (?:date|time) for|find (?:a |some )?time for|put in the diary|get in the diary)\\b.{0,80}(?:<kind>|supervision|<who>|meeting|slot|#day|time)',
    [],
    '\\b(?:leave|holiday|#crn|annual)\\b',
  ),
  rule(
    'book-supervision',
    0.9,
    '^(?:move|push|bring forward|put back|postpone|change)(?: \\S+){0,4}? <kind>.{0,40} to #(?:day|time)',
    ['ahead'],
  ),
  rule(
    'book-supervision',
    0.85,
    '<kind>.{0,80}#(?:day|time)|#day.{0,80}<kind>',
    ['ahead', 'tells'],
    '^<log>\\b|^remind|\\bremind me\\b|\\b(?:off|leave|holiday)\\b',
  ),
  rule(
    'book-supervision',
    0.8,
    '^(?:can|could|shall|may) (?:we|i) (?:\\S+ )?(?:do|have|meet|hold)\\b.{0,60}(?:<kind>|<who>).{0,60}#(?:day|time)',
  ),
  rule(
    'book-supervision',
    0.6,
    '^(?:i |we )?(?:(?:need|want|have|plan|planning|hope|hoping|going|intend|am going|am planning|would like|ought) to|must|should|will|shall) (?:\\S+ )?(?:do|have|hold|meet|get|fit in|sort) <a><kind>(?: (?:<with>|together))?',
    ['tells'],
    'at some point|sometime|remember|remind',
  ),
]
