import { z } from 'zod'
import { KeptComputer, seenBy } from '../finding-evidence.ts'
import { PLACE_COLUMNS } from '../list-columns.ts'
import { defineList } from '../report-list.ts'

const groups = seenBy(
  'duplicate-number',
  z.object({ inventoryNumber: z.string(), computers: z.array(KeptComputer) }),
)

/** Numbers that several computers bear: one row for each computer, the likely live one first. */
export const duplicateInventories = defineList({
  name: 'Duplicate_Inventories',
  rows: (data) =>
    groups(data).flatMap(({ computers, inventoryNumber, municipality, building }, index) =>
      computers.map((computer) => ({
        group: index + 1,
        inventoryNumber,
        computer,
        sharedBy: computers.length,
        municipality,
        building,
      })),
    ),
  entryOf: ({ inventoryNumber }) => inventoryNumber,
  columns: {
    ...PLACE_COLUMNS,
    group: ({ group }) => group,
    inventoryNumber: ({ inventoryNumber }) => inventoryNumber,
    sharedBy: ({ sharedBy }) => sharedBy,
    hardwareId: ({ computer }) => String(computer.hardwareId),
    hostname: ({ computer }) => computer.hostname,
    serial: ({ computer }) => computer.serial,
    lastContact: ({ computer }) => computer.lastContact,
    tag: ({ computer }) => computer.tag,
  },
})
