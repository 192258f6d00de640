/** Prints a benchmark: its ratio with its aim and figures for people, and the same as one JSON line. */
export function report(name: string, ratio: number, aim: string, detail: Record<string, number>): void {
  const figures = Object.entries(detail).map(([key, value]) => `${key} ${value.toFixed(value < 10 ? 3 : 1)}`)
  console.log(`${name.padEnd(34)} ${ratio.toFixed(2)}  (aim: ${aim})  ${figures.join(', ')}`)
  console.log(JSON.stringify({ bench: name, ratio: Number(ratio.toFixed(3)), aim, ...detail }))
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
}

export const median = (values: readonly number[]) => quantile(values, 0.5)
