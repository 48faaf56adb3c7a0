import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Said } from '../support/ocs-mariadb.ts'
import { idsUpTo, makeOffice, type Office } from '../support/office.ts'
import { testDatabase } from '../support/postgres.ts'

const COUNT = 1_200
const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster reads '))
afterAll(() => rm(folder, { recursive: true }))

/** All that reading the computers asks for: what there is, which field, the machines. */
const COMPUTERS = [
  'accountinfo',
  'accountinfo_config',
  'bios',
  'hardware',
  'information_schema.COLUMNS',
  'virtualmachines',
]
/** Who may see which TAG: a plan says whose sight it would change. */
const SCOPES = 'tags'
/** Selects that do more than read: they lock, wait, write a file or run a function of the server's. */
const MORE_THAN_READING =
  /\binto\b|\bfor update\b|\block in share mode\b|\b(get_lock|release_lock|sleep|benchmark|nextval|setval)\s*\(|;/iu

describe('what OCS hears, word for word', () => {
  let office: Office
  beforeAll(async () => {
    office = await makeOffice({ engine: 'MariaDB', folder, database, count: COUNT })
  })
  afterAll(() => office.close())

  it.each(['check', 'plan'])('is nothing but plain selects from %s', async (command) => {
    const before = await everyTable()

    const said = await office.listen(() => office.muster(command))

    expectOnlySelects(said, [...COMPUTERS, SCOPES])
    expect(await everyTable()).toEqual(before)
    expect(await office.written()).toEqual([])
  })

  it('holds the updates of apply, so that a write would not have gone unheard', async () => {
    const said = await office.listen(() => office.muster('apply', 'latest'))

    expect(verbs(said)).toEqual(expect.arrayContaining(['commit', 'select', 'set', 'update']))
    expect((await office.written()).map(({ hardwareId }) => hardwareId)).toEqual(idsUpTo(COUNT))
  })

  it('is nothing but plain selects from verify', async () => {
    const before = await everyTable()

    const said = await office.listen(() => office.muster('verify', 'latest'))

    expectOnlySelects(said, COMPUTERS)
    expect(await everyTable()).toEqual(before)
  })

  it('is nothing at all from what only tells of the past', async () => {
    const said = await office.listen(async () => {
      for (const words of [['plans'], ['runs'], ['show', 'P1'], ['show', 'R1']]) {
        expect(await office.muster(...words)).toMatchObject({ code: 0 })
      }
    })

    expect(said).toEqual([])
  })

  /** A checksum over all rows of every table of OCS. */
  async function everyTable() {
    const tables = await office.sql('show tables')
    const names = tables.flatMap((row) => Object.values(row)).join('`, `')
    return office.sql(`checksum table \`${names}\` extended`)
  }
})

function expectOnlySelects(said: readonly Said[], expectedTables: readonly string[]): void {
  const commands = new Set(said.map(({ command }) => command))
  expect([...commands].toSorted()).toEqual(['Connect', 'Query', 'Quit'])
  expect(verbs(said)).toEqual(['select'])
  const queries = said.filter(({ command }) => command === 'Query').map(({ text }) => text)
  expect(queries.filter((text) => MORE_THAN_READING.test(text))).toEqual([])
  const tables = queries.flatMap((text) =>
    [...text.matchAll(/\b(?:from|join)\s+([\w.]+)/giu)].map(([, table]) => table),
  )
  expect(new Set(tables)).toEqual(new Set(expectedTables))
}

/** The first word of each query, every one once. */
function verbs(said: readonly Said[]): string[] {
  const queries = said.filter(({ command }) => command === 'Query')
  return [...new Set(queries.map(({ text }) => /\w+/u.exec(text)?.[0].toLowerCase() ?? ''))]
}
