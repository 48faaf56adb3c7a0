import type { z } from 'zod'
import type { OcsFields } from '../../../sources/ocs/computer-row.ts'
import { contactAt } from './contact.ts'
import type { GivenComputer } from './given-schema.ts'

/** A computer of a case as the reader of OCS delivers it, under OCS's own column names. */
export function ocsRow(
  given: GivenComputer,
  heard: Date,
): z.input<typeof OcsFields> & { readonly OSNAME: string | null } {
  const { id, hostname, lastContact } = given
  return {
    ID: id,
    DEVICEID: `${hostname ?? 'PC'}-${id}`,
    NAME: hostname,
    UUID: given.uuid,
    LASTCOME: lastContact === null ? null : writtenAt(contactAt(lastContact, heard)),
    ARCHIVE: given.archived ? 1 : null,
    TAG: given.tag,
    INVENTORY_NUMBER: given.inventoryNumber,
    SSN: given.serial,
    SMANUFACTURER: given.manufacturer,
    SMODEL: given.model,
    TYPE: given.chassis,
    GUEST_UUID: given.guestUuid,
    OSNAME: given.operatingSystem,
  }
}

/** As OCS writes times. */
function writtenAt(instant: Date): string {
  return instant.toISOString().slice(0, 19).replace('T', ' ')
}
