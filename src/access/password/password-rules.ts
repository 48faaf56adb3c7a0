import type { PasswordFault } from '../../lib/errors.ts'
import { COMMON_PASSWORDS, COMMON_STEMS } from './common-passwords.ts'

export const FEWEST_CHARACTERS = 12
const MOST_CHARACTERS = 128

const FEWEST_DIFFERENT = 5
const RUNS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
/** What is left of a password without its runs must be this long to count for something. */
const FEWEST_BESIDE_RUNS = 5

/**
 * Why a person may not choose a password, or null when they may: long rather than contrived, and none of
 * those that are tried first. See NIST SP 800-63B 3.1.1.2 and OWASP ASVS 5, 6.2.
 *
 * @example passwordFault('password1234', 'ana') // => 'common'
 */
export function passwordFault(password: string, name: string): PasswordFault | null {
  const length = [...password].length
  if (length < FEWEST_CHARACTERS) return 'too-short'
  if (length > MOST_CHARACTERS) return 'too-long'
  const plain = password.toLowerCase()
  if (isCommon(plain)) return 'common'
  return isLikeName(plain, name.toLowerCase()) ? 'like-name' : null
}

function isCommon(plain: string): boolean {
  if (new Set(plain).size < FEWEST_DIFFERENT) return true
  if (COMMON_PASSWORDS.has(plain) || isRepeated(plain)) return true
  if (withoutRuns(plain).length < FEWEST_BESIDE_RUNS) return true
  return (
    COMMON_STEMS.has(unleeted(plain).replace(/\P{L}/gu, '')) || COMMON_STEMS.has(lettersOf(plain))
  )
}

/** One fragment of at most half the length, over and over. @example isRepeated('muster-muster-') // => true */
function isRepeated(plain: string): boolean {
  return /^(.+?)\1+$/su.test(plain)
}

/** Without stretches of four or more that follow the alphabet, the digits or a row of keys, in either direction. */
function withoutRuns(plain: string): string {
  const both = RUNS.flatMap((run) => [run, [...run].toReversed().join('')])
  const stretches = both.flatMap((run) => stretchesOf(run)).toSorted((a, b) => b.length - a.length)
  return stretches.reduce((rest, stretch) => rest.replaceAll(stretch, ''), plain)
}

function stretchesOf(run: string): string[] {
  const lengths = Array.from({ length: run.length - 3 }, (_, index) => index + 4)
  return lengths.flatMap((length) =>
    Array.from({ length: run.length - length + 1 }, (_, from) => run.slice(from, from + length)),
  )
}

function lettersOf(plain: string): string {
  return plain.replace(/\P{L}/gu, '')
}

/** @example unleeted('p@ssw0rd') // => 'password' */
function unleeted(plain: string): string {
  const letters: Readonly<Record<string, string>> = {
    '@': 'a',
    4: 'a',
    3: 'e',
    1: 'i',
    0: 'o',
    $: 's',
    5: 's',
  }
  return plain.replace(/[@43105$]+$/u, '').replace(/[@43105$]/gu, (sign) => letters[sign] ?? sign)
}

/** The name, or what stands before its @, is most of the password. */
function isLikeName(plain: string, name: string): boolean {
  const [account = ''] = name.split('@')
  return [name, account].some(
    (part) => part.length >= 4 && plain.includes(part) && part.length * 2 >= plain.length,
  )
}
