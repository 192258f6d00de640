import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bringInSample } from './bring-in-sample.ts'
import { clockOf } from './clock.ts'
import { serve } from './serve.ts'

/** The service with sample people, and the Agents Playground beside it to talk to it: what `npm start` runs. */
await serve({ LOG_LEVEL: 'warn', ...process.env }, async (service, config) => {
  const clock = clockOf(config.clock)
  if (await service.store.isEmpty()) await bringInSample(service.store, clock)
  const playground = config.playground && config.app === undefined ? await startPlayground(service.url) : undefined
  console.log(welcome(service.url, playground?.address))
  return () => playground?.process.kill()
})

async function startPlayground(serviceUrl: string): Promise<{ address: string; process: ChildProcess } | undefined> {
  const program = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/package.json')).replace(
    /package\.json$/,
    'cli.js',
  )
  const child = spawn(process.execPath, [program, '-e', `${serviceUrl}/api/messages`, '-c', 'msteams', '--dt'], {
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve) => {
    const found = (address: string | undefined) =>
      resolve(address === undefined ? undefined : { address, process: child })
    child.stdout.on('data', (chunk: Buffer) => {
      const port = /Listening on (\d+)/i.exec(chunk.toString())?.[1]
      if (port !== undefined) found(`http://localhost:${port}`)
    })
    child.once('error', () => found(undefined))
    child.once('exit', () => found(undefined))
  })
}

function welcome(serviceUrl: string, playground: string | undefined): string {
  const where =
    playground === undefined
      ? 'The Agents Playground is off or could not start. To talk in the terminal instead, to a world of its own: “npm run talk”.'
      : `Open ${playground} in a browser. You are Priya Nair, a senior probation officer.`
  return `
The service listens on ${serviceUrl}: practice, without sign-in, for this machine only.
${where}

Try saying:
  reflective with Aisha Khan on Friday, 45 mins
  what has Aisha had this year?
  Aisha to finish the refresher by Friday
  who could take X320741?
  can Tom take X320741?
  give X320742 to Aisha
  what is waiting for me?
  what is RCAT?
  act as Aisha Khan          (practice only; “act as myself” to go back)

Ctrl-C stops it. What you record is kept in the data folder.
`
}
