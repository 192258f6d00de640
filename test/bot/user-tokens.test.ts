import assert from 'node:assert/strict'
import { userTokens } from '../../bot/user-tokens.ts'

const aisha = '7e0c1f0a-5d0e-4c65-9a53-0f6f5f0f8d11'
const tom = '8f1d2a3b-6e1f-4d76-8b64-1a7a6a1a9e22'
const tokenOf = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`
const at = 1_800_000_000_000
const inSeconds = (seconds: number) => at / 1000 + seconds

describe('The token with which Teams says who somebody is', () => {
  it('is kept for the person it is about, however their id is spelled', () => {
    const tokens = userTokens(() => at)
    const token = tokenOf({ oid: aisha, exp: inSeconds(3600) })
    tokens.learn(aisha.toUpperCase(), token)
    assert.equal(tokens.of(aisha), token)
    assert.equal(tokens.of(tom), undefined)
  })

  it('is not taken from somebody else', () => {
    const tokens = userTokens(() => at)
    tokens.learn(tom, tokenOf({ oid: aisha, exp: inSeconds(3600) }))
    assert.equal(tokens.of(tom), undefined)
    assert.equal(tokens.of(aisha), undefined)
  })

  it('is used no longer in its last minute', () => {
    let now = at
    const tokens = userTokens(() => now)
    tokens.learn(aisha, tokenOf({ oid: aisha, exp: inSeconds(120) }))
    now = at + 59_000
    assert.notEqual(tokens.of(aisha), undefined)
    now = at + 60_000
    assert.equal(tokens.of(aisha), undefined)
  })

  it('is nothing where it cannot be read, or nobody sent it', () => {
    const tokens = userTokens(() => at)
    for (const token of [undefined, '', 'no dots', 'a.b.c', tokenOf({ oid: 'me', exp: 1 }), tokenOf({ exp: 1 })]) {
      tokens.learn(aisha, token)
      tokens.learn(undefined, token)
    }
    assert.equal(tokens.of(aisha), undefined)
    assert.equal(tokens.of(undefined), undefined)
  })

  it('is forgotten, the oldest first, when very many people have sent one', () => {
    const tokens = userTokens(() => at)
    const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
    for (let number = 0; number <= 1000; number++)
      tokens.learn(id(number), tokenOf({ oid: id(number), exp: inSeconds(3600) }))
    assert.equal(tokens.of(id(0)), undefined)
    assert.notEqual(tokens.of(id(1)), undefined)
    assert.notEqual(tokens.of(id(1000)), undefined)
  })
})
