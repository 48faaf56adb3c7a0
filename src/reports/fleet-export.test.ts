import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { failureOf, readRows, rowTexts } from '../../test/support/read-cells.ts'
import type { MachineChange } from '../inventory/compare/machine-change.ts'
import type { ListedMachine } from '../inventory/list/queries.ts'
import { LANGUAGES } from '../language/language.ts'
import { freeSheetName } from '../workbook/write/write-sheet-name.ts'
import { changesTables } from './fleet-changes.ts'
import { countsTables } from './fleet-counts.ts'
import { devicesTable } from './fleet-devices.ts'
import { exportFleet } from './fleet-export.task.ts'
import type { FleetTable } from './fleet-table.ts'
import { voiceOf } from './voice.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster exports '))
afterAll(() => rm(folder, { recursive: true }))
const SPANISH = { language: 'es', timeZone: 'America/Havana' } as const

const MACHINE: ListedMachine = {
  recordId: 1,
  source: 'ninjaone',
  nativeKey: '0501',
  deviceId: 7,
  displayName: '=1+1',
  hostname: 'alb-01',
  site: null,
  organisation: 'Alder, LLP',
  location: null,
  class: 'workstation',
  classRule: 'node-class',
  isSpare: false,
  spareRule: null,
  isBillable: true,
  billableRule: 'not-spare',
  serial: null,
  inventoryNumber: null,
  operatingSystem: null,
  model: null,
  since: '2026-11-01',
  lastContact: new Date('2026-11-20T11:00:00Z'),
}
const devices = devicesTable({
  day: '2026-11-20',
  machines: [MACHINE],
  notes: [{ en: 'N', es: 'Nota' }],
})
const GONE: MachineChange = {
  ...{ kind: 'removed', day: '2026-11-03', recordId: 1, source: 'ninjaone', nativeKey: '501' },
  ...{ name: 'Old', siteBefore: 'Alder', siteAfter: null, before: 'Old', after: null },
}
const STILL = {
  ...{ start: 3, added: 0, removed: -1, movedIn: 0, movedOut: 0 },
  ...{ reclassifiedIn: 0, reclassifiedOut: 0, end: 2 },
}
const comparison = changesTables({
  first: '2026-11-01',
  last: '2026-11-20',
  changes: [GONE],
  bridges: [{ scope: { kind: 'site', site: null }, measure: 'total', bridge: STILL }],
  notes: [],
})

function write(name: string, tables: readonly FleetTable[]): Promise<string[]> {
  return exportFleet(SPANISH, { file: join(folder, name), document: { total: 1 }, tables })
}

describe('exportFleet', () => {
  it('writes codes for programs as CSV, where no name of a vendor runs as a formula', async () => {
    const [file = ''] = await write('list.csv', [devices])

    expect((await readFile(file, 'utf8')).split('\r\n')[1]).toBe(
      `2026-11-20,ninjaone,0501,7,'=1+1,alb-01,,"Alder, LLP",,workstation,node-class,false,,true,not-spare,,,,,2026-11-01,2026-11-20T11:00:00.000Z`,
    )
  })

  it('writes words for people as a workbook, with text as text and the hour of their clock', async () => {
    const [file = ''] = await write('list.xlsx', [devices])

    const rows = rowTexts(await readRows(file)).map(([, ...cells]) => cells)
    expect(rows[0]).toEqual(['Equipos al 2026-11-20'])
    expect(rows[1]).toEqual(['Nota'])
    expect(rows[2]?.slice(0, 4)).toEqual(['Al día', 'Fuente', 'Id. en la fuente', 'Equipo'])
    expect(rows[3]).toEqual([
      ...['2026-11-20', 'NinjaOne', '0501', '7', '=1+1', 'alb-01', '(sin sitio)', 'Alder, LLP', ''],
      ...['estación de trabajo', 'la clase de equipo de la fuente', 'no', '', 'sí', 'está en uso'],
      ...['', '', '', '', '2026-11-01', '2026-11-20 06:00'],
    ])
  })

  it('writes every table: sheets of one workbook, or files beside each other', async () => {
    const [workbook = ''] = await write('c.xlsx', comparison)
    expect(
      rowTexts(await readRows(workbook, 1))
        .at(-1)
        ?.slice(1),
    ).toEqual([
      ...['sin sitio', '(sin sitio)', 'Listados', '3', '0', '-1', '0', '0', '0', '0', '2'],
    ])

    const files = await write('c.csv', comparison)
    expect(files).toEqual([join(folder, 'c.csv'), join(folder, 'c-bridges.csv')])
    expect(await readFile(files[0] ?? '', 'utf8')).toContain(
      '\r\nremoved,2026-11-03,ninjaone,501,Old,Alder,,Old,\r\n',
    )
    expect(await readFile(files[1] ?? '', 'utf8')).toContain(
      '\r\nunmapped,,total,3,0,-1,0,0,0,0,2\r\n',
    )
  })

  it.each(LANGUAGES)(
    'cuts the name of no sheet in %s, and says it in its first line',
    (language) => {
      const counts = countsTables({
        ...{ day: '2026-11-20', monthEnd: '2026-10-31', places: [], notes: [] },
      })
      const voice = voiceOf(language, 'America/Havana')
      const sheets = [...comparison, devices, ...counts].map((table) => table.sheet(voice))

      expect(sheets.map(({ name }) => freeSheetName(name, []))).toEqual(
        sheets.map(({ preamble }) => preamble?.[0]),
      )
      expect(new Set(sheets.map(({ name }) => name)).size).toBe(sheets.length)
    },
  )

  it('writes the answer of --json as it is', async () => {
    const [file = ''] = await write('a.JSON', [])

    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ total: 1 })
  })

  it('refuses another kind of file, and one that cannot be written, and leaves no half of it', async () => {
    expect(await failureOf(write('a.pdf', [devices]))).toMatchObject({
      code: 'command.bad-argument',
    })
    await writeFile(join(folder, 'taken'), '')
    expect(await failureOf(write('taken/a.csv', [devices]))).toMatchObject({
      code: 'workbook.unwritable',
    })
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([])
  })
})
