import type { DeviceRecord } from '../../lib/device-record.ts'
import type { Classification } from '../classify/classification.ts'

/** What is material of a record, by column of `record_version`. A change of any opens a new version. */
export type Attributes = Readonly<Record<string, unknown>>

/** What a record says of itself, and what Muster makes of it (null: it is no machine). */
export function attributesOf(record: DeviceRecord, made: Classification | null): Attributes {
  return {
    organisation_key: record.organisation?.key ?? null,
    organisation_name: record.organisation?.name ?? null,
    location_key: record.location?.key ?? null,
    location_name: record.location?.name ?? null,
    display_name: record.displayName,
    hostname: record.hostname,
    serial: record.serial,
    inventory_number: record.inventoryNumber,
    uuid: record.uuid,
    macs: record.macs,
    node_class: record.nodeClass,
    role: record.role,
    operating_system: record.operatingSystem,
    manufacturer: record.manufacturer,
    model: record.model,
    tags: record.tags,
    extra: sorted(record.extra),
    class: made?.class ?? null,
    class_rule: made?.classRule ?? null,
    is_spare: made?.isSpare ?? null,
    spare_rule: made?.spareRule ?? null,
    is_billable: made?.isBillable ?? null,
    billable_rule: made?.billableRule ?? null,
  }
}

/** One text for one content, whatever order it was told in. */
export function canonicalText(attributes: Attributes): string {
  return JSON.stringify(attributes)
}

function sorted(extra: DeviceRecord['extra']): DeviceRecord['extra'] {
  return Object.fromEntries(Object.entries(extra).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
