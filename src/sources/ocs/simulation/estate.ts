import type { AccessScope } from '../computer.ts'

/** What a simulated OCS holds, as plain data. */
export interface SimulatedOcs {
  /** The custom field of the inventory number; its column becomes `fields_<id>`. */
  readonly inventoryField: SimulatedField
  /** Further custom fields, left empty. */
  readonly otherFields?: readonly SimulatedField[]
  readonly computers: readonly SimulatedComputer[]
  /** How many groups stand among the computers in `hardware`. */
  readonly groups: number
  readonly guests: readonly SimulatedGuest[]
  readonly logins: readonly AccessScope[]
}

/** A custom field; OCS's own two take the IDs 1 and 2. */
export interface SimulatedField {
  readonly id: number
  /** Letters and digits only. */
  readonly name: string
  readonly label: string
}

export interface SimulatedComputer {
  readonly hardwareId: number
  readonly deviceId: string
  readonly hostname: string | null
  readonly serial: string | null
  readonly uuid: string | null
  readonly manufacturer: string | null
  readonly model: string | null
  readonly chassis: string | null
  readonly macs: readonly string[]
  /** `YYYY-MM-DD HH:MM:SS`. */
  readonly lastContact: string | null
  /** Forgotten where OCS is older than 2.8, which knows no archive. */
  readonly archived: boolean
  readonly tag: string | null
  readonly inventoryNumber: string | null
  readonly user: string | null
  readonly os: string | null
}

/** A virtual machine some host reports. */
export interface SimulatedGuest {
  readonly hostHardwareId: number
  readonly uuid: string | null
  readonly name: string
}
