import { randomBytes, randomInt } from 'node:crypto'

const SECRET_BYTES = 32
/** Without the letters and digits that are mistaken for each other. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP_LETTERS = 5

/** A secret of 256 bits, behind a prefix that tells what it is. @example randomSecret('mst_') // => 'mst_2v9...' */
export function randomSecret(prefix = ''): string {
  return `${prefix}${randomBytes(SECRET_BYTES).toString('base64url')}`
}

/** A password of 99 bits that can be read out and typed. @example oneTimePassword() // => 'k7mwp-x2qha-9dtjr-u4fne' */
export function oneTimePassword(): string {
  const letter = () => LETTERS.charAt(randomInt(LETTERS.length))
  const group = () => Array.from({ length: GROUP_LETTERS }, letter).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}
