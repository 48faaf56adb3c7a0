import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Books } from '../../src/reconcile/assess.ts'
import { DEFAULT_TAG_POLICY } from '../../src/reconcile/tag-policy.ts'
import { FinanceRow } from '../../src/sources/finance-register/schema.ts'
import { LocationRow } from '../../src/sources/locations/schema.ts'
import type { OcsComputer } from '../../src/sources/ocs/computer.ts'
import { BLANK, type Cell } from '../../src/workbook/cell.ts'

interface Golden {
  classifier: { location_id: string | null; description: string | null; building: string | null }[]
  ar01: { inventory_number: string | number | null; location_id: string | null }[]
  ocs: { hardware_id: number; tag: string | null; fields_3: string | null }[]
  expected: { hardware_id: number; outcome: string; expected_tag: string | null; note?: string }[]
  finance_not_in_ocs: string[]
  duplicates: number[][]
}

/** The edge table of the TAG rules: inputs and, for every OCS row, the outcome. */
export const golden: Golden = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/tags.json'), 'utf8'),
)

/** The table's workbooks as the sources would deliver them, and its OCS rows. */
export function goldenBooks(computers: readonly OcsComputer[] = golden.ocs.map(toComputer)): Books {
  return {
    assets: golden.ar01.flatMap((row, index) => {
      const parsed = FinanceRow.safeParse({
        inventoryNumber: placed(row.inventory_number, `AR01!F${index + 10}`),
        locationId: placed(row.location_id, `AR01!I${index + 10}`),
        virtualMachineWords: ['MV'],
      })
      return parsed.success ? [parsed.data] : []
    }),
    locations: golden.classifier.flatMap((row, index) => {
      const parsed = LocationRow.safeParse({
        id: placed(row.location_id, `Locales!E${index + 2}`),
        description: placed(row.description, `Locales!F${index + 2}`),
        building: placed(row.building, `Locales!G${index + 2}`),
      })
      return parsed.success ? [parsed.data] : []
    }),
    computers,
    refused: { finance: [], locations: [] },
    policy: { ...DEFAULT_TAG_POLICY, protectedTags: ['MANUAL-*'] },
  }
}

function toComputer(row: Golden['ocs'][number]): OcsComputer {
  return {
    hardwareId: row.hardware_id,
    deviceId: `PC-${row.hardware_id}`,
    hostname: `PC-${row.hardware_id}`,
    serial: null,
    uuid: null,
    lastContact: '2026-11-01 08:00:00',
    archived: false,
    tag: row.tag,
    inventoryNumber: row.fields_3,
    virtualMachine: null,
  }
}

function placed(value: string | number | null, place: string): { cell: Cell; place: string } {
  if (value === null) return { cell: BLANK, place }
  const cell: Cell =
    typeof value === 'number'
      ? { kind: 'number', value, text: String(value), shown: null }
      : { kind: 'text', text: value }
  return { cell, place }
}
