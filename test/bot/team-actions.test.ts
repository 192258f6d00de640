import assert from 'node:assert/strict'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, omar, priya, ruth, tom } from '../support/people.ts'
import { refreshOf, teamChat } from '../support/team-chat.ts'

const refresher = 'everyone to finish the domestic abuse refresher by 12 December'

describe('Team actions', () => {
  let office: Office
  const chat = teamChat(() => office)
  beforeEach(async () => {
    office = await anOffice()
    chat.gathers(priya, aisha, tom, ruth)
  })
  afterEach(() => office.close())

  it('for anyone need one, and the others are told that it is enough', async () => {
    assert.match(await chat.says(priya, 'anyone to cover the front desk on Friday'), /Any one of 4 people/)
    await chat.presses(tom, 'I have done it')
    assert.match(chat.forAll(), /✓ Team action complete[\s\S]*One has confirmed, which is enough/)
    assert.match(await chat.looks(aisha), /one is enough/)
    assert.match(await chat.says(aisha, 'done'), /No team action here waits for you/)
  })

  it('in order are confirmed one after the other', async () => {
    assert.match(await chat.says(priya, 'Tom, then Ruth, then Aisha to sign the rota by Friday'), /3 people, one after/)
    assert.match(await chat.looks(tom), /Still to confirm: you, then Ruth Abel, then Aisha Khan/)
    assert.match(await chat.presses(aisha, 'I have done it'), /It is not your turn yet/)
    assert.match(await chat.says(aisha, 'done'), /not your turn/)
    assert.deepEqual(chat.confirmed(), [])
    for (const person of [tom, ruth, aisha]) await chat.presses(person, 'I have done it')
    assert.match(chat.forAll(), /complete/)
  })

  it('of people named leave the others of the chat out', async () => {
    await chat.says(priya, 'Tom and Aisha to read the new policy')
    assert.match(await chat.presses(ruth, 'I have done it'), /^Only those who were asked/)
    assert.doesNotMatch(await chat.looks(ruth), /Okafor|Khan/)
  })

  it('tell somebody who was named and is not there privately, and name them to nobody in the chat', async () => {
    chat.gathers(priya, tom)
    await office.teams.say(inTeams(aisha), 'hello')
    await chat.says(priya, 'Tom and Aisha to read the new policy')
    const told = office.teams.lastCard(inTeams(aisha))
    assert.match(
      chat.words(told?.card),
      /Read the new policy[\s\S]*You have not confirmed yet[\s\S]*\(I have done it\)/,
    )
    assert.match(await chat.looks(tom), /Still to confirm: you, one person who is not in this chat/)
    await office.teams.press(inTeams(aisha), told as never, 'I have done it')
    await office.service().idle()
    assert.match(chat.forAll(), /● 1 of 2 have confirmed/)
    await chat.says(priya, 'close it')
    assert.match(chat.forAll(), /One person asked who was not in this chat confirmed/)
    assert.doesNotMatch(JSON.stringify(chat.seen()), /Khan/)
  })

  it('are asked by name of nobody whom the asker could not ask otherwise', async () => {
    chat.gathers(aisha, tom)
    assert.match(
      await chat.says(aisha, 'Tom and Omar to read the new policy'),
      /By name you can ask members of this chat/,
    )
    assert.equal(chat.kept('team_action').length, 0)
  })

  it('wait in the personal chat too, and are confirmed from there', async () => {
    await chat.says(priya, refresher)
    const [waiting] = await office.teams.say(inTeams(tom), 'what is waiting for me?')
    assert.ok(waiting)
    assert.match(chat.words(waiting.card), /Team actions to confirm \(1\)[\s\S]*refresher[\s\S]*Asked by Priya Nair/)
    await office.teams.press(inTeams(tom), waiting, 'Confirm that I have done 1')
    await office.service().idle()
    assert.deepEqual(chat.confirmed(), [tom.staffCode])
    assert.match(chat.words(office.teams.lastCard(inTeams(tom))?.card), /You confirmed/)
    assert.match(chat.forAll(), /● 1 of 4 have confirmed/)
    const [none] = await office.teams.say(inTeams(omar), 'what is waiting for me?')
    assert.doesNotMatch(JSON.stringify(none), /refresher/)
    const { data } = refreshOf(chat.newest().card)
    const forged = await office.teams.post(office.teams.pressActivity(inTeams(omar), 'team-action.confirm', data))
    assert.match(JSON.stringify(forged.body), /I cannot find that team action/)
  })

  it('can be confirmed and closed in words from the personal chat', async () => {
    await chat.says(priya, refresher)
    await office.teams.say(inTeams(tom), 'confirm the team action about the refresher')
    assert.deepEqual(chat.confirmed(), [tom.staffCode])
    await office.teams.say(inTeams(priya), 'close the team action about the refresher')
    await office.service().idle()
    assert.match(chat.forAll(), /■ Team action closed/)
    assert.match(chat.words(office.teams.lastCard(inTeams(tom))?.card), /This was closed/, 'their own copy ends too')
  })

  it('are closed by the line manager of who asked from her personal chat, in words, and not by a colleague', async () => {
    await chat.says(tom, 'Tom and Ruth to sign the rota')
    const [no] = await office.teams.say(inTeams(aisha), 'close the team action about the rota')
    assert.match(no?.text ?? '', /No team action of yours is open/)
    await office.teams.say(inTeams(priya), 'close the team action about the rota')
    await office.service().idle()
    assert.match(chat.forAll(), /■ Team action closed/)
  })

  it('are reached from their own chat alone', async () => {
    await chat.says(priya, refresher)
    const { data } = refreshOf(chat.newest().card)
    const elsewhere = {
      ...office.teams.pressActivity(inTeams(tom), 'team-action.confirm', data),
      ...office.teams.inCompany('channel'),
    }
    assert.match(await chat.send(elsewhere), /I cannot find that team action here/)
    assert.deepEqual(chat.confirmed(), [])
  })

  it('of a channel are of the channel and not of one thread', async () => {
    office.teams.gathers('channel', [priya, aisha].map(inTeams))
    const thread = (root: string) => ({
      conversation: {
        ...office.teams.inCompany('channel').conversation,
        id: `19:channel@thread.tacv2;messageid=${root}`,
      },
    })
    const channel = teamChat(
      () => office,
      () => 'channel',
    )
    assert.match(await channel.says(priya, 'everyone to read the new policy', thread('1')), /2 people/)
    assert.match(await channel.says(aisha, 'our team actions', thread('2')), /Read the new policy/)
    const press = channel.pressing(aisha, 'I have done it', channel.seen()[0] as never)
    await channel.send({ ...press, ...thread('1') })
    assert.match(chat.words(channel.seen()[0]?.card), /1 of 2 have confirmed/)
  })

  it('can be shown again below, and the older copy can only be read', async () => {
    await chat.says(priya, refresher)
    await chat.says(tom, 'show our team actions')
    assert.equal(await chat.presses(tom, 'Show team action 1'), 'Shown below.')
    const [first, , last] = chat.seen()
    assert.match(chat.words(first?.card), /further down/)
    await chat.presses(tom, 'I have done it', last)
    assert.match(chat.words(chat.seen()[2]?.card), /1 of 4 have confirmed/)
    assert.match(chat.words(chat.seen()[0]?.card), /further down/)
  })
})
