import assert from 'node:assert/strict'
import { nameIndex } from '../../../dialogs/understand/names.ts'
import { aboutTeamActions, teamActionIn, teamStepIn } from '../../../dialogs/understand/team-action-words.ts'
import { day } from '../../support/days.ts'
import { officePeople } from '../../support/people.ts'

const names = nameIndex(officePeople)

/** A team action in short: "everyone: members: read the policy by 2026-11-27". */
function read(text: string): string | undefined {
  const said = teamActionIn(text, { today: day('2026-11-22'), names })
  if (said === undefined) return undefined
  const who =
    said.of === 'members' ? 'members' : said.of.map((one) => (one === 'me' ? one : (one[0]?.name ?? '?'))).join('+')
  return `${said.way}: ${who}: ${said.text}${said.due === undefined ? '' : ` by ${said.due}`}`
}

describe('What is asked of several people', () => {
  const sentences: [string, string | undefined][] = [
    [
      'everyone to finish the domestic abuse refresher by 12 December',
      'everyone: members: finish the domestic abuse refresher by 2026-12-12',
    ],
    ['we all need to finish the refresher by 12/12', 'everyone: members: finish the refresher by 2026-12-12'],
    ['everybody must read the new policy', 'everyone: members: read the new policy'],
    ['all of us to book leave by Friday', 'everyone: members: book leave by 2026-11-27'],
    ['the team needs to book leave by Friday', 'everyone: members: book leave by 2026-11-27'],
    ['can everyone finish the refresher by 12 December?', 'everyone: members: finish the refresher by 2026-12-12'],
    ['everyone please read the policy by Friday.', 'everyone: members: read the policy by 2026-11-27'],
    ['everyone: read the policy', 'everyone: members: read the policy'],
    ['please ask everyone to read the policy by Friday', 'everyone: members: read the policy by 2026-11-27'],
    ['add a team action for everyone to read the policy by Friday', 'everyone: members: read the policy by 2026-11-27'],
    ['everyone in this channel to read the policy', 'everyone: members: read the policy'],
    ['Everyone must, by 12 December, finish the refresher', 'everyone: members: finish the refresher by 2026-12-12'],
    ['anyone to ring the court by Friday', 'anyone: members: ring the court by 2026-11-27'],
    ['one of us needs to ring the court', 'anyone: members: ring the court'],
    ['somebody to cover the front desk on Friday', 'anyone: members: cover the front desk by 2026-11-27'],
    [
      'Tom and Aisha to read the policy by 4 December',
      'everyone: Tom Okafor+Aisha Khan: read the policy by 2026-12-04',
    ],
    ['Priya, Tom & Aisha must read the policy', 'everyone: Priya Nair+Tom Okafor+Aisha Khan: read the policy'],
    ['me and Tom to read the policy', 'everyone: me+Tom Okafor: read the policy'],
    ['Tom or Aisha to ring the court', 'anyone: Tom Okafor+Aisha Khan: ring the court'],
    [
      'Tom, then Ruth, then Aisha to sign the rota by Friday',
      'in-order: Tom Okafor+Ruth Abel+Aisha Khan: sign the rota by 2026-11-27',
    ],
    ['in order: Tom, Ruth and Aisha to sign the rota', 'in-order: Tom Okafor+Ruth Abel+Aisha Khan: sign the rota'],
    ['Tom and Ruth to sign the rota in that order', 'in-order: Tom Okafor+Ruth Abel: sign the rota'],
    ['Tom Okafor to read the policy', 'everyone: Tom Okafor: read the policy'],
    ['everyone to', 'everyone: members: '],
    ['everyone had a good day', undefined],
    ['Aisha will be off sick until Friday', undefined],
    ['hello everyone', undefined],
    ['reflective with Aisha on Friday, 45 mins', undefined],
    ['Imran to read the policy by Friday', undefined],
    ['', undefined],
  ]
  for (const [text, said] of sentences) {
    it(`“${text}” is ${said ?? 'nothing of the kind'}`, () => assert.equal(read(text), said))
  }

  const steps: [string, string | undefined][] = [
    ['done', 'confirm:'],
    ['I have done it', 'confirm:'],
    ['Done with the refresher', 'confirm:refresher'],
    ['I’ve finished the refresher', 'confirm:refresher'],
    ['confirm', 'confirm:'],
    ['confirm the team action about the refresher', 'confirm:the refresher'],
    ['close it', 'close:'],
    ['close', 'close:'],
    ['close the refresher', 'close:refresher'],
    ['close the team action about the refresher', 'close:the refresher'],
    ['closed doors', undefined],
    ['what is RCAT?', undefined],
  ]
  for (const [text, step] of steps) {
    it(`“${text}” ${step === undefined ? 'is no step' : `is ${step}`}`, () => {
      const said = teamStepIn(text)
      assert.equal(said && `${said.does}:${said.words}`, step)
    })
  }

  it('is told apart from the actions of somebody’s team', () => {
    assert.ok(aboutTeamActions('show our team actions'))
    assert.ok(!aboutTeamActions('my team actions'))
    assert.ok(!aboutTeamActions('my actions'))
  })
})
