/** Where a question goes: the path with its values, and its shape, which holds none and may be counted and logged. */
export type ServicePath = { path: string; shape: string }

/** A path of which every value is one segment, whatever stands in it. */
export function path(pieces: TemplateStringsArray, ...values: readonly (string | number)[]): ServicePath {
  // A segment of dots alone would be taken for a way up.
  const segments = values.map((value) => (/^\.*$/.test(String(value)) ? '-' : encodeURIComponent(value)))
  return { path: String.raw({ raw: pieces }, ...segments), shape: pieces.join('*') }
}
