import { countInWords, momentInWords } from '../../cards/words.ts'
import { notInTheCopy } from './copy-parts.ts'
import { areRecords, type Facts, inWords, type Value } from './fact.ts'
import type { WholeCopy } from './whole-copy.ts'

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.2; } h2 { margin-top: 2.5rem; border-top: 2px solid #1a1a1a; padding-top: 1rem; }
dl { margin: 0; display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .15rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
li { margin: 0 0 1rem; padding-left: .5rem; } dd > dl { margin: 0 0 .75rem; padding-left: .75rem; border-left: 2px solid #767676; }
nav li { margin: 0; } a { color: #00417a; }
@media (max-width: 30rem) { dl { display: block; } dd { margin-bottom: .5rem; } }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } nav { display: none; } li, dl { break-inside: avoid; } h2 { break-after: avoid; } }`

/**
 * A copy for people: one page of HTML that needs nothing else, reads from top to bottom, and prints. Nothing in it is
 * fetched or run, and whatever anybody typed stands in it as text.
 */
export function copyAsPage(copy: WholeCopy): string {
  const { person, madeAt, parts, periods } = copy
  const name = text(person.name)
  const contents = parts.map(
    ({ part, records }) => `<li><a href="#${part.sort}">${text(part.title)}</a>: ${countInWords(records.length)}</li>`,
  )
  const sections = parts.map(({ part, records }) =>
    [
      `<section aria-labelledby="${part.sort}">`,
      `<h2 id="${part.sort}">${text(part.title)}</h2>`,
      `<p>${text(part.is)} Kept ${text(part.kept(periods))}. Seen by ${text(part.seenBy)}.</p>`,
      records.length === 0
        ? '<p>Nothing is kept.</p>'
        : `<ol>\n${records.map((record) => `<li>${list(record, copy)}</li>`).join('\n')}\n</ol>`,
      '</section>',
    ].join('\n'),
  )
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>What is kept about ${name}</title>
<style>${style}
</style>
</head>
<body>
<header>
<h1>What is kept about ${name}</h1>
<p>Made on ${momentInWords(madeAt)}, for ${name} alone. It may name people on probation and colleagues: keep it as carefully as the records themselves.</p>
</header>
<nav aria-label="Parts">
<ul>
${contents.join('\n')}
</ul>
</nav>
<main>
${sections.join('\n')}
<section aria-labelledby="not-included">
<h2 id="not-included">What is not in this copy</h2>
<ul>
${notInTheCopy.map((sentence) => `<li>${text(sentence)}</li>`).join('\n')}
</ul>
</section>
</main>
</body>
</html>
`
}

function list(facts: Facts, copy: WholeCopy): string {
  return `<dl>${facts.map(({ label, value }) => `<dt>${text(label)}</dt><dd dir="auto">${said(value, copy)}</dd>`).join('')}</dl>`
}

function said(value: Value, copy: WholeCopy): string {
  return areRecords(value) ? value.map((facts) => list(facts, copy)).join('') : text(inWords(value, copy.names))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const overrides = /[\u202a-\u202e\u2066-\u2069]/g
const control = /(?!\n)\p{Cc}/gu

/** Words as text of the page: nothing in them is markup, and none of them turns the rest of the line around. */
function text(words: string): string {
  return words
    .toWellFormed()
    .replace(overrides, '')
    .replace(control, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
