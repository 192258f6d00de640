import type { Temporal } from 'temporal-polyfill'
import type { Person } from '../../domain/staff.ts'
import type { TeamActionWay } from '../../domain/team-action.ts'
import { tidy, withoutDue } from './action-words.ts'
import type { FindOptions } from './mentions-in.ts'
import type { NameIndex } from './names.ts'
import { plainText } from './plain-text.ts'

/** Somebody named: who it may be (nobody where the name fits nobody), or the speaker. */
export type NamedSaid = 'me' | readonly Person[]

/** What is asked of several people, as somebody said it. */
export type TeamActionSaid = {
  way: TeamActionWay
  /** Whoever is in the chat, or people named, in the order they were. */
  of: 'members' | readonly NamedSaid[]
  text: string
  due?: Temporal.PlainDate
}

export type TeamActionContext = { today: Temporal.PlainDate; names: NameIndex } & FindOptions

const politely =
  /^\W*(?:(?:hi|hello|hey|ok|okay|so|please)\b(?:\s+all\s*,)?[\s,]*)*(?:(?:can|could|would)\s+you\s+)?(?:please\s+)?(?:(?:add|create|new|set|make|raise|log|start)\s+)?(?:(?:a|an|the|new|our)\s+)*(?:(?:team|group|shared)\s+(?:actions?|tasks?|to[\s-]?dos?)|actions?|tasks?|to[\s-]?dos?)?\b\s*(?:for\b|:|-)?\s*/i
const asking = /^(?:please\s+)?(?:ask|get|tell|task|remind|chase|i\s+(?:need|want|would\s+like))\s+(?=\S)/i
const can = /^(?:can|could|would|will)\s+(?=(?:every|any|some|all|one|each|we|the\s+(?:whole\s+)?team)\w*\b)/i
const inTurn = /^(?:in\s+(?:this\s+)?order|one\s+after\s+(?:the\s+other|another)|in\s+turn)\s*[:,-]?\s*/i
const inTurnAfter = /[\s,(]*\b(?:in\s+(?:this|that)\s+order|one\s+after\s+(?:the\s+other|another)|in\s+turn)\b[\s,)]*/i

const here = '(?:\\s+(?:in|of|on)\\s+(?:this|the|our)\\s+(?:chat|channel|group|team)|\\s+here)?'
const everyone = new RegExp(
  `^(?:everyone|everybody|all\\s+of\\s+(?:us|you)|we\\s+all|you\\s+all|each\\s+of\\s+(?:us|you)|each\\s+person|the\\s+(?:whole\\s+|entire\\s+)?team|team|all)${here}(?=[\\s,:])`,
  'i',
)
const anyone = new RegExp(
  `^(?:anyone|anybody|someone|somebody|(?:any\\s+)?one\\s+of\\s+(?:us|you))(?:\\s+(?:of\\s+us|free|who\\s+can|who\\s+is\\s+free))?${here}(?=[\\s,:])`,
  'i',
)
/** What stands between those who are to do something and what that is; "can everyone finish" has nothing there. */
const link =
  /^\s*(?:[,:-]?\s*(?:please\s+)?(?:(?:will\s+|all\s+|each\s+)?(?:needs?|ha(?:s|ve)|is|are)\s+to\b|must\b|should\b|to\b|please\b)|:)\s*/i
const joiner = /^\s*(?:,|&|\/|->|\band\b|\bor\b|\bthen\b)+(?:\s*(?:and|or|then)\b)?\s*/i

/**
 * What a message asks of several people: "everyone to read the policy by Friday", "anyone to ring the court", "Tom, then
 * Megan to sign the rota". Undefined where it does not begin with whoever is to do something.
 */
export function teamActionIn(message: string, context: TeamActionContext): TeamActionSaid | undefined {
  const whole = plainText(message).replace(/\s+/g, ' ')
  const opened = whole.replace(politely, '').replace(asking, '')
  const asks = can.test(opened)
  const { text: left, due } = withoutDue(opened.replace(can, ''), context.today)
  const ordered = inTurn.test(left)
  const said = left.replace(inTurn, '')
  const found = groupIn(said, asks) ?? namedIn(said, ordered, context)
  if (found === undefined) return undefined
  const text = tidy(found.rest.replace(inTurnAfter, ' ').replace(/[\s?!.]+$/, ''))
  return { way: found.way, of: found.of, text, ...(due === undefined ? {} : { due }) }
}

type Found = Pick<TeamActionSaid, 'way' | 'of'> & { rest: string }

function groupIn(said: string, asks: boolean): Found | undefined {
  const all = everyone.exec(said)
  const match = all ?? anyone.exec(said)
  if (match === null) return undefined
  const rest = said.slice(match[0].length)
  const linked = link.exec(rest)
  if (linked === null && !asks) return undefined
  return {
    way: all === null ? 'anyone' : 'everyone',
    of: 'members',
    rest: linked === null ? rest : rest.slice(linked[0].length),
  }
}

/** People named one after the other from the beginning on, joined by "and", "or" or "then". */
function namedIn(said: string, ordered: boolean, { names, closeTo }: TeamActionContext): Found | undefined {
  const mentions = names.mentions(said, closeTo === undefined ? {} : { closeTo })
  const of: NamedSaid[] = []
  let joined = ''
  let at = 0
  for (;;) {
    const me = /^(?:me|myself|i)\b/i.exec(said.slice(at))
    const mention = mentions.find((one) => one.at === at)
    if (me === null && mention === undefined) break
    of.push(me === null ? (mention?.people ?? []) : 'me')
    at = me === null ? (mention?.end ?? at) : at + me[0].length
    const next = joiner.exec(said.slice(at))
    if (next === null) break
    joined += next[0].toLowerCase()
    at += next[0].length
  }
  if (of.length === 0) return undefined
  const rest = said.slice(at).replace(/^\s*(?:both|all)\b/i, '')
  const turns = inTurnAfter.exec(rest)
  const plain = turns?.index === 0 ? rest.slice(turns[0].length) : rest
  const linked = link.exec(plain)
  if (linked === null) return undefined
  const way =
    ordered || turns !== null || /then|->/.test(joined) ? 'in-order' : /or/.test(joined) ? 'anyone' : 'everyone'
  return { way: of.length === 1 ? 'everyone' : way, of, rest: plain.slice(linked[0].length) }
}

/** Whether a message in a personal chat is about team actions. */
export function aboutTeamActions(text: string): boolean {
  return /\bteam\s+actions?\b/i.test(text) && !/\bmy\s+team/i.test(text)
}

/** What somebody does about a team action in words: which, and the words that say which action. */
export type TeamStepSaid = { does: 'confirm' | 'close'; words: string }

const about = '(?:\\s+(?:the|our|this|that))?(?:\\s+(?:team\\s+)?(?:actions?|tasks?))?(?:\\s+(?:about|for|on|with|to))?'
const confirms = new RegExp(
  `^\\W*(?:yes,?\\s+)?(?:i\\s+(?:can\\s+)?confirm|i\\s+have\\s+(?:now\\s+|just\\s+)?(?:confirmed|done|finished|completed)|i've\\s+(?:now\\s+|just\\s+)?(?:confirmed|done|finished|completed)|i\\s+did|confirm(?:ed)?|done|finished|completed|mine\\s+is\\s+done)\\b(?:\\s+(?:it|that|this|mine|with))?${about}\\s*(.*?)\\W*$`,
  'is',
)
const closes = new RegExp(
  `^\\W*(?:please\\s+)?(?:close|end|withdraw|cancel|drop|take\\s+back)\\b(?:\\s+(?:it|that|this)(?=\\W*$))?${about}\\s*(.*?)\\W*$`,
  'is',
)

/** The step about a team action that a message takes: "done", "I have done the refresher", "close it", "close the refresher". */
export function teamStepIn(message: string): TeamStepSaid | undefined {
  const text = plainText(message).replace(/\s+/g, ' ')
  const confirmed = confirms.exec(text)
  if (confirmed !== null) return { does: 'confirm', words: tidy(confirmed[1] ?? '') }
  const closed = closes.exec(text)
  return closed === null ? undefined : { does: 'close', words: tidy(closed[1] ?? '') }
}
