import { describe, expect, it } from 'vitest'
import { AppError, type ErrorCode, type ErrorDetails } from '../lib/errors.ts'
import { ERROR_WORDS, explain } from './error-words.ts'
import { LANGUAGES } from './language.ts'

/** One case of every failure; each detail is a text that occurs in no sentence by itself. */
const EXAMPLES: ErrorDetails = {
  'config.not-found': { file: '/a/muster.yaml' },
  'config.invalid': { file: '/a/muster.yaml', faults: ['x.y: fault 1', 'x.z: fault 2'] },
  'config.unwritable': { file: '/srv/muster.yaml', reason: 'EACCES' },
  'config.exists': { file: '/a/muster.yaml' },
  'secret.unreadable': { file: '/a/key', reason: 'EACCES' },
  'database.unreachable': { where: 'db:5432', reason: 'ECONNREFUSED' },
  'database.too-old': { found: '14.9', floor: '15' },
  'database.newer-than-program': { migration: '0099-far.sql' },
  'database.migration-changed': { migration: '0001-runs.sql' },
  'database.no-binaries': { tried: ['/opt/pg', '/usr/pg'] },
  'database.no-system-user': { user: 'u-muster', reason: 'EPERM' },
  'database.start-failed': { folder: '/a/pg', reason: 'ENOSPC' },
  'workbook.not-found': { file: '/a/*AR01*', inFolder: ['x.txt', 'y.pdf'] },
  'workbook.unreadable': { file: '/a/b.xlsx', reason: 'EBUSY' },
  'workbook.encrypted': { file: '/a/b.xlsx' },
  'workbook.legacy-xls': { file: '/a/b.xlsx' },
  'workbook.changed': { file: '/a/AR01.xlsx' },
  'workbook.corrupt': { file: '/a/b.xlsx', part: 'xl/styles.xml', reason: 'CRC' },
  'workbook.not-a-workbook': { file: '/a/b.xlsx', looksLike: 'PDF' },
  'workbook.undecodable': { file: '/a/b.csv', encoding: 'UTF-16', place: '@77' },
  'workbook.too-large': { file: '/a/b.xlsx', what: 'cells', found: 61, limit: 50 },
  'workbook.sheet-not-found': { file: '/a/b.xlsx', sheet: 'Q1', sheets: ['Q2', 'Q3'] },
  'workbook.no-header': { file: '/a/b.xlsx', sheet: 'Q1', missing: ['zip'], rowsSearched: 60 },
  'workbook.header-unclear': {
    file: '/a/b.xlsx',
    place: 'Q1!9',
    column: 'zip',
    places: ['F9', 'H9'],
  },
  'workbook.unwritable': { file: '/a/b.xlsx', reason: 'EROFS' },
  'ocs.unreachable': { where: 'ocs:3306', reason: 'ETIMEDOUT' },
  'ocs.refused': { where: 'ocs:3306', user: 'u-ocs', reason: '1045' },
  'ocs.not-ocs': { where: 'ocs:3306', missing: ['hardware', 'bios.SSN'] },
  'ocs.field-not-found': { field: 'Inv', fields: ['F-1', 'F-2'] },
  'ocs.read-only': { where: 'ocs:3306', user: 'u-ocs', reason: '1142' },
  'ocs.lost': { where: 'ocs:3306', reason: 'ECONNRESET' },
  'ocs.busy': { where: 'ocs:3306', reason: '1205' },
  'collection.not-found': { id: 711 },
  'collection.not-held': { id: 711, state: 'asleep' },
  'collection.unacceptable': { id: 711, reason: 'R-9' },
  'plan.not-found': { plan: '711' },
  'plan.held': { id: 711, reasons: ['R-8', 'R-9'] },
  'plan.not-held': { id: 711, state: 'asleep' },
  'plan.superseded': { id: 711, by: 822 },
  'plan.not-applied': { id: 711, state: 'asleep' },
  'plan.already-undone': { id: 711, by: 822 },
  'plan.other-target': { id: 711, planned: 'ocs-1:3306', configured: 'ocs-2:3306' },
  'run.lock-lost': { id: 711 },
  'run.not-found': { id: 711 },
  'run.busy': { id: 711, task: 'T-1', actor: 'ana', host: 'pc-7', pid: 4242, since: '06:30' },
  'picture.no-libreoffice': {},
  'picture.failed': { reason: 'R-9' },
  'demo.busy': { folder: '/a/demo', pid: 711 },
  'command.bad-argument': { argument: '--limit', value: 'many', wanted: '1-9' },
}

const CODES = Object.keys(EXAMPLES).filter((code): code is ErrorCode => code in EXAMPLES)
const CASES = CODES.flatMap((code) => LANGUAGES.map((language) => ({ code, language })))

describe('ERROR_WORDS', () => {
  it('has words for the codes there are and no others', () => {
    expect(Object.keys(ERROR_WORDS).toSorted()).toEqual(CODES.toSorted())
  })
})

describe('explain', () => {
  it.each(CASES)('tells everything known of $code in $language', ({ code, language }) => {
    const said = explain(example(code), language)
    expect(known(code).filter((detail) => !said.includes(detail))).toEqual([])
  })

  it.each(CASES)('speaks of $code in whole sentences in $language', ({ code, language }) => {
    const said = explain(example(code), language)
    expect(said).toMatch(/^[\p{Lu}/"«].{20}/u)
    expect(said).toMatch(/\.$|\n- [^\n]+$/u)
    expect(said).not.toMatch(/undefined|null|NaN|\[object|\$\{|\.\.| {2}|: \./u)
  })

  it.each(CODES)('speaks of %s differently in each language', (code) => {
    expect(explain(example(code), 'es')).not.toBe(explain(example(code), 'en'))
  })

  it('says what to do about a workbook with a password', () => {
    const error = new AppError('workbook.encrypted', { file: 'AR01.xlsx' })
    expect(explain(error, 'en')).toMatch(/AR01\.xlsx .*remove the password/u)
    expect(explain(error, 'es')).toMatch(/AR01\.xlsx .*quite la contraseña/u)
  })

  it('says so when the folder of a missing workbook is empty', () => {
    const error = new AppError('workbook.not-found', { file: 'inbox/*AR01*', inFolder: [] })
    expect(explain(error, 'en')).toContain('What the folder holds: none.')
    expect(explain(error, 'es')).toContain('Lo que hay en la carpeta: ninguno.')
  })

  it('names no account where the database has none', () => {
    const details = { where: 'ocs.sqlite', user: '', reason: 'attempt to write' }
    expect(explain(new AppError('ocs.read-only', details), 'en')).toContain('by this account:')
  })

  it('ends a sentence once when the reason ends one itself', () => {
    const error = new AppError('ocs.lost', { where: 'ocs:3306', reason: 'Server shut down.' })
    expect(explain(error, 'en')).toContain('Server shut down. What')
  })

  it.each([
    ['en', 'is damaged (line 5): a quote that opens in this row is never closed.'],
    ['es', 'está dañado (línea 5): una comilla que se abre en esta fila no se cierra.'],
  ] as const)('puts our own reasons in the words of %s', (language, said) => {
    const details = { file: 'a.csv', part: 'line: 5', reason: 'quote-never-closed' }
    expect(explain(new AppError('workbook.corrupt', details), language)).toContain(said)
  })

  it('names a missing database in words', () => {
    const error = new AppError('ocs.not-ocs', { where: 'db:3306', missing: ['database: ocsweb'] })
    expect(explain(error, 'es')).toContain('le falta la base de datos ocsweb.')
  })

  it('says in words why a plan or a delivery is held', () => {
    const plan = new AppError('plan.held', { id: 3, reasons: ['share-exceeded'] })
    expect(explain(plan, 'es')).toContain('porque cambia una parte de las computadoras mayor')
    const delivery = new AppError('collection.unacceptable', { id: 3, reason: 'header-not-found' })
    expect(explain(delivery, 'es')).toContain('aceptar: no se encontró su encabezado.')
  })

  it('leaves dots in a path as they are', () => {
    const error = new AppError('config.exists', { file: '/a/..' })
    expect(explain(error, 'en')).toContain('/a/.. already exists')
  })

  it('puts the state of a plan in the words of the language', () => {
    const error = new AppError('plan.not-applied', { id: 7, state: 'waiting' })
    expect(explain(error, 'es')).toContain('en espera')
  })
})

function example(code: ErrorCode): AppError {
  return new AppError(code, EXAMPLES[code])
}

/** The limit's name is a code and is told in words; every other detail is told as it is. */
function known(code: ErrorCode): string[] {
  return Object.entries(EXAMPLES[code])
    .filter(([name]) => name !== 'what')
    .flatMap(([, detail]) => (Array.isArray(detail) ? detail.map(String) : [String(detail)]))
}
