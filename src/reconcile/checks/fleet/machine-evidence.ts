import type { MachineRecord } from '../../../inventory/machine/machine.ts'

/** What a person needs to find a record at its source and to recognise the machine. */
export interface RecordEvidence {
  /** `source:id`, the id being the source's own. */
  readonly ref: string
  readonly displayName: string | null
  readonly hostname: string | null
  readonly serial: string | null
  /** Name of its site; null where nobody has mapped its organisation. */
  readonly site: string | null
  /** As ISO 8601 in UTC; null where the source never heard of it or does not say. */
  readonly lastContact: string | null
}

/** How a record is named to people. @example 'ninjaone:501' */
export function refOf({ source, nativeKey }: MachineRecord): string {
  return `${source}:${nativeKey}`
}

/** A record as every check over machines shows it. */
export function recordEvidence(record: MachineRecord): RecordEvidence {
  const { displayName, hostname, serial, site, lastContact } = record
  return {
    ref: refOf(record),
    ...{ displayName, hostname, serial },
    site: site?.name ?? null,
    lastContact: lastContact?.toISOString() ?? null,
  }
}
