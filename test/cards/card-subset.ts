import { z } from 'zod'

/**
 * The part of Adaptive Cards 1.5 that the cards use, and nothing else: an element or property that is newer, or a text
 * colour that cannot be read, does not parse.
 */
const Spacing = z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding'])
const placed = { spacing: Spacing.optional(), separator: z.boolean().optional() }
const Text = z.string().min(1)

const TextBlock = z.strictObject({
  ...placed,
  type: z.literal('TextBlock'),
  text: Text,
  wrap: z.literal(true),
  style: z.literal('heading').optional(),
  size: z.enum(['Small', 'Default', 'Medium', 'Large']).optional(),
  weight: z.literal('Bolder').optional(),
  isSubtle: z.boolean().optional(),
})

const RichTextBlock = z.strictObject({
  ...placed,
  type: z.literal('RichTextBlock'),
  inlines: z
    .array(
      z.strictObject({
        type: z.literal('TextRun'),
        text: Text,
        weight: z.literal('Bolder').optional(),
        isSubtle: z.boolean().optional(),
      }),
    )
    .min(1),
})

const input = {
  ...placed,
  id: Text,
  label: Text,
  isRequired: z.boolean().optional(),
  errorMessage: Text,
  placeholder: Text.optional(),
}
const Inputs = [
  z.strictObject({
    ...input,
    type: z.literal('Input.Text'),
    value: z.string().optional(),
    maxLength: z.int().positive(),
    isMultiline: z.boolean().optional(),
  }),
  z.strictObject({
    ...input,
    type: z.literal('Input.ChoiceSet'),
    value: z.string().optional(),
    choices: z.array(z.strictObject({ title: Text, value: Text })).min(1),
    style: z.enum(['compact', 'expanded']),
    isMultiSelect: z.boolean().optional(),
    wrap: z.boolean().optional(),
  }),
  z.strictObject({
    ...input,
    type: z.literal('Input.Date'),
    value: z.iso.date().optional(),
    min: z.iso.date(),
    max: z.iso.date(),
  }),
  z.strictObject({
    ...input,
    type: z.literal('Input.Toggle'),
    title: Text,
    value: z.enum(['true', 'false']),
    wrap: z.literal(true),
  }),
  z.strictObject({ ...input, type: z.literal('Input.Time'), value: z.iso.time({ precision: -1 }).optional() }),
  z.strictObject({
    ...input,
    type: z.literal('Input.Number'),
    value: z.int().optional(),
    min: z.int(),
    max: z.int(),
  }),
] as const

const Execute = z.strictObject({
  type: z.literal('Action.Execute'),
  title: Text,
  verb: Text,
  data: z.record(z.string(), z.string()),
  style: z.literal('positive').optional(),
  associatedInputs: z.literal('none').optional(),
})

const OpenUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title: Text, url: z.url({ protocol: /^https?$/ }) })
const Action = z.discriminatedUnion('type', [Execute, OpenUrl])

const ActionSet = z.strictObject({ ...placed, type: z.literal('ActionSet'), actions: z.array(Action).min(1).max(6) })

/** Its ground may stand out; the letters on such a ground are dark in every look. */
const TableCell = z.strictObject({
  type: z.literal('TableCell'),
  style: z.enum(['attention', 'accent']).optional(),
  verticalContentAlignment: z.literal('Center').optional(),
  items: z.array(z.discriminatedUnion('type', [TextBlock, RichTextBlock])).min(1),
})

const Element: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('type', [
    TextBlock,
    RichTextBlock,
    ActionSet,
    ...Inputs,
    z.strictObject({
      ...placed,
      type: z.literal('Container'),
      style: z.literal('emphasis').optional(),
      /** A whole line to press: its title is what a screen reader says. */
      selectAction: Execute.optional(),
      items: z.array(Element).min(1),
    }),
    z.strictObject({
      ...placed,
      type: z.literal('Table'),
      showGridLines: z.literal(false),
      columns: z.array(
        z.strictObject({
          width: z.union([z.literal('96px'), z.literal(1), z.literal(2)]),
          horizontalCellContentAlignment: z.literal('Center').optional(),
        }),
      ),
      rows: z.array(z.strictObject({ type: z.literal('TableRow'), cells: z.array(TableCell).min(2) })).min(2),
    }),
    z.strictObject({
      ...placed,
      type: z.literal('ColumnSet'),
      columns: z.tuple([
        z.strictObject({ type: z.literal('Column'), width: z.enum(['92px', '148px']), items: z.array(RichTextBlock) }),
        z.strictObject({ type: z.literal('Column'), width: z.literal('stretch'), items: z.array(RichTextBlock) }),
      ]),
    }),
  ]),
)

/** What a client asks for by itself, for sixty people at most. */
const Refresh = z.strictObject({ action: Execute, userIds: z.array(Text).min(1).max(60) })

export const CardSubset = z.strictObject({
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  body: z.array(Element).min(1),
  actions: z.array(Action).min(1).max(6).optional(),
  refresh: Refresh.optional(),
})
