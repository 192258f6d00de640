import type { Actions } from '../domain/action-list.ts'
import type { Allocations } from '../domain/allocation/allocation.ts'
import type { AllocationAnswers } from '../domain/allocation/allocation-answers.ts'
import type { AllocationDrafts } from '../domain/allocation/allocation-draft.ts'
import type { Bookings } from '../domain/booked-sessions.ts'
import type { CaseDraws } from '../domain/case-draw.ts'
import type { HeldSessions } from '../domain/held-sessions.ts'
import type { KeptAbout } from '../domain/kept-about.ts'
import type { Nominations } from '../domain/nomination.ts'
import type {
  Answered,
  AuditTrail,
  Conversations,
  Drafts,
  Notices,
  ShownCards,
  StaffList,
  StateStore,
  SupervisionLog,
} from '../domain/ports.ts'
import type { Outbox } from '../domain/reminders/outbox.ts'
import type { PreferencesKept } from '../domain/reminders/preferences-kept.ts'
import type { SendLimits } from '../domain/reminders/send-budget.ts'
import type { Holds, Retention } from '../domain/retention.ts'
import type { ReviewAnswers } from '../domain/reviews/review-answer.ts'
import type { ReviewSnapshot } from '../domain/reviews/review-snapshot.ts'
import type { ShownFigures } from '../domain/shown-figures.ts'
import type { TeamActions } from '../domain/team-action-list.ts'
import type { Views } from '../domain/views.ts'
import type { Absences } from '../domain/who-is-away.ts'
import { absences } from './absences.ts'
import { actions } from './actions.ts'
import { allocationAnswers } from './allocation-answers.ts'
import { allocationDrafts } from './allocation-drafts.ts'
import { allocations } from './allocations.ts'
import { answered } from './answered.ts'
import { auditTrail } from './audit-trail.ts'
import { bookings } from './bookings.ts'
import { caseDraws } from './case-draws.ts'
import { conversations } from './conversations.ts'
import type { Database } from './database.ts'
import { drafts } from './drafts.ts'
import { openEmbeddedDatabase } from './embedded-database.ts'
import { heldSessions } from './held-sessions.ts'
import { holds } from './holds.ts'
import { keptAbout } from './kept-about.ts'
import { migrate } from './migrations.ts'
import { nominations } from './nominations.ts'
import { notices } from './notices.ts'
import { outbox } from './outbox.ts'
import { openPostgresDatabase } from './postgres-database.ts'
import { reminderPreferences } from './reminder-preferences.ts'
import { retention } from './retention.ts'
import { reviewAnswers } from './review-answers.ts'
import { reviewSnapshot } from './review-snapshot.ts'
import { sendLimits } from './send-limits.ts'
import { takeServiceLock } from './service-lock.ts'
import { shownCards } from './shown-cards.ts'
import { shownFigures } from './shown-figures.ts'
import { staffInMemory } from './staff-in-memory.ts'
import { staffList } from './staff-list.ts'
import { stateStore } from './state-store.ts'
import { supervisionLog } from './supervision-log.ts'
import { teamActions } from './team-actions.ts'
import { views } from './views.ts'

/** Everything the product keeps, behind the ports of the domain. */
export type Store = {
  staff: StaffList
  supervisions: SupervisionLog
  heldSessions: HeldSessions
  notices: Notices
  outbox: Outbox
  sendLimits: SendLimits
  reminderPreferences: PreferencesKept
  drafts: Drafts
  shownCards: ShownCards
  conversations: Conversations
  answered: Answered
  state: StateStore
  audit: AuditTrail
  absences: Absences
  bookings: Bookings
  actions: Actions
  teamActions: TeamActions
  caseDraws: CaseDraws
  nominations: Nominations
  allocationAnswers: AllocationAnswers
  allocationDrafts: AllocationDrafts
  allocations: Allocations
  reviewAnswers: ReviewAnswers
  reviewSnapshot: ReviewSnapshot
  shownFigures: ShownFigures
  views: Views
  holds: Holds
  retention: Retention
  kept: KeptAbout
  /** Whether there is nobody on the staff list yet. */
  isEmpty(): Promise<boolean>
  /** Throws when the store cannot serve now. */
  check(): Promise<void>
  /** Ends all use of the store. A second call does nothing. */
  close(): Promise<void>
}

export type StoreOptions = {
  /** PostgreSQL; without it the embedded store in `dataDir` is used. */
  databaseUrl?: string | undefined
  /** Folder of the embedded store; made when it is not there. */
  dataDir: string
  /** Whether this is the service itself. One service at a time has the embedded store; commands work beside it. */
  serving: boolean
}

/**
 * Opens the store and brings its tables up to date.
 * @throws {Error} when another service has the embedded store, or the database cannot be opened; the message says what to do.
 */
export async function openStore({ databaseUrl, dataDir, serving }: StoreOptions): Promise<Store> {
  const release = databaseUrl === undefined && serving ? takeServiceLock(dataDir) : () => {}
  let database: Database | undefined
  try {
    database = databaseUrl === undefined ? openEmbeddedDatabase(dataDir) : openPostgresDatabase(databaseUrl)
    await migrate(database)
  } catch (error) {
    await database?.kysely.destroy()
    release()
    throw error
  }
  return storeOn(database, release)
}

function storeOn(database: Database, release: () => void): Store {
  let closing: Promise<void> | undefined
  const { kysely } = database
  return {
    staff: staffInMemory(staffList(database), () => performance.now()),
    supervisions: supervisionLog(database),
    heldSessions: heldSessions(database),
    notices: notices(database),
    outbox: outbox(database),
    sendLimits: sendLimits(database),
    reminderPreferences: reminderPreferences(database),
    drafts: drafts(database),
    shownCards: shownCards(database),
    conversations: conversations(database),
    answered: answered(database),
    state: stateStore(database),
    audit: auditTrail(database),
    absences: absences(database, () => performance.now()),
    bookings: bookings(database),
    actions: actions(database),
    teamActions: teamActions(database),
    caseDraws: caseDraws(database),
    nominations: nominations(database),
    allocationAnswers: allocationAnswers(database),
    allocationDrafts: allocationDrafts(database),
    allocations: allocations(database),
    reviewAnswers: reviewAnswers(database),
    reviewSnapshot: reviewSnapshot(database),
    shownFigures: shownFigures(database),
    views: views(database),
    holds: holds(database),
    retention: retention(database),
    kept: keptAbout(database),
    async isEmpty() {
      return (await kysely.selectFrom('staff').select('staff_code').limit(1).executeTakeFirst()) === undefined
    },
    async check() {
      await kysely.selectFrom('staff_version').select('version').executeTakeFirstOrThrow()
    },
    close() {
      closing ??= kysely.destroy().finally(release)
      return closing
    },
  }
}
