import type { DeviceRecord, Named } from '../../../lib/device-record.ts'
import { type CONSTANT_FIELDS, extraName, type FieldName } from '../fields.ts'
import {
  anyOf,
  bytesOf,
  type FieldValue,
  flagOf,
  instantOf,
  type ReadingRules,
  sortedOnce,
  textOf,
  textsOf,
} from './field-value.ts'
import { macAddress, plainUuid } from './hardware-id.ts'

/** A delivered row: a cell, or in JSON a list of cells, by field; and how they are read. */
export interface DeviceRow {
  readonly [field: string]: unknown
  readonly emptyWords: readonly string[]
  readonly reading: RowReading
  /** Whether a row before it bears its key. */
  readonly isRepeated?: boolean
}

export interface RowReading {
  readonly dateFormat: ReadingRules['dateFormat']
  readonly constants: Readonly<
    Partial<Record<(typeof CONSTANT_FIELDS)[number], string | undefined>>
  >
}

/** What a row says of its device, and the fields of which something could not be read. */
export interface ReadDevice {
  readonly device: Omit<DeviceRecord, 'nativeKey'>
  readonly unreadable: readonly string[]
}

/** What stands between the items of a list in one cell. Tags may have spaces within, addresses have none. */
const LIST_SEPARATOR = /[,;|\n]/u
const ADDRESS_SEPARATOR = /[,;|\s]+/u

/** Reads everything but the key. A field nobody needs must not cost the row: what is bad in it is left out. */
export function readDevice(row: DeviceRow): ReadDevice {
  const rules = { emptyWords: row.emptyWords, dateFormat: row.reading.dateFormat }
  const unreadable: string[] = []

  function whole<Value>(name: string, { value, isWhole }: FieldValue<Value>): Value {
    if (!isWhole) unreadable.push(name)
    return value
  }
  const text = (name: FieldName) => whole(name, textOf(row[name], rules)) ?? constant(row, name)
  const addresses = (name: FieldName) => textsOf(row[name], rules, ADDRESS_SEPARATOR)
  const tags = whole('tags', textsOf(row.tags, rules, LIST_SEPARATOR))

  const device = {
    organisation: named(text('organisationKey'), text('organisation')),
    location: named(text('locationKey'), text('location')),
    displayName: text('displayName'),
    hostname: text('hostname'),
    serial: text('serial'),
    inventoryNumber: text('inventoryNumber'),
    uuid: whole('uuid', converted(textOf(row.uuid, rules), plainUuid)),
    macs: whole('macs', macsOf(addresses('macs'))),
    nodeClass: text('nodeClass'),
    role: text('role'),
    operatingSystem: text('operatingSystem'),
    manufacturer: text('manufacturer'),
    model: text('model'),
    tags: tags.length > 0 ? tags : constantTags(row),
    extra: extraOf(row, (name, field) => whole(name, anyOf(field, rules))),
    pulse: {
      lastContact: whole('lastContact', instantOf(row.lastContact, rules)),
      isOnline: whole('isOnline', flagOf(row.isOnline, rules)),
      addresses: whole('addresses', addresses('addresses')),
      freeBytes: whole('freeBytes', bytesOf(row.freeBytes, rules)),
      lastUser: text('lastUser'),
    },
  }
  return { device, unreadable }
}

function constant({ reading }: DeviceRow, name: FieldName): string | null {
  return Reflect.get(reading.constants, name) ?? null
}

function constantTags(row: DeviceRow): string[] {
  const written = (constant(row, 'tags') ?? '').split(LIST_SEPARATOR)
  return sortedOnce(written.map((tag) => tag.trim()).filter((tag) => tag !== ''))
}

/** Where only the name is known it is the key as well. */
function named(key: string | null, name: string | null): Named | null {
  const id = key ?? name
  return id === null ? null : { key: id, name }
}

function converted(
  { value, isWhole }: FieldValue<string | null>,
  convert: (text: string) => string | null,
): FieldValue<string | null> {
  if (value === null) return { value, isWhole }
  const result = convert(value)
  return { value: result, isWhole: result !== null }
}

function macsOf({ value, isWhole }: FieldValue<readonly string[]>): FieldValue<readonly string[]> {
  const macs = value.map(macAddress)
  const known = macs.filter((mac) => mac !== null)
  return { value: sortedOnce(known), isWhole: isWhole && known.length === macs.length }
}

function extraOf(
  row: DeviceRow,
  read: (name: string, field: unknown) => string | number | boolean | null,
): DeviceRecord['extra'] {
  const said = Object.entries(row).flatMap(([field, value]) => {
    const name = extraName(field)
    const found = name === null ? null : read(field, value)
    return name === null || found === null ? [] : [[name, found] as const]
  })
  return Object.fromEntries(said)
}
