import type { z } from 'zod'
import { FinanceRow, inventoryNumberOf } from '../../../sources/finance-register/schema.ts'
import { LocationRow, locationIdOf } from '../../../sources/locations/schema.ts'
import { OcsComputerRow } from '../../../sources/ocs/computer-row.ts'
import { rejectionOf } from '../../../sources/rejection.ts'
import type { DeliveredRow, Rejection } from '../../../sources/source.ts'
import type { PlacedCell } from '../../../sources/table-cell.ts'
import type { GivenBooks } from '../../rehearse/rehearse-tags.ts'
import type { TagPolicy } from '../../tag-policy.ts'
import type { GoldenCase } from '../schema.ts'
import { dayOf } from './fleet-of-case.ts'
import type { GivenCell } from './given-schema.ts'
import { ocsRow } from './ocs-row.ts'

/**
 * The three books of a case as their sources would deliver them, refused rows apart; null where the
 * case does not give all three.
 */
export function booksOfCase(golden: GoldenCase, policy: TagPolicy): GivenBooks | null {
  const { ocs, finance, locations } = golden.given
  if (!ocs || !finance || !locations) return null
  const { heard } = dayOf(golden)
  const { virtualMachineWords } = policy
  const assets = read(
    finance.map((row, at) => ({
      place: `finance ${at + 1}`,
      row: {
        inventoryNumber: placed(row.inventoryNumber, `finance ${at + 1}, inventoryNumber`),
        locationId: placed(row.locationId, `finance ${at + 1}, locationId`),
        virtualMachineWords,
      },
    })),
    { schema: FinanceRow, keyOf: inventoryNumberOf },
  )
  const rooms = read(
    locations.map((row, at) => ({
      place: `locations ${at + 1}`,
      row: Object.fromEntries(
        Object.entries(row).map(([column, cell]) => [
          column,
          placed(cell, `locations ${at + 1}, ${column}`),
        ]),
      ),
    })),
    { schema: LocationRow, keyOf: locationIdOf },
  )
  return {
    computers: ocs.map((row) => OcsComputerRow.parse(ocsRow(row, heard))),
    assets: assets.items,
    locations: rooms.items,
    refused: { finance: assets.refused, locations: rooms.refused },
  }
}

interface Reader<Item> {
  readonly schema: z.ZodType<Item>
  keyOf(row: unknown): string | null
}

function read<Item>(
  rows: readonly DeliveredRow[],
  { schema, keyOf }: Reader<Item>,
): { readonly items: Item[]; readonly refused: Rejection[] } {
  const items: Item[] = []
  const refused: Rejection[] = []
  for (const delivered of rows) {
    const parsed = schema.safeParse(delivered.row)
    if (parsed.success) {
      items.push(parsed.data)
      continue
    }
    const rejection = rejectionOf(delivered, parsed.error.issues[0])
    const key = keyOf(delivered.row)
    refused.push(key === null ? rejection : { ...rejection, key })
  }
  return { items, refused }
}

function placed(value: GivenCell, place: string): PlacedCell {
  if (value === null) return { cell: { kind: 'blank' }, place }
  if (typeof value === 'string') return { cell: { kind: 'text', text: value }, place }
  return { cell: { kind: 'number', value, text: String(value), shown: null }, place }
}
