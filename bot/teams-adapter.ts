import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder'
import { TurnedAway } from './channel-door.ts'

/** What the service answers to the channel over HTTP. */
export type HttpAnswer = { status: number; body?: unknown }

/**
 * botbuilder's CloudAdapter, without its habit of printing errors and answering with their text: what goes wrong before a
 * turn is a bare status, what goes wrong in one is `onTurnError`'s to answer.
 */
export class TeamsAdapter extends CloudAdapter {
  async receive(
    header: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<HttpAnswer> {
    try {
      const answer = await this.processActivity(header, activity, turn)
      return answer === undefined ? { status: 200 } : { status: answer.status, body: answer.body }
    } catch (error) {
      if (error instanceof TurnedAway) return { status: error.status }
      throw error
    }
  }
}
