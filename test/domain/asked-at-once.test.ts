import assert from 'node:assert/strict'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { askedAtOnce } from '../../domain/asked-at-once.ts'
import { emptyDraft, missing, type SupervisionDraft } from '../../domain/draft.ts'
import { Crn, DraftId, IsoDate, StaffCode } from '../../domain/ids.ts'
import type { KindId, LoggerPart } from '../../domain/supervision-kind.ts'

const me = StaffCode.parse('N03S001')
const draftOf = (kinds: KindId[], rest: Partial<SupervisionDraft> = {}): SupervisionDraft => ({
  ...emptyDraft(DraftId.parse('00000000-0000-4000-8000-000000000001'), me),
  other: StaffCode.parse('N03A001'),
  heldOn: IsoDate.parse('2026-11-20'),
  minutes: 60,
  kinds,
  ...rest,
})

type Row = { of: string; draft: SupervisionDraft; part?: LoggerPart; needed: string[]; optional?: string[] }
const rows: Row[] = [
  {
    of: 'a draft that says nothing: whom, what, when and how long',
    draft: emptyDraft(DraftId.parse('00000000-0000-4000-8000-000000000001'), me),
    needed: ['other', 'kinds', 'heldOn', 'minutes'],
  },
  {
    of: 'a monthly, with wellbeing last',
    draft: draftOf(['monthly']),
    needed: ['workload', 'cases'],
    optional: ['wellbeing'],
  },
  {
    of: 'a monthly whose cases were named',
    draft: draftOf(['monthly'], { crns: [Crn.parse('X320741')] }),
    needed: ['workload'],
    optional: ['wellbeing'],
  },
  {
    of: 'a reflective, logged by the manager',
    draft: draftOf(['reflective']),
    part: 'manager',
    needed: ['theme', 'learned', 'change'],
  },
  {
    of: 'a reflective, logged by the person supervised',
    draft: draftOf(['reflective']),
    part: 'practitioner',
    needed: ['theme', 'learned', 'change'],
    optional: ['was-reflective', 'reflective-line'],
  },
  {
    of: 'a performance: one objective and its rating',
    draft: draftOf(['performance']),
    needed: ['objective-1', 'rating-1'],
  },
  {
    of: 'a performance with objectives: the ratings',
    draft: draftOf(['performance'], { answers: { 'objective-1': 'a', 'objective-2': 'b' } }),
    needed: ['rating-1', 'rating-2'],
  },
  {
    of: 'a SAQUA without its length',
    draft: draftOf(['saqua'], { minutes: undefined }),
    needed: ['minutes', 'nominated-case', 'one-to-one', 'panel', 'asked-for', 'made'],
  },
  {
    of: 'two kinds in one, optional ones after everything that is needed',
    draft: draftOf(['monthly', 'reflective']),
    needed: ['workload', 'cases', 'theme', 'learned', 'change'],
    optional: ['wellbeing'],
  },
  {
    of: 'a whole draft: nothing',
    draft: draftOf(['competency'], { answers: { evidence: 'a', ready: 'yes' } }),
    needed: [],
  },
]

describe('What one message asks for', () => {
  const short = (field: string) => field.replace('answer.', '')
  for (const { of, draft, part, needed, optional = [] } of rows) {
    it(`of ${of}`, () => {
      const asked = askedAtOnce(draft, policy, part)
      assert.deepEqual(
        asked.map((one) => [short(one.field), one.optional]),
        [...needed.map((id) => [id, false]), ...optional.map((id) => [id, true])],
      )
    })
  }
  it('begins with what is asked next when it is asked alone', () => {
    for (const { draft, part } of rows) {
      const [next] = missing(draft, policy)
      const [first] = askedAtOnce(draft, policy, part).filter(({ optional }) => !optional)
      assert.equal(first?.field, next)
    }
  })
})
