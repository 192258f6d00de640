import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { sampleWorld } from '../../backend/sample/sample-world.ts'
import { bringInSample } from '../../bot/bring-in-sample.ts'
import { clockOf } from '../../bot/clock.ts'
import { startService } from '../../bot/service.ts'
import { cardInWords } from '../../cards/card-in-words.ts'
import { readConfig } from '../../config/config.ts'
import { nameIndex } from '../../dialogs/understand/names.ts'
import { buttonsOf } from '../support/card-buttons.ts'
import { fakeTeams, type SeenMessage } from '../support/fake-teams.ts'

/** A conversation in the terminal with the sample people: what `npm run talk` runs. Nothing of it is kept. */
async function talk(): Promise<void> {
  const { values } = parseArgs({ options: { as: { type: 'string', default: 'Priya Nair' } } })
  const dataDir = await mkdtemp(join(tmpdir(), 'talk-'))
  const config = readConfig({ ...process.env, PORT: '0', DATA_DIR: dataDir, DATABASE_URL: '', MicrosoftAppId: '' })
  const clock = clockOf(config.clock)
  const world = sampleWorld(clock.today())
  const [me, ...others] = nameIndex(world.people).find(values.as, { asked: true }).people
  if (me === undefined || others.length > 0) {
    const why = me === undefined ? 'Nobody has that name' : `${others.length + 1} people have that name`
    throw new Error(`${why}. Give the first name and surname of one of the sample people, like --as "Aisha Khan".`)
  }
  const service = await startService(config, pino({ level: 'silent' }))
  await bringInSample(service.store, clock)
  const teams = await fakeTeams(() => service.url)
  const user = { name: me.name, entraObjectId: me.entraObjectId ?? '' }
  const seen = new Map<string, string>()

  const show = async () => {
    await service.idle()
    for (const message of teams.seenBy(user)) {
      const now = inWords(message)
      if (seen.get(message.id) !== now) console.log(`\n${now}\n`)
      seen.set(message.id, now)
    }
  }
  console.log(
    `You are ${me.name}. Type what you would say; “press 1” presses the first button of the last card, with what`,
  )
  console.log(
    'you add after it typed into the card, as in “press 1 minutes = 45; answer.learned = Ask sooner”. Ctrl-D ends.\n',
  )
  await teams.install(user)
  await show()
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: `${me.name}> ` })
  let ended = false
  terminal.once('close', () => {
    ended = true
  })
  terminal.prompt()
  for await (const line of terminal) {
    if (!process.stdin.isTTY) console.log(`${me.name}> ${line}`)
    const press = /^press (\d+)(?: (.*))?$/i.exec(line)
    const card = teams.lastCard(user)
    const button = press && card?.card && buttonsOf(card.card)[Number(press[1]) - 1]
    if (press && (!card || !button)) console.log('The last card has no such button.')
    else if (press && card && button) {
      const typed = Object.fromEntries(
        (press[2] ?? '')
          .split('; ')
          .filter(Boolean)
          .map((pair) => pair.split(' = ')),
      )
      const { body } = await teams.press(user, card, button.title, typed)
      const said = (body as { type?: string; value?: unknown } | undefined) ?? {}
      if (said.type?.endsWith('message')) console.log(`\n${said.value}\n`)
    } else await teams.say(user, line)
    await show()
    if (!ended) terminal.prompt()
  }
  await service.stop()
  await teams.close()
  await rm(dataDir, { recursive: true, force: true })
}

function inWords(message: SeenMessage): string {
  if (message.card === undefined) return message.text ?? ''
  const buttons = buttonsOf(message.card).map((button, index) => `${index + 1} ${button.title}`)
  return `${cardInWords(message.card)}${buttons.length > 0 ? `\nButtons: ${buttons.join(', ')}` : ''}`
}

try {
  await talk()
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The conversation could not be started.')
  process.exitCode = 1
}
