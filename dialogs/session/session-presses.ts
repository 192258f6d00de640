import { readForm, readReflection, readWords } from '../../cards/form-input.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { SignOffOutcome } from '../../domain/supervision.ts'
import { helpReply } from '../menu.ts'
import { type Desk, type Presses, type Reply, refuse, type Turn } from '../turn.ts'
import { whatWaits } from '../waiting.ts'
import { choosePerson } from '../which-person.ts'
import { changeSaidFor } from './amend-session.ts'
import { draftShown } from './draft-shown.ts'
import { beginDraft, cancelDraft, correctSession, formReply, saveDraft, showDraft } from './log-supervision.ts'
import { showRecord, showSession } from './show-record.ts'
import { signSession } from './sign-session.ts'

const goneFromList = 'That person is no longer on the staff list.'

/** The buttons about sessions, being written down and recorded. */
export const sessionPresses: Presses<
  | 'supervision.save'
  | 'supervision.edit'
  | 'supervision.resume'
  | 'supervision.cancel'
  | 'supervision.choose-person'
  | 'session.agree'
  | 'session.comment'
  | 'session.ask-change'
  | 'session.show'
  | 'session.correct'
  | 'record.show'
  | 'suggestion.try'
> = {
  'supervision.save': async ({ draft }, data, turn, desk) => {
    const found = await desk.drafts.read(draft)
    const shown = found && (await draftShown(found.draft, turn, desk))
    const form = readForm(data, desk.policy, shown === 'not to correct' ? found?.draft : shown?.draft)
    return saveDraft(draft, form.said, form.problems, turn, desk)
  },
  'supervision.edit': ({ draft }, _data, turn, desk) => showDraft(draft, turn, desk),
  'supervision.resume': ({ draft }, _data, turn, desk) => showDraft(draft, turn, desk),
  'supervision.cancel': ({ draft }, _data, turn, desk) => cancelDraft(draft, turn, desk),
  'supervision.choose-person': async ({ draft, person }, _data, turn, desk) => {
    const chosen = await desk.staff.byStaffCode(person)
    return chosen === undefined ? refuse(turn, 'person', goneFromList) : choosePerson(draft, chosen, turn, desk)
  },
  'session.agree': signs('agreed'),
  'session.comment': signs('agreed-with-comment'),
  'session.ask-change': signs('change-asked'),
  'session.show': ({ session }, _data, turn, desk) => showSession(session, turn, desk),
  'session.correct': async ({ session }, _data, turn, desk) => {
    const found = await desk.supervisions.byId(session)
    return found === undefined
      ? refuse(turn, 'correct', 'I cannot find that session.')
      : correctSession(found, turn, desk, changeSaidFor(found, turn, desk))
  },
  'record.show': async ({ person }, _data, turn, desk) => {
    const subject = await desk.staff.byStaffCode(person)
    return subject === undefined ? refuse(turn, 'record', goneFromList) : showRecord(subject, {}, turn, desk)
  },
  'suggestion.try': ({ what }, _data, turn, desk) => suggestion[what](turn, desk),
}

function signs(outcome: SignOffOutcome) {
  return ({ session }: { session: SessionId }, data: Record<string, unknown>, turn: Turn, desk: Desk) => {
    const { words, problems } = readWords(data, desk.policy.noteCharacters)
    const reflected = readReflection(data)
    return signSession(
      session,
      { outcome, words, problems: [...problems, ...reflected.problems], reflected },
      turn,
      desk,
    )
  }
}

const suggestion: Record<'log' | 'my-record' | 'waiting' | 'help', (turn: Turn, desk: Desk) => Promise<Reply>> = {
  log: async (turn, desk) => formReply(await beginDraft({}, turn, desk), turn, desk),
  'my-record': (turn, desk) => showRecord(turn.person, {}, turn, desk),
  waiting: whatWaits,
  help: helpReply,
}
