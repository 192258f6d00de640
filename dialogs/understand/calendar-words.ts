const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** Source of a pattern for one weekday, long or short, as one group. "Sat down" is not a Saturday. */
export const weekdayWord =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|' +
  'saturday|sat(?!\\s+(?:down|in|with|and|at)\\b)|sun(?:day)?)\\b'

/** Source of a pattern for one month, long or short, as one group. */
export const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|' +
  'nov(?:ember)?|dec(?:ember)?)\\b'

/** 1 for Monday to 7 for Sunday. */
export function weekdayNumber(word: string): number {
  return weekdays.findIndex((name) => name.startsWith(word.toLowerCase().slice(0, 3))) + 1
}

/** 1 for January to 12 for December. */
export function monthNumber(word: string): number {
  return months.findIndex((name) => name.startsWith(word.toLowerCase().slice(0, 3))) + 1
}

/** Source of a pattern for a small count, as one group. */
export const countWord =
  '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a\\s+couple\\s+of|couple\\s+of)'

const counts = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** The number that a count word stands for. */
export function countNumber(word: string): number {
  const typed = word.toLowerCase()
  if (/^\d/.test(typed)) return Number(typed)
  if (typed.includes('couple')) return 2
  return Math.max(1, counts.indexOf(typed))
}
