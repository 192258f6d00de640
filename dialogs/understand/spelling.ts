import { nearMisses } from './near-miss.ts'

/** Words that the readers look for and that are long enough to be recognised with a slip in them. */
const looked = (
  'monday tuesday wednesday thursday friday saturday sunday yesterday tomorrow today morning afternoon evening ' +
  'january february september october november december fortnight ' +
  'supervision supervisions session sessions monthly reflective reflection observation observations performance ' +
  'objectives competency competencies appraisal minutes minute quarter quarters hours ' +
  'workload caseload reminder reminders remind allocate allocation allocated practitioner overdue assessment assessments ' +
  'safeguarding enforcement register unpaid nominate absence annual random actions action feedback withdraw correct ' +
  'schedule arrange cancel manager record history thanks thank hello export download'
).split(' ')

/** Slips of more than one letter, and the short forms of a phone, that stand for a word above. */
const meant: Record<string, string> = {
  refelctive: 'reflective',
  relfective: 'reflective',
  reflexive: 'reflective',
  reflecive: 'reflective',
  supervison: 'supervision',
  supervsion: 'supervision',
  superivison: 'supervision',
  wendsday: 'wednesday',
  wensday: 'wednesday',
  wedensday: 'wednesday',
  thrusday: 'thursday',
  yesturday: 'yesterday',
  yday: 'yesterday',
  yest: 'yesterday',
  tmrw: 'tomorrow',
  tomoz: 'tomorrow',
  tomorow: 'tomorrow',
  tommorow: 'tomorrow',
  minuets: 'minutes',
  mintues: 'minutes',
  pls: 'please',
  plz: 'please',
  wot: 'what',
  cud: 'could',
  shud: 'should',
  wots: "what's",
  helo: 'hello',
  hullo: 'hello',
  wat: 'what',
  thx: 'thanks',
  tnx: 'thanks',
}

/** Words of their own that are one letter away from one above. */
const ownWords = new Set(
  (
    'mondays tuesdays wednesdays thursdays fridays saturdays sundays fourthly months month monthlies collection ' +
    'reflections deflection hour house yours ours fours lours hello hell cello action faction fiction auction actions ' +
    'reminded reminds remained unpaid records recorded recorder recode arranged arranges scheduled schedules cancels ' +
    'cancelled corrects corrected correctly collect registers registered minute minuted managers managed mourning ' +
    'thanked thankful tanks shank shanks think thinks thinking performances quart quarters quarterly allocates allocator ' +
    'nominated nominates exports exported expert experts expect assessed exporting downloads randomly withdrawn withdrew ' +
    'withdraws annually absences abstract session mission missions fission passion sessional observational ' +
    'competence competent overdues friend finds rewind mind trinity sundry funday'
  ).split(' '),
)

const near = nearMisses(looked.filter((word) => word.length >= 5))
const known = new Set(looked)
const edges = new Set(looked.flatMap((word) => [opens(word), closes(word)]))

function opens(word: string): string {
  return word.slice(0, 2)
}

function closes(word: string): string {
  return `${word.charAt(0)}-${word.charAt(word.length - 1)}`
}

/**
 * Whether a word of five letters or more may be a slip of one that is looked for and begins alike: one slip never changes
 * both the second letter and the last.
 */
function mayBeSlip(word: string): boolean {
  return edges.has(opens(word)) || edges.has(closes(word))
}

/**
 * The text with slips in the words that matter here put right, and everything else as typed. `isName` protects the names
 * of staff, some of which are one letter away from a word. The result may be a little longer or shorter than the text.
 */
export function respell(text: string, isName: (word: string) => boolean = () => false): string {
  return text.replace(/[a-z]{3,20}/gi, (typed) => {
    const word = typed.toLowerCase()
    const sure = Object.hasOwn(meant, word) ? meant[word] : undefined
    if (sure !== undefined) return isName(word) ? typed : sure
    if (word.length < 5 || known.has(word) || !mayBeSlip(word) || ownWords.has(word) || isName(word)) return typed
    const [only, ...others] = near(word)
    return only !== undefined && others.length === 0 && only[0] === word[0] ? only : typed
  })
}
