import type { CompiledQuery, DialectAdapter, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

type Compilable<Row> = { compile(): CompiledQuery<Row> }
type Compiled<Row> = { query: CompiledQuery<Row>; names: readonly (string | undefined)[] }

/** Begins what stands for a value while a statement is put together. */
const placeholder = '\u0000value '

/**
 * A statement that is put together once for each database and then only given its values: putting it together costs more
 * than running it. While it is put together every value given is a placeholder, which must end up as a value of the
 * statement and not change its shape. It runs by itself or inside the transaction it is given.
 */
export function compiledOnce<Given, Row>(
  build: (db: Kysely<Tables>, given: Given) => Compilable<Row>,
): (db: Kysely<Tables>, given: Given) => Promise<Row[]> {
  const compiled = new WeakMap<DialectAdapter, Compiled<Row>>()
  return async (db, given) => {
    const { adapter } = db.getExecutor()
    const { query, names } = compiled.get(adapter) ?? compile(db, build)
    compiled.set(adapter, { query, names })
    const parameters = query.parameters.map((constant, index) => {
      const name = names[index]
      return name === undefined ? constant : given[name as keyof Given]
    })
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}

function compile<Given, Row>(
  db: Kysely<Tables>,
  build: (db: Kysely<Tables>, given: Given) => Compilable<Row>,
): Compiled<Row> {
  const placeholders = new Proxy({}, { get: (_, name) => `${placeholder}${String(name)}` })
  const query = build(db, placeholders as Given).compile()
  const names = query.parameters.map((parameter) =>
    typeof parameter === 'string' && parameter.startsWith(placeholder)
      ? parameter.slice(placeholder.length)
      : undefined,
  )
  return { query, names }
}
