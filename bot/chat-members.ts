import { z } from 'zod'
import type { ChatMember } from '../domain/ports.ts'

/** What the channel takes at most as one page, and how many people in a chat are read at most. */
const pageSize = 500
const mostMembers = 2000

const Member = z.object({
  id: z.string().min(1),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
})
const Page = z.object({ members: z.array(z.unknown()), continuationToken: z.string().nullish() })

/** One page of the people in a conversation, as the connector gives it; the first has no token. */
export type MembersPage = (page: { pageSize: number; continuationToken: string }) => Promise<unknown>

/**
 * Everybody in a group chat or channel, read page by page. Undefined where there are more than can be asked, or the pages do
 * not come to an end. An entry that nobody can read is left out.
 * @throws what a page throws, and {Error} when one is not understood.
 */
export async function chatMembers(next: MembersPage): Promise<ChatMember[] | undefined> {
  const members: ChatMember[] = []
  let continuationToken = ''
  for (let pages = 0; pages <= mostMembers / 50; pages++) {
    const page = Page.parse(await next({ pageSize, continuationToken }))
    for (const one of page.members) {
      const { data } = Member.safeParse(one)
      if (data === undefined) continue
      const entraObjectId = data.aadObjectId ?? data.objectId ?? undefined
      members.push({ userId: data.id, ...(entraObjectId === undefined ? {} : { entraObjectId }) })
    }
    if (members.length > mostMembers) return undefined
    continuationToken = page.continuationToken ?? ''
    if (continuationToken === '') return members
  }
  return undefined
}
