/** The longest name a metric or a source may have, in characters. */
const MOST_NAME_CHARACTERS = 120

const CONTROL = /\p{Cc}/u

/** Why a text cannot name a metric or a source, or null: 1 to 120 characters, none of them a control. */
export function nameFault(name: string): 'blank' | 'too-long' | 'control-character' | null {
  if (name === '') return 'blank'
  if (name.length > 2 * MOST_NAME_CHARACTERS || isTooLong(name)) return 'too-long'
  return CONTROL.test(name) || !name.isWellFormed() ? 'control-character' : null
}

/** The sources of Muster's own figures, in all and at sites, in which nobody else's may be mixed. */
const OWN = /^muster(?:[:#]|$)/iu

/** Why a text cannot name a source of events, or null. */
export function sourceFault(name: string): ReturnType<typeof nameFault> | 'reserved' {
  return nameFault(name) ?? (OWN.test(name.trim()) ? 'reserved' : null)
}

/** Two halves of a surrogate pair are one character. */
function isTooLong(name: string): boolean {
  return name.length > MOST_NAME_CHARACTERS && [...name].length > MOST_NAME_CHARACTERS
}
