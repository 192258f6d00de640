/** Why somebody is to be reached. */
export type NoticeKind =
  /** The other person of a session is asked to agree. */
  | 'please-sign'
  /** The logger of a session hears what the other person said. */
  | 'was-signed'
