import { z } from 'zod'
import type { OcsComputer, VirtualMachineEvidence } from './computer.ts'
import { biosEvidence } from './virtual-machine.ts'

const UNREADABLE = { error: 'row-unreadable' }
const ZERO_TIME = /^0000-00-00/

/** Text as stored. A NUL character cannot be kept by any store of ours, so it refuses the row. */
const StoredText = z
  .string(UNREADABLE)
  .refine((text) => !text.includes('\0'), { error: 'control-character' })

const StoredTime = z
  .string(UNREADABLE)
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/, UNREADABLE)
  .transform((time) => (ZERO_TIME.test(time) ? null : time.slice(0, 19)))

/** One computer as the reader delivers it, under OCS's own column names. */
export const OcsFields = z.object(
  {
    ID: z.int(UNREADABLE).positive(UNREADABLE),
    DEVICEID: StoredText,
    NAME: StoredText.nullable(),
    UUID: StoredText.nullable(),
    LASTCOME: StoredTime.nullable(),
    ARCHIVE: z.number(UNREADABLE).nullable(),
    TAG: StoredText.nullable(),
    /** The custom field that holds the inventory number. */
    INVENTORY_NUMBER: StoredText.nullable(),
    SSN: StoredText.nullable(),
    SMANUFACTURER: StoredText.nullable(),
    SMODEL: StoredText.nullable(),
    TYPE: StoredText.nullable(),
    /** The last user; not asked by everyone. */
    USERID: StoredText.nullable().optional(),
    /** The UUID of a guest some host reports, when it is this computer's. */
    GUEST_UUID: StoredText.nullable(),
  },
  UNREADABLE,
)

/** The same, ending in our words. */
export const OcsComputerRow = OcsFields.transform(
  (row): OcsComputer => ({
    hardwareId: row.ID,
    deviceId: row.DEVICEID,
    hostname: row.NAME,
    serial: row.SSN,
    uuid: row.UUID,
    lastContact: row.LASTCOME,
    archived: row.ARCHIVE !== null,
    tag: row.TAG,
    inventoryNumber: row.INVENTORY_NUMBER,
    virtualMachine: biosEvidence(row) ?? guestEvidence(row.GUEST_UUID),
    user: row.USERID ?? null,
    chassis: row.TYPE,
  }),
)

function guestEvidence(uuid: string | null): VirtualMachineEvidence | null {
  return uuid === null ? null : { field: 'virtualmachines.UUID', value: uuid }
}
