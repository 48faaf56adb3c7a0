import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { retentionStore } from '../../src/inventory/retention/store.ts'
import { commandsOn } from '../support/fleet-commands.ts'
import { fleetOffice } from '../support/fleet-office.ts'
import { smallFleet, workstation } from '../support/ninjaone.ts'
import { testDatabase } from '../support/postgres.ts'
import { readRows, rowTexts } from '../support/read-cells.ts'
import { protectedComputer, protectedFleet } from '../support/threatlocker-fleet.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster fleet commands '))
afterAll(() => rm(folder, { recursive: true }))

const ALDER = 'Alder & Birch LLP'
const CEDAR = 'Cedar Ltd'
const five = [1, 2, 3, 4, 5]

describe('what the vendors said can be asked as of any day kept', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const { json, spoken } = await commandsOn(database, { folder, day: '2025-11-06', sources: {} })

  beforeAll(async () => {
    const edr = protectedFleet(five.slice(0, 3).map((id) => protectedComputer(id)))
    await office.collect({ day: '2025-10-30', ninjaone: smallFleet(5), threatlocker: edr })
    await office.collect({ day: '2025-10-31', ninjaone: smallFleet(5) })
    const later = [
      workstation(1, { displayName: 'Spare 1' }),
      workstation(2, { organizationId: 8, locationId: 81 }),
      workstation(3, { nodeClass: 'WINDOWS_SERVER' }),
      ...[4, 6, 7].map((id) => workstation(id)),
    ]
    await office.collect({
      ...{ day: '2025-11-03', ninjaone: smallFleet(0, { devices: later }), threatlocker: edr },
      threatlockerTraits: {
        troubles: [{ route: 'ComputerGetByAllParameters', does: { kind: 'status', status: 503 } }],
      },
    })
  })

  it('lists machines with what the list rests on, also where a vendor failed meanwhile', async () => {
    const { code, answer } = await json('devices', '--as-of', '2025-11-05', '--limit', '2')

    expect(code).toBe(0)
    expect(answer).toMatchObject({
      asOf: '2025-11-05',
      restsOn: [
        { source: 'ninjaone', day: '2025-11-03' },
        { source: 'threatlocker', day: '2025-10-30' },
      ],
      ...{ total: 9, limit: 2, offset: 0 },
    })
    expect(answer.items).toHaveLength(2)
    const { out } = await spoken('devices', '--as-of', '2025-11-05', '--kind', 'server')
    expect(out).toContain('  ThreatLocker as of 2025-10-30; not collected since\n')
    expect(out).toMatch(/^ninjaone:3 /mu)
  })

  it('narrows, sorts and pages the list', async () => {
    const spare = await json('devices', '--as-of', '2025-11-03', '--kind', 'spare')
    expect(spare.answer.items).toMatchObject([{ ref: 'ninjaone:1', spareRule: 'display-name' }])

    const atSite = await json('devices', '--as-of', '2025-11-03', '--site', 'CEDAR')
    expect(atSite.answer.items).toMatchObject([{ ref: 'ninjaone:2', site: CEDAR }])

    const found = await json(
      'devices',
      '--as-of',
      '2025-10-31',
      '--text',
      'sim5',
      '--source',
      'ninjaone',
    )
    expect(found.answer.items).toMatchObject([{ ref: 'ninjaone:5', since: '2025-10-30' }])

    const page = await json(
      ...[
        'devices',
        '--as-of',
        '2025-10-31',
        '--source',
        'ninjaone',
        '--limit',
        '2',
        '--offset',
        '4',
      ],
    )
    expect(page.answer).toMatchObject({ total: 5, items: [{ ref: 'ninjaone:5' }] })
  })

  it('refuses a day before the first, a day to come, and a word for a day, each by name', async () => {
    expect(await json('devices', '--as-of', '2025-10-29')).toMatchObject({
      code: 1,
      answer: { error: { code: 'day.not-kept', details: { nearest: ['2025-10-30'] } } },
    })
    expect(await json('counts', '--as-of', '9999-01-01')).toMatchObject({
      answer: { error: { code: 'day.in-future' } },
    })
    expect(await json('compare', 'yesterday', '2025-11-03')).toMatchObject({
      answer: { error: { code: 'command.bad-argument', details: { value: 'yesterday' } } },
    })
    expect(await json('devices', '--as-of', '2025-11-03', '--site', 'Nowhere')).toMatchObject({
      answer: { error: { code: 'command.bad-argument', details: { argument: '--site' } } },
    })
  })

  it('counts by the documented names, against the last month-end with its date', async () => {
    const { code, answer } = await json('counts', '--as-of', '2025-11-05')

    expect(code).toBe(0)
    expect(answer).toMatchObject({
      ...{ date: '2025-11-05', counted_on: '2025-11-03', last_month_end_date: '2025-10-31' },
      totals: {
        ...{ total_devices: 9, servers: 1, workstations: 7, spare_devices: 1 },
        ...{ billable_devices: 8, ninja_devices: 6, threatlocker_devices: 3, distinct_devices: 6 },
      },
      last_month_totals: { total_devices: 8, ninja_devices: 5, distinct_devices: 5 },
      changes: {
        total_devices: { current: 9, previous: 8, change: 1, change_percent: 12.5 },
        servers: { current: 1, previous: 0, change: 1, change_percent: null },
      },
      site_count: 2,
    })
    expect(answer.sites.map((site: { site_name: string }) => site.site_name)).toEqual([
      ALDER,
      CEDAR,
    ])
    const { out } = await spoken('counts', '--as-of', '2025-11-05')
    expect(out).toContain('Compared with the last month-end: 2025-10-31')
    expect(out).toContain('  ThreatLocker as of 2025-10-30; not collected since')
  })

  it('says what changed between two days, and bridges that sum to the counts', async () => {
    const { code, answer } = await json('compare', '2025-11-03', '2025-10-31')

    expect(code).toBe(2)
    const told = answer.changes.map((change: { kind: string; ref: string; day: string }) => [
      change.kind,
      change.ref,
      change.day,
    ])
    expect(told.toSorted()).toEqual([
      ['added', 'ninjaone:6', '2025-11-03'],
      ['added', 'ninjaone:7', '2025-11-03'],
      ['became-spare', 'ninjaone:1', '2025-11-03'],
      ['billing-changed', 'ninjaone:1', '2025-11-03'],
      ['moved', 'ninjaone:2', '2025-11-03'],
      ['reclassified', 'ninjaone:3', '2025-11-03'],
      ['relocated', 'ninjaone:2', '2025-11-03'],
      ['removed', 'ninjaone:5', '2025-11-03'],
      ['renamed', 'ninjaone:1', '2025-11-03'],
    ])
    const bridge = (scope: string, site: string | null) =>
      answer.bridges.find(
        (each: { scope: string; site: string | null; measure: string }) =>
          each.scope === scope && each.site === site && each.measure === 'total',
      )
    expect(bridge('all', null)).toMatchObject({ start: 8, added: 2, removed: -1, end: 9 })
    expect(bridge('site', ALDER)).toMatchObject({ start: 8, movedOut: -1, end: 8 })
    expect(bridge('site', CEDAR)).toMatchObject({ start: 0, movedIn: 1, end: 1 })
  })

  it('ends with 0 where nothing changed, at a site as well', async () => {
    expect(await json('compare', '2025-10-30', '2025-10-31')).toMatchObject({
      code: 0,
      answer: { total: 0 },
    })
    const cedar = await json('compare', '2025-10-31', '2025-11-03', '--site', CEDAR)
    expect(cedar.code).toBe(2)
    expect(cedar.answer.changes.map(({ ref }: { ref: string }) => ref)).toEqual([
      ...['ninjaone:2', 'ninjaone:2'],
    ])
  })

  it('shows which source was collected on which day, and why one was not', async () => {
    const { answer } = await json('days', '--from', '2025-10-30', '--to', '2025-11-03')

    expect(answer.items).toMatchObject([
      { day: '2025-11-03', source: 'ninjaone', state: 'complete' },
      {
        day: '2025-11-03',
        source: 'threatlocker',
        state: 'failed',
        error: { code: 'api.failing' },
      },
      { day: '2025-10-31', source: 'ninjaone', isMonthEnd: true },
      { day: '2025-10-30', source: 'ninjaone' },
      { day: '2025-10-30', source: 'threatlocker', isMonthEnd: true },
    ])
    expect(answer.notCollected).toContainEqual({ source: 'threatlocker', day: '2025-10-31' })
    const { out } = await spoken(
      '--lang',
      'es',
      'days',
      '--from',
      '2025-10-30',
      '--to',
      '2025-11-03',
    )
    expect(out).toMatch(/^2025-11-03 {2}completo {4}FALLÓ/mu)
    expect(out).toContain('La fuente threatlocker falla')
  })

  it('writes the same to files, as numbers and text', async () => {
    const file = (name: string) => join(folder, name)
    await json('devices', '--as-of', '2025-11-03', '--out', file('list.csv'))
    const [keys, ...rows] = (await readFile(file('list.csv'), 'utf8')).trimEnd().split('\r\n')
    expect(keys).toMatch(/^\ufeffas_of,source,native_key,device,display_name,/u)
    expect(rows).toHaveLength(9)

    const { answer } = await json('compare', '2025-10-31', '2025-11-03', '--out', file('c.csv'))
    expect(answer.files).toEqual([file('c.csv'), file('c-bridges.csv')])
    expect(await readFile(file('c-bridges.csv'), 'utf8')).toContain(
      '\r\nall,,total,8,2,-1,0,0,0,0,9\r\n',
    )

    await spoken('--lang', 'es', 'counts', '--as-of', '2025-11-03', '--out', file('counts.xlsx'))
    const texts = rowTexts(await readRows(file('counts.xlsx'))).map(([, ...cells]) => cells)
    expect(texts[0]).toEqual(['Conteos al 2025-11-03'])
    expect(texts).toContainEqual([
      '2025-11-03',
      'en todas partes',
      '(todos los sitios)',
      '9',
      '1',
      '7',
      '1',
      '8',
      '6',
      '3',
      '6',
    ])

    expect(await json('counts', '--out', file('counts.pdf'))).toMatchObject({
      answer: { error: { code: 'command.bad-argument' } },
    })
  })

  it('answers for month-ends and no longer for the days pruned around them', async () => {
    await retentionStore(database).prune('2025-11-20', { dailyFor: 10, monthEnds: 24 })

    expect(await json('devices', '--as-of', '2025-11-05')).toMatchObject({
      code: 1,
      answer: { error: { code: 'day.not-kept', details: { nearest: ['2025-10-31'] } } },
    })
    expect((await json('counts', '--as-of', '2025-10-31')).answer.totals.total_devices).toBe(8)
  })
})

describe('exports of another tool, command by command', async () => {
  const database = await testDatabase()
  const columns = {
    ...{ nativeKey: 'Id', displayName: 'Name', hostname: 'Host', serial: 'Serial' },
    organisation: 'Client',
  }
  const sources = {
    'device-files': {
      helpdesk: { folder: 'exports', file: 'helpdesk.csv', columns },
      edr: { folder: 'exports', file: 'edr.csv', columns },
    },
  }
  const { json, spoken } = await commandsOn(database, { folder, day: '2025-11-20', sources })
  const write = async (name: string, ...rows: string[]) => {
    const file = join(folder, 'exports', name)
    await writeFile(file, ['Id,Name,Host,Serial,Client', ...rows, ''].join('\n'))
    return file
  }

  beforeAll(async () => {
    await mkdir(join(folder, 'exports'))
    await write(
      'helpdesk.csv',
      ...['1,Front,h-1,SER0001,Alder & Birch', '2,Back,h-2,SER0002,Alder & Birch'],
      ...['3,Side,h-3,,Cedar', '4,Lab,h-4,SER0004,Cedar'],
    )
    await write('edr.csv', 'a,Front,H-1,SER0001,Alder and Birch', 'b,Side,X-3,,Cedar Inc')
  })

  it('are collected, placed and matched, and say what waits for a person', async () => {
    const { code, answer } = await json('collect')

    expect(code).toBe(0)
    expect(answer).toMatchObject({
      sources: [
        { source: 'helpdesk', state: 'complete', history: { opened: 4 } },
        { source: 'edr', state: 'complete', history: { opened: 2 } },
      ],
      fleet: { sites: { made: 2, sameName: 1, unmapped: 1 }, matching: { devices: 5 } },
    })
    const { out } = await spoken('collect', '--only', 'edr')
    expect(out).toContain('1 organisation for a person to place: muster site-map')
    expect(await json('collect', '--only', 'nix')).toMatchObject({
      code: 1,
      answer: { error: { code: 'source.not-configured', details: { source: 'nix' } } },
    })
    for (const list of ['', ' , ']) {
      expect(await json('collect', '--only', list)).toMatchObject({
        code: 1,
        answer: { error: { code: 'command.bad-argument', details: { wanted: 'helpdesk, edr' } } },
      })
    }
  })

  it('take dated exports in as past days, one of which stands for its month', async () => {
    const file = await write('old.csv', '1,Front,h-1,SER0001,Alder & Birch', '9,Gone,h-9,,Cedar')
    const take = (day: string) => json('import-day', day, '--source', 'helpdesk', '--file', file)

    expect(await take('2025-03-31')).toMatchObject({
      code: 0,
      answer: {
        day: '2025-03-31',
        sources: [{ state: 'complete', history: { opened: 2 } }],
        fleet: { monthEnds: [{ source: 'helpdesk', day: '2025-03-31' }], isDueToGo: false },
      },
    })
    expect((await take('2025-03-28')).answer.fleet).toMatchObject({
      ...{ monthEnds: [], isDueToGo: true },
    })
    const again = ['import-day', '2025-03-28', '--source', 'helpdesk', '--file', file]
    expect((await spoken(...again)).out).toContain('NOT KEPT FOR LONG: 2025-03-28 ')
    const { answer: then } = await json('devices', '--as-of', '2025-04-15', '--sort', 'source')
    expect(then.items.map(({ ref }: { ref: string }) => ref)).toEqual(['helpdesk:1', 'helpdesk:9'])
    expect(await take('2025-12-01')).toMatchObject({
      code: 1,
      answer: { error: { code: 'day.in-future', details: { today: '2025-11-20' } } },
    })
  })

  it('explain a machine, and let a person link, unlink and take it back, on the record', async () => {
    const linked = await json('link', 'helpdesk:3', 'edr:b', '--by', 'Ana', '--reason', 'same desk')
    expect(linked).toMatchObject({
      code: 0,
      answer: { kind: 'must-link', matching: { devices: 4 } },
    })

    const { answer: story } = await json('link', 'edr:b')
    expect(story).toMatchObject({
      records: [{ ref: 'edr:b', rule: 'must-link' }, { ref: 'helpdesk:3' }],
      decisions: [{ kind: 'must-link', by: 'Ana', reason: 'same desk' }],
    })
    const apart = await json('unlink', 'helpdesk:1', 'edr:a', '--by', 'Ana')
    expect(apart.answer).toMatchObject({ kind: 'cannot-link', matching: { devices: 5 } })
    const { out } = await spoken('link', 'helpdesk:1')
    expect(out).toContain('a person said that they are two machines')

    const back = await json('link', 'helpdesk:1', 'edr:a', '--forget', '--by', 'Ana')
    expect(back.answer).toMatchObject({ kind: null, matching: { devices: 4 } })
    expect(await json('link', 'helpdesk:3', 'edr:b')).toMatchObject({
      answer: { error: { code: 'command.misused', details: { about: '--by <name>' } } },
    })
    expect((await json('link')).answer).toEqual({ items: [], total: 0 })
  })

  it('suggest the site of an organisation with its evidence, and keep what a person says', async () => {
    const { answer } = await json('site-map', 'edr:Alder and Birch')
    expect(answer.items).toMatchObject([
      { rule: 'unmapped', suggestions: [{ site: 'Alder & Birch', sharedDevices: 1 }] },
    ])

    const said = await spoken('site-map', 'edr:Alder and Birch', 'Alder & Birch', '--by', 'Ana')
    expect(said.out).toMatch(/^edr:Alder and Birch is at Alder & Birch from /u)
    const { out } = await spoken('site-map')
    expect(out).toContain('said by Ana')
    expect(out).not.toContain('for a person to place')

    const ignored = await json('site-map', 'edr:Cedar Inc', '--ignore', '--by', 'Ana')
    expect(ignored.answer).toMatchObject({ organisation: 'edr:Cedar Inc', site: null })
    expect(await json('site-map', 'edr:None')).toMatchObject({
      answer: { error: { code: 'organisation.not-found' } },
    })
  })

  it('take back where a person said that an organisation is, and make no site unasked', async () => {
    const asked = ['site-map', 'edr:Cedar Inc', 'Cedra', '--by', 'Ana']
    expect(await json(...asked)).toMatchObject({
      ...{ code: 1, answer: { error: { code: 'site.not-found' } } },
    })
    expect((await json(...asked, '--new')).answer).toMatchObject({ site: 'Cedra', isNewSite: true })

    const back = ['site-map', 'edr:Cedar Inc', '--forget', '--by', 'Luis']
    const { out } = await spoken(...back)
    expect(out).toMatch(/^What was said of edr:Cedar Inc is taken back from 2025-11-20 on/u)
    expect((await spoken(...back)).out).toContain('nothing was changed')
    for (const typed of [['--forget'], ['--ignore'], ['edr:Cedar Inc', '--new']]) {
      expect((await json('site-map', ...typed, '--by', 'Ana')).answer).toMatchObject({
        error: { code: 'command.misused', details: { problem: 'missing-argument' } },
      })
    }
    for (const typed of [
      [...asked.slice(1), '--forget'],
      [...back.slice(1), '--ignore'],
    ]) {
      expect((await json('site-map', ...typed)).answer).toMatchObject({
        error: { code: 'command.misused', details: { problem: 'too-many-arguments' } },
      })
    }
  })

  it('are held when they come empty, with 3 and the way to accept them', async () => {
    await write('edr.csv')

    expect((await json('collect', '--only', 'edr')).code).toBe(3)
    const { code, out } = await spoken('collect', '--only', 'edr')
    expect(code).toBe(3)
    expect(out).toMatch(/it came empty\. If that is right: muster accept C\d+ --by NAME/u)
    expect(out).toContain('Nothing of this day was taken in')
  })

  it('are pruned only where that is not a dry run, and their keys can be changed', async () => {
    const day = ['devices', '--as-of', '2025-03-28']
    const would = await json('prune', '--dry-run')
    expect(would.answer).toMatchObject({ dryRun: true, days: ['2025-03-28'] })
    expect((await json(...day)).code).toBe(0)
    expect((await json('prune')).answer).toMatchObject({ dryRun: false, days: ['2025-03-28'] })
    expect((await json(...day)).answer).toMatchObject({ error: { code: 'day.not-kept' } })

    const { answer } = await json('keys')
    const [first] = answer.items
    const { answer: rotated } = await json('keys', 'rotate')
    expect(rotated.dropped).toEqual([first.id])
    expect((await json('keys')).answer.items).toMatchObject([
      { id: rotated.key, isCurrent: true, payloads: first.payloads },
    ])
    expect((await json('keys', 'turn')).code).toBe(1)
  })
})
