import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Assessment, assess } from '../src/reconcile/assess.ts'
import { DEFAULT_TAG_POLICY } from '../src/reconcile/tag-policy.ts'
import { connectFinanceRegister } from '../src/sources/finance-register/client.ts'
import { FinanceRegisterSettings, FinanceRow } from '../src/sources/finance-register/schema.ts'
import { connectLocations } from '../src/sources/locations/client.ts'
import { LocationRow, LocationsSettings } from '../src/sources/locations/schema.ts'
import { connectOcs } from '../src/sources/ocs/client.ts'
import { OcsComputerRow } from '../src/sources/ocs/computer-row.ts'
import type { Connection } from '../src/sources/source.ts'
import { cellText, type Row } from '../src/workbook/cell.ts'
import { openWorkbook } from '../src/workbook/open-workbook.ts'
import { golden } from '../test/support/golden-books.ts'
import { EDGE_HARDWARE_ID } from './edge-cases.ts'
import { makeEstate } from './estate.ts'
import { type WrittenEstate, writeEstate } from './write-estate.ts'

const estate = makeEstate({ seed: 2026 })
let folder: string
let written: WrittenEstate

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster demo '))
  written = await writeEstate(folder, estate)
})
afterAll(() => rm(folder, { recursive: true }))

describe('writeEstate', () => {
  it('puts the books side by side', () => {
    expect([written.inbox, written.ocsFile]).toEqual([
      join(folder, 'inbox'),
      join(folder, 'ocs.sqlite'),
    ])
    expect(basename(folder)).toContain(' ')
  })

  it("writes finance's header in row 9 and every line below it", async () => {
    const rows = await rowsOf('AR01-1 2026-11.xlsx')
    const header = rows.find((row) => row.number === 9)

    expect(header?.cells.map(cellText)).toEqual([
      ...['Consecutivo', 'Cuenta', 'SubCuenta', 'Descripción', 'Área', 'No_Inventario'],
      ...['Valor', 'Depreciación', 'Local'],
    ])
    const numbers = rows.filter((row) => row.number > 9 && cellText(row.cells[5]) !== '')
    expect(numbers.map((row) => [row.number, cellText(row.cells[5])])).toEqual(
      estate.finance.flatMap((line, at) =>
        line.inventoryNumber === null ? [] : [[at + 10, String(line.inventoryNumber)]],
      ),
    )
    expect(
      rows
        .filter((row) => row.number === 10)
        .flatMap((row) => row.cells.map(cellText).join(''))
        .join(''),
    ).toBe('')
  })

  it("writes HR's header in row 1 and every room below it", async () => {
    const [header, ...rooms] = await rowsOf('Clasificador de locales.xlsx')

    expect(header?.cells.map(cellText)).toEqual([
      ...['Código_Municipio', 'Municipio', 'Código_Centro', 'Centro_Costo', 'ID_Local'],
      ...['Descripción_Local', 'Edificio'],
    ])
    expect(rooms.map((row) => cellText(row.cells[4]))).toEqual(
      estate.locations.map((line) => line.id ?? ''),
    )
  })

  it('replaces an estate written before, the same one by the same bytes', async () => {
    const files = [...(await readdir(written.inbox)).map((it) => join('inbox', it)), 'ocs.sqlite']
    const bytes = () => Promise.all(files.map((file) => readFile(join(folder, file))))
    const before = await bytes()

    expect(await writeEstate(folder, makeEstate({ seed: 2026 }))).toEqual(written)
    expect(files).toHaveLength(3)
    expect((await bytes()).map((each, at) => each.equals(before[at]!))).toEqual([true, true, true])
  })
})

describe('the written estate, read by the sources and assessed', () => {
  let assessment: Assessment
  beforeAll(async () => {
    assessment = await assessWritten()
  })

  it.each(golden.expected)('gives edge case $hardware_id the outcome $outcome', (expected) => {
    const outcome = assessment.outcomes.find(
      (row) => row.computer.hardwareId === EDGE_HARDWARE_ID + expected.hardware_id,
    )
    expect(outcome?.kind).toBe(expected.outcome)
    if (outcome?.kind === 'planned') expect(outcome.to).toBe(expected.expected_tag)
  })

  it('leaves out groups and archived computers only', () => {
    const archived = estate.ocs.computers.filter((it) => it.archived)

    expect(assessment.outcomes).toHaveLength(estate.ocs.computers.length - archived.length)
  })

  it('gives ordinary computers every outcome there is but the one the policy excludes', () => {
    const ordinary = assessment.outcomes.filter((it) => it.computer.hardwareId < EDGE_HARDWARE_ID)

    expect([...new Set(ordinary.map((it) => it.kind))].toSorted()).toEqual([
      ...['ambiguous-location', 'empty-number', 'location-blank', 'location-not-in-classifier'],
      ...['not-in-finance', 'planned', 'protected', 'tag-incomplete', 'tag-unwritable'],
      ...['unchanged', 'virtual-machine'],
    ])
  })

  it('offers the number meant where zeros were lost or an O typed for a 0', () => {
    const suggested = assessment.outcomes.flatMap((it) =>
      it.kind === 'not-in-finance' && it.computer.hardwareId < EDGE_HARDWARE_ID ? [it.near] : [],
    )
    expect(suggested.map(([near]) => near?.differences.join()).toSorted()).toEqual([
      ...Array<string>(3).fill('leading-zeros'),
      ...Array<string>(3).fill('letter-for-digit'),
    ])
  })
})

async function rowsOf(name: string): Promise<Row[]> {
  const workbook = await openWorkbook(join(written.inbox, name))
  const rows: Row[] = []
  for await (const batch of workbook.sheets[0]!.rows()) rows.push(...batch)
  await workbook.close()
  return rows
}

async function assessWritten(): Promise<Assessment> {
  const { inbox, ocsFile } = written
  const finance = await connectFinanceRegister(FinanceRegisterSettings.parse({ folder: inbox }))
  const locations = await connectLocations(LocationsSettings.parse({ folder: inbox }))
  const ocs = await connectOcs({ file: ocsFile, inventoryField: 'NUMINV', includeArchived: false })
  return assess({
    assets: await takenFrom(finance, FinanceRow),
    locations: await takenFrom(locations, LocationRow),
    computers: await takenFrom(ocs, OcsComputerRow),
    refused: { finance: [], locations: [] },
    policy: { ...DEFAULT_TAG_POLICY, protectedTags: ['MANUAL-*'] },
  })
}

interface Reader<Item> {
  safeParse(row: unknown): { success: true; data: Item } | { success: false }
}

async function takenFrom<Item>(connection: Connection, reader: Reader<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const batch of connection.rows()) {
    for (const { row } of batch) {
      const parsed = reader.safeParse(row)
      if (parsed.success) items.push(parsed.data)
    }
  }
  await connection.close()
  return items
}
