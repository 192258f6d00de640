/**
 * How an order has gone so far. Offsets are counted from today, as ISO 8601 durations; `sentenced` is the release where
 * the person is out on licence. What is absent did not happen.
 */
export type CaseCourse = {
  sentenced: string
  ends: string
  allocated: string
  assessed: readonly string[]
  event?: string
  failures?: readonly string[]
  breach?: string
  state?: 'suspended' | 'custody' | 'recalled' | 'ended'
  /** Days after sentence on which the first unpaid work session was held; absent where none was. */
  firstWork?: number
  /** Enquiries: answered where nothing else is said. */
  enquiries?: 'asked' | 'not asked'
  /** The next review of its register entries. Half a year on where nothing else is said. */
  registerReview?: string
  touchPoint?: string
}

/** Nineteen courses, so that each meets every profile in turn. Most are in good order, as most cases are. */
export const courses: readonly CaseCourse[] = [
  { sentenced: '-P5M', ends: 'P7M', allocated: '-P4M25D', assessed: ['-P4M10D'], firstWork: 20 },
  { sentenced: '-P9M', ends: 'P9M', allocated: '-P8M26D', assessed: ['-P8M15D', '-P2M'], firstWork: 18 },
  { sentenced: '-P10D', ends: 'P12M', allocated: '-P6D', assessed: [], enquiries: 'asked' },
  { sentenced: '-P14M', ends: 'P10M', allocated: '-P13M25D', assessed: ['-P13M'], firstWork: 24 },
  { sentenced: '-P3M', ends: 'P15M', allocated: '-P2M26D', assessed: ['-P2M12D'], firstWork: 15 },
  { sentenced: '-P11M', ends: 'P13M', allocated: '-P10M25D', assessed: ['-P10M'], event: '-P30D', firstWork: 22 },
  {
    sentenced: '-P7M',
    ends: 'P5M',
    allocated: '-P6M25D',
    assessed: ['-P6M10D'],
    registerReview: '-P12D',
    firstWork: 40,
  },
  { sentenced: '-P16M', ends: 'P8M', allocated: '-P15M25D', assessed: ['-P15M', '-P13M'], state: 'suspended' },
  {
    sentenced: '-P6M',
    ends: 'P6M',
    allocated: '-P5M25D',
    assessed: ['-P5M'],
    failures: ['-P50D', '-P30D'],
    firstWork: 19,
  },
  { sentenced: '-P20M', ends: 'P16M', allocated: '-P19M25D', assessed: ['-P19M', '-P8M'], firstWork: 21 },
  { sentenced: '-P45D', ends: 'P17M', allocated: '-P41D', assessed: [], enquiries: 'not asked' },
  { sentenced: '-P8M', ends: 'P16M', allocated: '-P7M25D', assessed: ['-P7M10D'], failures: ['-P25D'], firstWork: 25 },
  { sentenced: '-P26M', ends: 'P22M', allocated: '-P25M', assessed: ['-P9M'], state: 'custody' },
  { sentenced: '-P24D', ends: 'P12M', allocated: '-P18D', assessed: ['-P9D'], enquiries: 'asked', firstWork: 14 },
  { sentenced: '-P4M', ends: 'P8M', allocated: '-P3M25D', assessed: ['-P3M12D'], enquiries: 'asked', firstWork: 23 },
  { sentenced: '-P22D', ends: 'P18M', allocated: '-P17D', assessed: ['-P8D'], touchPoint: '-P3D' },
  {
    sentenced: '-P9M',
    ends: 'P3M',
    allocated: '-P8M25D',
    assessed: ['-P8M'],
    failures: ['-P60D', '-P45D'],
    breach: '-P35D',
  },
  { sentenced: '-P18M', ends: 'P30M', allocated: '-P17M25D', assessed: ['-P17M', '-P6M'], state: 'recalled' },
  { sentenced: '-P12M', ends: '-P8D', allocated: '-P11M25D', assessed: ['-P11M'], state: 'ended', firstWork: 16 },
]
