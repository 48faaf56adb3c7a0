import type { DeliveredRow, NoteCode, SourceNote } from '../source.ts'
import { isPlacedCell } from '../table-cell.ts'
import { deviceKeyOf, isDeviceRow } from './device-row.ts'
import { KEY_FIELD } from './fields.ts'
import { type DeviceRow, readDevice } from './read/read-device.ts'

/** Repeated keys of which both places are told; the refused rows list them all. */
const MOST_REPEATED_TOLD = 20

/** One reading of a file: marks rows whose key came before, and keeps count of what was left out. */
export interface DeviceDelivery {
  take(delivered: DeliveredRow): DeliveredRow
  notes(): readonly SourceNote[]
}

/** A reading that begins. */
export function deviceDelivery(): DeviceDelivery {
  const placeByKey = new Map<string, string>()
  const repeated: SourceNote[] = []
  const left = new Map<string, { readonly place: string; count: number }>()

  /** True when another row has the key already. */
  function isRepeated({ place, row }: DeliveredRow): boolean {
    const key = deviceKeyOf(row)
    if (key === null) return false
    const here = placeOf(row, KEY_FIELD, place)
    const first = placeByKey.get(key)
    if (first === undefined) placeByKey.set(key, here)
    else if (repeated.length < MOST_REPEATED_TOLD) repeated.push(note('repeated-key', first, here))
    return first !== undefined
  }

  function count(row: DeviceRow, place: string): void {
    for (const field of readDevice(row).unreadable) {
      const tally = left.get(field)
      if (tally) tally.count += 1
      else left.set(field, { place: placeOf(row, field, place), count: 1 })
    }
  }

  return {
    take: (delivered) => {
      const { row } = delivered
      if (!isDeviceRow(row)) return delivered
      if (isRepeated(delivered)) return { ...delivered, row: { ...row, isRepeated: true } }
      count(row, delivered.place)
      return delivered
    },
    notes: () => [
      ...[...left.values()].map(({ place, count }) =>
        note('optional-cell-unreadable', place, String(count)),
      ),
      ...repeated,
    ],
  }
}

/** Where a field stands: its cell where it has one of its own, else the row and the field's name. */
function placeOf(row: unknown, field: string, place: string): string {
  const found: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, field) : null
  if (isPlacedCell(found) && found.place !== place) return found.place
  return field === KEY_FIELD ? place : `${place} ${field}`
}

function note(code: NoteCode, place: string, detail: string): SourceNote {
  return { code, place, detail }
}
