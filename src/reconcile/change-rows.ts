import type { PlannedChange } from './plan.ts'

/** Where the changes of a new plan are copied to. */
export const CHANGES = {
  table: 'change',
  columns: [
    'plan_id',
    'n',
    'record_key',
    'from_value',
    'to_value',
    'inventory_number',
    'organisation',
    'machine',
    'evidence',
    'building',
    'municipality',
  ],
}

/** The changes of a plan as rows of that table, numbered in their order. */
export function* changeRows(planId: number, changes: readonly PlannedChange[]) {
  let n = 0
  for (const change of changes) {
    n += 1
    const { recordKey, from, to, inventoryNumber, organisation } = change
    const { machine, evidence, building, municipality } = change
    yield [
      planId,
      n,
      recordKey,
      from,
      to,
      inventoryNumber,
      organisation,
      machine,
      evidence,
      building,
      municipality,
    ]
  }
}
