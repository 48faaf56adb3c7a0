import { shortHostname } from '../identity/host-name.ts'
import { inventoryNumberKey } from '../identity/inventory-number-key.ts'
import { usableMacs } from '../identity/usable-macs.ts'
import { usableSerial } from '../identity/usable-serial.ts'
import { usableUuid } from '../identity/usable-uuid.ts'
import type { MatchRecord } from './match-record.ts'

/** What of a record can tell its machine from others, as it is compared; junk is null. */
export interface UsableKeys {
  readonly serial: string | null
  readonly inventoryNumber: string | null
  readonly uuid: string | null
  readonly macs: readonly string[]
  /** Without its domain. */
  readonly hostname: string | null
}

/** Reads a record's keys once, for all rules. */
export function usableKeys(record: MatchRecord): UsableKeys {
  return {
    serial: usableSerial(record.serial),
    inventoryNumber: inventoryNumberKey(record.inventoryNumber),
    uuid: usableUuid(record.uuid),
    macs: usableMacs(record.macs),
    hostname: shortHostname(record.hostname),
  }
}
