import type { Phrase } from './language.ts'
import { API_REASONS, API_REASONS_ABOUT } from './reasons/api-reasons.ts'
import { EVENT_REASONS } from './reasons/event-reasons.ts'
import { SERVER_REASONS, SERVER_REASONS_ABOUT } from './reasons/server-reasons.ts'
import { SYSTEM_REASONS } from './reasons/system-reasons.ts'
import { WORKBOOK_REASONS, WORKBOOK_REASONS_ABOUT } from './reasons/workbook-reasons.ts'

/** `code`, or `code: what it is about`. */
const REASON = /^([a-z][a-z-]*)(?:: (.*))?$/su
const IN_CELL = /^cell: ([A-Z]+\d+), (.*)$/su

/** As plans made before the code `stored-instead` keep it. */
const STORED_INSTEAD = /^the database stored (.*) instead$/su

/**
 * Why something failed, where the reason is a code of ours such as `not-a-file` or `line: 5`. What
 * another program says (a database, the operating system, LibreOffice) stands for itself.
 */
export function failureWords(reason: string): Phrase {
  const [, cell = '', inside] = IN_CELL.exec(reason) ?? []
  if (inside !== undefined) return inCell(cell, failureWords(inside))
  const code = STORED_INSTEAD.test(reason)
    ? reason.replace(STORED_INSTEAD, 'stored-instead: $1')
    : reason
  return systemWords(code) ?? wordsOf(code) ?? { en: reason, es: reason }
}

/** What the operating system says in English. @example 'ENOENT: no such file or directory, open ...' */
function systemWords(reason: string): Phrase | undefined {
  const [, code = ''] = /^(E[A-Z]+)(?:: |$)/u.exec(reason) ?? []
  const words = SYSTEM_REASONS.get(code)
  return words && { en: `${words.en} (${code})`, es: `${words.es} (${code})` }
}

function inCell(cell: string, { en, es }: Phrase): Phrase {
  return { en: `cell ${cell}: ${en}`, es: `celda ${cell}: ${es}` }
}

const REASONS = [SERVER_REASONS, WORKBOOK_REASONS, API_REASONS, EVENT_REASONS]
const REASONS_ABOUT = [SERVER_REASONS_ABOUT, WORKBOOK_REASONS_ABOUT, API_REASONS_ABOUT]

function wordsOf(reason: string): Phrase | undefined {
  const [, code = '', about] = REASON.exec(reason) ?? []
  if (about === undefined) return REASONS.find((words) => words.has(code))?.get(code)
  return REASONS_ABOUT.find((words) => words.has(code))?.get(code)?.(about)
}
