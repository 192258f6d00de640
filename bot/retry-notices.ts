import type { Notices } from '../domain/ports.ts'
import type { Decide, Decision } from './deliver-one.ts'
import type { PeopleReached } from './reach.ts'

type Parts = { notices: Pick<Notices, 'undelivered'>; people: Pick<PeopleReached, 'deliver'> }

/** Decides about notices that could not be delivered at once: one that still waits is taken to its person again. */
export function retryNotices({ notices, people }: Parts): Decide {
  return async (person, due) => {
    const waiting = new Map((await notices.undelivered(person.staffCode)).map((notice) => [notice.id, notice]))
    return due.map(({ key, about }): Decision => {
      const notice = waiting.get(about.notice ?? '')
      return notice === undefined
        ? { does: 'drop', keys: [key], why: 'told-already' }
        : { does: 'deliver', keys: [key], deliver: (before) => people.deliver(notice, before) }
    })
  }
}
