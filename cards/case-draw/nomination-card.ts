import type { Temporal } from 'temporal-polyfill'
import type { Crn } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, problemList, remark, row, sentence } from '../lines.ts'
import { beginning, shown, typed } from '../typed.ts'
import { shortDay } from '../words.ts'

/** A case that the reader holds, with the name of its person where it is known. */
export type OwnCase = { crn: Crn; name?: string }

const mostCases = 200

/** Which of their own cases somebody puts forward. */
export function nominationFormCard(view: {
  kind: string
  cases: readonly OwnCase[]
  problems?: readonly string[]
}): CardMessage {
  const { kind, cases, problems = [] } = view
  return {
    card: cardWith(
      [
        heading('Nominate a case'),
        typed(`Which of your cases is your ${kind} to be about? You can also just type its number.`),
        ...problemList(problems),
        {
          type: 'Input.ChoiceSet',
          id: 'case',
          label: 'Case',
          style: 'compact',
          placeholder: 'Choose a case',
          choices: cases.slice(0, mostCases).map(({ crn, name }) => ({ title: caseInWords(crn, name), value: crn })),
          isRequired: true,
          errorMessage: 'Choose a case.',
        },
        ...(cases.length > mostCases ? [remark('Not in the list? Type its number.')] : []),
      ],
      [button('Nominate', { verb: 'nomination.make' }, { primary: true })],
    ),
    summary: 'A case to nominate',
  }
}

function caseInWords(crn: Crn, name: string | undefined): string {
  return name === undefined ? crn : `${crn}, ${beginning(shown(name), 60)}`
}

/** What a practitioner has put forward, as they see it themself. */
export function ownNominationCard(view: {
  kind: string
  nominated: OwnCase | 'restricted' | 'unknown'
  on: Temporal.PlainDate
  /** It took the place of another. */
  instead: boolean
}): CardMessage {
  const { kind, nominated, on, instead } = view
  return {
    card: cardWith([
      heading('Your nominated case'),
      ...caseNominated(nominated),
      row('For', `your ${kind}`),
      row('Nominated', shortDay(on)),
      ...(instead ? [sentence('It takes the place of the case you nominated before.')] : []),
      typed(
        `Your line manager and your quality officer see it when they log your ${kind}. Until then you can nominate another: say “nominate”, the case number and “for my ${kind}”.`,
      ),
    ]),
    summary: 'A case you nominated',
  }
}

/** What somebody else has put forward, as far as the reader may see the case. */
export function nominationCard(view: {
  kind: string
  subject: Pick<Person, 'name'>
  nominated: { crn: Crn } | 'restricted' | 'unknown'
  on: Temporal.PlainDate
}): CardMessage {
  return {
    card: cardWith([
      heading('Nominated case'),
      ...caseNominated(view.nominated),
      row('By', view.subject.name),
      row('For', view.kind),
      row('Nominated', shortDay(view.on)),
      remark('It is written down that you looked.'),
    ]),
    summary: 'A case that was nominated',
  }
}

function caseNominated(nominated: OwnCase | 'restricted' | 'unknown'): CardElement[] {
  if (nominated === 'restricted') return [sentence('Access is restricted.')]
  if (nominated === 'unknown')
    return [sentence('Access to the case could not be checked, so it is not shown. Please try again in a few minutes.')]
  return [row('Case', { strong: nominated.crn }, ...(nominated.name === undefined ? [] : [`, ${nominated.name}`]))]
}
