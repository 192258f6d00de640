import type { StaffCode } from '../domain/ids.ts'
import type { Absences } from '../domain/who-is-away.ts'

/**
 * The absences of the store, and what is told of everybody who is away, is back or is covered for from now on in another way
 * than before.
 */
export function hearOfAbsences(absences: Absences, changed: (people: StaffCode[]) => void): Absences {
  return {
    ...absences,
    async record(entry, write) {
      const outcome = await absences.record(entry, write)
      const people = [entry.absence?.person, entry.cover?.manager].filter((code) => code !== undefined)
      if (outcome === 'recorded') changed([...new Set(people)])
      return outcome
    },
    async end(what, write) {
      const ended = await absences.end(what, write)
      if (!ended) return false
      const [absence, cover] = await Promise.all([
        what.absence && absences.byId(what.absence),
        what.cover && absences.coverById(what.cover),
      ])
      const people = [absence?.person, cover?.manager].filter((code) => code !== undefined)
      changed([...new Set(people)])
      return true
    },
  }
}
