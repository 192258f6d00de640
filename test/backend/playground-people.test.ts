import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { worldOn } from './sample-worlds.ts'

/** The values of a key in the order in which the file has them. It is flat enough to be read by line. */
function valuesOf(key: string, text: string): string[] {
  return [...text.matchAll(new RegExp(`^[ -]*${key}: (.+)$`, 'gm'))].map(([, value]) => value ?? '')
}

describe('the people of the Agents Playground', () => {
  const file = readFileSync(new URL('../../.m365agentsplayground.yml', import.meta.url), 'utf8')
  const [currentUser = '', users = ''] = file.slice(file.indexOf('currentUser:')).split(/^(?:users|personalChat):$/m)

  it('are people of the sample world, known by the same Entra id, name and address', () => {
    const { people } = worldOn('2026-11-20')
    const names = valuesOf('name', currentUser + users)
    const listed = names.map((name, place) => ({
      name,
      entraObjectId: valuesOf('aadObjectId', currentUser + users)[place],
      email: valuesOf('email', currentUser + users)[place],
    }))
    const known = names.map((name) => {
      const person = people.find((candidate) => candidate.name === name)
      return { name, entraObjectId: person?.entraObjectId, email: person?.email }
    })
    assert.deepEqual(listed, known)
    assert.equal(new Set(valuesOf('id', currentUser + users)).size, names.length)
  })

  it('are an SPO, and exactly five others she can practise with', () => {
    assert.deepEqual(valuesOf('name', currentUser), ['Priya Nair'])
    const others = ['Aisha Khan', 'Tom Okafor', 'Megan Price', 'Eleanor Whitfield', 'Victor Owusu']
    assert.deepEqual(valuesOf('name', users), others)
  })
})
