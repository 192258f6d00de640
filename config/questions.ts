import type { AnswerType, KindQuestion } from '../domain/supervision-kind.ts'

type Rest = Partial<Omit<KindQuestion, 'id' | 'label' | 'ask' | 'answer'>>

/** A question with everything a policy says of one; needed and read by whoever reads the session, unless `rest` differs. */
function question(id: string, label: string, ask: string, answer: AnswerType, rest: Rest): KindQuestion {
  return { id, label, ask, required: true, private: false, takesCases: false, answer, ...rest }
}

/** A question answered in words. */
export function inWords(id: string, label: string, ask: string, rest: Rest = {}): KindQuestion {
  return question(id, label, ask, { type: 'text' }, rest)
}

/** The same, in a line of at most 300 characters. */
export function inALine(id: string, label: string, ask: string, rest: Rest = {}): KindQuestion {
  return question(id, label, ask, { type: 'text', most: 300 }, rest)
}

/** A question answered with one of the choices of a scale. */
export function fromScale(scale: string, id: string, label: string, ask: string, rest: Rest = {}): KindQuestion {
  return question(id, label, ask, { type: 'choice', scale }, rest)
}

/** A question for one case. */
export function oneCase(from: 'draw' | 'nomination', id: string, label: string, ask: string): KindQuestion {
  return question(id, label, ask, { type: 'case', from }, {})
}

/** A question for the people of a panel; more than so many are taken with a warning. */
export function people(warnAbove: number, id: string, label: string, ask: string): KindQuestion {
  return question(id, label, ask, { type: 'people', warnAbove }, {})
}

/** So many objectives, each with its rating and a note, carried over from the last session. */
export function objectives(most: number): KindQuestion[] {
  return Array.from({ length: most }, (_, index) => index + 1).flatMap((number) => {
    const of = `objective-${number}`
    return [
      inWords(of, `Objective ${number}`, `What is objective ${number}?`, {
        required: false,
        oneOf: 'objectives',
        carriesOver: true,
      }),
      fromScale('objectives', `rating-${number}`, `Rating ${number}`, `How do you rate objective ${number}?`, { of }),
      inWords(`note-${number}`, `Note ${number}`, `Anything to note on objective ${number}?`, { required: false, of }),
    ]
  })
}
