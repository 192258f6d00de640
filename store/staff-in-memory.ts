import type { EntraObjectId, StaffCode } from '../domain/ids.ts'
import type { StaffList } from '../domain/ports.ts'
import type { Person } from '../domain/staff.ts'

/** How long a version that was read is trusted, in milliseconds: long enough for one turn, too short for anybody to notice. */
const trustedMs = 5

type Known = {
  version: number
  people: Person[]
  /** Where each person stands in the list, which is by name. */
  places: Map<Person, number>
  byCode: Map<StaffCode, Person>
  byEntraId: Map<EntraObjectId, Person>
  byManager: Map<StaffCode, Person[]>
  byPdu: Map<string, Person[]>
}

/**
 * A staff list held in memory, read again whole when its version has changed. Every turn asks it several times who may do
 * what, and the list changes a few times a month. `now` is a clock in milliseconds that never goes back.
 */
export function staffInMemory(stored: StaffList, now: () => number): StaffList {
  let known: Promise<Known> | undefined
  let checkedAt = Number.NEGATIVE_INFINITY

  async function load(version: number): Promise<Known> {
    const people = await stored.everyone()
    return {
      version,
      people,
      places: new Map(people.map((person, place) => [person, place])),
      byCode: new Map(people.map((person) => [person.staffCode, person])),
      byEntraId: new Map(
        people.flatMap((person) => (person.entraObjectId === undefined ? [] : [[person.entraObjectId, person]])),
      ),
      byManager: Map.groupBy(
        people.filter((person) => person.managerStaffCode !== undefined),
        (person) => person.managerStaffCode as StaffCode,
      ),
      byPdu: Map.groupBy(
        people.filter((person) => person.pduCode !== undefined),
        (person) => person.pduCode as string,
      ),
    }
  }

  async function current(): Promise<Known> {
    if (known !== undefined && now() - checkedAt < trustedMs) return known
    const version = await stored.version()
    checkedAt = now()
    if (known === undefined || (await known).version !== version) {
      known = load(version)
      known.catch(() => {
        known = undefined
      })
    }
    return known
  }

  return {
    byEntraId: async (id) => (await current()).byEntraId.get(id),
    byStaffCode: async (code) => (await current()).byCode.get(code),
    byStaffCodes: async (codes) => {
      const { byCode, places } = await current()
      const found = [...new Set(codes)].flatMap((code) => byCode.get(code) ?? [])
      return found.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    },
    managedBy: async (code) => [...((await current()).byManager.get(code) ?? [])],
    ofPdu: async (code) => [...((await current()).byPdu.get(code) ?? [])],
    everyone: async () => [...(await current()).people],
    version: async () => (await current()).version,
    async put(people, note) {
      const result = await stored.put(people, note)
      checkedAt = Number.NEGATIVE_INFINITY
      return result
    },
  }
}
