/** What one source says of one machine, in Muster's words; texts trimmed, blank ones null. */
export interface DeviceRecord {
  /** The source's own id of the record: stable when the machine is renamed or moved. */
  readonly nativeKey: string
  /** The vendor's organisation or tenant, by its id there. */
  readonly organisation: Named | null
  /** The place within the organisation, by its id there. */
  readonly location: Named | null
  readonly displayName: string | null
  /** The longest form the source knows, as it writes it: with a domain where it has one. */
  readonly hostname: string | null
  readonly serial: string | null
  readonly inventoryNumber: string | null
  /** Lower case with hyphens. */
  readonly uuid: string | null
  /** Lower case with colons, sorted, each once. */
  readonly macs: readonly string[]
  /** The source's own class of the machine, for instance `WINDOWS_SERVER`. */
  readonly nodeClass: string | null
  readonly role: string | null
  readonly operatingSystem: string | null
  readonly manufacturer: string | null
  readonly model: string | null
  /** Sorted, each once. */
  readonly tags: readonly string[]
  /** What else is worth keeping of it, by name; a change of any opens a new version. */
  readonly extra: Readonly<Record<string, string | number | boolean>>
  readonly pulse: DevicePulse
}

export interface Named {
  readonly key: string
  readonly name: string | null
}

/** What changes daily and opens no new version of a record. */
export interface DevicePulse {
  readonly lastContact: Date | null
  readonly isOnline: boolean | null
  readonly addresses: readonly string[]
  readonly freeBytes: number | null
  readonly lastUser: string | null
}
