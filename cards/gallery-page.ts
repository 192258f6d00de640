/** What the gallery's page is made of beside the cards: its own style, the look of Teams, and the script that draws. */

export const galleryStyle = `
body { margin: 0; font: 16px/1.5 'Segoe UI', 'Liberation Sans', sans-serif; color: #242424; background: #e8e8ec; }
header, main { padding: 16px 24px; }
main { column-gap: 32px; }
article { margin: 0 0 40px; break-inside: avoid; }
h1, h2 { margin: 0 0 4px; line-height: 1.25; }
h2 { font-size: 20px; }
.summary { margin: 0 0 12px; }
.looks { display: flex; gap: 16px; align-items: flex-start; }
.look { padding: 16px; border-radius: 8px; }
.card { width: 345px; border-radius: 6px; line-height: 1.4; }
.pressed { display: block; margin-top: 8px; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.4 monospace; }
`

/** The parts of Teams' look that a host configuration cannot say, for the class names of the renderer. */
const look = (name: string, of: Record<'page' | 'card' | 'text' | 'field' | 'edge' | 'button' | 'quiet', string>) => `
.${name} { background: ${of.page}; }
.${name} .card { background: ${of.card}; color: ${of.text}; box-shadow: 0 1px 3px rgb(0 0 0 / 30%); overflow-wrap: anywhere; }
.${name} .ac-input { box-sizing: border-box; font: inherit; font-size: 14px; color: ${of.text}; }
.${name} .ac-textInput, .${name} .ac-numberInput, .${name} .ac-dateInput, .${name} .ac-choiceSetInput-compact {
  background: ${of.field}; border: 1px solid ${of.field}; border-bottom-color: ${of.edge}; border-radius: 4px; padding: 5px 10px; min-height: 32px; }
.${name} .ac-textInput.ac-multiline { min-height: 76px; resize: vertical; }
.${name} .ac-input::placeholder { color: ${of.quiet}; opacity: 1; }
.${name} .ac-dateInput { color-scheme: ${name}; }
.${name} .ac-input-validation-failed { border: 2px solid ${of.edge}; }
.${name} .ac-pushButton { font: 600 14px/20px 'Segoe UI', 'Liberation Sans', sans-serif; min-height: 32px; padding: 5px 12px; border-radius: 4px;
  border: 1px solid ${of.edge}; background: ${of.button}; color: ${of.text}; cursor: pointer; max-width: 100%; }
.${name} .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
.${name} .ac-pushButton:focus-visible, .${name} .ac-input:focus-visible { outline: 2px solid ${of.text}; outline-offset: 1px; }
`

export const lookStyles = `
.ac-actionSet { row-gap: 8px; }
${look('light', { page: '#f5f5f5', card: '#fff', text: '#242424', field: '#f3f2f1', edge: '#616161', button: '#fff', quiet: '#5c5c5c' })}
${look('dark', { page: '#141414', card: '#2d2c2c', text: '#fff', field: '#1f1f1f', edge: '#adadad', button: '#2d2c2c', quiet: '#bdbdbd' })}
`

/** Runs in the browser. The ids of inputs get the card's name and look in front, so that no id stands twice on the page. */
export const drawCards = `
const { cards, configs } = JSON.parse(document.getElementById('cards').textContent)
const { AdaptiveCard, HostConfig, Action } = window.AdaptiveCards
const escaped = (text) => text.replace(/[&<>]/g, (letter) => '&#' + letter.charCodeAt(0) + ';')
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = escaped(text)
    .replace(/\\*\\*(.+?)\\*\\*/g, '<strong>$1</strong>')
    .replace(/\\[(.+?)\\]\\((.+?)\\)/g, '<a href="$2">$1</a>')
  result.didProcess = true
}
const renamed = (part, prefix) => {
  if (Array.isArray(part)) return part.map((item) => renamed(item, prefix))
  if (part === null || typeof part !== 'object') return part
  const entries = Object.entries(part).map(([key, value]) => [key, renamed(value, prefix)])
  const copy = Object.fromEntries(entries)
  if (String(copy.type).startsWith('Input.')) copy.id = prefix + copy.id
  return copy
}
for (const place of document.querySelectorAll('.card')) {
  const { card: name, look } = place.dataset
  const prefix = name + '/' + look + '/'
  const drawn = new AdaptiveCard()
  drawn.hostConfig = new HostConfig(configs[look])
  drawn.parse(renamed(cards.find((example) => example.name === name).card, prefix))
  drawn.onExecuteAction = (action) => {
    const data = Object.fromEntries(Object.entries(action.data ?? {}).map(([key, value]) => [key.replace(prefix, ''), value]))
    place.closest('article').querySelector('.pressed').textContent = JSON.stringify({ verb: action.verb, data }, null, 2)
  }
  place.append(drawn.render())
}
document.body.dataset.drawn = 'yes'
`
