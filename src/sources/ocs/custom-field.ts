import { z } from 'zod'
import { AppError } from '../../lib/errors.ts'
import { hasColumn, type OcsLayout } from './layout.ts'

/** A custom field of computers, as `accountinfo_config` describes it. */
export const CustomFieldRow = z.object({
  id: z.int().positive(),
  name: z.string().nullable(),
  label: z.string().nullable(),
})
export type CustomField = z.output<typeof CustomFieldRow>

/**
 * The `accountinfo` column of the custom field called `wanted`: by its name, else by the label OCS
 * shows when just one field carries it. Compared exactly, never by the database's collation.
 */
export function inventoryColumn(
  fields: readonly CustomField[],
  wanted: string,
  layout: OcsLayout,
): string {
  const present = fields.filter(({ id }) => hasColumn(layout, 'accountinfo', columnOf(id)))
  const byName = present.filter(({ name }) => name === wanted)
  const byLabel = present.filter(({ label }) => label === wanted)
  const [field, ...others] = byName.length > 0 ? byName : byLabel
  if (field === undefined || others.length > 0) {
    throw new AppError('ocs.field-not-found', { field: wanted, fields: present.map(fieldTitle) })
  }
  return columnOf(field.id)
}

function columnOf(id: number): string {
  return `fields_${id}`
}

function fieldTitle({ name, label }: CustomField): string {
  const title = name ?? ''
  return label === null || label === '' || label === title ? title : `${title} (${label})`
}
