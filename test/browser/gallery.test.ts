import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { cardExamples } from '../../cards/examples.ts'
import { galleryPage, type Look } from '../../cards/gallery.ts'
import { launchChromium } from './chromium.ts'

type Violation = { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const screenshots = 'build/screenshots'

describe('the gallery of cards', function () {
  this.timeout(60_000)
  let browser: Browser

  before(async () => {
    mkdirSync(screenshots, { recursive: true })
    browser = await launchChromium()
  })
  after(() => browser?.close())

  async function open(looks: Look[]): Promise<Page> {
    const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1750, height: 1000 } })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.route('**/*', (route) => route.abort())
    await page.setContent(galleryPage(cardExamples, looks))
    assert.deepEqual(errors, [])
    assert.equal(await page.locator('body').getAttribute('data-drawn'), 'yes')
    return page
  }

  for (const look of ['light', 'dark'] as const) {
    it(`draws every card in the ${look} look for everybody: axe finds nothing serious`, async () => {
      const page = await open([look])
      await page.screenshot({ path: `${screenshots}/cards-${look}.png`, fullPage: true })
      await page.evaluate(axe)
      const violations = await page.evaluate<Violation[]>('axe.run(document).then(({ violations }) => violations)')
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      const found = grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
      assert.deepEqual(found, [])
      await page.close()
    })
  }

  it('fits every card into one column of 345 px', async () => {
    const page = await open(['light', 'dark'])
    const wide = await page.evaluate<string[]>(`[...document.querySelectorAll('.card')].flatMap((card) => {
      const edge = card.getBoundingClientRect().right + 0.5
      const parts = [card, ...card.querySelectorAll('*')]
      return parts.filter((part) => part.getBoundingClientRect().right > edge || card.scrollWidth > card.clientWidth)
        .map((part) => card.dataset.card + ' ' + part.tagName + ' ' + part.className)
    })`)
    assert.deepEqual(wide, [])
    const drawn = await page.locator('.card .ac-adaptiveCard').count()
    assert.equal(drawn, cardExamples.length * 2)
    await page.close()
  })

  it('has no id twice, also with the same card in two looks', async () => {
    const page = await open(['light', 'dark'])
    const twice = await page.evaluate<string[]>(`{
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      ids.filter((id, index) => ids.indexOf(id) !== index)
    }`)
    assert.deepEqual(twice, [])
    await page.close()
  })

  it('shows what a press sends, and stops a press while something needed is missing', async () => {
    const page = await open(['light'])
    const form = page.locator('#form-empty')
    await form.getByRole('button', { name: 'Save' }).click()
    assert.equal(await form.locator('.pressed').textContent(), '')
    assert.ok(await form.getByText('Choose who it was with.').isVisible())
    await form.getByRole('button', { name: 'Cancel' }).click()
    assert.match((await form.locator('.pressed').textContent()) ?? '', /"verb": "supervision\.cancel"/)

    const review = page.locator('#session-waiting-signer')
    await review.getByRole('textbox', { name: 'Comment' }).fill('Thank you')
    await review.getByRole('button', { name: 'Agree with this comment' }).click()
    const pressed: unknown = JSON.parse((await review.locator('.pressed').textContent()) ?? '')
    assert.deepEqual(pressed, {
      verb: 'session.comment',
      data: { session: '00000000-0000-4000-8000-000000000001', words: 'Thank you' },
    })
    await page.close()
  })
})
