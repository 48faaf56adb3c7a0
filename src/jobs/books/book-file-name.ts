import { fittingTableFile } from '../../sources/table-file.ts'

/** What a name is to be made of. */
export interface NameOrder {
  /** The name of the file that the configuration looks for; `*` and `?` are wild. */
  readonly pattern: string
  /** What the sender calls the file, safe. */
  readonly sent: string
  /** The moment, as it may stand in a name: `2026-11-21 0630`. */
  readonly stamp: string
  /** What the file truly is. */
  readonly ending: 'xlsx' | 'csv'
}

/**
 * A name that the configuration looks for, with the moment in it so that no other file has it; null where a name
 * without wild characters, or with another ending, leaves no choice.
 *
 * @example bookFileName({ pattern: '*AR01*', sent: 'libro.xlsx', stamp: '2026-11-21 0630', ending: 'xlsx' })
 * // => 'AR01 2026-11-21 0630.xlsx'
 */
export function bookFileName({ pattern, sent, stamp, ending }: NameOrder): string | null {
  const fits = fittingTableFile(pattern)
  const names = [`${stemOf(sent)} ${stamp}.${ending}`, filled(pattern, stamp, ending)]
  const isHonest = (name: string) => !OF_OTHERS[ending].test(name)
  return names.find((name) => isPlain(name) && fits(name) && isHonest(name)) ?? null
}

/** Endings that would say the file is something else. */
const OF_OTHERS = { xlsx: /\.(?:csv|tsv|txt|xls)$/iu, csv: /\.(?:xlsx|xlsm|xls)$/iu } as const

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu
const MOST_CHARACTERS = 120

/**
 * The name of a sent file without folders, without what no system takes in a name, and never hidden.
 *
 * @example safeFileName('../../etc/passwd\u0000.xlsx') // => 'passwd_.xlsx'
 */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/u).at(-1) ?? ''
  const plain = last
    .toWellFormed()
    .replace(/[^\p{L}\p{N}\p{M} ._()-]/gu, '_')
    .replace(/^[. ]+|[. ]+$/gu, '')
  const ending = /\.\w{1,5}$/u.exec(plain)?.[0] ?? ''
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, MOST_CHARACTERS).join('')
  const whole = `${stem}${ending}` || 'upload'
  return RESERVED.test(whole) ? `_${whole}` : whole
}

function stemOf(name: string): string {
  return name.replace(/\.\w{1,5}$/u, '')
}

function isPlain(name: string): boolean {
  return safeFileName(name) === name
}

/** The pattern with the moment in place of its last `*`, and nothing in place of the others. */
function filled(pattern: string, stamp: string, ending: string): string {
  const hasEnding = /\.[a-z]{2,5}$/iu.test(pattern)
  const last = (hasEnding ? pattern.replace(/\.[a-z]{2,5}$/iu, '') : pattern).lastIndexOf('*')
  if (last < 0) return pattern
  const made = `${pattern.slice(0, last)} ${stamp}${pattern.slice(last + 1)}`
  const plain = made.replaceAll('*', '').replaceAll('?', '0').trim()
  return hasEnding ? plain : `${plain}.${ending}`
}
