import { beyondLimit, type EventFile } from '../event-file.ts'
import type { RowBatcher } from '../row-batcher.ts'
import type { CellValue, RowFaultReason } from '../row-stream.ts'
import { eventColumns } from './event-columns.ts'
import { hasLongNumber, withAllDigits } from './exact-json.ts'
import { type FlatEvent, flatEvent } from './flat-event.ts'

/** A value of JSON and where it stands. */
export interface JsonItem {
  readonly text: string
  /** Undefined where the text is no JSON. */
  readonly value: unknown
  /** The line, or the place in a list, from 1; and the same for messages: `line: 7`. */
  readonly line: number
  readonly place: string
}

/** Takes the objects of a file to rows; a key that is new makes the columns of their batch more. */
export function eventTaker(file: EventFile, batcher: RowBatcher): (item: JsonItem) => void {
  const columns = eventColumns(file)
  /** By column: the last object, as counted, that had it. */
  const lastUse: number[] = []
  let count = 0

  function take(item: JsonItem): void {
    const { text, line, place } = item
    const event = item.value === undefined ? BROKEN : flat(item)
    const values = 'fault' in event ? event.fault : valuesOf(event, place)
    if (typeof values === 'string') {
      batcher.refuse({ line, code: 'row.unreadable', reason: values, raw: text })
      return
    }
    batcher.extend(columns.headings())
    batcher.add({ line, values }, text.length)
  }

  /** Null where a column of an earlier row has no value in this one. */
  function valuesOf({ cells }: CellsOfEvent, place: string): CellValue[] | RowFaultReason {
    const values: CellValue[] = []
    count += 1
    for (const [key, value] of cells) {
      const index = columns.indexOf(key, place)
      if (lastUse[index] === count) return 'key-twice'
      lastUse[index] = count
      refuseLong(value, place)
      while (values.length < index) values.push(null)
      values[index] = value
    }
    return values
  }

  function refuseLong(value: CellValue, place: string): void {
    const { cellCharacters } = file.limits
    if (typeof value !== 'string' || value.length <= cellCharacters) return
    beyondLimit(file, 'cell-characters', place)
  }

  return take
}

type CellsOfEvent = Extract<FlatEvent, { cells: unknown }>

const BROKEN: FlatEvent = { fault: 'json-broken' }

/** Digits are looked after once it is known that the text is not deep. */
function flat({ text, value }: JsonItem): FlatEvent {
  const event = flatEvent(value)
  return 'cells' in event && hasLongNumber(text) ? flatEvent(withAllDigits(text)) : event
}
