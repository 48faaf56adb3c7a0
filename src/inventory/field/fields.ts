import { foldWords, trimSpace } from '../../lib/text.ts'
import type { ClassRule, DeviceClass } from '../classify/classification.ts'
import { shortHostname } from '../identity/host-name.ts'
import { inventoryNumberKey } from '../identity/inventory-number-key.ts'
import { isUnfilledMark } from '../identity/unfilled-mark.ts'
import { usableSerial } from '../identity/usable-serial.ts'
import { usableUuid } from '../identity/usable-uuid.ts'

/** What a record said while it stood just so, and at which site it was then. */
export interface SaidVersion {
  readonly displayName: string | null
  readonly hostname: string | null
  readonly class: DeviceClass
  readonly classRule: ClassRule
  readonly isSpare: boolean
  readonly isBillable: boolean
  readonly site: string | null
  readonly location: string | null
  readonly role: string | null
  readonly operatingSystem: string | null
  readonly manufacturer: string | null
  readonly model: string | null
  readonly serial: string | null
  readonly inventoryNumber: string | null
  readonly uuid: string | null
  readonly macs: readonly string[]
}

/** What is kept of a record as of its newest day alone. */
export interface SaidPulse {
  readonly lastUser: string | null
  readonly addresses: readonly string[]
}

/** As a record says it; an empty list or a blank text says nothing and is null. */
export type FieldValue = string | boolean | readonly string[]

/** The fields of which a machine has one value, whatever its records say. */
export const FIELD_NAMES = [
  'displayName',
  'hostname',
  'class',
  'spare',
  'billable',
  'site',
  'location',
  'role',
  'operatingSystem',
  'manufacturer',
  'model',
  'serial',
  'inventoryNumber',
  'uuid',
  'macs',
  'addresses',
  'lastUser',
] as const

export type FieldName = (typeof FIELD_NAMES)[number]

/** One field: what a record says of it, and when two records say the same. */
export type Field = {
  readonly name: FieldName
  /** The value as compared; null where it tells nothing, like a serial number nobody filled in. */
  compared(value: FieldValue): string | null
} & (
  | { readonly kept: 'by-day'; said(version: SaidVersion): FieldValue | null }
  | { readonly kept: 'as-of-newest'; said(pulse: SaidPulse): FieldValue | null }
)

/** Every field, in the order in which they are told. */
export const FIELDS: readonly Field[] = [
  text('displayName', ({ displayName }) => displayName, inAnyCase),
  text('hostname', ({ hostname }) => hostname, shortHostname),
  byDay('class', (said) => (said.classRule === 'nothing-known' ? null : said.class), asWritten),
  byDay('spare', ({ isSpare }) => isSpare, asWritten),
  byDay('billable', ({ isBillable }) => isBillable, asWritten),
  text('site', ({ site }) => site, asWritten),
  text('location', ({ location }) => location, inOtherSigns),
  text('role', ({ role }) => role, inOtherSigns),
  text('operatingSystem', ({ operatingSystem }) => operatingSystem, inOtherSigns),
  text('manufacturer', ({ manufacturer }) => manufacturer, unlessUnfilled),
  text('model', ({ model }) => model, unlessUnfilled),
  text('serial', ({ serial }) => serial, usableSerial),
  text('inventoryNumber', ({ inventoryNumber }) => inventoryNumber, inventoryNumberKey),
  text('uuid', ({ uuid }) => uuid, usableUuid),
  byDay('macs', ({ macs }) => listed(macs), inAnyOrder),
  asOfNewest('addresses', ({ addresses }) => listed(addresses), inAnyOrder),
  asOfNewest(
    'lastUser',
    ({ lastUser }) => written(lastUser),
    (user) => inAnyCase(String(user)),
  ),
]

function text(
  name: FieldName,
  said: (version: SaidVersion) => string | null,
  compared: (value: string) => string | null,
): Field {
  return byDay(
    name,
    (version) => written(said(version)),
    (value) => compared(String(value)),
  )
}

function byDay(
  name: FieldName,
  said: (version: SaidVersion) => FieldValue | null,
  compared: Field['compared'],
): Field {
  return { name, kept: 'by-day', said, compared }
}

function asOfNewest(
  name: FieldName,
  said: (pulse: SaidPulse) => FieldValue | null,
  compared: Field['compared'],
): Field {
  return { name, kept: 'as-of-newest', said, compared }
}

function written(said: string | null): string | null {
  return said === null || trimSpace(said) === '' ? null : said
}

function listed(said: readonly string[]): readonly string[] | null {
  return said.length > 0 ? said : null
}

function asWritten(value: FieldValue): string {
  return String(value)
}

function inAnyCase(value: string): string {
  return trimSpace(value).toLowerCase()
}

/** Case, accents and punctuation make no difference; nothing but signs is compared as written. */
function inOtherSigns(value: string): string {
  return foldWords(value) || inAnyCase(value)
}

function unlessUnfilled(value: string): string | null {
  return isUnfilledMark(value) ? null : inOtherSigns(value)
}

function inAnyOrder(value: FieldValue): string {
  return [value].flat().map(String).toSorted().join(' ')
}
