/** What can be looked at of somebody’s record, by the word that the audit trail keeps for it. */
const looked: Readonly<Record<string, string>> = {
  full: 'your sessions, with their notes',
  dates: 'the dates and kinds of your sessions',
  states: 'what supervision is due for you',
  'team-counts': 'how your team stands, as numbers',
  reflective: 'what you said of reflective sessions',
  form: 'what your last session said, while writing down a new one',
  bookings: 'your booked sessions',
  actions: 'your actions',
  action: 'one of your actions',
  absence: 'when you are away',
  draw: 'a case drawn for you',
  nomination: 'a case you put forward',
  allocation: 'how you were weighed for a case',
  case: 'one of your cases',
  caseload: 'your caseload',
  workload: 'your workload',
  reviews: 'reviews of your cases',
  'review-counts': 'how many reviews are overdue in your team, as numbers',
}

/** What was looked at, for the person it is about: "one of your sessions or bookings". */
export function viewInWords(what: string | undefined): string {
  if (what === undefined) return 'one of your sessions or bookings'
  return looked[what] ?? 'your record'
}
