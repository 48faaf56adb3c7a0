import { z } from 'zod'
import { cellText } from '../../workbook/cell.ts'
import { RegisterSettings } from '../register-settings.ts'
import type { RejectionCode } from '../source.ts'
import { cellFault, plainText, TableCell } from '../table-cell.ts'
import type { WantedColumn } from '../table-header.ts'
import type { Location } from './location.ts'

/** Headings of HR's classifier of locations and what other offices call the same columns. */
export const LOCATION_COLUMNS: readonly WantedColumn[] = [
  { name: 'id', headings: ['ID_Local', 'Código Local', 'Local', 'Location ID'], required: true },
  {
    name: 'description',
    headings: ['Descripción_Local', 'Descripción', 'Nombre Local', 'Description', 'Location'],
    required: true,
  },
  { name: 'building', headings: ['Edificio', 'Building'], required: true },
  { name: 'municipality', headings: ['Municipio', 'Municipality'], required: false },
]

/** Where HR's classifier lies. */
export const LocationsSettings = RegisterSettings.extend({
  file: RegisterSettings.shape.file.default('*local*'),
})
export type LocationsSettings = z.output<typeof LocationsSettings>

/** A row of the classifier to a location; refuses one without an id or with a cell that lies. */
export const LocationRow = z
  .object({
    id: TableCell,
    description: TableCell,
    building: TableCell,
    municipality: TableCell.optional(),
  })
  .transform((row, context): Location => {
    const refuse = (code: RejectionCode, path: string) => {
      context.issues.push({ code: 'custom', message: code, path: [path], input: row })
      return z.NEVER
    }
    for (const name of ['id', 'description', 'building'] as const) {
      const fault = cellFault(row[name].cell)
      if (fault !== null) return refuse(fault, name)
    }
    const id = plainText(row.id.cell)
    if (id === '') return refuse('location-id-missing', 'id')
    return {
      id,
      description: cellText(row.description.cell) || null,
      building: cellText(row.building.cell) || null,
      municipality: row.municipality ? plainText(row.municipality.cell) || null : null,
      place: row.id.place,
    }
  })
