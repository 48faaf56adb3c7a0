import { BLANK, type Cell } from '../../../workbook/cell.ts'
import type { PlacedCell } from '../../table-cell.ts'

/** What stands at a field of a JSON object: a cell, a list of cells, or something that is neither. */
export type JsonField = PlacedCell | readonly PlacedCell[] | { readonly json: unknown }

/** A value of JSON as cells, so that it is judged as a table's would be; lists within lists are none. */
export function jsonField(value: unknown, place: string): JsonField {
  if (!Array.isArray(value)) {
    const cell = cellOf(value)
    return cell ? { cell, place } : { json: value }
  }
  const cells = value.map(cellOf)
  return cells.every((cell) => cell !== null)
    ? cells.map((cell) => ({ cell, place }))
    : { json: value }
}

function cellOf(value: unknown): Cell | null {
  switch (typeof value) {
    case 'undefined':
      return BLANK
    case 'string':
      return value === '' ? BLANK : { kind: 'text', text: value }
    case 'number':
      return { kind: 'number', value, text: digitsOf(value), shown: null }
    case 'boolean':
      return { kind: 'boolean', value }
    default:
      return value === null ? BLANK : null
  }
}

/** All digits of a whole number, so that it shows when there are more than can be trusted. */
function digitsOf(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value)
}

/**
 * What a way with dots leads to; undefined where it ends before. A member that is called so as a whole
 * comes first. @example valueAt({ net: { macs: ['a'] } }, 'net.macs.0') // => 'a'
 */
export function valueAt(item: object, way: string): unknown {
  if (Object.hasOwn(item, way)) return Reflect.get(item, way)
  let value: unknown = item
  for (const step of way.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value
}
