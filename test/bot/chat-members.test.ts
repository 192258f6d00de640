import assert from 'node:assert/strict'
import { chatMembers, type MembersPage } from '../../bot/chat-members.ts'

const someone = (number: number) => ({ id: `29:${number}`, aadObjectId: `entra-${number}`, name: 'not read' })
const pagesOf =
  (pages: unknown[]): MembersPage =>
  async ({ continuationToken }) =>
    pages[Number(continuationToken)]

describe('The people in a chat', () => {
  it('are read page by page to the end', async () => {
    const members = await chatMembers(
      pagesOf([
        { members: [someone(1), someone(2)], continuationToken: '1' },
        { members: [someone(3)], continuationToken: '2' },
        { members: [{ id: '29:4', objectId: 'entra-4' }], continuationToken: '' },
      ]),
    )
    assert.deepEqual(
      members,
      [1, 2, 3, 4].map((number) => ({ userId: `29:${number}`, entraObjectId: `entra-${number}` })),
    )
  })

  it('are read without an entry that nobody understands, and with one that has no Entra id', async () => {
    const members = await chatMembers(
      pagesOf([{ members: [null, { name: 'x' }, { id: '' }, { id: '29:1' }, someone(2)] }]),
    )
    assert.deepEqual(members, [{ userId: '29:1' }, { userId: '29:2', entraObjectId: 'entra-2' }])
  })

  it('are not known where there are too many, or the pages never end', async () => {
    const many = Array.from({ length: 2001 }, (_, index) => someone(index))
    assert.equal(await chatMembers(pagesOf([{ members: many }])), undefined)
    assert.equal(await chatMembers(async () => ({ members: [], continuationToken: '0' })), undefined)
  })

  it('are an error where a page is none', async () => {
    for (const page of [undefined, {}, { members: 'all' }]) await assert.rejects(chatMembers(async () => page))
  })
})
