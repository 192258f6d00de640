import type { Crn } from '../../domain/ids.ts'
import { type Desk, type Reply, refuse, type Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'

/** Whether whoever asks may see a case now: what was recorded of it is shown only then. With its name, or the answer to give instead. */
export async function nowInSight(
  crn: Crn,
  turn: Turn,
  desk: Pick<Desk, 'cases'>,
): Promise<{ caseName?: string } | { reply: Reply }> {
  const [view] = await desk.cases.views([crn], viewerOf(turn))
  switch (view?.sight) {
    case 'open':
      return view.name === undefined ? {} : { caseName: view.name }
    case 'restricted':
      return { reply: refuse(turn, 'case', 'Access is restricted.') }
    default:
      return {
        reply: {
          message: {
            text: 'It could not be found out whether you may see that case now, so nothing of it is shown. Please try again in a few minutes.',
          },
        },
      }
  }
}
