import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/lib/day.ts'
import { commandsOn } from '../support/fleet-commands.ts'
import { fleetOffice } from '../support/fleet-office.ts'
import { musterAt } from '../support/muster-at.ts'
import { smallFleet, workstation } from '../support/ninjaone.ts'
import { computer } from '../support/ocs-estate.ts'
import { makeOffice } from '../support/office.ts'
import { testDatabase } from '../support/postgres.ts'
import { protectedComputer, protectedFleet } from '../support/threatlocker-fleet.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster findings '))
afterAll(() => rm(folder, { recursive: true }))

const DAY_MS = 86_400_000
const TODAY = new Date().toISOString().slice(0, 10)

describe('a work list of an office, command by command', async () => {
  const database = await testDatabase()
  const office = await makeOffice({
    ...{ engine: 'SQLite', folder, database, count: 20 },
    others: [
      computer({ hardwareId: 101, inventoryNumber: '', hostname: '=1+1' }),
      computer({ hardwareId: 102, inventoryNumber: '10_200_OOOOO2', serial: '007' }),
      computer({ hardwareId: 103, inventoryNumber: 'MV' }),
      computer({ hardwareId: 104, inventoryNumber: '10_200_000005' }),
    ],
  })
  const config = join(folder, 'findings.yaml')
  let daysOn = 0
  const muster = musterAt({
    env: { DATABASE_URL: database.url },
    config,
    now: () => new Date(Date.now() + daysOn * DAY_MS),
  })
  const { spoken } = muster
  const json = async (...args: string[]) => {
    const { code, answer } = await muster.json(...args)
    return { code, ...answer }
  }
  /** Plans on a day so many days from now. */
  const planOn = async (days: number) => {
    daysOn = days
    expect((await muster.json('plan')).code).toBe(2)
  }
  const stateOf = async (check: string): Promise<string> =>
    (await json('findings', '--state', 'all', '--check', check)).items[0].state

  beforeAll(async () => {
    const ocs = { file: join(folder, 'ocs.sqlite'), inventoryField: 'NUMINV' }
    const tags = { protectedTags: ['Old-7'] }
    await writeFile(config, JSON.stringify({ sources: { ocs }, tags, guards: { share: 1 } }))
  })
  afterAll(() => office.close())

  it('says that nothing was compared before anything was, and gates nothing then', async () => {
    const { code, out } = await spoken('findings')

    expect(code).toBe(0)
    expect(out).toContain(`As of ${TODAY}: 0 findings (open, acknowledged, fixed)`)
    expect(out).toContain('Nothing was compared yet.')
  })

  it('lists what a plan saw, the gravest first, and ends with 2', async () => {
    await planOn(0)

    const { code, total, byCheck, items, looks } = await json('findings')

    expect([code, total]).toEqual([2, 5])
    expect(
      items.map(({ ref, check, name, state }: Record<string, unknown>) => [
        ref,
        check,
        name,
        state,
      ]),
    ).toEqual([
      ['F3', 'not-in-finance', 'PC-102', 'open'],
      ['F5', 'duplicate-number', '10_200_000005', 'open'],
      ['F1', 'empty-number', '=1+1', 'open'],
      ['F2', 'virtual-machine', 'PC-103', 'open'],
      ['F4', 'protected', 'PC-7', 'open'],
    ])
    expect(byCheck[0]).toEqual({
      ...{ check: 'duplicate-number', severity: 'high', count: 1, oldestDays: 0 },
    })
    expect(looks).toHaveLength(14)
    expect(looks[0]).toMatchObject({ lookedOn: TODAY, skipped: null, compared: { ocs: TODAY } })
  })

  it('gates by what a filter lists: 0 where it lists nothing, 1 where it cannot be asked', async () => {
    expect((await json('findings', '--severity', 'critical')).code).toBe(0)
    expect((await json('findings', '--severity', 'critical,high', '--summary')).code).toBe(2)
    expect((await json('findings', '--check', 'empty-number', '--check', 'protected')).total).toBe(
      2,
    )
    expect(await json('findings', '--site', 'torre n', '--summary')).toMatchObject({
      code: 2,
      total: 1,
    })
    expect((await json('findings', '--older-than', '0')).total).toBe(0)
    expect((await json('findings', '--newer-than', '1')).total).toBe(5)
    expect((await json('findings', '--text', 'SN103')).items[0].name).toBe('PC-103')

    expect(await json('findings', '--check', 'empty')).toMatchObject({
      ...{ code: 1, error: { code: 'command.bad-argument', details: { value: 'empty' } } },
    })
    expect(await json('findings', '--site', 'Nowhere')).toMatchObject({
      ...{ code: 1, error: { details: { argument: '--site', wanted: 'Torre Ñ' } } },
    })
    expect((await json('findings', '--state', 'gone')).code).toBe(1)
  })

  it('tells everything of one', async () => {
    const { out } = await spoken('finding', 'f3')

    expect(out).toMatch(/^F3 {2}Computer whose number finance does not list: PC-102\n/u)
    expect(out).toMatch(/ Serial number +007\n/u)
    expect(out).toContain('(OCS time)')
    expect(out).toMatch(/10_200_000002 +a letter for a digit/u)
    expect(out).toContain(`OCS Inventory (database) ${TODAY}`)
    expect(out).toMatch(/Muster {2}seen for the first time {2}R1, P1/u)
    const told = await json('finding', '3')
    expect(told).toMatchObject({
      ...{ ref: 'F3', events: [{ kind: 'opened' }], look: { lookedOn: TODAY } },
    })
    expect(await json('finding', 'F99')).toMatchObject({
      error: { code: 'finding.not-found', details: { findings: ['F99'] } },
    })
  })

  it('keeps what a person says of some, by name', async () => {
    const fixed = await json('decide', 'F1', '--fixed', '--by', 'Ana', '--reason', 'label read')
    expect(fixed).toMatchObject({ code: 0, state: 'agreed', said: [1], by: 'Ana' })
    expect((await json('show', `R${fixed.run}`)).task).toBe('decide')

    await json('decide', 'F5', '--owner', 'Luis', '--by', 'Ana')
    await json('decide', 'F5', '--note', 'on Monday', '--by', 'Ana')
    const { out } = await spoken(
      ...['--lang', 'es', 'decide', 'F2', '--accept', '--until', '30d', '--by', 'Ana'],
      ...['--reason', 'servidor de pruebas'],
    )
    expect(out).toContain(
      `1 discrepancia aceptada hasta ${addDays(TODAY, 30)} (servidor de pruebas), según Ana`,
    )

    expect((await json('findings')).total).toBe(4)
    expect((await json('findings', '--owner', 'luis')).items).toMatchObject([
      { ref: 'F5', note: 'on Monday' },
    ])
    expect((await json('findings', '--owner', 'none')).total).toBe(3)
    expect((await json('findings', '--state', 'accepted')).items).toMatchObject([
      { ref: 'F2', acceptReason: 'servidor de pruebas', acceptedUntil: addDays(TODAY, 30) },
    ])
  })

  it.each([
    [['F1', '--by', 'Ana'], 'command.misused'],
    [['F1', '--fixed'], 'command.misused'],
    [['--fixed', '--by', 'Ana'], 'command.misused'],
    [['F1', '--fixed', '--acknowledge', '--by', 'Ana'], 'command.bad-argument'],
    [['F1', '--accept', '--until', '30d', '--by', 'Ana'], 'command.misused'],
    [['F1', '--accept', '--reason', 'x', '--by', 'Ana'], 'command.misused'],
    [['F1', '--accept', '--reason', 'x', '--until', TODAY, '--by', 'Ana'], 'day.not-ahead'],
    [['F1', '--accept', '--reason', 'x', '--until', '0d', '--by', 'Ana'], 'day.not-ahead'],
    [['F1', '--accept', '--reason', 'x', '--until', 'soon', '--by', 'Ana'], 'command.bad-argument'],
    [['F1', '--fixed', '--until', '30d', '--by', 'Ana'], 'command.misused'],
    [['F1', '--owner', 'none', '--by', 'Ana'], 'command.misused'],
    [['F1', '--owner', 'Luis', '--reason', 'x', '--by', 'Ana'], 'command.misused'],
    [['F1', '--check', 'protected', '--fixed', '--by', 'Ana'], 'command.misused'],
    [['P1', '--fixed', '--by', 'Ana'], 'command.bad-argument'],
    [['F1', 'F98', 'F99', '--reopen', '--by', 'Ana'], 'finding.not-found'],
    [['F3', 'F4', '--reopen', '--by', 'Ana'], 'finding.unsayable'],
  ])('says nothing of any for: decide %j', async (typed, code) => {
    const before = await json('findings', '--state', 'all')

    expect(await json('decide', ...typed)).toMatchObject({ code: 1, error: { code } })

    expect((await json('findings', '--state', 'all')).items).toEqual(before.items)
  })

  it('says of all that a filter lists only with a yes, and shows before of which', async () => {
    const word = ['decide', '--severity', 'high', '--acknowledge', '--by', 'Ana']
    expect(await json(...word, '--dry-run')).toMatchObject({ code: 0, isSaid: false, said: [3, 5] })
    const asked = await spoken(...word)
    expect(asked.code).toBe(3)
    expect(asked.out).toContain('2 findings acknowledged, by Ana')
    expect(asked.out).toContain('F3 F5\nTo say it: the same with --yes')
    expect(await stateOf('duplicate-number')).toBe('open')

    expect(await json(...word, '--yes')).toMatchObject({ code: 0, isSaid: true, said: [3, 5] })
    expect(await stateOf('duplicate-number')).toBe('acknowledged')
    expect(await json(...word, '--yes')).toMatchObject({
      error: { details: { refused: [{ state: 'acknowledged', findings: ['F3', 'F5'] }] } },
    })
    expect(await json('decide', '--text', 'no such', '--fixed', '--by', 'Ana')).toMatchObject({
      ...{ code: 0, isSaid: false, said: [] },
    })
  })

  it('says it of those it can be said of, names the others, and ends with 2', async () => {
    const { code, said, refused } = await json('decide', 'F3,F4', '--acknowledge', '--by', 'Ana')

    expect({ code, said, refused }).toEqual({
      ...{ code: 2, said: [4], refused: [{ id: 3, state: 'acknowledged' }] },
    })
  })

  it('opens again what was said to be fixed and is still there', async () => {
    await planOn(1)

    expect(await stateOf('empty-number')).toBe('open')
    expect((await json('finding', 'F1')).events.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['opened', 'fixed', 'reopened'],
    ])
    expect((await spoken('finding', 'F1')).out).toContain('said to be fixed: label read')
  })

  it('verifies by the next look what was mended in the books', async () => {
    await office.sql('delete from hardware where ID = 104')
    await office.sql("update accountinfo set fields_3 = '10_200_000002' where HARDWARE_ID = 102")
    await planOn(3)

    const { items } = await json('findings', '--state', 'verified')
    expect(items.map(({ ref }: { ref: string }) => ref)).toEqual(['F3', 'F5'])
    expect(items[1]).toMatchObject({
      owner: 'Luis',
      standingSince: TODAY,
      lastSeen: addDays(TODAY, 1),
    })
    const { out } = await spoken('finding', 'F5')
    expect(out).toContain('seen no more, after 1 day')
  })

  it('gives a finding the next id, however often the others were seen', async () => {
    expect((await json('findings', '--check', 'duplicate-number')).items).toMatchObject([
      { ref: 'F6', name: '10_200_000002' },
    ])
  })

  it('has figures of the days on which it looked, zeros among them, and none of any other', async () => {
    const { items, notCompared } = await json(
      ...['ageing', '--from', TODAY, '--to', addDays(TODAY, 3), '--check', 'not-in-finance'],
    )

    const everywhere = items.filter(({ place }: { place: string }) => place === 'all')
    expect(everywhere).toMatchObject([
      {
        ...{ day: addDays(TODAY, 3), standing: 0, opened: 0, verified: 1 },
        ...{ meanAgeDays: null, oldestDays: null, meanFixDays: 1 },
      },
      { day: addDays(TODAY, 1), standing: 1, opened: 0, meanAgeDays: 1, meanFixDays: null },
      { day: TODAY, standing: 1, opened: 1, meanAgeDays: 0 },
    ])
    expect(notCompared).toEqual([
      { day: addDays(TODAY, 2), check: 'not-in-finance', scope: null, skipped: null },
    ])
    const { code, out } = await spoken('--lang', 'es', 'ageing', '--from', TODAY)
    expect(code).toBe(0)
    expect(out).toContain(`  ${addDays(TODAY, 2)}  no se comparó nada: 14 comprobaciones`)
    expect(out).not.toContain('Computadora cuyo TAG no se puede formar')
  })

  it('writes the list to files, every text as text, for whoever reads them', async () => {
    const [csv, xlsx] = [join(folder, 'list.csv'), join(folder, 'list.xlsx')]
    const { code, files } = await json('findings', '--state', 'all', '--out', csv)
    expect([code, files]).toEqual([
      2,
      [csv, join(folder, 'list-by-check.csv'), join(folder, 'list-compared.csv')],
    ])
    const [keys = '', ...rows] = (await readFile(csv, 'utf8')).trimEnd().split('\r\n')
    expect(keys).toMatch(/^\ufeffas_of,finding,severity,check,state,is_dormant,name,/u)
    expect(rows.find((row) => row.includes(',empty-number,'))).toContain(",'=1+1,ocs:101,")
    expect(rows.find((row) => row.includes(',not-in-finance,'))).toContain(',007,10_200_OOOOO2,')

    await spoken('--lang', 'es', 'findings', '--state', 'all', '--out', xlsx)
    const bytes = await readFile(xlsx)
    const sheet = read(bytes).Sheets[`Discrepancias al ${addDays(TODAY, 3)}`] ?? {}
    const [first] = (await readXlsx(bytes)).sheets
    for (const texts of [utils.sheet_to_json<string[]>(sheet, { header: 1 }), first?.rows ?? []]) {
      const [, titles = [], ...cells] = texts
      const cell = (check: string, title: string) =>
        cells.find((row) => row[3] === check)?.[titles.indexOf(title)]
      expect(cell('Computadora sin número de inventario', 'Sobre')).toBe('=1+1')
      expect(cell('Computadora cuyo número no figura en finanzas', 'Número de serie')).toBe('007')
      expect(cell('Máquina virtual', 'Estado')).toBe('aceptada')
    }
    expect(Object.values(sheet).filter((cell) => cell?.f !== undefined)).toEqual([])
  })

  it('opens again what was accepted once its day is over', async () => {
    await planOn(30)
    expect(await stateOf('virtual-machine')).toBe('accepted')

    await planOn(31)

    expect(await stateOf('virtual-machine')).toBe('open')
    expect((await spoken('finding', 'F2')).out).toContain('the day it was accepted until is over')
  })
})

describe('a work list of a fleet, command by command', async () => {
  const database = await testDatabase()
  const { collect } = fleetOffice(database, folder)
  const desk = (day: string) => commandsOn(database, { folder, day, sources: {} })
  const edr = protectedFleet([
    protectedComputer(1),
    protectedComputer(9, { serialNumber: 'OTHER', hostname: 'ALB-DESK-0002.corp' }),
  ])
  const rmm = (...ids: number[]) => smallFleet(0, { devices: ids.map((id) => workstation(id)) })

  beforeAll(async () => {
    await collect({ day: '2026-11-17', ninjaone: rmm(1, 2), threatlocker: edr })
    await collect({
      ...{ day: '2026-11-18', ninjaone: rmm(1, 2, 3), threatlocker: edr },
      threatlockerTraits: {
        troubles: [{ route: 'ComputerGetByAllParameters', does: { kind: 'status', status: 503 } }],
      },
    })
  })

  it('says what could not be compared and why, and as of when these findings are', async () => {
    const { spoken, json } = await desk('2026-11-19')

    const { code, out } = await spoken('findings')

    expect(code).toBe(2)
    expect(out).toMatch(
      /^F\d+ +high +Without protection agent +alb-desk-0002\.alder\.example +Alder & Birch LLP +2 +open/mu,
    )
    expect(out).toContain('Not compared; these findings are as of an earlier day:')
    expect(out).toMatch(
      /ThreatLocker could not be collected; last compared 2026-11-17: missing-in-edr, /u,
    )
    const told = await json('findings', '--site', 'ALDER & BIRCH', '--check', 'missing-in-edr')
    expect(told.answer).toMatchObject({
      total: 1,
      items: [{ subject: expect.stringMatching(/^device:/u), lastSeen: '2026-11-17', ageDays: 2 }],
      looks: [{ lookedOn: '2026-11-17', day: '2026-11-18', skipped: { threatlocker: 'failed' } }],
    })
  })

  it('says nothing of checks whose sources are not configured and that found nothing', async () => {
    const { answer } = await (await desk('2026-11-19')).json('findings')

    const shown = answer.looks.map(({ check }: { check: string }) => check)
    expect(shown.toSorted()).toEqual(['missing-in-edr', 'missing-in-rmm', 'stale-on-one-side'])
  })

  it('refuses an owner nobody is, naming the one most alike', async () => {
    const { spoken, json } = await desk('2026-11-19')
    expect(await json('findings', '--owner', 'Lius')).toMatchObject({ code: 0 })
    await json('decide', '--check', 'missing-in-edr', '--owner', 'Luis', '--by', 'Ana', '--yes')

    const { code, err } = await spoken('findings', '--owner', 'Lius')
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('Luis') })
    await json('decide', '--check', 'missing-in-edr', '--no-owner', '--by', 'Ana', '--yes')
  })

  it('lays out what the sources say of a machine, and the record that it was not taken for', async () => {
    const { spoken, json } = await desk('2026-11-19')
    const [found] = (await json('findings', '--check', 'missing-in-edr')).answer.items

    const { out } = await spoken('finding', found.ref)

    expect(out).toMatch(/^ {2}Missing in +ThreatLocker$/mu)
    expect(out).toMatch(
      / {4}Record +Name +Host name +Serial number +Site +Last contact\n {4}ninjaone:2 /u,
    )
    expect(out).toMatch(/^ {2}Nearest other machine: record +ninjaone:1$/mu)
    const { answer } = await json('finding', found.ref)
    expect(answer.evidence).toEqual(found.evidence)
    expect(JSON.stringify(answer.evidence)).toContain('"recordId":"ninjaone:1"')
    expect(JSON.stringify(answer.evidence)).not.toMatch(/"recordId":\d/u)
    expect(out).toContain('ThreatLocker could not be collected; last compared 2026-11-17')
  })

  it('has no figure of a day on which a source did not answer', async () => {
    const { json, spoken } = await desk('2026-11-19')
    const asked = ['ageing', '--from', '2026-11-17', '--check', 'missing-in-edr']

    const { answer } = await json(...asked, '--site', 'Alder & Birch LLP')

    expect(answer.items).toMatchObject([
      { day: '2026-11-17', place: 'all', standing: 1, opened: 1 },
      { day: '2026-11-17', place: 'one', site: 'Alder & Birch LLP', standing: 1 },
    ])
    expect(answer.notCompared).toMatchObject([
      { day: '2026-11-19', scope: null },
      { day: '2026-11-18', scope: 'ninjaone+threatlocker', skipped: { threatlocker: 'failed' } },
    ])
    expect((await spoken(...asked)).out).toContain(
      '  2026-11-18  ThreatLocker could not be collected: missing-in-edr\n',
    )
  })
})
