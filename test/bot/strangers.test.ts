import assert from 'node:assert/strict'
import type { TeamsUser } from '../support/fake-teams.ts'
import { anOffice, type Office } from '../support/office.ts'
import { talking } from '../support/talking.ts'

const stranger = (number: number): TeamsUser => ({
  name: 'Sam Stranger',
  entraObjectId: `99999999-9999-4999-8999-99999999999${number}`,
})

describe('Somebody the staff list does not know', () => {
  let office: Office
  const { answerTo, kept } = talking(() => office)
  const entries = () =>
    kept('audit_entry')
      .filter(({ event }) => event === 'door.unknown-person')
      .map(({ thing }) => thing)

  it('is answered each time, and written down once a day', async () => {
    office = await anOffice()
    try {
      for (const text of ['hello', 'hello again', 'what has Aisha had?']) {
        assert.match(await answerTo(text, stranger(1)), /I do not know you yet/)
      }
      const press = office.teams.pressActivity(stranger(1), 'record.show', { person: 'N03A001' })
      assert.match(JSON.stringify((await office.teams.post(press)).body), /I do not know you yet/)
      assert.deepEqual(entries(), [stranger(1).entraObjectId])
      await answerTo('hello', stranger(2))
      assert.deepEqual(entries(), [stranger(1).entraObjectId, stranger(2).entraObjectId])
      await office.restart()
      await answerTo('hello', stranger(1))
      assert.equal(entries().length, 2)
    } finally {
      await office.close()
    }
  })

  it('is written down again on another day', async () => {
    office = await anOffice({ now: '2026-11-22T23:59:59.5Z' })
    try {
      await answerTo('hello', stranger(1))
      await new Promise((resolve) => setTimeout(resolve, 600))
      await answerTo('hello', stranger(1))
      assert.equal(entries().length, 2)
    } finally {
      await office.close()
    }
  })
})
