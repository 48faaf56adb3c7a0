import type { CellValue, RowFaultReason } from '../row-stream.ts'

/** The cells of an event by their keys, or why it is none. */
export type FlatEvent =
  | { readonly cells: readonly (readonly [key: string, value: CellValue])[] }
  | { readonly fault: RowFaultReason }

/**
 * An object as cells. The members of an object in it become cells as well, `tags.region`; whatever is
 * deeper, and any list, is refused: it fits in no column. An empty object says nothing.
 */
export function flatEvent(value: unknown): FlatEvent {
  if (!isObject(value)) return { fault: 'no-object' }
  const cells: (readonly [string, CellValue])[] = []
  for (const [key, member] of Object.entries(value)) {
    if (isCell(member)) cells.push([key, member])
    else if (!isObject(member)) return { fault: 'nested-too-deep' }
    else {
      for (const [inner, cell] of Object.entries(member)) {
        if (!isCell(cell)) return { fault: 'nested-too-deep' }
        cells.push([`${key}.${inner}`, cell])
      }
    }
  }
  return { cells }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCell(value: unknown): value is CellValue {
  return typeof value !== 'object' || value === null
}
