/** One computer as OCS Inventory knows it; texts are exactly as stored, nothing trimmed. */
export interface OcsComputer {
  /** `hardware.ID`; changes when OCS merges duplicates. */
  readonly hardwareId: number
  readonly deviceId: string
  readonly hostname: string | null
  readonly serial: string | null
  readonly uuid: string | null
  /** `YYYY-MM-DD HH:MM:SS` in the OCS server's own time, or null when it never came. */
  readonly lastContact: string | null
  readonly archived: boolean
  readonly tag: string | null
  /** The custom field that holds the inventory number. */
  readonly inventoryNumber: string | null
  /** Why OCS's own data say that this is a virtual machine; null when they do not. */
  readonly virtualMachine: VirtualMachineEvidence | null
  /** Who used it last; absent where nobody asked. */
  readonly user?: string | null
  /** The kind of case, as its BIOS says; absent where nobody asked. */
  readonly chassis?: string | null
}

export interface VirtualMachineEvidence {
  /** For instance `bios.SMANUFACTURER` or `virtualmachines.UUID`. */
  readonly field: string
  readonly value: string
}

/** An OCS login and a TAG pattern that gives it sight of computers (`tags` table; `*` and `?` are wild). */
export interface AccessScope {
  readonly login: string
  readonly pattern: string
}
