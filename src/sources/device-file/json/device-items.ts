import type { DeliveredRow, SourceNote } from '../../source.ts'
import type { RowReading } from '../read/read-device.ts'
import type { MappedField } from '../schema.ts'
import { jsonField, valueAt } from './json-cells.ts'

/** What the items of a file are read by. */
export interface ItemMapping {
  readonly fields: readonly MappedField[]
  readonly emptyWords: readonly string[]
  readonly reading: RowReading
}

/** Takes the items of a JSON file to rows, and knows which fields none of them had. */
export interface DeviceItems {
  /** `item` is what JSON.parse gave; undefined for a text that is no JSON. */
  row(item: unknown, place: string): DeliveredRow
  /** One note for each mapped way that led nowhere in all items; `file` is the name without its folder. */
  notes(file: string): readonly SourceNote[]
}

/** Items of one reading. */
export function deviceItems({ fields, emptyWords, reading }: ItemMapping): DeviceItems {
  const neverSeen = new Set(fields)
  let isEmpty = true

  function row(item: unknown, place: string): DeliveredRow {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      return { place, row: item ?? null }
    }
    isEmpty = false
    const cells: Record<string, unknown> = {}
    for (const field of fields) {
      const value = valueAt(item, field.from)
      if (value !== undefined) neverSeen.delete(field)
      cells[field.name] = jsonField(value, place)
    }
    return { place, row: { ...cells, item, emptyWords, reading } }
  }

  return {
    row,
    notes: (file) =>
      isEmpty
        ? []
        : [...neverSeen].map(({ from }) => ({ code: 'column-missing', place: file, detail: from })),
  }
}
