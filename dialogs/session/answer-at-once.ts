import { beginning } from '../../cards/typed.ts'
import { askedAtOnce } from '../../domain/asked-at-once.ts'
import { type DraftField, missing, type Problem, type Said, type SupervisionDraft } from '../../domain/draft.ts'
import type { Crn } from '../../domain/ids.ts'
import { readAnswer } from '../../domain/read-answer.ts'
import type { Person } from '../../domain/staff.ts'
import { questionsOf } from '../../domain/supervision-kind.ts'
import { hints, kindHint, understood } from '../answer-in-chat.ts'
import { peopleLike } from '../people-like.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { mayLogWithAnybody, pairOfDraft } from '../two-people.ts'
import { type AnsweredAtOnce, answersAtOnce, type NamedBy, type Question } from '../understand/answers-at-once.ts'
import { casesIn } from '../understand/cases-in.ts'
import { fieldsByName } from '../understand/draft-words.ts'
import { bareMinutes } from '../understand/how-long.ts'
import { kindsIn } from '../understand/kinds-in.ts'
import { dayIn } from '../understand/when.ts'
import { narrowed, whichPerson } from '../which-person.ts'
import { noSuchDay } from './log-in-a-sentence.ts'
import { changeDraft, nextReply, showDraft } from './log-supervision.ts'
import { askNext, questionFor } from './questions.ts'

/** What a reply answers to everything that a draft asked at once; undefined when it is no such reply. */
export async function readAtOnce(
  text: string,
  draft: SupervisionDraft,
  turn: Turn,
  desk: Desk,
): Promise<AnsweredAtOnce | undefined> {
  if (!/\n|^\W*1\b/.test(text)) return undefined
  const other = draft.other === undefined ? undefined : await desk.staff.byStaffCode(draft.other)
  const pair = await pairOfDraft(draft, other, turn, desk)
  const names = await desk.names()
  const asked = askedAtOnce(draft, desk.policy, pair?.part).map((one): Question => {
    const question = questionFor(one.field, desk.policy)
    const fits = {
      other: (words: string) => names.find(words, { asked: true }).people.length > 0,
      kinds: (words: string) => kindsIn(words, desk.policy).length > 0,
      heldOn: (words: string) => dayIn(words, turn.today, 'past') !== undefined,
      minutes: (words: string) => bareMinutes(words) !== undefined,
    }
    if (one.field in fits) return { ...one, fits: fits[one.field as keyof typeof fits] }
    if (question?.answer.type !== 'case' && question?.answer.type !== 'choice') return { ...one, question }
    return {
      ...one,
      question,
      fits: (words) => words.trim() !== '' && 'answer' in readAnswer(question, words, desk.policy),
    }
  })
  return answersAtOnce(text, asked, namedIn(draft, desk))
}

/** Reads the label that a part of a reply begins with, if it is one of this draft's. */
function namedIn({ kinds }: SupervisionDraft, { policy }: Desk): NamedBy {
  const fields = fieldsByName(policy, kinds)
  const own = new Set<DraftField>(questionsOf(policy, kinds).map(({ id }): DraftField => `answer.${id}`))
  return (words) => {
    const [, label = '', rest = ''] = /^\s*(\p{L}[^:=\n]{0,40}?)\s?[:=](?!\d)\s*(\S[\s\S]*)$/u.exec(words) ?? []
    const field = fields.get(label.toLowerCase().replace(/\s+/g, ' '))
    const isOurs = field !== undefined && (own.has(field) || !field.startsWith('answer.'))
    return isOurs ? { field, words: rest } : undefined
  }
}

/** Puts what a reply answered into the draft; says what of it could not be read, and asks for what is still missing. */
export async function answerAtOnce(
  draft: SupervisionDraft,
  { parts, unsure, crns = [] }: Pick<AnsweredAtOnce, 'parts' | 'unsure'> & { crns?: readonly Crn[] },
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const { what, unclear, choose } = await saidIn(draft, parts, turn, desk)
  const cases = [...(what.crns ?? []), ...crns]
  const changed = await changeDraft(draft.id, { ...what, crns: cases }, turn, desk)
  if (changed === undefined) return showDraft(draft.id, turn, desk)
  if (choose !== undefined)
    return whichPerson(changed.draft, choose.people, choose.unknown === undefined ? {} : { unknown: choose.unknown })
  const leftOut = unsure.length === 0 ? [] : [notTold(unsure)]
  const problems = [...changed.problems, ...unclear]
  if (problems.length > 0) {
    const reply = await nextReply({ ...changed, problems }, turn, desk)
    const [first] = missing(changed.draft, desk.policy)
    // One that comes next is asked again alone; after others it is one of the list, as the next answer is for the first.
    const alone = problems.every(({ field }) => field === first)
    const others = alone ? undefined : askNext(changed.draft, desk.policy, changed.pair)
    if (!('text' in reply.message)) return reply
    const says = [...leftOut, reply.message.text].join(' ')
    return { ...reply, message: { text: others === undefined ? says : `${says}\n\n${others}` } }
  }
  const taken = [understood(changed, what, desk), ...leftOut.map((says) => says.slice(0, -1))]
    .filter(Boolean)
    .join('. ')
  const warnings = [...leftOut, ...(changed.warnings ?? [])]
  return nextReply({ ...changed, warnings }, turn, desk, taken)
}

function notTold(unsure: readonly string[]): string {
  const [only, ...more] = unsure
  return more.length > 0
    ? `I could not tell for sure which questions ${unsure.length} parts of your message answer, so I have not kept them: please put the number of its question before each.`
    : `I could not tell for sure what “${beginning(only ?? '', 60)}” answers, so I have not kept it.`
}

async function saidIn(
  draft: SupervisionDraft,
  parts: AnsweredAtOnce['parts'],
  turn: Turn,
  desk: Desk,
): Promise<{ what: Said; unclear: Problem[]; choose: { people: Person[]; unknown?: string } | undefined }> {
  const what: Said & { answers: Record<string, string> } = { answers: {} }
  const unclear: Problem[] = []
  let choose: { people: Person[]; unknown?: string } | undefined
  for (const { field, words } of parts) {
    if (field.startsWith('answer.')) {
      Object.assign(what.answers, withPrivateApart(field.slice('answer.'.length), words, draft, desk))
    } else if (field === 'other') {
      const people = await peopleCalled(words, turn, desk)
      const [only] = people
      if (people.length > 1) choose = { people }
      else if (only !== undefined) what.other = only.staffCode
      else {
        const like = await peopleLike(words, turn, desk)
        if (like.length > 0) choose = { people: like, unknown: words }
        unclear.push({ field, says: 'I do not know anybody of that name on the staff list. Who was it with?' })
      }
    } else {
      const read = basicRead(field, words, turn, desk)
      if ('says' in read) unclear.push({ field, says: read.says })
      else Object.assign(what, read)
    }
  }
  const crns = casesIn(Object.values(what.answers).join('\n'))
  return { what: { ...what, ...(crns.length > 0 ? { crns } : {}) }, unclear, choose }
}

async function peopleCalled(words: string, turn: Turn, desk: Desk): Promise<Person[]> {
  const closeTo = (await mayLogWithAnybody(turn, desk)).map((person) => person.staffCode)
  return narrowed((await desk.names()).find(words, { closeTo, asked: true }).people, turn)
}

function basicRead(field: DraftField, words: string, turn: Turn, desk: Desk): Said | { says: string } {
  if (field === 'kinds') {
    const kinds = kindsIn(words, desk.policy)
    return kinds.length > 0 ? { kinds } : { says: kindHint(desk) }
  }
  if (field === 'minutes') {
    const minutes = bareMinutes(words)
    return minutes === undefined ? { says: hints.minutes ?? '' } : { minutes }
  }
  const day = dayIn(words, turn.today, 'past')
  if (day === undefined) return { says: hints.heldOn ?? '' }
  return 'day' in day ? { heldOn: day.day } : { says: noSuchDay(day.impossible) }
}

/** An answer, where a sentence of it that begins with the name of a private question is the answer to that one. */
function withPrivateApart(
  id: string,
  words: string,
  draft: SupervisionDraft,
  { policy }: Desk,
): Record<string, string> {
  const questions = questionsOf(policy, draft.kinds)
  if (questions.find((question) => question.id === id)?.private) return { [id]: words }
  for (const question of questions.filter((one) => one.private)) {
    const at = words.search(new RegExp(`(?:^|[.;\\n])\\s*${question.label}\\b(?=\\s*[^\\s.;])`, 'iu'))
    if (at === -1) continue
    const before = words.slice(0, at).trim()
    const own = words.slice(at).replace(/^[.;\s]+/, '')
    return { ...(before === '' ? {} : { [id]: before }), [question.id]: own }
  }
  return { [id]: words }
}
