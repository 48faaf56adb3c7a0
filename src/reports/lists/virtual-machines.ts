import { z } from 'zod'
import { KeptComputer, seenBy } from '../finding-evidence.ts'
import { COMPUTER_COLUMNS, CONTACT_COLUMNS, PLACE_COLUMNS } from '../list-columns.ts'
import { defineList } from '../report-list.ts'

const VirtualMachine = KeptComputer.extend({
  evidence: z.object({ field: z.string(), value: z.string() }),
})

const seen = seenBy('virtual-machine', VirtualMachine)

/** Virtual machines, which are no assets, and how they are known for such. */
export const virtualMachines = defineList({
  name: 'VM_Inventories',
  rows: seen,
  columns: {
    ...PLACE_COLUMNS,
    ...COMPUTER_COLUMNS,
    ...CONTACT_COLUMNS,
    virtualMachineField: ({ evidence }) => evidence.field,
    virtualMachineValue: ({ evidence }) => evidence.value,
  },
})
