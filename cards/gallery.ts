import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import type { CardMessage } from './card.ts'
import { drawCards, galleryStyle, lookStyles } from './gallery-page.ts'

export type Look = 'light' | 'dark'

const require = createRequire(import.meta.url)
const HostConfig = z.looseObject({ textBlock: z.looseObject({}).optional() })

/**
 * One page that shows every card in the Teams looks side by side, 345 px wide, drawn in the browser by Microsoft's own
 * renderer. It stands alone: no other file, no network. Pressing a button shows what it would send.
 *
 * Needs the development packages `adaptivecards` and `adaptivecards-designer`.
 * @throws {Error} when they are not installed.
 */
export function galleryPage(
  examples: readonly { name: string; message: CardMessage }[],
  looks: readonly Look[] = ['light', 'dark'],
): string {
  const renderer = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8')
  const cards = examples.map(({ name, message }) => ({ name, card: message.card }))
  const articles = examples.map(
    ({ name, message }) => `
<article id="${name}">
<h2>${escaped(inWords(name))}</h2>
<p class="summary">Notification: ${escaped(message.summary)}</p>
<div class="looks">
${looks.map((look) => `<section class="look ${look}" aria-label="${escaped(`${inWords(name)}, ${look}`)}"><div class="card" data-card="${name}" data-look="${look}"></div></section>`).join('\n')}
</div>
<output class="pressed" aria-label="${escaped(`${inWords(name)}: what was pressed`)}"></output>
</article>`,
  )
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cards of the supervision assistant</title>
<style>${galleryStyle}${lookStyles}</style>
</head>
<body>
<header><h1>Cards of the supervision assistant</h1>
<p>${examples.length} cards with fictional people, each in the Teams ${looks.join(' and ')} look, 345 px wide.</p></header>
<main style="column-width: ${looks.length * 393}px">${articles.join('')}
</main>
<script>${renderer.replaceAll('</script', '<\\/script')}</script>
<script type="application/json" id="cards">${json({ cards, configs: Object.fromEntries(looks.map((look) => [look, hostConfig(look)])) })}</script>
<script>${drawCards}</script>
</body>
</html>
`
}

/** The Teams host configuration of a look, with the headings of a card one below the page's own. */
function hostConfig(look: Look): unknown {
  const file = require.resolve(`adaptivecards-designer/lib/hostConfigs/microsoft-teams-${look}.json`)
  const config = HostConfig.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { ...config, textBlock: { ...config.textBlock, headingLevel: 3 } }
}

const inWords = (name: string) => name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase())

const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
