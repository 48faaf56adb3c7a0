import { z } from 'zod'
import type { Missing, SourceNote } from '../source.ts'
import type { ReportRow, ReportState } from './report-page.ts'

const Fields = z.record(z.string(), z.unknown())
const PLACE = 'queries/custom-fields'

/** Values of one custom field by device id; each is taken out as its device comes. */
export type CustomFieldValues = Map<number, unknown>

/** Keeps what a row of the report holds in a custom field, where it holds anything. */
export function addValue(values: CustomFieldValues, row: ReportRow, field: string): void {
  const fields = Fields.safeParse(row.fields).data ?? row
  const value = Object.hasOwn(fields, field) ? fields[field] : null
  if (value !== null && value !== undefined) values.set(row.deviceId, value)
}

/** What a person should know when no device has the field: its name may be another. */
export function absentField(values: CustomFieldValues, field: string): SourceNote[] {
  return values.size > 0 ? [] : [{ code: 'column-missing', place: PLACE, detail: field }]
}

/** A report that gave fewer rows than it said leaves devices without their number. */
export function fewerThanSaid({ received, said }: ReportState): Missing[] {
  if (received >= said) return []
  return [{ code: 'fewer-than-said', place: PLACE, expected: said, received }]
}
