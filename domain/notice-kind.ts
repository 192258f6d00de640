/** Why somebody is to be reached. */
export type NoticeKind =
  /** The other person of a session is asked to agree. */
  | 'please-sign'
  /** The logger of a session hears what the other person said. */
  | 'was-signed'
  /** The other person of a session hears that its logger has withdrawn it. */
  | 'was-withdrawn'
  /** Somebody else wrote down, changed or took back that this person is away. */
  | 'absence-recorded'
  /** A person is to stand in for a line manager, or no longer; also told to that manager when somebody else arranged it. */
  | 'cover-arranged'
  /** An action was asked of somebody, or took a step that this person did not take themself. */
  | 'action-step'
  /** A team action was asked of somebody by name who is not in the chat it was asked in. */
  | 'team-action-asked'
  /** Somebody hears that a session of theirs was booked, moved, cancelled, or did not happen. */
  | 'booking-changed'
  /** Somebody is asked what became of a booked session whose day has passed. */
  | 'booking-passed'
  /** A practitioner hears that a case was given to them. */
  | 'was-given-case'
  /** Whoever decided an allocation hears what became of handing it in, which was not known at once. */
  | 'allocation-settled'
  /** A line manager hears that somebody says a review of a case is not theirs to do. */
  | 'review-not-mine'
  /** A line manager hears that somebody wants no more reminders of a window of supervision, and why. */
  | 'window-left-out'
