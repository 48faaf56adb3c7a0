import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BreakAt, breakingProxy } from '../support/breaking-proxy.ts'
import { keptChanges } from '../support/kept-changes.ts'
import { testMariadb } from '../support/mariadb.ts'
import { appliedWrites, makeOffice, newPlan, type Office, writesById } from '../support/office.ts'
import { testDatabase } from '../support/postgres.ts'
import { withholdingProxy } from '../support/withholding-proxy.ts'

const COUNT = 2_500
const folder = await mkdtemp(join(tmpdir(), 'muster lost '))
afterAll(() => rm(folder, { recursive: true }))

describe('an OCS server lost during an apply', async () => {
  const database = await testDatabase()
  let office: Office
  beforeAll(async () => {
    const place = join(folder, 'lost')
    office = await makeOffice({ engine: 'MariaDB', folder: place, database, count: COUNT })
  })
  afterAll(() => office.close())

  it.each<{ when: string; words: string; at: BreakAt; kept: number }>([
    { when: 'in a batch', words: 'select HARDWARE_ID as hardwareId', at: 'request', kept: 0 },
    { when: 'as it commits, before it did', words: 'commit', at: 'request', kept: 0 },
    { when: 'as it commits, after it did', words: 'commit', at: 'answer', kept: 1_000 },
  ])('$when, keeps what is known, says so, and is resumed', async ({ words, at, kept }) => {
    const proxy = await breakingProxy(testMariadb(), { words, at })
    await office.through(proxy.port)
    await office.reset()
    const plan = await newPlan(office)

    const broken = await office.muster('apply', `P${plan}`)

    expect(broken).toMatchObject({ code: 1, answer: { error: { code: 'ocs.lost' } } })
    await office.quiet()
    expect(await office.written()).toHaveLength(kept)
    const changes = await keptChanges(database, plan)
    expect(changes.filter(({ outcome }) => outcome === 'applied')).toHaveLength(kept)
    expect(changes.filter(({ outcome }) => outcome === null)).toHaveLength(COUNT - kept)
    const { rows } = await database.pool.query('select * from run order by id desc limit 1')
    expect(rows).toMatchObject([{ task: 'apply', state: 'failed', error: { code: 'ocs.lost' } }])

    expect(await office.muster('apply', `P${plan}`)).toMatchObject({
      code: 0,
      answer: { outcomes: { applied: COUNT } },
    })
    expect(await writesById(office)).toEqual(appliedWrites(COUNT))
    await proxy.close()
  })
})

describe('a commit on its way to OCS when its sender is killed', async () => {
  const database = await testDatabase()
  const count = 3

  it('is not taken for a write that failed', { timeout: 60_000 }, async () => {
    const place = join(folder, 'late')
    const office = await makeOffice({ engine: 'MariaDB', folder: place, database, count })
    const proxy = await withholdingProxy(testMariadb(), 'commit')
    await office.through(proxy.port)
    const plan = await newPlan(office)
    const started = office.start('apply', `P${plan}`)
    await proxy.held
    await started.kill()

    // The rows are still held by the session of the one that was killed.
    const busy = await office.muster('apply', `P${plan}`)
    proxy.letGo()
    await office.quiet()

    const last = await office.muster('apply', `P${plan}`)
    proxy.close()
    await office.close()
    expect(busy).toMatchObject({ code: 1, answer: { error: { code: 'ocs.busy' } } })
    expect(last).toMatchObject({ code: 0, answer: { outcomes: { applied: count } } })
    expect(await writesById(office)).toEqual(appliedWrites(count))
  })
})

describe('an SQLite file left half written', async () => {
  const database = await testDatabase()
  /** How the journal of an SQLite file begins once the file itself is being written. */
  const HOT = Buffer.from('d9d505f920a163d7', 'hex')

  it('can be read: SQLite takes the half back first', async () => {
    const place = join(folder, 'half')
    const office = await makeOffice({ engine: 'SQLite', folder: place, database, count: COUNT })
    // So much in a row that a batch outgrows the memory SQLite keeps it in.
    await office.sql('alter table accountinfo add column fields_9 text')
    await office.sql('update accountinfo set fields_9 = hex(zeroblob(2000))')
    await office.forget()
    const plan = await newPlan(office)

    const started = office.start('apply', `P${plan}`)
    while (!(await isHot(join(place, 'ocs.sqlite-journal')))) await sleep(0)
    await started.kill()

    expect(await isHot(join(place, 'ocs.sqlite-journal'))).toBe(true)
    expect(await office.muster('check')).toMatchObject({ code: 0 })
    expect(await office.muster('apply', `P${plan}`)).toMatchObject({ code: 0 })
    expect(await writesById(office)).toEqual(appliedWrites(COUNT))
  })

  async function isHot(journal: string): Promise<boolean> {
    const file = await open(journal).catch(() => null)
    if (file === null) return false
    try {
      const { buffer } = await file.read(Buffer.alloc(HOT.length), 0, HOT.length, 0)
      return buffer.equals(HOT)
    } finally {
      await file.close()
    }
  }
})
