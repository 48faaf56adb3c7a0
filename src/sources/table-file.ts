import { wildcard } from '../lib/wildcard.ts'

/** The endings of the files a table may lie in; what each file truly is shows when it is opened. */
const ENDING = /\.(?:xlsx|xlsm|xls|csv|tsv|txt)$/iu
/** Lock files of open workbooks, and hidden files. */
const ASIDE = /^(?:~\$|\.)/u

/**
 * Tells which files of a folder may hold the table that a setting names. Half-written downloads and
 * printed copies are left aside, unless the setting itself names their ending, or the whole name.
 *
 * @example fittingTableFile('*AR01*')('AR01.xlsx.part') // => false
 */
export function fittingTableFile(pattern: string): (name: string) => boolean {
  const fits = wildcard(pattern)
  const anyEnding = namesEnding(pattern)
  return (name) => fits(name) && !ASIDE.test(name) && (anyEnding || ENDING.test(name))
}

/** `*.dat` and `AR01` do; `*AR01*` and `*AR01*.*` leave it open. */
function namesEnding(pattern: string): boolean {
  return !/[*?]/u.test(pattern) || /\.[^*.]*[^*?.][^*.]*$/u.test(pattern)
}
