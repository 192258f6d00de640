import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { openStore, type Store } from '../../store/open-store.ts'
import { type Records, storeContract } from '../contract/store-contract.ts'
import { note } from '../support/records.ts'

const databaseUrl = process.env.DATABASE_URL

describe('PostgreSQL', () => {
  if (databaseUrl === undefined) return
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: databaseUrl })

  const open = () => openStore({ databaseUrl: inSchema(databaseUrl, schema), dataDir: 'not used', serving: true })
  const past = async (...statements: string[]) => {
    for (const statement of statements) await client.query(statement)
  }

  before(async () => {
    await client.connect()
    await past(`create schema ${schema}`, `set search_path to ${schema}`)
  })
  after(async () => {
    await past(`drop schema ${schema} cascade`)
    await client.end()
  })

  it('has its tables made once by several instances that start together', async () => {
    const stores = await Promise.all([open(), open(), open()])
    await Promise.all(stores.map((store: Store) => store.audit.append([note('refused')])))
    assert.deepEqual(await stores[0]?.audit.verify(), { entries: 3 })
    await Promise.all(stores.map((store) => store.close()))
  })

  it('is named as what does not answer when it does not', async () => {
    const nowhere = openStore({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', dataDir: 'not used', serving: true })
    await assert.rejects(nowhere, /Check DATABASE_URL/)
  })

  storeContract('PostgreSQL', async (): Promise<Records> => {
    await empty(client, schema)
    return {
      open,
      severalWriters: true,
      past,
      unguardAudit: () => past('alter table audit_entry disable trigger user'),
      clear: async () => {},
    }
  })
})

/** The address with the schema as the place where tables are looked for, beside the address's own options. */
function inSchema(address: string, schema: string): string {
  const url = new URL(address)
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c search_path=${schema}`.trim())
  return url.href
}

/** Makes the tables as a new store has them; making a schema for each test takes longer than the test. */
async function empty(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query(
    `select string_agg(quote_ident(tablename), ', ') as names from pg_tables where schemaname = $1 and tablename not like 'kysely%'`,
    [schema],
  )
  await client.query(`truncate ${rows[0].names}`)
  await client.query('alter table audit_entry enable trigger user')
  await client.query(`insert into audit_head (id, sequence, hash) values (1, 0, repeat('0', 64))`)
  await client.query('insert into staff_version (id, version) values (1, 1)')
  await client.query('insert into cover_version (id, version) values (1, 1)')
}
