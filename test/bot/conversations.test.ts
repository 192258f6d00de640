import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playConversation } from '../support/conversation.ts'

const folder = fileURLToPath(new URL('../golden/conversations', import.meta.url))

describe('Whole conversations', () => {
  for (const file of readdirSync(folder)) {
    it(`come out as written in ${file}`, () => playConversation(join(folder, file)))
  }
})
