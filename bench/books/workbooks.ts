import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import type { BenchEstate } from './estate.ts'

/** Where finance's and HR's workbooks lie. */
export interface Books {
  readonly inbox: string
  readonly finance: string
  readonly locations: string
}

type Line = readonly (string | number | Date | null)[]

/** Writes the two workbooks into `inbox` as Excel does, texts shared; by a library neither side reads with. */
export async function writeBooks(
  inbox: string,
  { finance, locations }: BenchEstate,
): Promise<Books> {
  const books = {
    inbox,
    finance: join(inbox, 'AR01-1.xlsx'),
    locations: join(inbox, 'Clasificador de locales.xlsx'),
  }
  await mkdir(inbox, { recursive: true })
  await writeSheet(books.finance, [...FINANCE_TITLE, FINANCE_HEADER, ...financeLines(finance)])
  await writeSheet(books.locations, [LOCATIONS_HEADER, ...locationLines(locations)])
  return books
}

/** Eight lines above the header, as production reports have them. */
const FINANCE_TITLE: readonly Line[] = [
  ...[['Empresa de Telecomunicaciones'], ['Dirección Territorial'], []],
  ...[['AR01-1 Activos fijos tangibles por área'], ['Período: noviembre de 2026']],
  ...[['Emitido: 20/11/2026'], [], []],
]
const FINANCE_HEADER: Line = [
  ...['Consecutivo', 'Cuenta', 'SubCuenta', 'Descripción', 'Área', 'No_Inventario', 'Valor'],
  ...['Depreciación', 'Local', 'Fecha_Alta', 'Estado', 'Responsable'],
]
const LOCATIONS_HEADER: Line = [
  ...['Código_Municipio', 'Municipio', 'Código_Centro', 'Centro_Costo', 'ID_Local'],
  ...['Descripción_Local', 'Edificio'],
]

function financeLines(finance: BenchEstate['finance']): Line[] {
  return finance.map((line) => [
    ...[line.sequence, line.account, line.subaccount, line.description, line.area],
    ...[line.inventoryNumber, line.value, line.depreciation, line.locationId],
    ...[line.acquired, line.state, line.keeper],
  ])
}

function locationLines(locations: BenchEstate['locations']): Line[] {
  return locations.map((line) => [
    ...[line.municipalityCode, line.municipality, line.centreCode, line.costCentre],
    ...[line.id, line.description, line.building],
  ])
}

async function writeSheet(file: string, lines: readonly Line[]): Promise<void> {
  const sheet = utils.aoa_to_sheet(
    lines.map((line) => [...line]),
    { dense: true },
  )
  const book = utils.book_new(sheet, 'Hoja1')
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true })
  await writeFile(file, bytes)
}
