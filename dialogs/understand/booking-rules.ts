import { type Rule, rule } from './rule.ts'

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
