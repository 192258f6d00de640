const name = "[\\p{L}][\\p{L}\\d’'.-]*(?: [\\p{L}][\\p{L}’'.-]*){0,3}?"
const opening =
  '(?:(?:no|nope|sorry|oops|actually|oh|wait|ok|okay|yes|please|hang on|hold on|rather|instead|my mistake)[\\s,.;:!–-]+)*'
const not = `(?:not ${name}[\\s,.;:–-]+(?:but )?)?`
const means =
  '(?:i (?:meant|mean|said)(?: to say)?(?: to)? |(?:it )?(?:should|must) (?:be|go to) |(?:give|allocate|assign|move|hand|pass|send|change|switch|swap|transfer|reallocate|make)(?: (?:it|this|that|the (?:case|person)|them|over))*(?: (?:to|for))? |(?:to|for) )?'
const ending =
  "(?:[\\s,]+(?:instead|please|then|rather|thanks)|[\\s,.;]*[\\s,](?:and |but )?not [\\p{L}’'. -]{1,60}|[\\s,]+(?:rather than|instead of|and not) [\\p{L}’'. -]{1,60})*"
const pattern = new RegExp(`^(${opening})(${not})(${means})(${name})(${ending})[\\s.!]*$`, 'iu')

/** Whoever says more gives a reason. */
const mostCharacters = 120

/**
 * The name in a message that puts somebody in the place of whoever was meant before: "to Daniel Osei", "no, Daniel Osei",
 * "give it to Tom instead", "sorry, I meant Daniel not Aisha". `certain`: it can hardly mean anything else, so that a name
 * nobody has is a slip; a name with little or nothing around it means somebody only where there is such a person.
 */
export function otherPerson(words: string): { name: string; certain: boolean } | undefined {
  if (words.length > mostCharacters) return undefined
  const found = pattern.exec(words.trim().replace(/\s+/g, ' '))
  const [, , , verb = '', said, end = ''] = found ?? []
  if (said === undefined) return undefined
  return { name: said, certain: /\b(?:meant|mean|to)\b/i.test(verb) || /\binstead\b/i.test(end) }
}

/** Whether a message asks to begin anew: "start again". */
export function startsAgain(words: string): boolean {
  return /^(?:(?:no|please|ok|okay|let me|let us|let’s|let's|can we|i want to)[\s,]+)*(?:start|begin)(?: (?:it|this|all))? (?:again|over|afresh|anew)(?: (?:please|with this|from scratch))*[\s.!]*$/i.test(
    words,
  )
}
