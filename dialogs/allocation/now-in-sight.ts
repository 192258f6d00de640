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
  if (view?.sight === 'open') return view.name === undefined ? {} : { caseName: view.name }
  return { reply: outOfSight(view?.sight, turn) }
}

/** The same where the name is not shown, which asks less of the case services. */
export async function mayBeShown(crn: Crn, turn: Turn, desk: Pick<Desk, 'cases'>): Promise<true | { reply: Reply }> {
  const [sight] = await desk.cases.sights([crn], viewerOf(turn))
  return sight?.sight === 'open' ? true : { reply: outOfSight(sight?.sight, turn) }
}

function outOfSight(sight: 'restricted' | 'unknown' | undefined, turn: Turn): Reply {
  if (sight === 'restricted') return refuse(turn, 'case', 'Access is restricted.')
  const text =
    'It could not be found out whether you may see that case now, so nothing of it is shown. Please try again in a few minutes.'
  return { message: { text } }
}
