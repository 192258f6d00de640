/** A term: as it is written, what it stands for where that is known in public, what it means, and other ways to write it. */
export type Entry = readonly [term: string, name: string | undefined, means: string, also?: readonly string[]]
