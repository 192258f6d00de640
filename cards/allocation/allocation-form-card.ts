import type { Weighing } from '../../domain/allocation/allocation-answers.ts'
import type { AllocationDraft } from '../../domain/allocation/allocation-draft.ts'
import { EntrySection } from '../../domain/allocation/allocation-draft.ts'
import { outcomeInWords } from '../../domain/allocation/check.ts'
import { sectionInWords } from '../../domain/allocation/oversight-entry.ts'
import {
  decisionCharacters,
  needsAgreement,
  needsReasoning,
  problemsWithDecision,
  reasoningExample,
} from '../../domain/allocation/problems-with-decision.ts'
import { ruleNamed } from '../../domain/allocation/rules/all-rules.ts'
import type { Grade, Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith, fittingCard } from '../card-with.ts'
import { heading, note, problemList, remark, sentence, subheading } from '../lines.ts'
import { beginning, shown, typed } from '../typed.ts'
import { countInWords } from '../words.ts'
import { firedAndQuiet } from './rule-line.ts'

export type AllocationFormView = {
  draft: AllocationDraft
  to: Pick<Person, 'name'> & { grade: Grade }
  caseName?: string | undefined
  weighing: Weighing
  /** Heads of PDU who may have agreed. */
  heads: readonly Pick<Person, 'staffCode' | 'name'>[]
  /** The fewest characters of the manager's own reasoning. */
  leastReasoning: number
  /** Whether the decision is also handed in to the case services. */
  submits: boolean
  problems: readonly string[]
  /** What else is to be heeded, in sentences. */
  remarks?: readonly string[]
}

/** The sections in which the manager's own words stand; the others are drafted from facts alone. */
const written = ['discrimination', 'support'] as const

/**
 * An allocation to decide: the verdict with its reasons in short, the entry as drafted, and what only the manager can say.
 * The sensitive part stands apart and is off until it is switched on.
 */
export function allocationFormCard(view: AllocationFormView): CardMessage {
  const { draft, to, caseName, weighing, problems, remarks = [], submits } = view
  const name = caseName === undefined ? [] : [` (${beginning(caseName, 60)})`]
  const card = fittingCard(longestSection, (most) =>
    cardWith(
      [
        heading('Allocate a case'),
        typed({ strong: draft.crn }, ...name, ' to ', { strong: beginning(to.name, 60) }, ` (${to.grade})`),
        { ...typed({ strong: outcomeInWords(weighing.outcome) }), spacing: 'Medium' },
        ...firedAndQuiet(weighing.checks).fired.map(
          ({ rule, outcome, reason }): CardElement => ({
            ...typed(beginning(`${ruleNamed(rule).name}: ${outcomeInWords(outcome)} – ${reason}`, most)),
            spacing: 'Small',
          }),
        ),
        ...problemList(problems),
        ...remarks.map((says): CardElement => ({ ...typed(says), spacing: 'Medium' })),
        subheading('The entry, as drafted'),
        ...drafted(draft, most),
        subheading('In your words'),
        ...inputs(view),
        remark(
          'No links, please. The person on probation may ask to read this. Concerns about a colleague do not belong here: raise them in supervision.',
        ),
        remark(
          `In words: “reasoning:”, “support:” or “discrimination:” and your text, ${needsAgreement(weighing.outcome) ? '“agreed by” and a name, ' : ''}then “allocate it”, “start again”, or “cancel”. For somebody else, say “to” and a name.`,
        ),
        ...(problems.length === 0 ? [] : problemList([stillOpen(problems.length)])),
      ],
      [
        button(
          submits ? 'Allocate and hand in' : 'Allocate',
          { verb: 'allocation.decide', allocation: draft.id },
          { primary: true },
        ),
        button('Cancel', { verb: 'allocation.drop', allocation: draft.id }, { withoutInputs: true }),
      ],
    ),
  )
  return { card, summary: 'An allocation to decide' }
}

const longestSection = 1500

/** Right above the buttons, where it is seen by whoever has just pressed one. */
function stillOpen(problems: number): string {
  return `Not allocated yet: ${countInWords(problems)} ${problems === 1 ? 'thing' : 'things'} to put right, see above.`
}

function drafted({ drafted = {} }: AllocationDraft, most: number): CardElement[] {
  return EntrySection.options.flatMap((section) => {
    const text = drafted[section] ?? ''
    if (text === '' || written.some((one) => one === section)) return []
    return note(sectionInWords(section), text, most)
  })
}

const tooLong = `At most ${decisionCharacters.toLocaleString('en-GB')} characters, please.`

/** Which fields have something wrong, where problems are shown at all. */
function fieldsToMend({ draft, weighing, leastReasoning, problems }: AllocationFormView): readonly string[] {
  if (problems.length === 0) return []
  const facts = Object.values(draft.drafted ?? {}).join('\n')
  return problemsWithDecision(draft, weighing.outcome, facts, { reasoningCharacters: leastReasoning }).map(
    ({ field }) => field,
  )
}

function inputs(view: AllocationFormView): CardElement[] {
  const { draft, weighing, heads, leastReasoning } = view
  const needed = needsReasoning(weighing.outcome)
  const wrong = fieldsToMend(view)
  const marked = (id: string, label: string) => (wrong.includes(id) ? `⚠ ${label}` : label)
  const text = (id: string, label: string, value: string | undefined, placeholder: string): CardElement => ({
    type: 'Input.Text',
    id,
    label: marked(id, label),
    isMultiline: true,
    maxLength: decisionCharacters,
    errorMessage: tooLong,
    ...(placeholder === '' ? {} : { placeholder }),
    ...(value === undefined || value === '' ? {} : { value }),
  })
  return [
    text(
      'reasoning',
      needed ? `Why this person: at least ${leastReasoning} characters` : 'Why this person (optional)',
      draft.reasoning,
      reasoningExample,
    ),
    ...(needsAgreement(weighing.outcome)
      ? [whoAgreed(draft, heads, marked('agreedBy', 'Which head of PDU agreed?'))]
      : []),
    text(
      'support',
      `${sectionInWords('support')}: mentor, co-working (optional)`,
      draft.sections.support ?? draft.drafted?.support,
      'Mentored by, co-worked with, until',
    ),
    text(
      'discrimination',
      `${sectionInWords('discrimination')} (optional)`,
      draft.sections.discrimination,
      'What was considered',
    ),
    {
      type: 'Container',
      style: 'emphasis',
      spacing: 'Medium',
      items: [
        sentence(
          'What would do harm if the person on probation read it, such as details of a victim, goes in a part of its own.',
        ),
        {
          type: 'Input.Toggle',
          id: 'addsSensitive',
          title: 'Add a sensitive part, marked as sensitive',
          label: 'Sensitive part',
          value: draft.addsSensitive === true ? 'true' : 'false',
          wrap: true,
          errorMessage: 'Please tick the box, or leave it.',
        },
        text('sensitive', 'What is sensitive (kept out unless the box is ticked)', draft.sensitive, ''),
      ],
    },
  ]
}

function whoAgreed({ agreedBy }: AllocationDraft, heads: AllocationFormView['heads'], label: string): CardElement {
  if (heads.length === 0) {
    return sentence(
      'The staff list has no head of your PDU in post. Somebody has to put that right before this can be decided.',
    )
  }
  return {
    type: 'Input.ChoiceSet',
    id: 'agreedBy',
    label,
    style: 'compact',
    placeholder: 'Choose a person',
    errorMessage: 'Please choose the head of PDU who agreed.',
    choices: heads.map(({ staffCode, name }) => ({ title: beginning(shown(name), 60), value: staffCode })),
    ...(agreedBy === undefined || !heads.some(({ staffCode }) => staffCode === agreedBy) ? {} : { value: agreedBy }),
  }
}
