import type { Holder } from '../../domain/allocation/case-facts.ts'
import { type Fact, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import { accessTo } from './access.ts'
import type { Asking } from './asking.ts'
import { managedPerson } from './managed-person.ts'

/** Who manages a case now. To somebody who may not see it, it looks like one of which that is not known. */
export async function holderOf(asking: Asking, crn: Crn): Promise<Fact<Holder | 'nobody'>> {
  const access = await accessTo(asking, crn, [])
  if (access.sight !== 'open') {
    const isUnanswered = access.sight === 'unknown' && access.why === 'not-answered'
    return notKnown('delius', isUnanswered ? 'not-answered' : 'none')
  }
  const managed = await managedPerson(asking, crn)
  if (managed === 'no-such-case') return notKnown('allocations', 'none')
  return managed === 'forbidden' ? notKnown('allocations', 'not-answered') : managed.holder
}
