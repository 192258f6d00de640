import { Temporal } from 'temporal-polyfill'
import type { CaseDraw } from '../../domain/case-draw.ts'
import type { CaseView, OpenCase } from '../../domain/case-view.ts'
import { Crn, DrawId } from '../../domain/ids.ts'
import { guid, manager, morning, practitioner } from './records.ts'

/** Cases and draws; a test states only what it is about. */
export const crnOf = (number: number) => Crn.parse(`X${String(320_000 + number)}`)
export const drawId = (number: number) => DrawId.parse(guid(number))

/** A case that can be drawn on any day of November 2026. */
export function anOpenCase(number: number, about: Partial<OpenCase> = {}): Extract<CaseView, { sight: 'open' }> {
  return {
    sight: 'open',
    crn: crnOf(number),
    limitedAccess: false,
    heldBy: practitioner,
    allocatedOn: Temporal.PlainDate.from('2026-03-02'),
    contactSuspended: false,
    inCustody: false,
    recalled: false,
    ended: false,
    ...about,
  }
}

export function aCaseDraw(number: number, about: Partial<CaseDraw> = {}): CaseDraw {
  return {
    id: drawId(number),
    practitioner,
    kind: 'rcat',
    drawnBy: manager,
    drawnAt: morning,
    crn: crnOf(number),
    seed: '0123456789abcdef0123456789abcdef',
    eligible: [crnOf(number), crnOf(number + 1)],
    leftOut: { 'allocated-lately': 2, ended: 1 },
    accessUnchecked: false,
    ...about,
  }
}
