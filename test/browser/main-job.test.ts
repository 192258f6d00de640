import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { freePort } from '../support/free-port.ts'
import { launchChromium } from './chromium.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const screenshots = join(root, 'build', 'screenshots')

describe('The main job, in the Agents Playground', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'playground-'))
  let browser: Browser
  let page: Page
  let port = 0
  const started: ChildProcess[] = []

  /** Runs what `npm start` runs, in a process group of its own, and waits for its address. */
  async function start(env: Record<string, string>): Promise<string> {
    const child = spawn(process.execPath, ['--import', './bot/check-node.mjs', 'bot/start.ts'], {
      cwd: root,
      detached: true,
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: dataDir,
        DATABASE_URL: '',
        NOW: '2026-11-22T10:00:00Z',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    started.push(child)
    let said = ''
    return new Promise((resolve, reject) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('Ctrl-C')) resolve(said)
      })
      child.once('exit', () => reject(new Error(`It ended before it was ready: ${said}`)))
    })
  }

  before(async () => {
    mkdirSync(screenshots, { recursive: true })
    port = await freePort()
    const said = await start({ TEAMSAPPTESTER_PORT: String(await freePort()) })
    const address = /http:\/\/localhost:\d+/.exec(said)?.[0]
    assert.ok(address, 'npm start printed no address of the Playground')
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1100, height: 1100 } })
    await page.route(/cdn\.office\.net/, (route) => route.abort())
    await page.goto(address)
  })
  after(async () => {
    await browser?.close()
    for (const child of started) {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
    }
    rmSync(dataDir, { recursive: true, force: true })
  })

  const shot = (name: string) => page.screenshot({ path: join(screenshots, `${name}.png`) })
  async function say(text: string): Promise<void> {
    await page.locator('[contenteditable=true]').first().click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  const sees = (text: string | RegExp) => page.getByText(text).last().waitFor({ state: 'visible', timeout: 20_000 })

  it('welcomes somebody who opens it, once', async () => {
    await sees('Four things to try')
    await shot('1-welcome')
    await page.reload()
    await page.locator('[contenteditable=true]').first().waitFor()
    assert.equal(await page.getByText('Four things to try').count(), 0)
  })

  it('fills a card with what a sentence said', async () => {
    await say('reflective with Aisha Khan on Friday, 45 mins')
    await sees('Log a supervision session')
    assert.equal(await page.getByLabel('Minutes').inputValue(), '45')
    assert.ok(await page.getByRole('checkbox', { name: 'Reflective' }).isChecked())
    assert.equal(await page.getByRole('checkbox', { name: 'Monthly' }).isChecked(), false)
    await shot('2-form')
  })

  it('does not save while something is missing', async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await sees(/Please add|needed|required|Enter/i)
    assert.equal(await page.getByText('has been asked to agree').count(), 0)
    await shot('3-missing')
  })

  it('saves with one press once it is complete, and asks the other person', async () => {
    await page.getByLabel('Case or theme').fill('Boundaries')
    await page.getByLabel('What was learned').fill('Ask sooner about the children')
    await page.getByLabel('What will change').fill('A plan for each visit')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await sees(/has been asked to agree/)
    await shot('4-recorded')
  })

  it('lets the practitioner agree', async () => {
    await say('act as Aisha Khan')
    await sees('Please check this session')
    await shot('5-to-agree')
    await page.getByRole('button', { name: 'I agree', exact: true }).last().click()
    await sees(/You agreed on/)
    await shot('6-agreed')
  })

  it('still shows it, signed by both, after the service was killed and started again', async () => {
    started[0]?.kill('SIGKILL')
    await new Promise((resolve) => started[0]?.once('exit', resolve))
    await start({ PLAYGROUND: 'off' })
    await say('act as myself')
    await sees('You are Priya Nair again.')
    await say('what has Aisha Khan had this year?')
    await sees(/Agreed by Aisha Khan/)
    await shot('7-record')
  })
})
