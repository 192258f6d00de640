import type { IExecuteAction } from '@microsoft/teams.cards'
import type { Temporal } from 'temporal-polyfill'
import type { Problem } from '../../domain/draft.ts'
import type { SessionId, StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { type RecordedSession, signerOf, standingOf, tookPart } from '../../domain/supervision.ts'
import type { SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { button } from '../button.ts'
import type { CardElement } from '../card-with.ts'
import { note, sentence } from '../lines.ts'
import { typed, type Words } from '../typed.ts'
import { momentInWords, standingInWords } from '../words.ts'
import { askedOfPractitioner } from './ask-reflective.ts'

export type SessionView = {
  session: RecordedSession
  practitioner: Pick<Person, 'staffCode' | 'name'>
  supervisor: Pick<Person, 'staffCode' | 'name'>
  /** Who is going to read this card. */
  viewer: StaffCode
  sight: 'full' | 'dates'
  policy: SupervisionPolicy
  /** Some cases of the session are none that the viewer may see; their numbers are not in it. */
  casesHidden?: boolean
  /** When the entry that this one takes the place of was logged, and the one that took this one's place. */
  replaces?: Temporal.Instant
  replacedBy?: Temporal.Instant
  /** Right after saving, for the logger: what became of asking the other person. */
  reached?: 'asked' | 'waiting-unreachable' | 'sending'
  problems?: readonly Problem[]
  /** What the signer typed into the card already. */
  typedWords?: string
  /** What the practitioner chose on the card already where they are asked whether it was reflective. */
  typedReflection?: { rating?: string; line?: string }
}

/** What a session's card says first, what it asks, and which buttons it has: by where the session stands and who reads. */
export type SessionStage = {
  heading: string
  summary: string
  says: CardElement[]
  asks: CardElement[]
  actions: IExecuteAction[]
}

/** The stage of a session for its reader. `most` is the most characters of what somebody said that are shown. */
export function sessionStage(view: SessionView, most: number): SessionStage {
  const stage = stageOf(view, most)
  if (view.sight !== 'full') return stage
  const links = linksOf(view.session)
  const asks = askedOfPractitioner(view)
  const signs = stage.actions.some((action) => action.verb === 'session.agree')
  if (asks.length === 0 || signs)
    return { ...stage, asks: [...asks, ...stage.asks], actions: [...stage.actions, ...links] }
  const answer = button('Save my answer', { verb: 'session.reflect', session: view.session.id }, { primary: true })
  const others = stage.actions.map(
    ({ style: _style, ...action }): IExecuteAction => ({ ...action, associatedInputs: 'none' }),
  )
  return { ...stage, asks: [...stage.asks, ...asks], actions: [answer, ...others, ...links] }
}

/** The other entries about the same session. */
function linksOf({ corrects, correctedBy }: RecordedSession): IExecuteAction[] {
  const show = (title: string, session: SessionId) =>
    button(title, { verb: 'session.show', session }, { withoutInputs: true })
  return [
    ...(correctedBy === undefined ? [] : [show('Show the newer entry', correctedBy)]),
    ...(corrects === undefined ? [] : [show('Show the earlier entry', corrects)]),
  ]
}

function stageOf(view: SessionView, most: number): SessionStage {
  const { session, viewer, sight } = view
  const standing = standingOf(session)
  const plain: SessionStage = {
    heading: 'Supervision session',
    summary: 'A supervision session',
    says: [],
    asks: [],
    actions: [],
  }
  const nameOf = (code: StaffCode) =>
    code === view.practitioner.staffCode ? view.practitioner.name : view.supervisor.name
  const signer = nameOf(signerOf(session))
  const logger = nameOf(session.loggedBy)

  if (sight === 'dates') return { ...plain, says: [typed(`${standingInWords(session, signer)}.`)] }
  if (standing === 'imported') return { ...plain, says: [typed(`${standingInWords(session, signer)}.`)] }
  if (standing === 'corrected') return { ...plain, ...corrected(view, signer, most) }
  if (standing === 'withdrawn') return { ...plain, ...withdrawn(view, nameOf, signer, most) }
  if (!tookPart(session, viewer)) {
    return { ...plain, says: [typed(`${standingInWords(session, signer)}.`), ...said(session, most)] }
  }
  const signs = viewer === signerOf(session)
  if (standing === 'waiting') return signs ? toSign(view, logger) : { ...plain, ...waiting(view, signer) }
  return { ...plain, ...signed(view, signs ? 'You' : signer, logger, signs, most) }
}

function corrected({ session, replacedBy }: SessionView, signer: string, most: number): Partial<SessionStage> {
  const before = session.signOff === undefined ? [] : [typed('Before that: ', ...whatWasSaid(session, signer))]
  const newer = replacedBy === undefined ? 'a newer entry' : `the entry of ${momentInWords(replacedBy)}`
  return {
    heading: 'Corrected',
    summary: 'A corrected supervision session',
    says: [
      sentence(`Replaced by ${newer}. Only the newer one counts; this one stays readable.`),
      ...before,
      ...said(session, most),
    ],
  }
}

function withdrawn(
  { session, viewer }: SessionView,
  nameOf: (code: StaffCode) => string,
  signer: string,
  most: number,
): Partial<SessionStage> {
  const { by, at, reason } = session.withdrawn ?? { by: session.loggedBy, at: session.loggedAt }
  const before = session.signOff === undefined ? [] : [typed('Before that: ', ...whatWasSaid(session, signer))]
  return {
    heading: '✕ Withdrawn',
    summary: 'A withdrawn supervision session',
    says: [
      typed({ strong: by === viewer ? 'You' : nameOf(by) }, ` withdrew it on ${momentInWords(at)}. It does not count.`),
      ...(reason === undefined ? [] : note('Reason', reason, most)),
      ...before,
      ...said(session, most),
    ],
  }
}

/** That a session takes the place of another, for whoever reads it. */
function replacing({ session, replaces }: SessionView): CardElement[] {
  if (session.corrects === undefined) return []
  const earlier = replaces === undefined ? 'an earlier entry' : `the entry of ${momentInWords(replaces)}`
  return [sentence(`It replaces ${earlier}, which stays readable.`)]
}

function waiting(view: SessionView, signer: string): Partial<SessionStage> {
  const { session, reached } = view
  const asking = {
    asked: [signer, ' has been asked to agree.'],
    sending: ['I am asking ', signer, ' to agree.'],
    'waiting-unreachable': [
      'I could not reach ',
      signer,
      ' in Teams yet. The session is saved and waits for them: they find it by asking me “what is waiting for me?”.',
    ],
    none: ['Waiting for ', signer, ' to agree.'],
  }[reached ?? 'none']
  return {
    heading: reached === undefined ? 'Supervision session' : 'Recorded',
    summary: reached === undefined ? 'A supervision session' : 'A supervision session was recorded',
    says: [
      typed(...asking),
      ...(session.loggedBy === session.practitioner ? [sentence('It counts once they have agreed.')] : []),
      ...replacing(view),
    ],
    actions: ofLogger(session),
  }
}

function toSign(view: SessionView, logger: string): SessionStage {
  const { session, policy, typedWords } = view
  const id = session.id
  return {
    heading: 'Please check this session',
    summary: 'A supervision session to check',
    says: [
      typed({ strong: logger }, ` logged it on ${momentInWords(session.loggedAt)}.`),
      ...replacing(view),
      ...(session.loggedBy === session.practitioner ? [sentence('It counts once you have agreed.')] : []),
    ],
    asks: [
      {
        type: 'Input.Text',
        id: 'words',
        label: 'Comment, or what should change (optional to agree)',
        isMultiline: true,
        maxLength: policy.noteCharacters,
        errorMessage: 'This is too long.',
        separator: true,
        spacing: 'Large',
        ...(typedWords === undefined || typedWords === '' ? {} : { value: typedWords.slice(0, policy.noteCharacters) }),
      },
      sentence('“I agree” signs it as it is; typing “agree” does the same.', { spacing: 'Medium' }),
      sentence('“Agree with this comment” signs it and keeps your words with it.', { spacing: 'Small' }),
      sentence('“Ask for a change” sends it back with your words, unsigned.', { spacing: 'Small' }),
    ],
    actions: [
      button('I agree', { verb: 'session.agree', session: id }, { primary: true }),
      button('Agree with this comment', { verb: 'session.comment', session: id }),
      button('Ask for a change', { verb: 'session.ask-change', session: id }),
    ],
  }
}

function signed(view: SessionView, who: string, logger: string, signs: boolean, most: number): Partial<SessionStage> {
  const { session } = view
  const says = [typed(...whatWasSaid(session, who)), ...said(session, most), ...replacing(view)]
  if (session.signOff?.outcome !== 'change-asked') {
    const comment = session.signOff?.outcome === 'agreed-with-comment'
    return {
      heading: comment ? '✓ Agreed with a comment' : '✓ Agreed',
      summary: 'An agreed supervision session',
      says,
      actions: signs ? [] : ofLogger(session),
    }
  }
  const next = signs
    ? typed(logger, ' can correct it now. You are asked again then.')
    : sentence('Correcting it makes a new entry; this one stays readable.')
  return {
    heading: '▲ A change was asked for',
    summary: 'A change was asked for in a supervision session',
    says: [...says, next],
    actions: signs ? [] : ofLogger(session, true),
  }
}

/** What its logger may still do with a session. */
function ofLogger({ id }: RecordedSession, correctFirst = false): IExecuteAction[] {
  return [
    button('Correct it', { verb: 'session.correct', session: id }, { primary: correctFirst }),
    button('Withdraw it', { verb: 'session.withdraw', session: id }),
    button('Add an action', { verb: 'action.new', session: id }),
  ]
}

function whatWasSaid({ signOff }: RecordedSession, who: string): Words[] {
  if (signOff === undefined) return []
  const did = {
    agreed: 'agreed',
    'agreed-with-comment': 'agreed with a comment',
    'change-asked': 'asked for a change',
  }[signOff.outcome]
  return [{ strong: who }, ` ${did} on ${momentInWords(signOff.signedAt)}.`]
}

function said({ signOff }: RecordedSession, most: number): CardElement[] {
  if (signOff?.words === undefined) return []
  return note(signOff.outcome === 'change-asked' ? 'What should change' : 'Comment', signOff.words, most)
}
