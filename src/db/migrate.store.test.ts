import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyTestDatabase } from '../../test/support/postgres.ts'
import { openDatabase } from './database.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'muster-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))

const FIRST = 'create table visit (n integer);\ninsert into visit values (1);\n'
const SLOW = 'select pg_sleep(0.3);\ninsert into visit select count(*) + 1 from visit;\n'

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

async function query(url: string, statement: string) {
  const session = new pg.Client({ connectionString: url })
  await session.connect()
  const { rows } = await session.query(statement).finally(() => session.end())
  return rows
}

describe('migrate', () => {
  it('applies each migration once when four processes start at once', async () => {
    write({ '0001-first.sql': FIRST, '0002-slow.sql': SLOW, '0003-slow.sql': SLOW })
    const url = await emptyTestDatabase()
    const module = join(import.meta.dirname, 'database.ts')
    const program = `
      const { openDatabase } = await import(${JSON.stringify(module)})
      const database = await openDatabase({ url: process.argv[1] }, process.argv[2])
      await database.close()`
    const start = () => run(process.execPath, ['--input-type=module', '-e', program, url, folder])
    await Promise.all([start(), start(), start(), start()])
    expect(await query(url, 'select n from visit order by n')).toEqual([
      { n: 1 },
      { n: 2 },
      { n: 3 },
    ])
    expect(await query(url, 'select number, name from migration order by number')).toEqual([
      { number: 1, name: '0001-first.sql' },
      { number: 2, name: '0002-slow.sql' },
      { number: 3, name: '0003-slow.sql' },
    ])
  })

  it('keeps nothing of a migration that fails, and says which one it was', async () => {
    write({
      '0001-first.sql': FIRST,
      '0002-slow.sql': 'insert into visit values (2); select 1/0;',
      '0003-slow.sql': SLOW,
    })
    const url = await emptyTestDatabase()
    const failure = openDatabase({ url }, folder)
    await expect(failure).rejects.toThrow('migration 0002-slow.sql failed')
    expect(await query(url, 'select n from visit')).toEqual([{ n: 1 }])
    expect(await query(url, 'select count(*)::int as n from migration')).toEqual([{ n: 1 }])
    write({ '0002-slow.sql': SLOW })
    await (await openDatabase({ url }, folder)).close()
    expect(await query(url, 'select count(*)::int as n from migration')).toEqual([{ n: 3 }])
  })

  it('refuses a database with a history that is not ours', async () => {
    write({ '0001-first.sql': FIRST, '0002-slow.sql': SLOW, '0003-slow.sql': SLOW })
    const url = await emptyTestDatabase()
    await (await openDatabase({ url }, folder)).close()
    write({ '0002-slow.sql': `${SLOW}-- changed` })
    await expect(openDatabase({ url }, folder)).rejects.toThrow(
      /^database\.migration-changed .*0002-slow\.sql/,
    )
    write({ '0002-slow.sql': SLOW })
    rmSync(join(folder, '0003-slow.sql'))
    await expect(openDatabase({ url }, folder)).rejects.toThrow(
      /^database\.newer-than-program .*0003-slow\.sql/,
    )
  })
})
