import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { offersInTeams } from '../../bot/hand-over.ts'
import type { SeenMessage } from '../support/fake-teams.ts'
import { consentFor, uploadsTo } from '../support/file-consents.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { admin, aisha, gwen, officePeople, priya, tom } from '../support/people.ts'
import { aSessionToSign, wholeSentence } from '../support/sessions-in-chat.ts'
import { talking } from '../support/talking.ts'

const secret = 'a very <b>private</b> matter'

describe('A copy of my record', () => {
  let office: Office
  const { answerTo, kept } = talking(() => office)
  const given = () => kept('audit_entry').filter(({ event }) => event === 'copy.given')
  const me = inTeams(aisha)

  describe('in Teams', () => {
    beforeEach(async () => {
      office = await anOffice({
        giveFiles: (config, state, mint) => offersInTeams({ state, mint, now: config.clock }),
      })
      await aSessionToSign(office, aisha, wholeSentence('Aisha', secret))
    })
    afterEach(() => office.close())

    const offered = async (text = 'give me a copy', user = me): Promise<SeenMessage> => {
      const [message, ...more] = await office.teams.say(user, text)
      assert.deepEqual(more, [])
      assert.ok(message?.file, message?.text)
      return message
    }
    const answered = async (activity: Record<string, unknown>): Promise<string> => {
      const { status, body } = await office.teams.post(activity)
      assert.equal(status, 200)
      await office.service().idle()
      return String((body as { value: unknown }).value)
    }

    it('is offered as Teams wants it, with nothing in the offer that says whose it is', async () => {
      const offer = await offered()
      assert.deepEqual(offer.file, {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: 'supervision-record-2026-11-22.html',
        contentUrl: undefined,
      })
      const { sizeInBytes, description, acceptContext } = offer.card as unknown as Record<string, unknown>
      assert.ok(Number(sizeInBytes) > 1000)
      assert.match(String(description), /Nobody else gets it/)
      assert.deepEqual(Object.keys(acceptContext as object), ['offer'])
      assert.doesNotMatch(JSON.stringify(offer), /Aisha|N03A001/)
      assert.deepEqual(given(), [])
    })

    for (const [text, ending] of [
      ['give me a copy', 'html'],
      ['give me a copy as data', 'json'],
    ] as const) {
      it(`goes to their OneDrive once they allow it: “${text}”`, async () => {
        const offer = await offered(text)
        assert.match(await answered(consentFor(office.teams, me, offer, 'accept')), /^Saved\./)
        const [upload, ...more] = uploadsTo(office.teams)
        assert.deepEqual(more, [])
        assert.ok(upload)
        assert.equal(upload.path, `/upload/supervision-record-2026-11-22.${ending}`)
        assert.equal(upload.authorization, undefined)
        const bytes = Buffer.byteLength(upload.content)
        assert.equal(upload.range, `bytes 0-${bytes - 1}/${bytes}`)
        assert.match(upload.content, ending === 'json' ? /"format": "supervision-copy"/ : /^<!doctype html>/)
        assert.match(upload.content, /private/)
        const shown = office.teams.last(me)
        assert.equal(shown?.file?.contentType, 'application/vnd.microsoft.teams.card.file.info')
        assert.match(shown?.file?.contentUrl ?? '', /sharepoint/)
        assert.deepEqual(
          given().map(({ actor, subject, detail }) => [actor, subject, detail]),
          [['N03A001', 'N03A001', ending === 'json' ? 'data' : 'page']],
        )
      })
    }

    it('is saved once, however often they allow it', async () => {
      const offer = await offered()
      const press = consentFor(office.teams, me, offer, 'accept')
      assert.match(await answered(press), /^Saved\./)
      assert.match(await answered(press), /^Saved\./)
      assert.match(await answered(consentFor(office.teams, me, offer, 'accept')), /^Saved\./)
      assert.match(await answered(consentFor(office.teams, me, offer, 'decline')), /^Saved\./)
      assert.equal(uploadsTo(office.teams).length, 1)
      assert.equal(given().length, 1)
    })

    it('is not saved when they decline, and cannot be allowed afterwards', async () => {
      const offer = await offered()
      assert.match(await answered(consentFor(office.teams, me, offer, 'decline')), /nothing was saved/)
      assert.match(await answered(consentFor(office.teams, me, offer, 'accept')), /nothing was saved/)
      assert.deepEqual(uploadsTo(office.teams), [])
    })

    it('cannot be had by anybody else with the offer they were made', async () => {
      const offer = await offered()
      for (const other of [priya, gwen, admin, tom]) {
        assert.match(await answered(consentFor(office.teams, inTeams(other), offer, 'accept')), /no longer open/)
      }
      assert.deepEqual(uploadsTo(office.teams), [])
      assert.match(await answered(consentFor(office.teams, me, offer, 'accept')), /^Saved\./)
    })

    it('is not given in a group chat', async () => {
      const offer = await offered()
      const press = { ...consentFor(office.teams, me, offer, 'accept'), ...office.teams.inCompany('groupChat') }
      assert.match(await answered(press), /personal chat/)
      assert.deepEqual(uploadsTo(office.teams), [])
    })

    const elsewhere = [
      'https://evil.example/upload',
      'https://sharepoint.com.evil.example/upload',
      'https://evilsharepoint.com/upload',
      'http://example-my.sharepoint.com/upload',
      'https://user:pass@example-my.sharepoint.com/upload',
      'https://example-my.sharepoint.com:8443/upload',
      'file:///etc/passwd',
      'http://169.254.169.254/latest',
      'no address',
    ]
    for (const address of elsewhere) {
      it(`is sent nowhere when Teams is said to want it at ${address}`, async () => {
        const offer = await offered()
        assert.match(await answered(consentFor(office.teams, me, offer, 'accept', address)), /Nothing was saved/)
        assert.deepEqual(given(), [])
      })
    }

    for (const [what, fault, says] of [
      ['is said not to be saved when OneDrive has no room', { status: 507 }, /Nothing was saved/],
      ['is said not to be saved when OneDrive waits for more', { status: 202 }, /Nothing was saved/],
      ['follows no redirect', { status: 302, headers: { location: '/elsewhere' } }, /Nothing was saved/],
      ['is said to be there or not when the line breaks', 'reset', /I do not know whether/],
    ] as const) {
      it(what, async () => {
        const offer = await offered()
        office.teams.fails((call) => (call.kind === 'upload' ? fault : undefined))
        assert.match(await answered(consentFor(office.teams, me, offer, 'accept')), says)
        office.teams.fails(() => undefined)
        assert.match(await answered(consentFor(office.teams, me, offer, 'accept')), says)
        assert.equal(uploadsTo(office.teams).length, 1)
        assert.deepEqual(given(), [])
      })
    }

    it('is said to be there or not when the service was killed before it could say', async () => {
      const offer = await offered()
      const { offer: id } = (offer.card as unknown as { acceptContext: { offer: string } }).acceptContext
      // What a service leaves that was killed between taking the offer up and its answer.
      const { state, answered: answers } = office.service().store
      const key = `copy/${aisha.staffCode}/${id}`
      await answers.keep([`offer/${key}`], 'taken', Temporal.Instant.from('2026-11-22T10:01:00Z'), [])
      const press = () => answered(consentFor(office.teams, me, offer, 'accept'))
      assert.match(await press(), /I do not know whether the file reached your OneDrive/)
      await state.delete([key])
      await office.restart()
      assert.match(await press(), /I do not know whether/)
      assert.deepEqual(uploadsTo(office.teams), [])
    })

    it('is answered politely when the press says nothing that makes sense', async () => {
      await offered()
      for (const value of [
        undefined,
        {},
        { action: 'accept' },
        { action: 'accept', context: { offer: 'x' } },
        'accept',
      ]) {
        const press = office.teams.activity(me, { type: 'invoke', name: 'fileConsent/invoke', value })
        assert.ok((await answered(press)).length > 10)
      }
      assert.deepEqual(uploadsTo(office.teams), [])
    })
  })

  it('comes too late after an hour', async () => {
    let hours = 0
    office = await anOffice({
      giveFiles: (config, state, mint) => offersInTeams({ state, mint, now: () => config.clock().subtract({ hours }) }),
    })
    try {
      hours = 2
      const [offer] = await office.teams.say(me, 'give me a copy')
      assert.ok(offer)
      const { body } = await office.teams.post(consentFor(office.teams, me, offer, 'accept'))
      assert.match(JSON.stringify(body), /no longer open/)
    } finally {
      await office.close()
    }
  })

  it('is a file on one’s own machine in practice', async () => {
    office = await anOffice()
    try {
      const said = await answerTo('give me a copy of my record', me)
      const file = /in the file (\S+) on this machine/.exec(said)?.[1] ?? ''
      assert.match(readFileSync(file, 'utf8'), /What is kept about Aisha Khan/)
      assert.deepEqual(given().length, 1)
    } finally {
      await office.close()
    }
  })

  it('is given to the person it is about and to nobody else, whoever asks', async () => {
    office = await anOffice()
    try {
      for (const person of officePeople.filter(({ staffCode }) => staffCode !== aisha.staffCode)) {
        for (const text of ['give me a copy of Aisha’s record', 'what do you hold about Aisha Khan?']) {
          assert.match(await answerTo(text, inTeams(person)), /only to the person it is about/, person.name)
        }
      }
      assert.deepEqual(given(), [])
    } finally {
      await office.close()
    }
  })
})
