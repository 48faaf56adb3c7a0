import { describe, expect, it } from 'vitest'
import { AppError, type ErrorCode, type ErrorDetails } from '../lib/errors.ts'
import { ERROR_WORDS, explain } from './error-words.ts'
import { LANGUAGES } from './language.ts'
import { ADDRESS_REFUSALS } from './reasons/api-reasons.ts'
import { PROGRAMS_REASONS, START_REASONS, SYSTEM_USER_REASONS } from './reasons/embedded-reasons.ts'
import { OPENID_REFUSALS } from './reasons/openid-reasons.ts'
import { PASSWORD_FAULTS } from './reasons/password-reasons.ts'
import { SERVE_FAULTS } from './reasons/serve-reasons.ts'

/** One case of every failure; each detail is a text that occurs in no sentence by itself. */
const EXAMPLES: ErrorDetails = {
  'config.not-found': { file: '/a/muster.yaml' },
  'config.invalid': { file: '/a/muster.yaml', faults: ['x.y: fault 1', 'x.z: fault 2'] },
  'config.unwritable': { file: '/srv/muster.yaml', reason: 'EACCES' },
  'config.exists': { file: '/a/muster.yaml' },
  'secret.unreadable': { file: '/a/key', reason: 'EACCES' },
  'secret.exposed': { file: '/a/key', problem: 'others-may-read', found: '644' },
  'cases.none': { folder: '/a/tests' },
  'cases.unreadable': { file: '/a/fleet.yaml', reason: 'EACCES' },
  'cases.invalid': { faults: ['a.yaml:7: x.y: fault 1', 'a.yaml:9: x.z: fault 2'] },
  'source.not-configured': { source: 'ocs-9' },
  'database.unreachable': { where: 'db:5432', reason: 'refused', said: 'E-28P01' },
  'database.too-old': { found: '14.9', floor: '15' },
  'database.newer-than-program': { migration: '0099-far.sql' },
  'database.migration-changed': { migration: '0001-runs.sql' },
  'database.migrations-pending': { user: 'U-9', pending: ['0098-x.sql', '0099-y.sql'] },
  'database.older-than-program': { missing: ['0099-far.sql'] },
  'database.no-binaries': {
    needed: { kind: 'from', major: 42 },
    tried: [
      { place: '/opt/pg', reason: 'does-not-run', said: 'libz.so.9' },
      { place: '@x/pg', reason: 'no-package', said: '' },
    ],
  },
  'database.no-system-user': { user: 'u-muster', reason: 'refused', said: 'EPERM' },
  'database.start-failed': { folder: '/a/pg', reason: 'ended-at-once', said: 'ENOSPC' },
  'database.stop-failed': { folder: '/a/pg', said: 'LOG-9' },
  'backup.exists': { file: '/a/b.muster' },
  'backup.unwritable': { file: '/a/b.muster', reason: 'R-9' },
  'backup.unreadable': { file: '/a/b.muster', reason: 'R-9' },
  'backup.not-a-backup': { file: '/a/b.muster' },
  'backup.damaged': { file: '/a/b.muster', part: 'tables/x.copy' },
  'backup.newer-format': { file: '/a/b.muster', found: 711, known: 622 },
  'backup.unknown-migration': { migration: '0099-far.sql', version: '9.8.7' },
  'backup.migration-differs': { migration: '0001-runs.sql', version: '9.8.7' },
  'backup.target-not-empty': { tables: [{ table: 'T-8', rows: 711 }] },
  'backup.target-ahead': { found: '0099-far.sql', needed: '0098-near.sql' },
  'backup.passphrase-needed': { file: '/a/b.muster' },
  'backup.passphrase-short': { least: 711 },
  'backup.passphrase-wrong': { file: '/a/b.muster' },
  'backup.keys-in-place': { file: '/a/keys.json' },
  'backup.keys-changed': { file: '/a/keys.json' },
  'backup.stopped': { file: '/a/b.muster' },
  'workbook.not-found': { file: '/a/*AR01*', inFolder: ['x.txt', 'y.pdf'] },
  'workbook.unreadable': { file: '/a/b.xlsx', reason: 'EBUSY' },
  'workbook.encrypted': { file: '/a/b.xlsx' },
  'workbook.legacy-xls': { file: '/a/b.xlsx' },
  'workbook.changed': { file: '/a/AR01.xlsx' },
  'book.no-free-name': { book: 'B-9', pattern: 'P-9.xlsx', reason: 'name-taken' },
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
  'api.address-refused': { source: 'S-9', url: 'https://x/y', reason: 'private-address' },
  'api.unreachable': { source: 'S-9', url: 'https://x/y', reason: 'R-9' },
  'api.timed-out': { source: 'S-9', url: 'https://x/y', seconds: 77 },
  'api.sign-in-refused': { source: 'S-9', url: 'https://x/y', reason: 'R-9' },
  'api.forbidden': { source: 'S-9', url: 'https://x/y', reason: 'R-9' },
  'api.read-only': { source: 'src-r', url: 'https://a/r', reason: 'R-403' },
  'api.rate-limited': { source: 'S-9', url: 'https://x/y', waitedSeconds: 77 },
  'api.refused': { source: 'S-9', url: 'https://x/y', status: 417, reason: 'R-9' },
  'api.failing': { source: 'S-9', url: 'https://x/y', status: 502, tries: 7 },
  'api.not-json': { source: 'S-9', url: 'https://x/y', looksLike: 'L-9', excerpt: 'E-9' },
  'api.truncated': { source: 'S-9', url: 'https://x/y', reason: 'R-9' },
  'api.too-large': { source: 'S-9', url: 'https://x/y', limit: 711 },
  'api.unexpected': { source: 'S-9', url: 'https://x/y', problem: 'R-9' },
  'api.page-loop': { source: 'S-9', url: 'https://x/y', page: 'P-9' },
  'keys.unreadable': { file: '/a/keys.json', reason: 'EACCES' },
  'keys.unknown': { key: 'K-9', file: '/a/keys.json' },
  'keys.broken': { key: 'K-9', about: 'A-9' },
  'collection.not-found': { id: 711 },
  'collection.not-held': { id: 711, state: 'asleep' },
  'collection.outdated': { source: 'S-9', day: '2026-11-09' },
  'day.not-kept': { day: '2026-11-09', nearest: ['2026-11-08'] },
  'day.not-ahead': { day: '2026-11-07', today: '2026-11-08' },
  'day.in-future': { day: '2026-11-09', today: '2026-11-08' },
  'machine.not-found': { machine: 'M-9', day: '2026-11-09' },
  'organisation.not-found': { organisation: 'O-9' },
  'site.not-found': { site: 'S-9', nearest: ['S-7', 'S-8'] },
  'collection.unacceptable': { id: 711, reason: 'R-9' },
  'finding.not-found': { findings: ['F711', 'F822'] },
  'finding.unsayable': {
    refused: [{ state: 'asleep', findings: ['F711', 'F822'] }],
    sayableIn: ['awake'],
  },
  'plan.not-found': { plan: '711' },
  'plan.held': { id: 711, reasons: ['R-8', 'R-9'] },
  'plan.not-held': { id: 711, state: 'asleep' },
  'plan.not-approvable': { id: 711, state: 'asleep' },
  'plan.none-held': { collections: ['C711', 'C822'] },
  'plan.not-enabled': { setting: 'a.enabled' },
  'plan.superseded': { id: 711, by: 822 },
  'plan.not-applied': { id: 711, state: 'asleep' },
  'plan.already-undone': { id: 711, by: 822 },
  'plan.other-target': { id: 711, planned: 'ocs-1:3306', configured: 'ocs-2:3306' },
  'report.not-found': { name: 'N-9' },
  'run.lock-lost': { id: 711 },
  'run.not-waiting': { id: 711 },
  'run.given-up': { id: 711, tries: 822 },
  'run.ended': { id: 711, state: 'agreed' },
  'run.cancelled': { id: 711 },
  'run.not-found': { id: 711 },
  'run.busy': { id: 711, task: 'T-1', actor: 'ana', host: 'pc-7', pid: 4242, since: '06:30' },
  'file.not-found': { file: 'days.csv' },
  'file.changed': { file: 'days.csv' },
  'site.no-such-number': { id: 711 },
  'source.not-found': { source: 'S-9', known: ['pos', 'web'] },
  'file.rows-refused': { file: 'days.csv', rows: 711, total: 822, faults: [] },
  'request.site-limited': { sites: ['Norte', 'Sur'] },
  'file.too-many-metrics': { most: 711, metric: 'M-9' },
  'upload.not-found': { upload: 'U7' },
  'server.port-taken': { host: 'H-9', port: 711 },
  'server.unfit': {
    faults: [
      { fault: 'keys-missing', about: '/a/keys-9.json' },
      { fault: 'open-development', about: 'H-9' },
    ],
  },
  'server.not-ready': { checks: [{ name: 'database', code: 'C-9' }] },
  'request.invalid': { faults: [{ place: 'query.limit', message: 'M-9' }] },
  'request.not-signed-in': {},
  'request.not-allowed': { needs: 'operate' },
  'request.unknown-route': { method: 'GET', path: '/api/P-9' },
  'request.unknown-host': { host: 'H-9' },
  'request.too-large': { mostBytes: 711 },
  'request.unsupported-media': { mediaType: 'text/x-9' },
  'request.too-many': { retryAfterSeconds: 711 },
  'request.too-many-lines': { of: 'caller', most: 711, retryAfterSeconds: 30 },
  'request.too-many-uploads': { of: 'caller', most: 711, retryAfterSeconds: 15 },
  'request.too-slow': { seconds: 711 },
  'access.sign-in-refused': {},
  'access.locked-out': { retryAfterSeconds: 711 },
  'access.sign-in-over': {},
  'access.cross-site': {},
  'access.password-change-needed': {},
  'access.password-wrong': {},
  'access.password-unfit': { fault: 'common' },
  'access.person-needed': {},
  'access.person-not-found': { person: 'P-9' },
  'access.name-taken': { name: 'N-9' },
  'access.last-administrator': { name: 'N-9' },
  'access.administrator-everywhere': { name: 'N-9' },
  'access.invitation-unusable': {},
  'access.registration-closed': {},
  'access.openid-not-configured': {},
  'access.openid-provider-failed': { issuer: 'https://x/y', reason: 'R-9' },
  'access.openid-refused': { reason: 'domain' },
  'access.openid-linked': { name: 'N-9', subject: 'S-9' },
  'view.not-found': { name: 'N-9' },
  'view.too-many': { most: 711 },
  'access.token-not-found': { id: 711 },
  'access.token-too-wide': { beyond: ['B-8', 'B-9'] },
  'access.second-person-needed': { plan: 711, maker: 'N-9' },
  'inbox.not-configured': {},
  'inbox.not-found': { folder: 'F-9' },
  'metric.not-found': { metric: 'sales', known: ['visits', 'calls'] },
  'metric.ambiguous': { metric: 'M-9', sources: ['S-8', 'S-9'] },
  'metric.no-figure': {
    ...{ source: 'S-9', metric: 'M-9', day: '2026-11-09' },
    ...{ first: '2026-10-01', last: '2026-10-31' },
  },
  'forecast.not-made': { source: 'S-9', metric: 'M-9' },
  'forecast.too-few-days': { source: 'S-9', metric: 'M-9', has: 711, needs: 822 },
  'forecast.beyond-regressors': { source: 'pos', metric: 'sold', has: 12, horizon: 30 },
  'regressor.days-missing': {
    ...{ regressor: 'pos/visits', days: ['2026-12-24', '2026-12-25'], count: 5, horizon: 30 },
  },
  'regressor.unreadable': {
    ...{ file: '/data/holidays.csv', line: 3, problem: 'no-day', said: '2026-13-01' },
  },
  'verdict.not-found': { source: 'S-9', metric: 'M-9', day: '2026-11-09' },
  'file.empty': { file: 'days.csv' },
  'file.unsupported': { file: 'days.csv', looksLike: 'PDF' },
  'file.undecodable': { file: 'days.csv', encoding: 'UTF-16', place: '@77' },
  'file.corrupt': { file: 'days.csv', place: '@77', reason: 'R-9' },
  'file.too-large': { file: 'days.csv', what: 'cells', limit: 711, place: '@77' },
  'columns.missing': { sheet: 'Q1', found: ['H-8', 'H-9'], wanted: ['W-8', 'W-9'] },
  'columns.unclear': {
    ...{ sheet: 'Q1', problem: 'role-twice', about: 'R-9', columns: ['H-8', 'H-9'] },
  },
  'picture.no-libreoffice': {},
  'picture.failed': { reason: 'R-9' },
  'alert.mail-unsent': { server: 'mail-9:587', because: 'EAUTH', said: '535 5.7.8' },
  'alert.webhook-unsent': { host: 'hook-9', because: 'api.refused', said: 'E-410' },
  'demo.busy': { folder: '/a/demo', pid: 711 },
  'command.bad-argument': { argument: '--limit', value: 'many', wanted: '1-9', form: 'one-of' },
  'command.misused': { problem: 'unknown-option', about: '--jsn', meant: '--json' },
}

/** What stands for itself in no language: a limit, how a version is meant, a reason of ours. */
const CODED: ReadonlySet<string> = new Set([
  ...['cells', 'from', 'one-of', 'unknown-option', 'refused', 'role-twice', 'no-day'],
  ...['others-may-read', 'name-taken', 'caller'],
  ...[START_REASONS, PROGRAMS_REASONS, SYSTEM_USER_REASONS].flatMap(Object.keys),
  ...[ADDRESS_REFUSALS, PASSWORD_FAULTS, OPENID_REFUSALS, SERVE_FAULTS].flatMap(Object.keys),
])

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

  it('words examples as examples, and lists the values where there are no others', () => {
    const said = (details: ErrorDetails['command.bad-argument'], language: 'en' | 'es') =>
      explain(new AppError('command.bad-argument', details), language)
    const file = { argument: 'FILE', value: 'x.csv', wanted: 'plan.json, plan.xlsx' }
    expect(said(file, 'en')).toBe(
      '"x.csv" is not a value for <file>. Give one such as plan.json or plan.xlsx.',
    )
    expect(said(file, 'es')).toBe(
      '«x.csv» no es un valor para <archivo>. Indique uno como plan.json o plan.xlsx.',
    )
    const format = { argument: '--as <format>', value: 'gif', wanted: 'pdf, png' }
    expect(said({ ...format, form: 'one-of' }, 'es')).toBe(
      '«gif» no es un valor para --as <formato>. Debe ser uno de: pdf, png.',
    )
  })

  it('names the range a number must lie in', () => {
    const window = { argument: '--window', value: '1', wanted: '2 - 365' }
    const said = (form: 'number-from-to' | 'whole-number-from-to', language: 'en' | 'es') =>
      explain(new AppError('command.bad-argument', { ...window, form }), language)
    expect(said('whole-number-from-to', 'en')).toBe(
      '"1" is not a value for --window. It must be a whole number in the range 2 - 365.',
    )
    expect(said('number-from-to', 'es')).toBe(
      '«1» no es un valor para --window. Debe ser un número del intervalo 2 - 365.',
    )
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

  it.each(Object.keys(ADDRESS_REFUSALS))('says why an address is %s and what to do', (reason) => {
    const details = { source: 'ninjaone', url: 'http://nas/api', reason } as never
    const error = new AppError('api.address-refused', details)
    for (const language of LANGUAGES) expect(explain(error, language)).toMatch(/: .+\. .+\.$/u)
  })

  it('quotes nothing where an answer that is no data was empty', () => {
    const details = { source: 'ninjaone', url: 'https://x/y', looksLike: 'binary', excerpt: '' }
    expect(explain(new AppError('api.not-json', details), 'en')).toContain(
      'with binary data in place of data. Often',
    )
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

/** A detail that is a code is told in words; every other one is told as it is. */
function known(code: ErrorCode): string[] {
  return texts(EXAMPLES[code]).filter((text) => !CODED.has(text))
}

function texts(detail: unknown): string[] {
  if (typeof detail !== 'object' || detail === null) return [String(detail)]
  return Object.values(detail).flatMap(texts)
}
