import type { Logger } from 'pino'
import type { Desk } from '../dialogs/turn.ts'
import type { Messenger, Notice } from '../domain/ports.ts'
import type { Store } from '../store/open-store.ts'
import type { ActingAs } from './act-as.ts'
import type { Background } from './background.ts'
import type { Clock } from './clock.ts'
import type { ServiceMetrics } from './metrics.ts'
import type { Recently } from './recently.ts'
import type { TeamCards } from './team-cards.ts'
import type { UserTokens } from './user-tokens.ts'

export type BotParts = {
  store: Store
  desk: Desk
  messenger: Messenger
  teamCards: TeamCards
  reach: (notice: Notice) => Promise<unknown>
  clock: Clock
  background: Background
  metrics: ServiceMetrics
  log: Logger
  /** Whether a file may be sent to an address. */
  isUploadServed: (address: string) => boolean
  /** With which the case services may be asked in somebody's own name. */
  userTokens: UserTokens
  /** Local mode only: lets one person try the parts of several. */
  actingAs?: ActingAs
  /** Chats that were found unchanged in the last minute. */
  lastSeen: Recently
  /** How long sending an answer may take, in milliseconds: to a message, and below a card that was pressed. */
  deadlines: { send: number; withinPress: number }
}

export type Outcome = 'answered' | 'repeated' | 'refused'
