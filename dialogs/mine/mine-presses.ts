import type { Presses } from '../turn.ts'
import { giveCopy } from './give-copy.ts'
import { whatIsKept } from './what-is-kept.ts'
import { whoViewed } from './who-viewed.ts'

/** The buttons about one's own record. */
export const minePresses: Presses<'mine.copy' | 'mine.kept' | 'mine.views'> = {
  'mine.copy': ({ as }, _data, turn, desk) => giveCopy(as, turn, desk),
  'mine.kept': (_action, _data, turn, desk) => whatIsKept(turn, desk),
  'mine.views': ({ from, to, page }, _data, turn, desk) => whoViewed({ from, to, page: Number(page ?? 1) }, turn, desk),
}
