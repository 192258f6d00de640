import type { CompiledQuery, Kysely } from 'kysely'

type Compilable<Row> = { compile(): CompiledQuery<Row> }

/**
 * A query that is put together once and then only given its values: putting it together costs more than running it. The
 * query is built with a placeholder for each value, which must be used as a value and not change the query's shape.
 */
export function compiledOnce<Tables, Row>(
  kysely: Kysely<Tables>,
  values: number,
  build: (...placeholders: string[]) => Compilable<Row>,
): (...given: readonly unknown[]) => Promise<Row[]> {
  const placeholders = Array.from({ length: values }, (_, index) => `\u0000value ${index}`)
  const compiled = build(...placeholders).compile()
  const from = compiled.parameters.map((parameter) => placeholders.indexOf(parameter as string))
  return async (...given) => {
    const parameters = compiled.parameters.map((parameter, index) => {
      const place = from[index] ?? -1
      return place < 0 ? parameter : given[place]
    })
    return (await kysely.executeQuery<Row>({ ...compiled, parameters })).rows
  }
}
