import type { AllocationDraft } from '../../domain/allocation/allocation-draft.ts'
import { decisionCharacters } from '../../domain/allocation/problems-with-decision.ts'
import { StaffCode } from '../../domain/ids.ts'
import { inputReader, Words } from '../read-input.ts'

/** What was said of an allocation that is being decided. What is absent was not said; an empty text takes back what was there. */
export type AllocationSaid = Pick<
  Partial<AllocationDraft>,
  'reasoning' | 'sensitive' | 'addsSensitive' | 'agreedBy'
> & {
  support?: string
  discrimination?: string
}

const names = {
  reasoning: 'Your reasoning',
  support: 'What you wrote about support',
  discrimination: 'What you wrote about hate crime and discrimination',
  sensitive: 'The sensitive part',
}
const texts = ['reasoning', 'support', 'discrimination', 'sensitive'] as const

/** What the inputs of the form say. Whatever cannot be read is a problem in a sentence, and is left out. */
export function readAllocationForm(data: Record<string, unknown>): { said: AllocationSaid; problems: string[] } {
  const said: AllocationSaid = {}
  const problems: string[] = []
  for (const id of texts) {
    const value = data[id]
    if (value === undefined || value === null) continue
    const parsed = Words.safeParse(value)
    if (parsed.success && parsed.data.length <= decisionCharacters) said[id] = parsed.data
    else if (parsed.success)
      problems.push(
        `${names[id]} is too long: at most ${decisionCharacters.toLocaleString('en-GB')} characters, please.`,
      )
    else problems.push('I could not read one of the texts. Please type it again.')
  }
  const read = inputReader<'agreedBy'>(data, (_field, says) => problems.push(says))
  const agreedBy = read('agreedBy', StaffCode, 'I could not read which head of PDU agreed. Please choose again.')
  if (agreedBy !== undefined) said.agreedBy = agreedBy
  if (data.addsSensitive === 'true' || data.addsSensitive === true) said.addsSensitive = true
  if (data.addsSensitive === 'false' || data.addsSensitive === false) said.addsSensitive = false
  return { said, problems }
}
