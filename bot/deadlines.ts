/** How long things may take, in milliseconds. */
export type Deadlines = {
  /** Sending the answer to a message. */
  send: number
  /** One call to the channel to reach somebody else. */
  reach: number
  /** What a press waits for the channel, be it to reach somebody or to show an answer below. */
  withinPress: number
  /** Finishing what is in hand when the service stops. */
  finish: number
}

export const usualDeadlines: Deadlines = { send: 8000, reach: 3000, withinPress: 2500, finish: 10_000 }
