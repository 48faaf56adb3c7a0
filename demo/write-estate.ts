import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createOcsTables, fillOcs } from '../src/sources/ocs/simulator.ts'
import type { SheetContent } from '../src/workbook/sheet-content.ts'
import { writeWorkbook } from '../src/workbook/write/write-workbook.ts'
import type { Estate } from './estate.ts'

/** Where the three books of a written estate lie. */
export interface WrittenEstate {
  /** The folder of finance's and HR's workbooks. */
  readonly inbox: string
  /** The SQLite file that plays OCS's database. */
  readonly ocsFile: string
}

const FINANCE_FILE = 'AR01-1 2026-11.xlsx'
const LOCATIONS_FILE = 'Clasificador de locales.xlsx'
const OCS_FILE = 'ocs.sqlite'

/** Writes an estate into `folder`, in place of one written there before. */
export async function writeEstate(folder: string, estate: Estate): Promise<WrittenEstate> {
  const inbox = join(folder, 'inbox')
  const ocsFile = join(folder, OCS_FILE)
  await mkdir(inbox, { recursive: true })
  await writeWorkbook(join(inbox, FINANCE_FILE), [financeSheet(estate)])
  await writeWorkbook(join(inbox, LOCATIONS_FILE), [locationsSheet(estate)])
  for (const rest of ['', '-wal', '-shm', '-journal']) await rm(ocsFile + rest, { force: true })
  await createOcsTables({ file: ocsFile })
  await fillOcs({ file: ocsFile }, estate.ocs)
  return { inbox, ocsFile }
}

/** Eight lines above the header, as production reports have them. */
function financeSheet({ finance }: Estate): SheetContent {
  return {
    name: 'AR01-1',
    preamble: [
      ...['Empresa de Telecomunicaciones', 'Dirección Territorial', ''],
      ...['AR01-1 Activos fijos tangibles por área', 'Período: noviembre de 2026'],
      ...['Emitido: 20/11/2026', '', ''],
    ],
    columns: [
      ...['Consecutivo', 'Cuenta', 'SubCuenta', 'Descripción', 'Área', 'No_Inventario'],
      ...['Valor', 'Depreciación', 'Local'],
    ].map((title) => ({ title })),
    rows: finance
      .values()
      .map((line) => [
        ...[line.sequence, line.account, line.subaccount, line.description, line.area],
        ...[line.inventoryNumber, line.value, line.depreciation, line.locationId],
      ]),
  }
}

function locationsSheet({ locations }: Estate): SheetContent {
  return {
    name: 'Locales',
    columns: [
      ...['Código_Municipio', 'Municipio', 'Código_Centro', 'Centro_Costo', 'ID_Local'],
      ...['Descripción_Local', 'Edificio'],
    ].map((title) => ({ title })),
    rows: locations
      .values()
      .map((line) => [
        ...[line.municipalityCode, line.municipality, line.centreCode, line.costCentre],
        ...[line.id, line.description, line.building],
      ]),
  }
}
