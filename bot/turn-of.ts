import { isDeepStrictEqual } from 'node:util'
import { type Company, Place, type Reply, type Turn } from '../dialogs/turn.ts'
import type { StaffCode } from '../domain/ids.ts'
import type { Person } from '../domain/staff.ts'
import type { BotParts } from './bot-parts.ts'
import type { Origin } from './incoming.ts'
import { tokenOf } from './sign-in.ts'

/** A turn of somebody in a conversation, with what keeps where the conversation stands afterwards. */
export async function turnOf(parts: BotParts, origin: Origin, person: Person) {
  const { state } = parts.store
  const key = placeKey(origin.tenantId, origin.conversationId, person.staffCode)
  const stored = (await state.read([key]))[key]
  const today = parts.clock.today()
  const kept = Place.safeParse(stored).data ?? {}
  // What was asked on another day is not what a message of today answers.
  const place: Place = kept.askedOn === today.toString() ? kept : { ...(kept.draft && { draft: kept.draft }) }
  const turn: Turn = {
    person,
    personal: origin.chat === 'personal',
    ...(origin.chat === 'personal' ? {} : { company: companyOf(parts, origin) }),
    now: parts.clock.now(),
    today,
    covers: await parts.desk.absences.coversOn(today),
    place,
    activityKey: activityKey(origin),
    userToken: tokenOf(parts, origin, person),
  }
  const keepPlace = async (reply: Reply) => {
    const { draft } = reply.place ?? place
    const asked = reply.pending && {
      pending: reply.pending,
      askedOn: today.toString(),
      askedAt: turn.now.toString({ smallestUnit: 'second' }),
    }
    const next: Place = { ...(draft && { draft }), ...asked }
    if (isDeepStrictEqual(next, kept)) return
    await state.write({ [key]: { ...next, eTag: stored?.eTag } }).catch(async () => {
      // Another instance wrote meanwhile. It is only where the conversation stands, so the later turn has its way.
      await state.write({ [key]: { ...next, eTag: '*' } })
    })
  }
  return { turn, keepPlace }
}

/** Under which it is kept where somebody's conversation stands. */
export function placeKey(tenantId: string, conversationId: string, person: StaffCode): string {
  return `place/${tenantId}/${conversationId}/${person}`
}

/** The members of a channel are those of the channel, not of the thread that somebody writes in. */
function companyOf({ messenger }: BotParts, { conversationId, serviceUrl, userId }: Origin): Company {
  const [chat = conversationId] = conversationId.split(';')
  return { chat, userId, members: () => messenger.membersOf({ serviceUrl, conversationId: chat }) }
}

/** The key of one activity of one sender; `part` is whose part they play. What one person was answered is never another's answer. */
export function activityKey(origin: Origin, part = ''): string | undefined {
  const { tenantId, conversationId, activityId, entraObjectId, userId } = origin
  if (activityId === undefined) return undefined
  return `activity/${tenantId}/${conversationId}/${entraObjectId ?? userId}/${part}/${activityId}`
}
