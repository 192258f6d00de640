import type { Scale } from '../domain/supervision-kind.ts'

/** What may be chosen where a question offers choices. Unconfirmed defaults of this product, not published scales. */
export const defaultScales: Scale[] = [
  {
    id: 'inspection',
    choices: [
      { id: 'outstanding', name: 'Outstanding', also: [] },
      { id: 'good', name: 'Good', also: [] },
      {
        id: 'requires-improvement',
        name: 'Requires improvement',
        also: ['requires improvement', 'needs improvement', 'req improvement', 'ri', 'require improvement'],
      },
      { id: 'inadequate', name: 'Inadequate', also: [] },
    ],
  },
  {
    id: 'objectives',
    choices: [
      { id: 'met', name: 'Met', also: ['achieved', 'done', 'complete', 'completed', 'fully met'] },
      { id: 'partly-met', name: 'Partly met', also: ['partially met', 'partly', 'in part'] },
      { id: 'not-met', name: 'Not met', also: ['not achieved', 'missed', 'not done', 'unmet'] },
    ],
  },
  {
    id: 'readiness',
    choices: [
      { id: 'yes', name: 'Yes', also: ['ready', 'y'] },
      { id: 'not-yet', name: 'Not yet', also: ['no', 'not ready', 'not yet ready', 'n'] },
    ],
  },
  {
    id: 'reflective',
    choices: [
      { id: 'yes', name: 'Yes', also: ['reflective', 'it was', 'fully', 'very', 'yes it was'] },
      { id: 'partly', name: 'Partly', also: ['partly reflective', 'partially', 'in part', 'somewhat', 'a bit'] },
      { id: 'no', name: 'No', also: ['not reflective', 'not really', 'it was not', 'not at all', "it wasn't"] },
    ],
  },
]
