import { z } from 'zod'
import type { Cell } from '../../workbook/cell.ts'
import { pinnedColumns, RegisterSettings } from '../register-settings.ts'
import {
  cellFault,
  DEFAULT_EMPTY_WORDS,
  plainText,
  refuse,
  SettingWords,
  TableCell,
  writtenText,
} from '../table-cell.ts'
import type { WantedColumn } from '../table-header.ts'
import type { Location } from './location.ts'

/** Headings of HR's classifier of locations and what other offices call the same columns. */
export const LOCATION_COLUMNS: readonly WantedColumn[] = [
  {
    name: 'id',
    headings: ['ID_Local', 'Código Local', 'Código de Local', 'Local', 'Location ID'],
    required: true,
    isIdentifier: true,
  },
  {
    name: 'description',
    headings: ['Descripción_Local', 'Descripción', 'Nombre Local', 'Description', 'Location'],
    required: true,
    isIdentifier: false,
  },
  {
    name: 'building',
    headings: ['Edificio', 'Building'],
    required: true,
    isIdentifier: false,
  },
  {
    name: 'municipality',
    headings: ['Municipio', 'Municipality'],
    required: false,
    isIdentifier: false,
  },
]

/** Where HR's classifier lies. */
export const LocationsSettings = RegisterSettings.extend({
  file: RegisterSettings.shape.file.default('*local*'),
  columns: pinnedColumns(LOCATION_COLUMNS),
})
export type LocationsSettings = z.output<typeof LocationsSettings>

const LocationCells = z.object({
  id: TableCell,
  description: TableCell,
  building: TableCell,
  municipality: TableCell.optional(),
  emptyWords: SettingWords.default(DEFAULT_EMPTY_WORDS),
})

/** A row of the classifier to a location; refuses one without an id or with a cell that lies. */
export const LocationRow = LocationCells.transform((row, context): Location => {
  const { emptyWords } = row
  for (const name of ['id', 'description', 'building'] as const) {
    const fault = cellFault(row[name].cell, emptyWords)
    if (fault !== null) return refuse(context, name, fault)
  }
  const id = plainText(row.id.cell, emptyWords)
  if (id === null) return refuse(context, 'id', 'location-id-missing')
  return {
    id,
    description: writtenText(row.description.cell, emptyWords),
    building: writtenText(row.building.cell, emptyWords),
    municipality: row.municipality ? readableText(row.municipality.cell, emptyWords) : null,
    place: row.id.place,
  }
})

/** The location id of a row, whatever its other cells say; null when the id is at fault. */
export function locationIdOf(row: unknown): string | null {
  const { data } = LocationCells.safeParse(row)
  return data ? readableText(data.id.cell, data.emptyWords) : null
}

/** What an honest cell says. A column nobody needs must not cost the row: its bad cells are noted. */
function readableText(cell: Cell, emptyWords: readonly string[]): string | null {
  return cellFault(cell, emptyWords) === null ? plainText(cell, emptyWords) : null
}
