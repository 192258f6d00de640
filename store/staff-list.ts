import { z } from 'zod'
import { IsoDate } from '../domain/ids.ts'
import type { StaffList } from '../domain/ports.ts'
import { type Person, TrainingName } from '../domain/staff.ts'
import { writeDown } from './audit-trail.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

type StaffRow = Tables['staff']

const Training = z.partialRecord(TrainingName, IsoDate)
const rowsAtOnce = 500
const staffVersion = compiledOnce((db) => db.selectFrom('staff_version').select('version'))
const byName = new Intl.Collator('en-GB')

/** The staff list. Each put that changes somebody raises the version by one. */
export function staffList(database: Database): StaffList {
  const { kysely } = database
  const staff = () => kysely.selectFrom('staff').selectAll()

  return {
    async byEntraId(id) {
      const row = await staff().where('entra_object_id', '=', id).executeTakeFirst()
      return row && personOf(row)
    },

    async byStaffCode(code) {
      const row = await staff().where('staff_code', '=', code).executeTakeFirst()
      return row && personOf(row)
    },

    async byStaffCodes(codes) {
      const people: Person[] = []
      for (const some of inParts([...new Set(codes)])) {
        people.push(...(await staff().where('staff_code', 'in', some).execute()).map(personOf))
      }
      return inOrder(people)
    },

    async managedBy(code) {
      return inOrder((await staff().where('manager_staff_code', '=', code).execute()).map(personOf))
    },

    async ofPdu(code) {
      return inOrder((await staff().where('pdu_code', '=', code).execute()).map(personOf))
    },

    async everyone() {
      return inOrder((await staff().execute()).map(personOf))
    },

    async version() {
      const [row] = await staffVersion(kysely, {})
      if (row === undefined) throw new Error('The staff list has no version.')
      return row.version
    },

    async put(people, note) {
      const rows = [...new Map(people.map((person) => [person.staffCode, rowOf(person)])).values()]
      return await database.write(async (transaction) => {
        await transaction
          .selectFrom('staff_version')
          .select('version')
          .$if(database.locksRows, (query) => query.forUpdate())
          .execute()
        const known = new Map<string, string>()
        for (const some of inParts(rows.map((row) => row.staff_code))) {
          const found = await transaction.selectFrom('staff').selectAll().where('staff_code', 'in', some).execute()
          for (const row of found) known.set(row.staff_code, content(row))
        }
        const toWrite = rows.filter((row) => known.get(row.staff_code) !== content(row))
        const changed = toWrite.filter((row) => known.has(row.staff_code)).map((row) => row.staff_code)
        // Entra ids that move from one person to another within the list are free before anybody takes one.
        for (const some of inParts(changed)) {
          await transaction
            .updateTable('staff')
            .set({ entra_object_id: null })
            .where('staff_code', 'in', some)
            .execute()
        }
        for (const some of inParts(toWrite)) {
          await transaction
            .insertInto('staff')
            .values(some)
            .onConflict((conflict) =>
              conflict.column('staff_code').doUpdateSet((eb) => ({
                name: eb.ref('excluded.name'),
                email: eb.ref('excluded.email'),
                username: eb.ref('excluded.username'),
                entra_object_id: eb.ref('excluded.entra_object_id'),
                grade: eb.ref('excluded.grade'),
                team_code: eb.ref('excluded.team_code'),
                pdu_code: eb.ref('excluded.pdu_code'),
                manager_staff_code: eb.ref('excluded.manager_staff_code'),
                started_on: eb.ref('excluded.started_on'),
                ended_on: eb.ref('excluded.ended_on'),
                qualified_on: eb.ref('excluded.qualified_on'),
                fte: eb.ref('excluded.fte'),
                mentor_staff_code: eb.ref('excluded.mentor_staff_code'),
                training: eb.ref('excluded.training'),
              })),
            )
            .execute()
        }
        if (toWrite.length > 0) {
          await transaction
            .updateTable('staff_version')
            .set((eb) => ({ version: eb('version', '+', 1) }))
            .execute()
          await writeDown(transaction, database, [note])
        }
        return {
          added: toWrite.length - changed.length,
          changed: changed.length,
          unchanged: rows.length - toWrite.length,
        }
      })
    },
  }
}

function inParts<T>(list: readonly T[]): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < list.length; start += rowsAtOnce) parts.push(list.slice(start, start + rowsAtOnce))
  return parts
}

function inOrder(people: Person[]): Person[] {
  return people.sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.staffCode, b.staffCode))
}

function content(row: StaffRow): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function rowOf(person: Person): StaffRow {
  return {
    staff_code: person.staffCode,
    name: person.name,
    email: person.email ?? null,
    username: person.username ?? null,
    entra_object_id: person.entraObjectId ?? null,
    grade: person.grade,
    team_code: person.teamCode ?? null,
    pdu_code: person.pduCode ?? null,
    manager_staff_code: person.managerStaffCode ?? null,
    started_on: person.startedOn ?? null,
    ended_on: person.endedOn ?? null,
    qualified_on: person.qualifiedOn ?? null,
    fte: person.fte ?? null,
    mentor_staff_code: person.mentorStaffCode ?? null,
    training: JSON.stringify(Object.fromEntries(Object.entries(person.training).sort())),
  }
}

function personOf(row: StaffRow): Person {
  return {
    staffCode: row.staff_code,
    name: row.name,
    grade: row.grade,
    training: Training.parse(JSON.parse(row.training)),
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.username === null ? {} : { username: row.username }),
    ...(row.entra_object_id === null ? {} : { entraObjectId: row.entra_object_id }),
    ...(row.team_code === null ? {} : { teamCode: row.team_code }),
    ...(row.pdu_code === null ? {} : { pduCode: row.pdu_code }),
    ...(row.manager_staff_code === null ? {} : { managerStaffCode: row.manager_staff_code }),
    ...(row.started_on === null ? {} : { startedOn: row.started_on }),
    ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
    ...(row.qualified_on === null ? {} : { qualifiedOn: row.qualified_on }),
    ...(row.fte === null ? {} : { fte: row.fte }),
    ...(row.mentor_staff_code === null ? {} : { mentorStaffCode: row.mentor_staff_code }),
  }
}
