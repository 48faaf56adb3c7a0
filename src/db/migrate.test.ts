import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Migration, pendingMigrations, readMigrations } from './migrate.ts'

const ONE = migration(1, 'aaa')
const TWO = migration(2, 'bbb')

describe('pendingMigrations', () => {
  it('gives those not yet applied, in their order', () => {
    expect(pendingMigrations([ONE, TWO], [])).toEqual([ONE, TWO])
    expect(pendingMigrations([ONE, TWO], [ONE])).toEqual([TWO])
    expect(pendingMigrations([ONE, TWO], [ONE, TWO])).toEqual([])
  })

  it('refuses a database that a newer program has migrated', () => {
    expect(() => pendingMigrations([ONE], [ONE, TWO])).toThrow(
      /^database\.newer-than-program .*0002/,
    )
  })

  it('refuses a migration that was changed after it was applied', () => {
    const changed = { ...ONE, checksum: 'zzz' }
    expect(() => pendingMigrations([ONE, TWO], [changed])).toThrow(
      /^database\.migration-changed .*0001/,
    )
  })
})

describe('readMigrations', () => {
  it('takes the same checksum whatever line ends the checkout has', async () => {
    const unix = await readMigrations(folderWith({ '0001-a.sql': 'select 1;\nselect 2;\n' }))
    const dos = await readMigrations(folderWith({ '0001-a.sql': 'select 1;\r\nselect 2;\r\n' }))
    expect(dos).toEqual(unix)
  })

  it('refuses numbers with a gap or a double', async () => {
    await expect(
      readMigrations(folderWith({ '0001-a.sql': '', '0003-b.sql': '' })),
    ).rejects.toThrow('0003-b.sql')
    await expect(
      readMigrations(folderWith({ '0001-a.sql': '', '0001-b.sql': '' })),
    ).rejects.toThrow('0001-b.sql')
  })
})

function migration(number: number, checksum: string): Migration {
  return { number, name: `000${number}-name.sql`, checksum, statements: '' }
}

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
