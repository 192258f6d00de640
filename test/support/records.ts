import { Temporal } from 'temporal-polyfill'
import type { AuditEvent, AuditNote } from '../../domain/audit.ts'
import { emptyDraft, type SupervisionDraft } from '../../domain/draft.ts'
import { Crn, DraftId, EntraObjectId, SessionId, StaffCode } from '../../domain/ids.ts'
import { Person } from '../../domain/staff.ts'
import type { Session, SignOff } from '../../domain/supervision.ts'

/** Things to keep in a store under test. The numbered ids are the same in every run. */

export const manager = StaffCode.parse('N03A001')
export const practitioner = StaffCode.parse('N03A002')
export const morning = Temporal.Instant.from('2026-11-20T09:00:00Z')

export function guid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}
export const sessionId = (number: number) => SessionId.parse(guid(number))
export const draftId = (number: number) => DraftId.parse(guid(number))
export const entraId = (number: number) => EntraObjectId.parse(guid(number))

/** An instant some minutes after nine in the morning of 20 November 2026, UTC. */
export const at = (minutes: number) => morning.add({ minutes })

export function note(event: AuditEvent = 'session.recorded', rest: Partial<AuditNote> = {}): AuditNote {
  return { event, at: morning, actor: manager, ...rest }
}

export function aPerson(fields: Record<string, unknown> = {}): Person {
  return Person.parse({ staffCode: practitioner, name: 'Bea Hollis', grade: 'PO', training: {}, ...fields })
}

export function aDraft(number: number, fields: Partial<SupervisionDraft> = {}): SupervisionDraft {
  return { ...emptyDraft(draftId(number), manager), ...fields }
}

export function aSession(number: number, fields: Partial<Session> = {}): Session {
  return {
    id: sessionId(number),
    practitioner,
    supervisor: manager,
    loggedBy: manager,
    kinds: ['reflective', 'monthly'],
    heldOn: Temporal.PlainDate.from('2026-11-18'),
    minutes: 45,
    crns: [Crn.parse('X320741')],
    answers: { theme: 'A breach “in time”', workload: 'Fewer reports\nuntil Friday' },
    privateAnswers: { wellbeing: 'Tired, but well' },
    loggedAt: morning,
    ...fields,
  }
}

export function aSignOff(number: number, fields: Partial<SignOff> = {}): SignOff {
  return { session: sessionId(number), by: practitioner, outcome: 'agreed', signedAt: at(30), ...fields }
}

/** A value as JSON sees it: days and instants are compared by what they say. */
export function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
