import { describe, expect, it } from 'vitest'
import type { App } from '../../app.ts'
import type { BackupFacts, Restored } from '../../jobs/backup/restore.task.ts'
import { restoredLines } from './restore-lines.ts'

const FACTS: BackupFacts = {
  ...{ id: 'b1', madeAt: '2026-11-21T12:00:00.000Z', version: '0.1.0', postgres: '15.9' },
  ...{ timeZone: 'America/Havana', hasKeys: false, migration: '0020-whole-findings.sql' },
  ...{ tables: 50, rows: 74_658, bytes: 28_012_345 },
}
const RESTORED: Restored = {
  ...{ tables: 49, rows: 74_650, leftAside: ['guest'], endedRuns: [7, 9] },
  ...{ migratedTo: '0024-openid.sql', keyFiles: ['/a/key-ring.json'] },
  keys: { kind: 'lacks-keys', file: '/a/key-ring.json', keys: ['k1', 'k2'] },
}
const settings = { timeZone: 'UTC' } as App['settings']

function lines(language: App['language'], restored: Restored = RESTORED, backup = FACTS): string {
  const voice = { language, settings, clock: () => '2026-11-21 07:00' }
  return restoredLines({ file: '/a/b.backup', backup, restored }, voice).join('\n')
}

describe('restoredLines', () => {
  it('says what is back, from when, and all that a person has to see to', () => {
    expect(lines('en')).toBe(
      [
        'Restored from /a/b.backup.',
        'Everything as it stood at 2026-11-21 07:00, backed up by Muster 0.1.0 on PostgreSQL 15.9.',
        '49 tables, 74,650 rows, 28.0 MB.',
        'Rows and checksums are those of the backup.',
        'The backup was older: brought from 0020-whole-findings.sql to 0024-openid.sql.',
        "Not restored, because these tables are not Muster's: guest",
        'Runs that had not ended then stand as interrupted now: R7, R9',
        'Its days are those of America/Havana, and the configuration says UTC. Set timeZone to America/Havana before the next collection.',
        'Keys put back: /a/key-ring.json',
        'The key ring /a/key-ring.json lacks keys that are needed: k1, k2. Put the one of that installation in its place.',
      ].join('\n'),
    )
  })

  it('is silent about what needs nobody, and speaks Spanish', () => {
    const plain: Restored = {
      ...{ ...RESTORED, leftAside: [], endedRuns: [], keyFiles: [] },
      keys: { kind: 'nothing-sealed' },
      migratedTo: FACTS.migration,
    }
    expect(lines('es', plain, { ...FACTS, timeZone: 'UTC' })).toBe(
      [
        'Restaurado desde /a/b.backup.',
        'Todo como estaba el 2026-11-21 07:00, copiado por Muster 0.1.0 en PostgreSQL 15.9.',
        '49 tablas, 74.650 filas, 28,0 MB.',
        'Las filas y las sumas son las de la copia de respaldo.',
      ].join('\n'),
    )
  })
})
