import type { FakeTeams, SeenMessage, TeamsUser } from './fake-teams.ts'

/** What Teams sends when somebody allows or declines a file that was offered to them. */
export function consentFor(
  teams: FakeTeams,
  user: TeamsUser,
  { id, card, file }: SeenMessage,
  action: 'accept' | 'decline',
  uploadUrl?: string,
): Record<string, unknown> {
  const { acceptContext, declineContext } = card as unknown as Record<'acceptContext' | 'declineContext', unknown>
  const name = file?.name ?? ''
  const uploadInfo = {
    contentUrl: `https://example-my.sharepoint.com/personal/somebody/Documents/Apps/${name}`,
    name,
    uploadUrl: uploadUrl ?? `${teams.serviceUrl}upload/${name}`,
    uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C8C',
    fileType: name.split('.').at(-1),
  }
  const context = action === 'accept' ? acceptContext : declineContext
  const value = { type: 'fileUpload', action, context, ...(action === 'accept' ? { uploadInfo } : {}) }
  return teams.activity(user, { type: 'invoke', name: 'fileConsent/invoke', replyToId: id, value })
}

/** The files that were put into somebody's OneDrive, as they came. */
export function uploadsTo(teams: FakeTeams) {
  return teams.calls
    .filter(({ kind }) => kind === 'upload')
    .map(({ path, body, authorization }) => ({
      path,
      content: String(body.content),
      range: body.range,
      authorization,
    }))
}
