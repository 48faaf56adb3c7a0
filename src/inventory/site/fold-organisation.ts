import { stripAccents } from '../../lib/text.ts'

/**
 * Legal forms, English and Spanish and the usual others, folded and without spaces. Left out are
 * those that are also something else at the end of a name: `CA`, `AC`, `AS`, `SpA`, `SC`.
 */
const LEGAL_FORMS: ReadonlySet<string> = new Set([
  ...['inc', 'incorporated', 'llc', 'llp', 'lllp', 'lp', 'ltd', 'limited', 'plc', 'pllc'],
  ...['corp', 'corporation', 'co', 'company', 'pty', 'ltdco', 'andco'],
  ...['sa', 'sau', 'sl', 'slu', 'sll', 'scoop', 'srl', 'sas', 'sac', 'sapi', 'eirl'],
  ...['sadecv', 'sabdecv', 'sapidecv', 'srldecv', 'sderldecv', 'sderl', 'decv', 'ltda', 'limitada'],
  ...['cia', 'compania', 'ycia', 'cialtda', 'sociedadanonima', 'sociedadlimitada'],
  ...['sociedadanonimadecapitalvariable', 'sociedadderesponsabilidadlimitada'],
  ...['gmbh', 'mbh', 'ag', 'kg', 'ohg', 'bv', 'nv', 'sarl', 'oy', 'aps'],
])
/** Words that the longest form is written in: `S. A. P. I. de C. V.` */
const MOST_WORDS = 7

/**
 * A name as organisations are compared by: without case, accents, punctuation and the legal form at
 * its end; never less than its first word.
 *
 * @example foldOrganisation('Almacenes Río, S.A. de C.V.') // => 'almacenes rio'
 */
export function foldOrganisation(name: string): string {
  const words = wordsOf(name)
  for (let count = legalWords(words); count > 0; count = legalWords(words)) {
    words.length -= count
  }
  return words.join(' ')
}

/** Letters and digits; a dot or an apostrophe inside a word is no end of it: `S.A.`, `O'Hara`. */
function wordsOf(name: string): string[] {
  return stripAccents(name)
    .toLowerCase()
    .replace(/[.'’`´]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** How many words at the end are a legal form, the longest first; 0 for none. */
function legalWords(words: readonly string[]): number {
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count -= 1) {
    if (LEGAL_FORMS.has(words.slice(-count).join(''))) return count
  }
  return 0
}
