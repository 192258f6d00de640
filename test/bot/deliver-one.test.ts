import assert from 'node:assert/strict'
import { carryOut, type Decision } from '../../bot/deliver-one.ts'
import type { Turn } from '../../bot/send-limiter.ts'
import { defaultSendingPolicy } from '../../config/sending.ts'
import type { BeforeRequest, Delivery } from '../../domain/ports.ts'
import type { Claimed, Settled } from '../../domain/reminders/outbox.ts'
import { aisha } from '../support/people.ts'
import { morning, plain } from '../support/records.ts'

const place = { serviceUrl: 'https://smba.example.org/', conversationId: 'a:1', messageId: '7' }
const row = (key: string, attempts: number, unknowns: number): Claimed => ({
  key,
  to: aisha.staffCode,
  what: 'action-due',
  about: {},
  dueAt: morning,
  attempts,
  unknowns,
})
const later = morning.add({ seconds: 300 })
const pause = (seconds: number) => morning.add({ seconds })

/** What happens on the way of one message, and in which order. */
async function send(given: {
  opens?: boolean
  turn?: Turn
  ours?: boolean
  delivery?: Delivery
  rows?: readonly Claimed[]
}): Promise<{ steps: string[]; settled?: Settled }> {
  const { opens = false, turn = 'go', ours = true, rows = [row('a', 1, 0)] } = given
  const steps: string[] = []
  let settled: Settled | undefined
  const decision: Decision = { does: 'send', keys: rows.map(({ key }) => key), message: { text: 'hello' } }
  await carryOut(
    decision,
    { person: aisha, owner: 'one', rows },
    {
      outbox: {
        async begin(keys, owner) {
          steps.push(`begin ${keys} for ${owner}`)
          return ours
        },
        async settle(keys, owner, outcome) {
          steps.push(`settle ${keys} for ${owner}`)
          settled = outcome
          return true
        },
      },
      messenger: {
        async sendTo(_person, _message, before?: BeforeRequest) {
          const tenantId = 't'
          if (opens) {
            if ((await before?.('open chat', { tenantId })) === false) return { outcome: 'failed' }
            steps.push('open chat')
            if (given.delivery?.outcome === 'unknown') return given.delivery
          }
          if ((await before?.('send', { tenantId, conversationId: 'a:1' })) === false) return { outcome: 'failed' }
          steps.push('send')
          return given.delivery ?? { outcome: 'delivered', place }
        },
      },
      limiter: {
        async take(tenantId, chat) {
          steps.push(`take ${tenantId} ${chat}`)
          return turn
        },
      },
      policy: defaultSendingPolicy,
      clock: { now: () => morning, today: () => morning.toZonedDateTimeISO('Europe/London').toPlainDate() },
      random: () => 1,
      onUnreachable: () => steps.push('out of reach'),
    },
  )
  return { steps, settled }
}

describe('A message on its way', () => {
  it('waits for the limits, is said to be begun, is sent, and what became of it is kept: in this order', async () => {
    assert.deepEqual(await send({}), {
      steps: ['take t a:1', 'begin a for one', 'send', 'settle a for one'],
      settled: { outcome: 'delivered', place },
    })
  })

  it('keeps the limits also where its chat has to be opened, which begins nothing yet', async () => {
    const { steps } = await send({ opens: true })
    const opening = [`take t ${aisha.staffCode}`, 'open chat']
    assert.deepEqual(steps, [...opening, 'take t a:1', 'begin a for one', 'send', 'settle a for one'])
  })

  it('has failed, and is not in doubt, where nobody knows what became of opening the chat', async () => {
    const { settled } = await send({ opens: true, delivery: { outcome: 'unknown' } })
    assert.deepEqual(plain(settled), plain({ outcome: 'failed', again: pause(30) }))
  })

  it('is in doubt where nobody knows what became of the message itself', async () => {
    const { settled } = await send({ delivery: { outcome: 'unknown' } })
    assert.deepEqual(plain(settled), plain({ outcome: 'unknown', again: pause(30) }))
  })

  for (const [what, given, why, at] of [
    ['its entry is somebody else’s by now', { ours: false }, 'changed', morning],
    ['the service stops', { turn: 'stopping' }, 'stopping', morning],
    ['Teams wants silence for long', { turn: later }, 'throttled', later],
  ] as const) {
    it(`is not sent where ${what}, and is decided anew`, async () => {
      const { steps, settled } = await send(given)
      assert.ok(!steps.includes('send'))
      assert.deepEqual(plain(settled), plain({ outcome: 'later', at, why }))
    })
  }

  it('counts as the one of its entries that was tried most often', async () => {
    const rows = [row('a', 1, 1), row('b', 3, 0)]
    const unknown = await send({ rows, delivery: { outcome: 'unknown' } })
    assert.deepEqual(plain(unknown.settled), plain({ outcome: 'unknown' }))
    const failed = await send({ rows, delivery: { outcome: 'failed' } })
    assert.deepEqual(plain(failed.settled), plain({ outcome: 'failed', again: pause(120) }))
    assert.equal(failed.steps.at(-1), 'settle a,b for one')
  })

  it('says that somebody is out of reach', async () => {
    const { steps, settled } = await send({ delivery: { outcome: 'blocked' } })
    assert.deepEqual([steps.slice(-2), settled], [['out of reach', 'settle a for one'], { outcome: 'blocked' }])
  })
})
