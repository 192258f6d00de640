/** So many lines stand on one card. */
export const linesOnAPage = 12

/** A page of a list, from 1 on; one that does not exist is the last. */
export function pageOf<T>(all: readonly T[], wanted: number): { shown: readonly T[]; at: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / linesOnAPage))
  const at = Math.min(wanted, pages)
  return { shown: all.slice((at - 1) * linesOnAPage, at * linesOnAPage), at, pages }
}

/** "Reviews 13 to 24 of 30. Page 2 of 3." `say` is what asks for the list; a name in it that several share would not find the way back. */
export function pageInWords(what: string, say: string, count: number, at: number, pages: number): string {
  const from = (at - 1) * linesOnAPage + 1
  return `${what} ${from} to ${Math.min(at * linesOnAPage, count)} of ${count}, the worst first. Page ${at} of ${pages}. For another, say “${say}, page ${at < pages ? at + 1 : 1}”.`
}
