import type { CaseDraw } from '../../domain/case-draw.ts'
import type { CaseView } from '../../domain/case-view.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, note, problemList, remark, row, sentence } from '../lines.ts'
import { momentInWords } from '../words.ts'

export type DrawView = {
  draw: CaseDraw
  /** The case as the reader may see it now. */
  sight: CaseView['sight']
  subject: Pick<Person, 'staffCode' | 'name'>
  /** Whether the reader is the practitioner it was drawn for. */
  own: boolean
  /** Who drew it, as the reader knows them; "you" where that is the reader. */
  drawnBy: string
  /** The kind in a sentence, without an article: "RCAT". */
  kind: string
}

/** The most characters that a reason for drawing again may have. */
export const mostOfAReason = 500

/** The case that was drawn, with what can be done next. */
export function drawCard(
  view: DrawView & {
    /** It was drawn before, and asking again draws no other. */
    stands: boolean
    mayLog: boolean
    mayDrawAgain: boolean
    /** A reason typed that has something wrong with it. */
    reason?: string
    problems?: readonly string[]
  },
): CardMessage {
  const { draw, kind, stands, mayLog, mayDrawAgain, reason, problems = [] } = view
  const fair = button('Show the draw was fair', { verb: 'draw.show-fair', draw: draw.id }, { withoutInputs: true })
  const log = button(`Log the ${kind}`, { verb: 'draw.log', draw: draw.id }, { primary: true, withoutInputs: true })
  return {
    card: cardWith(
      [
        heading('Case drawn at random'),
        ...problemList(problems),
        ...(stands ? [sentence('This case was drawn before and still stands, so I have drawn no other.')] : []),
        ...drawFacts(view),
        ...(mayDrawAgain
          ? [
              sentence('You can draw once more, with a reason. This draw is kept too.', { spacing: 'Medium' }),
              {
                type: 'Input.Text',
                id: 'words',
                label: 'Reason, if you draw again',
                placeholder: 'I know this case',
                maxLength: mostOfAReason,
                errorMessage: 'This is too long.',
                ...(reason === undefined ? {} : { value: reason }),
              } satisfies CardElement,
            ]
          : []),
        ...(mayDrawAgain
          ? [remark('In words: “show the draw was fair”, or “draw again, reason:” and why.')]
          : [remark('In words: “show the draw was fair”.')]),
      ],
      [
        ...(mayLog ? [log] : []),
        fair,
        ...(mayDrawAgain ? [button('Draw again', { verb: 'draw.again', draw: draw.id })] : []),
      ],
    ),
    summary: 'A case was drawn at random',
  }
}

/** What was drawn, for whom, when and by whom. Of a case that the reader may not see, that access is restricted and no more. */
export function drawFacts({ draw, sight, subject, own, drawnBy, kind }: DrawView): CardElement[] {
  return [
    ...caseDrawn(draw, sight),
    row('For', own ? 'you' : subject.name),
    row('Kind', kind),
    row('Drawn', `${momentInWords(draw.drawnAt)} by `, drawnBy),
    ...(draw.instead === undefined ? [] : note('Drawn again, because', draw.instead.because, mostOfAReason)),
  ]
}

function caseDrawn(draw: CaseDraw, sight: CaseView['sight']): CardElement[] {
  switch (sight) {
    case 'open':
      return [row('Case', { strong: draw.crn })]
    case 'restricted':
      return [sentence('Access is restricted.')]
    case 'unknown':
      return [
        sentence('Access to the case could not be checked, so it is not shown. Please try again in a few minutes.'),
      ]
  }
}
