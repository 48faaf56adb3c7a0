import { PLACE_COLUMNS } from '../list-columns.ts'
import type { ReportedChange } from '../report-data.ts'
import { defineList } from '../report-list.ts'
import { FATE_COLUMNS } from './change-columns.ts'

/** Every TAG to be replaced: what stood there, what shall, why, and what became of it. */
export const plannedChanges = defineList<ReportedChange>({
  name: 'Planned_Changes',
  rows: (data) => data.changes,
  columns: {
    ...PLACE_COLUMNS,
    hardwareId: ({ recordKey }) => recordKey,
    hostname: ({ hostname }) => hostname,
    inventoryNumber: ({ inventoryNumber }) => inventoryNumber,
    oldTag: ({ from }) => from,
    newTag: ({ to }) => to,
    financeCell: ({ financeCell }) => financeCell,
    classifierCell: ({ classifierCell }) => classifierCell,
    ...FATE_COLUMNS,
  },
})
