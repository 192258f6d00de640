import { addInWords } from './action/add-action.ts'
import { actionsInWords } from './action/show-actions.ts'
import { stepInWords } from './action/step-action.ts'
import { away } from './away/away.ts'
import { stepTeamActionInWords } from './team-action/step-team-action.ts'
import type { Desk, Reply, Turn } from './turn.ts'
import { stepIn } from './understand/action-words.ts'
import { aboutTeamActions } from './understand/team-action-words.ts'
import type { Reading } from './understand/understand.ts'

type Request = { text: string; reading: Reading }

const anybody = () => true

/** What can be said about actions, and about being away and standing in: rows of the menu. */
export const actionsAndAbsence = [
  {
    intent: 'show-actions' as const,
    part: 'Actions and time away' as const,
    words: (name: string | undefined) =>
      `what is waiting for me?, my actions${name === undefined ? '' : `, or: what is outstanding for ${name}?`}`,
    does: 'Everything that waits for you, the actions you have and what you asked of others.',
    mayUse: anybody,
    inCompany: false,
    run: ({ text, reading }: Request, turn: Turn, desk: Desk) => actionsInWords(text, reading, turn, desk),
  },
  {
    intent: 'add-action' as const,
    part: 'Actions and time away' as const,
    words: (name: string | undefined) =>
      name === undefined
        ? 'action for me: book the risk training by 4 December'
        : `${name} to finish the refresher by Friday`,
    does: 'Add an action. Whoever is to do it is told, and confirms it. In a group chat or channel: “everyone to …”.',
    mayUse: anybody,
    inCompany: false,
    run: ({ text }: Request, turn: Turn, desk: Desk) => addInWords(text, turn, desk),
  },
  {
    intent: 'complete-action' as const,
    part: 'Actions and time away' as const,
    words: () => 'done with the refresher, or: I need until Friday for the refresher, in court all week',
    does: 'Finish an action, ask for more time, or hand it on: “hand the refresher on to” and a name.',
    mayUse: anybody,
    inCompany: false,
    run: ({ text }: Request, turn: Turn, desk: Desk) => takeStep(text, turn, desk),
  },
  {
    intent: 'record-absence' as const,
    part: 'Actions and time away' as const,
    words: (name: string | undefined) =>
      name === undefined
        ? 'I am on leave next week, or: who is off?'
        : `${name} is off sick until Friday, I am on leave next week, or: who is off this week?`,
    does: 'Record leave, sickness or other time away, and say who covers for your team.',
    mayUse: anybody,
    inCompany: false,
    run: ({ text, reading }: Request, turn: Turn, desk: Desk) => away(text, reading, turn, desk),
  },
]

async function takeStep(text: string, turn: Turn, desk: Desk): Promise<Reply> {
  if (aboutTeamActions(text)) return stepTeamActionInWords(text, turn, desk)
  const said = stepIn(text, turn.today)
  if (said !== undefined) return stepInWords(said, turn, desk)
  return {
    message: { text: 'Which action is it? Say “my actions”, or “done with” and a word or two of what was to be done.' },
  }
}
