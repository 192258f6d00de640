import { mkdirSync, writeFileSync } from 'node:fs'
import { cardExamples } from '../../cards/examples.ts'
import { galleryPage } from '../../cards/gallery.ts'

/** `npm run cards`: writes the gallery of all cards and says where it is. */
const file = 'build/cards.html'
mkdirSync('build', { recursive: true })
writeFileSync(file, galleryPage(cardExamples))
console.log(`${cardExamples.length} cards in ${file}: open it in a browser.`)
