import { type NameIndex, nameIndex } from '../dialogs/understand/names.ts'
import type { Store } from '../store/open-store.ts'

/** The names of the staff list, read again when the list has changed. */
export function namesOf(store: Pick<Store, 'staff'>): () => Promise<NameIndex> {
  let known: { version: number; names: Promise<NameIndex> } | undefined
  return async () => {
    const version = await store.staff.version()
    if (known?.version !== version)
      known = { version, names: store.staff.everyone().then((people) => nameIndex(people)) }
    return known.names
  }
}
