import type { AllocationSaid } from '../../cards/allocation/allocation-input.ts'

/** What a message says of an allocation that is being decided. `head`: the words that name who agreed. */
export type SaidInWords = { said: AllocationSaid; head?: string }

type Field = 'reasoning' | 'support' | 'discrimination' | 'sensitive'

const fields: readonly [RegExp, Field][] = [
  [/^(?:reasoning|why|reason|because)/i, 'reasoning'],
  [/^(?:support|mentor|co)/i, 'support'],
  [/^(?:discrimination|hate)/i, 'discrimination'],
  [/^sensitive/i, 'sensitive'],
]
/** Only where a sentence begins: in the middle of one, such a word is a word like any other. */
const begins = String.raw`(?:^|\n|(?<=[.,;!?]\s))\s*`
const label = new RegExp(
  `${begins}(reasoning|why|reason|because|support|mentor|co-?working|discrimination|hate crime(?: and discrimination)?|sensitive(?: part)?)(?:\\s*[:=–-]\\s*|[ \\t]*\\n+\\s*)`,
  'gi',
)
const because = /^because\s+(?=\S)/i
/** A name of a few words, up to the end of its sentence: "agreed with Tom to move two cases" is none. */
const agreement = new RegExp(
  `${begins}(?:(?:it (?:was|is) )?agreed (?:by|with)|(?:the )?head of pdu)\\s*[:=–-]?\\s*((?:[^\\s.,;:!?]+ ?){1,4}?)(?=\\s*(?:[.,;!?]|\\n|$))[.,;!?]?`,
  'i',
)
const withoutSensitive = /^(?:no|without|leave out|take out|remove|drop)\s+(?:the\s+|any\s+)?sensitive(?:\s+part)?\W*$/i
const decides =
  /^(?:(?:ok|okay|yes|yep|right)\W+)?(?:please\s+)?(?:allocate(?:\s+(?:it|this|that|the case|now))*|save(?:\s+(?:it|this|that|the\s+allocation))?|confirm(?:\s+it)?|hand it in|submit(?:\s+it)?)\W*$/i
const drops = /^(?:cancel|stop|drop it|forget it)(?:\s+(?:it|that|this|the allocation))?\W*$/i

/** Whether a message decides what is open ("allocate it"), or drops it ("cancel"). */
export function endOfAllocation(words: string): 'decide' | 'drop' | undefined {
  if (drops.test(words)) return 'drop'
  return decides.test(words) ? 'decide' : undefined
}

/**
 * What a message says of an allocation: texts behind their labels ("reasoning: …"), who agreed, and whether the sensitive
 * part stays out. Undefined where it says nothing of the kind.
 */
export function saidOfAllocation(words: string): SaidInWords | undefined {
  if (withoutSensitive.test(words)) return { said: { addsSensitive: false } }
  const agreed = agreement.exec(words)
  const head = agreed?.[1]?.trim()
  const rest =
    agreed === null ? words : `${words.slice(0, agreed.index)}\n${words.slice(agreed.index + agreed[0].length)}`
  const said: AllocationSaid = {}
  const plain = rest.trim().replace(because, 'because: ')
  const found = [...plain.matchAll(label)]
  for (const [index, match] of found.entries()) {
    const field = fields.find(([pattern]) => pattern.test(match[1] ?? ''))?.[1]
    const text = plain
      .slice(match.index + match[0].length, found[index + 1]?.index)
      .trim()
      .replace(/[,;]$/, '')
    if (field === undefined || text === '') continue
    said[field] = text
    if (field === 'sensitive') said.addsSensitive = true
  }
  if (head === undefined) return Object.keys(said).length === 0 ? undefined : { said }
  return { said, head }
}
