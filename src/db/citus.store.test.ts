import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/support/postgres.ts'

const text = readFileSync(join(import.meta.dirname, '../../deploy/database/citus.sql'), 'utf8')
const { pool } = await testDatabase()

const namedBy = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, table = '']) => table)
const keyByTable = new Map(
  [...text.matchAll(/^select create_distributed_table\('(\w+)', '(\w+)'/gmu)].map(
    ([, table = '', key = '']) => [table, key] as const,
  ),
)
const references = namedBy(/^select create_reference_table\('(\w+)'\);$/gmu)
const untold = namedBy(/^drop trigger tell_change on (\w+);$/gmu)
const locals = namedBy(/^-- local: (\w+)$/gmu)

/** Columns of each rule that keeps rows of a table apart: primary keys, unique ones, exclusions. */
async function rulesOf(table: string): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await pool.query(
    `select i.indexrelid::regclass::text as name, array_agg(a.attname::text) as columns
     from pg_index i
     left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indrelid = $1::regclass and (i.indisunique or i.indisexclusion)
     group by i.indexrelid`,
    [table],
  )
  return rows
}

async function referredTo(table: string): Promise<{ table: string; columns: string[] }[]> {
  const { rows } = await pool.query(
    `select c.confrelid::regclass::text as table, array_agg(a.attname::text) as columns
     from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
     where c.conrelid = $1::regclass and c.contype = 'f'
     group by c.oid`,
    [table],
  )
  return rows
}

describe('deploy/database/citus.sql', () => {
  it('says of every table once where it lies', async () => {
    const { rows } = await pool.query(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    )
    const named = [...keyByTable.keys(), ...references, ...locals]

    expect(named.toSorted()).toEqual(rows.map(({ relname }) => relname).toSorted())
  })

  it('takes the triggers from those that do not stay, and from no other', async () => {
    const { rows } = await pool.query(
      `select tgrelid::regclass::text as name from pg_trigger where tgname = 'tell_change'`,
    )
    const gone = rows.map(({ name }) => name).filter((name) => !locals.includes(name))

    expect(untold.toSorted()).toEqual(gone.toSorted())
  })

  it.each([...keyByTable])(
    'spreads %s by %s, which is in all that keeps its rows apart',
    async (table, key) => {
      const rules = await rulesOf(table)

      expect(rules.length).toBeGreaterThan(0)
      expect(rules.filter(({ columns }) => !columns.includes(key))).toEqual([])
    },
  )

  it.each([...keyByTable.keys(), ...references])(
    'lets %s refer to copied tables alone',
    async (table) => {
      const strange = (await referredTo(table)).filter((other) => !references.includes(other.table))

      expect(strange).toEqual([])
    },
  )

  it.each([...keyByTable.keys()])(
    'spreads no table with triggers that it keeps, nor one that others refer to: %s',
    async (table) => {
      const { rows } = await pool.query(
        `select tgname as name from pg_trigger where tgrelid = $1::regclass and not tgisinternal and tgname <> all($2)
       union all
       select conname from pg_constraint where confrelid = $1::regclass and contype = 'f'`,
        [table, untold.includes(table) ? ['tell_change'] : []],
      )
      expect(rows).toEqual([])
    },
  )
})
