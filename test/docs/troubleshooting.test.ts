import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ERROR_WORDS, explain } from '../../src/language/error-words.ts'
import { AppError, type ErrorCode, type ErrorDetails } from '../../src/lib/errors.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/troubleshooting.md'), 'utf8')

const NINJAONE = { source: 'ninjaone', url: 'https://eu.ninjarmm.com/v2/devices-detailed' }
const AR01 = { file: '/srv/muster/inbox/AR01.xlsx' }
const OCS = { where: '192.0.2.10:3306', user: 'muster' }

/** What is known of the failures that the page quotes. */
const CASES: Partial<ErrorDetails> = {
  'config.not-found': { file: '/srv/muster/muster.yaml' },
  'config.invalid': { file: '/srv/muster/muster.yaml', faults: [] },
  'secret.exposed': { file: '/etc/muster/ocs-password', problem: 'others-may-read', found: '644' },
  'secret.unreadable': { file: '/etc/muster/ocs-password', reason: 'EACCES' },
  'server.port-taken': { host: '127.0.0.1', port: 8080 },
  'server.unfit': { faults: [] },
  'demo.busy': { folder: '/srv/muster/data/demo', pid: 4711 },
  'database.unreachable': { where: 'db.example.org:5432', reason: 'refused', said: 'ECONNREFUSED' },
  'database.start-failed': {
    ...{ folder: '/srv/muster/data/postgres', reason: 'ended-at-once', said: '' },
  },
  'database.migrations-pending': { user: 'muster_app', pending: ['0030-told-changes.sql'] },
  'database.newer-than-program': { migration: '0030-told-changes.sql' },
  'keys.unknown': { key: 'k531294c6d71a', file: '/srv/muster/data/key-ring.json' },
  'run.busy': {
    ...{ id: 12, task: 'nightly', actor: 'ana', host: 'pc-1', pid: 4711 },
    since: '2026-11-20T07:00:00.000Z',
  },
  'run.lock-lost': { id: 12 },
  'ocs.unreachable': { ...OCS, reason: 'ECONNREFUSED' },
  'ocs.refused': { ...OCS, reason: 'Access denied' },
  'ocs.field-not-found': { field: 'NUMINV', fields: ['NUM_INV', 'ROOM'] },
  'ocs.read-only': { ...OCS, where: '192.0.2.10:3306/ocsweb', reason: 'UPDATE command denied' },
  'api.sign-in-refused': {
    ...{ source: 'ninjaone', url: 'https://eu.ninjarmm.com/ws/oauth/token' },
    reason: 'invalid_client',
  },
  'api.forbidden': {
    ...{ source: 'threatlocker', reason: '403' },
    url: 'https://portalapi.g.threatlocker.com/portalapi/Computer',
  },
  'api.unreachable': { ...NINJAONE, reason: 'self-signed certificate in certificate chain' },
  'api.rate-limited': { ...NINJAONE, waitedSeconds: 300 },
  'api.address-refused': {
    ...{ source: 'ninjaone', url: 'https://rmm.example.org', reason: 'private-address' },
  },
  'workbook.not-found': { file: '/srv/muster/inbox/AR01*.xlsx', inFolder: ['notes.txt'] },
  'workbook.no-header': { ...AR01, sheet: 'Hoja1', missing: ['No_Inventario'], rowsSearched: 50 },
  'workbook.legacy-xls': { file: '/srv/muster/inbox/AR01.xls' },
  'workbook.encrypted': AR01,
  'plan.superseded': { id: 12, by: 13 },
  'access.second-person-needed': { plan: 12, maker: 'ana' },
  'day.not-kept': { day: '2026-08-15', nearest: ['2026-07-31', '2026-08-31'] },
  'forecast.not-made': { source: 'reception', metric: 'visits' },
  'file.rows-refused': { file: 'sales.csv', rows: 480, total: 3, faults: [] },
  'columns.missing': { found: ['day', 'sold'], wanted: ['time', 'value'] },
  'request.unknown-host': { host: 'inventory.example.org' },
  'access.sign-in-refused': {},
  'access.locked-out': { retryAfterSeconds: 30 },
  'access.cross-site': {},
  'backup.target-not-empty': { tables: [] },
}

const quoted = [...page.matchAll(/^\*\*`([\w.-]+)`\*\* (.+)$/gmu)].map(
  ([, code = '', sentence = '']) => ({ code, sentence }),
)

describe('docs/troubleshooting.md', () => {
  it('quotes failures that there are, and each that this test knows', () => {
    expect(quoted.map(({ code }) => code).toSorted()).toEqual(Object.keys(CASES).toSorted())
    expect(quoted.filter(({ code }) => !(code in ERROR_WORDS))).toEqual([])
  })

  it.each(quoted)('quotes $code as Muster says it', ({ code, sentence }) => {
    const known = code as ErrorCode // looked at above
    const failure = new AppError(known, CASES[known] as ErrorDetails[ErrorCode])
    expect(sentence).toBe(explain(failure, 'en').split('\n')[0]?.trimEnd())
  })
})
