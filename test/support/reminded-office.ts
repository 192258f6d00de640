import type { Person } from '../../domain/staff.ts'
import { anOffice, inTeams, type Office } from './office.ts'
import { officePeople } from './people.ts'

/** A Monday on which the window of monthly sessions has seven days left, and much of the year was missed. */
const monday = '2026-11-23'

/** An office at nine on that Monday with everything of the morning delivered; `without` is out of reach. */
export async function aRemindedOffice(without?: Person): Promise<Office> {
  const office = await anOffice({ now: `${monday}T08:30:00Z` })
  for (const person of officePeople) await office.teams.say(inTeams(person), 'hello')
  if (without !== undefined) {
    const user = inTeams(without)
    const { id } = office.teams.activity(user, {}).conversation as { id: string }
    const refusal = { status: 403, body: { error: { code: 'BotNotInConversationRoster', message: 'No.' } } }
    office.teams.fails(({ kind, path, body }) => {
      const opens = kind === 'open chat' && JSON.stringify(body).includes(user.entraObjectId)
      return opens || path.includes(encodeURIComponent(id)) ? refusal : undefined
    })
  }
  await deliverAll(office)
  await office.restart(`${monday}T09:00:00Z`)
  await deliverAll(office)
  return office
}

/** Finds out what is due and delivers it. */
export async function deliverAll(office: Office): Promise<void> {
  office.service().sweep()
  await office.service().idle()
  await office.service().deliver()
  await office.service().idle()
}
