import { describe, expect, it } from 'vitest'
import { type Manifest, partOf, readManifest, sizeOf } from './manifest.ts'

const MANIFEST: Manifest = {
  ...{ format: 'muster-backup', formatVersion: 1, id: 'b1', madeAt: '2026-11-21T12:00:00.000Z' },
  ...{ version: '0.1.0', postgres: '18.4', timeZone: 'America/Havana', hasKeys: false },
  migrations: [{ number: 1, name: '0001-runs.sql', checksum: 'c' }],
  tables: [
    { name: 'run', columns: ['id'], rows: 2, bytes: 4, sha256: 'a'.repeat(64) },
    { name: 'plan', columns: ['id'], rows: 1, bytes: 3, sha256: 'b'.repeat(64) },
  ],
  sequences: [{ name: 'run_id_seq', next: '9223372036854775807' }],
}

describe('readManifest', () => {
  it('reads what a backup wrote', () => {
    expect(readManifest(JSON.stringify(MANIFEST))).toEqual({ kind: 'read', manifest: MANIFEST })
  })

  it('tells a newer format by its number, whatever else it has become', () => {
    const text = JSON.stringify({ format: 'muster-backup', formatVersion: 2, tables: 'elsewhere' })
    expect(readManifest(text)).toEqual({ kind: 'newer', found: 2 })
  })

  it.each([
    ['no JSON', '{'],
    ['another format', JSON.stringify({ ...MANIFEST, format: 'zip' })],
    ['no migration', JSON.stringify({ ...MANIFEST, migrations: [] })],
    [
      'a number that is none',
      JSON.stringify({ ...MANIFEST, sequences: [{ name: 'a', next: '1;' }] }),
    ],
  ])('calls %s damaged', (_what, text) => {
    expect(readManifest(text)).toEqual({ kind: 'damaged' })
  })
})

it('sizeOf sums rows and bytes of all tables', () => {
  expect(sizeOf(MANIFEST)).toEqual({ rows: 3, bytes: 7 })
})

it('partOf keeps names of tables within their folder', () => {
  expect(partOf({ name: '../a b' })).toBe('tables/..%2Fa%20b.copy')
})
