import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import type { Database } from '../../src/db/database.ts'
import { fleetOffice } from '../support/fleet-office.ts'
import { type MusterAt, musterAt } from '../support/muster-at.ts'
import { smallFleet, workstation } from '../support/ninjaone.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { readRows, rowTexts } from '../support/read-cells.ts'
import { protectedComputer, protectedFleet } from '../support/threatlocker-fleet.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster what if '))
afterAll(() => rm(folder, { recursive: true }))

const ALDER = 'Alder & Birch LLP'
const edrRef = (id: number) =>
  `threatlocker:aaaa0000-0000-4000-8000-${String(id).padStart(12, '0')}`

interface Standing {
  readonly name: string
  readonly day: string
  readonly settings: Readonly<Record<string, unknown>>
}

/** The command line on a database and a day, and a way to ask it what other settings would make of it. */
async function deskOn(database: TestDatabase, { name, day, settings }: Standing) {
  const place = join(folder, name)
  await mkdir(place, { recursive: true })
  const write = async (file: string, content: object) => {
    await writeFile(join(place, file), JSON.stringify(content))
    return join(place, file)
  }
  const config = await write('muster.yaml', settings)
  const env = {
    DATABASE_URL: database.url,
    MUSTER_NINJAONE_CLIENT_SECRET: 'secret-1',
    MUSTER_THREATLOCKER_TOKEN: 'secret-2',
  }
  const muster: MusterAt = musterAt({ env, config, now: () => new Date(`${day}T09:00:00Z`) })
  let asked = 0
  const other = (changes: object) => {
    asked += 1
    return write(`other-${asked}.yaml`, { ...settings, ...changes })
  }
  return {
    ...muster,
    other,
    whatIf: async (changes: object, ...args: string[]) =>
      muster.json('what-if', await other(changes), ...args),
  }
}

/** Every row of every table, in one line each; two that are equal hold the same. */
async function contentOf({ pool }: Database): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  )
  const content: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as all
      from ${name} t`,
    )
    content[name] = rows[0].all
  }
  return content
}

describe('what another configuration would make of a fleet', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const desk = await deskOn(database, {
    ...{ name: 'fleet', day: '2026-11-21' },
    settings: {
      sources: {
        ninjaone: { region: 'eu', clientId: 'client' },
        threatlocker: { organisationId: 'cccc0000-0000-4000-8000-000000000001' },
      },
    },
  })

  beforeAll(async () => {
    // Of ten: 9 and 10 lack the agent, 8 has another serial there, 3 is a loan.
    const devices = [
      ...[1, 2, 4, 5, 6, 7, 8, 9, 10].map((id) => workstation(id)),
      workstation(3, { displayName: 'Loan 3' }),
    ]
    const computers = [1, 2, 3, 4, 5, 6, 7].map((id) => protectedComputer(id))
    const edr = protectedFleet([...computers, protectedComputer(8, { serialNumber: 'OTHER8' })])
    const ninjaone = smallFleet(0, { devices })
    await office.collect({ day: '2026-11-20', ninjaone, threatlocker: edr })
    await office.collect({ day: '2026-11-21', ninjaone, threatlocker: edr })
    await desk.json('reconcile')
  })

  it('is nothing where nothing differs, and is told from the figures that are kept', async () => {
    const { code, answer } = await desk.whatIf({})
    const counts = await desk.json('counts')

    expect(code).toBe(0)
    expect(answer).toMatchObject({
      ...{ day: '2026-11-21', findings: [], links: [], reclassified: [], tags: [] },
      ...{ settings: { rehearsed: [], notRehearsed: [] }, untold: [] },
    })
    expect(answer.counts.before).toEqual(counts.answer.totals)
    expect(answer.counts.after).toEqual(counts.answer.totals)
    const figures = ({ site_name, total_devices, distinct_devices }: Record<string, unknown>) => [
      ...[site_name, total_devices, distinct_devices],
    ]
    expect(
      answer.sites.map((site: { site_name: string | null; before: object }) =>
        figures({ site_name: site.site_name, ...site.before }),
      ),
    ).toEqual(counts.answer.sites.map(figures))
  })

  it('finds today just what the checks keep', async () => {
    const off = ['missing-in-rmm', 'missing-in-edr', 'duplicate-in-source', 'spare-with-agent']
    const more = ['display-name-mismatch', 'organisation-mismatch', 'stale-on-one-side']
    const { answer } = await desk.whatIf({ checks: { off: [...off, ...more, 'class-mismatch'] } })

    const { rows } = await database.pool.query(
      `select check_code as check, scope, subject from finding where state = 'open'
      order by check_code, scope, subject`,
    )
    const closed = answer.findings.map(
      ({ change, check, scope, subject }: Record<string, string>) =>
        `${change} ${check} ${scope} ${subject}`,
    )
    expect(closed.toSorted()).toEqual(
      rows.map(({ check, scope, subject }) => `closed ${check} ${scope} ${subject}`).toSorted(),
    )
    expect(closed.length).toBeGreaterThan(3)
  })

  it('tells what becomes spare, which findings close, and which counts move', async () => {
    const { code, answer } = await desk.whatIf({ fleet: { spareWords: ['loan', 'desk 9'] } })

    expect(code).toBe(2)
    expect(answer.settings.rehearsed).toEqual(['fleet.spareWords'])
    expect(answer.reclassified).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...{ ref: 'ninjaone:9', site: ALDER, what: 'spare', from: false, to: true },
          ruleAfter: 'display-name',
        }),
        expect.objectContaining({ ref: 'ninjaone:3', what: 'billable', from: true, to: false }),
      ]),
    )
    expect(answer.byCheck).toMatchObject({
      'missing-in-edr': { opened: 0, closed: 1 },
      'spare-with-agent': { opened: 1, closed: 0 },
    })
    expect(answer.findings).toContainEqual(
      expect.objectContaining({
        ...{ change: 'opened', check: 'spare-with-agent', site: ALDER },
        records: ['ninjaone:3', edrRef(3)],
      }),
    )
    expect(answer.counts).toMatchObject({
      before: { spare_devices: 0, billable_devices: 18, workstations: 18 },
      after: { spare_devices: 2, billable_devices: 16, workstations: 16 },
    })
    expect(answer.sites).toContainEqual(
      expect.objectContaining({ site_name: ALDER, isMoved: true }),
    )
  })

  it('tells which links go with a rule, and which come', async () => {
    const { answer } = await desk.whatIf({ fleet: { matching: { off: ['serial'] } } })

    // Without serials machines are known by their host names, number 8 as well.
    expect(answer.links).toMatchObject([
      { change: 'gained', rule: 'hostname', one: { ref: 'ninjaone:8' }, other: { ref: edrRef(8) } },
    ])
    expect(answer.counts.after.distinct_devices).toBe(answer.counts.before.distinct_devices - 1)

    const none = await desk.whatIf({
      fleet: { matching: { off: ['serial', 'hostname', 'hostname-15'] } },
    })
    expect(none.answer.links).toHaveLength(7)
    expect(none.answer.links[0]).toMatchObject({ change: 'lost', rule: 'serial', value: 'SIM1' })
    expect(none.answer.byCheck).toMatchObject({
      'missing-in-edr': { opened: 7, closed: 0 },
      'missing-in-rmm': { opened: 7, closed: 0 },
    })
  })

  it('tells a finding that would be of another severity', async () => {
    const { answer } = await desk.whatIf({ checks: { severity: { 'missing-in-rmm': 'critical' } } })

    expect(answer.findings).toMatchObject([
      { change: 'regraded', severityBefore: 'high', severity: 'critical' },
    ])
  })

  it('makes sites anew on both sides where other sources make them, and says so', async () => {
    const { answer } = await desk.whatIf({ fleet: { sitesFrom: ['threatlocker'] } })

    expect(answer.untold).toContainEqual({ code: 'sites-from-scratch' })
    expect(answer.sites.map(({ site_name }: { site_name: string }) => site_name).sort()).toEqual(
      expect.arrayContaining(['ALDER & BIRCH', ALDER]),
    )
  })

  it('leaves out a source that the other configuration does not have', async () => {
    const { answer } = await desk.whatIf({
      sources: { ninjaone: { region: 'eu', clientId: 'another' } },
    })

    expect(answer.settings).toMatchObject({
      rehearsed: ['sources.threatlocker'],
      notRehearsed: ['sources.ninjaone.clientId'],
    })
    expect(answer.byCheck).toMatchObject({ 'missing-in-edr': { opened: 0, closed: 3 } })
  })

  it('is asked of a past day as well, and says what is not kept of that', async () => {
    const changes = { checks: { needsEdr: false } }

    const { answer } = await desk.whatIf(changes, '--day', '2026-11-20')

    expect(answer).toMatchObject({
      ...{ day: '2026-11-20', byCheck: { 'missing-in-edr': { opened: 0, closed: 3 } } },
      untold: [{ code: 'contact-not-kept', records: 18 }],
    })
    const early = await desk.whatIf(changes, '--day', '2026-11-01')
    expect(early.answer).toMatchObject({ error: { code: 'day.not-kept' } })
  })

  it('says where today’s rules and words already make something else than is kept', async () => {
    await desk.json('unlink', 'ninjaone:1', edrRef(1), '--by', 'Ana')

    const { answer } = await desk.whatIf({}, '--day', '2026-11-20')

    expect(answer.untold).toContainEqual({ code: 'kept-otherwise', classified: 0, machines: 1 })
    await desk.json('link', 'ninjaone:1', edrRef(1), '--by', 'Ana', '--forget')
  })

  it('writes nothing', async () => {
    const before = await contentOf(database)

    await desk.whatIf({ fleet: { spareWords: ['desk'], sitesFrom: ['threatlocker'] } })

    expect(await contentOf(database)).toEqual(before)
  })

  it('speaks both languages, names the first few and leaves the rest to a file', async () => {
    const file = await desk.other({ fleet: { spareWords: ['desk '] } })
    const english = await desk.spoken('what-if', file, '--sites')
    const spanish = await desk.spoken('--lang', 'es', 'what-if', file)

    expect(english.code).toBe(2)
    expect(english.out).toContain('Settings that differ: fleet.spareWords')
    expect(english.out).toMatch(/spare: no -> yes: 9/u)
    expect(english.out).toContain('    and 4 more; --json and --out FILE have them all')
    expect(english.out).toMatch(/^ {2}Spares {2,}0 +9 +\+9$/mu)
    expect(english.out).toMatch(/^ {4}Spares {2,}0 +9 +\+9$/mu)
    expect(spanish.out).toContain('repuesto: no -> sí: 9')

    const book = join(folder, 'what-if.xlsx')
    const { answer } = await desk.json('what-if', file, '--out', book)
    expect(answer.files).toEqual([book])
    const rows = rowTexts(await readRows(book, 2)).map(([, ...cells]) => cells.slice(0, 6))
    expect(rows).toContainEqual(['ninjaone:9', 'Desk 9', ALDER, 'spare', 'no', 'yes'])
    await desk.json('what-if', file, '--out', join(folder, 'what-if.csv'))
    const files = (await readdir(folder)).filter((name) => name.startsWith('what-if-'))
    expect(files.sort()).toEqual([
      ...['what-if-counts.csv', 'what-if-links.csv', 'what-if-reclassified.csv'],
      'what-if-tags.csv',
    ])
    const csv = await readFile(join(folder, 'what-if-reclassified.csv'), 'utf8')
    expect(csv).toContain('record,name,site,what,before,after,rule_before,rule_after')
  })

  it('is refused for a configuration that cannot be used, with the line', async () => {
    const file = join(folder, 'broken.yaml')
    await writeFile(file, 'sources: {}\nfleet:\n  matching: { off: [serials] }\n')

    const { code, err } = await desk.spoken('what-if', file)

    expect(code).toBe(1)
    expect(err).toContain('line 3, fleet.matching.off.1')
  })
})

describe('what another configuration would make of the TAGs', async () => {
  const database = await testDatabase()
  const tags = { protectedTags: ['MANUAL-*'] }
  const settings = {
    timeZone: 'America/Havana',
    sources: { ocs: { file: 'ocs.sqlite', inventoryField: 'NUMINV' } },
    tags,
  }
  const desk = await deskOn(database, { name: 'office', day: '2026-11-21', settings })
  let planned: Record<string, number> = {}

  beforeAll(async () => {
    await writeEstate(join(folder, 'office'), makeEstate({ seed: 5, computers: 200 }))
    await desk.json('collect')
    planned = (await desk.json('plan')).answer.plan.outcomes
  })

  it('begins with what a plan decides from the books themselves', async () => {
    const { answer } = await desk.whatIf({ tags: { ...tags, emptyWords: ['NA'] } })

    const refused = answer.untold.filter(({ code }: { code: string }) => code === 'rows-refused')
    expect(refused).toMatchObject([{ book: 'finance-register' }, { book: 'locations' }])
    expect(answer.outcomes.before).toEqual(planned)
  })

  it('tells which rows would be decided otherwise, and which findings come and go', async () => {
    const { code, answer } = await desk.whatIf({ tags: {} })

    expect(code).toBe(2)
    expect(answer.settings.rehearsed).toEqual(['tags.protectedTags'])
    expect(answer.tags.length).toBeGreaterThan(0)
    expect(
      answer.tags.every(
        (row: Record<string, string>) =>
          row.outcomeBefore === 'protected' && row.outcomeAfter === 'planned' && row.tagAfter,
      ),
    ).toBe(true)
    expect(answer.byCheck).toEqual({ protected: { opened: 0, closed: answer.tags.length } })
    expect(answer.outcomes.after.planned - answer.outcomes.before.planned).toBe(answer.tags.length)
  })

  it('gives the TAG to the newest of a number alone where that is asked for', async () => {
    const { answer } = await desk.whatIf({ tags: { ...tags, duplicates: 'tag-newest' } })

    expect(answer.outcomes.after['duplicate-not-tagged']).toBeGreaterThan(0)
    expect(answer.untold.map(({ code }: { code: string }) => code)).not.toContain(
      'newest-not-known',
    )
    const file = await desk.other({ tags: { ...tags, duplicates: 'tag-none' } })
    const { out } = await desk.spoken('what-if', file)
    expect(out).toMatch(/^TAGs: \d+\n {2}TAG is to be changed +\d+ -> \d+$/mu)
  })

  it('says that it decides no TAG where the books are not kept', async () => {
    await database.pool.query(
      `update collection set history = null where source = 'locations' and is_machine is not null`,
    )

    const { answer } = await desk.whatIf({ tags: {} })

    expect(answer).toMatchObject({ outcomes: null, tags: [] })
    expect(answer.untold).toContainEqual({ code: 'books-not-kept', books: ['locations'] })
  })
})
