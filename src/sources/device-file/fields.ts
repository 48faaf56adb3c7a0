/** How what stands in a field is read. */
export type FieldKind =
  | 'text'
  | 'texts'
  | 'macs'
  | 'addresses'
  | 'uuid'
  | 'instant'
  | 'flag'
  | 'bytes'

/** What a file can say of a device beside its key, and how each is read. */
export const FIELD_KINDS = {
  organisation: 'text',
  organisationKey: 'text',
  location: 'text',
  locationKey: 'text',
  displayName: 'text',
  hostname: 'text',
  serial: 'text',
  inventoryNumber: 'text',
  uuid: 'uuid',
  macs: 'macs',
  nodeClass: 'text',
  role: 'text',
  operatingSystem: 'text',
  manufacturer: 'text',
  model: 'text',
  tags: 'texts',
  lastContact: 'instant',
  isOnline: 'flag',
  addresses: 'addresses',
  freeBytes: 'bytes',
  lastUser: 'text',
} as const satisfies Readonly<Record<string, FieldKind>>

export type FieldName = keyof typeof FIELD_KINDS

/** The field that tells one device from another; the only one a row must have. */
export const KEY_FIELD = 'nativeKey'

/** What may be the same for all devices of a file, where the file does not say it itself. */
export const CONSTANT_FIELDS = [
  'organisation',
  'organisationKey',
  'location',
  'locationKey',
  'nodeClass',
  'role',
  'operatingSystem',
  'manufacturer',
  'model',
  'tags',
] as const satisfies readonly FieldName[]

/** Fields that name something by a number or code, zeros and all. */
const IDENTIFIERS: ReadonlySet<string> = new Set([
  KEY_FIELD,
  'organisationKey',
  'locationKey',
  'serial',
  'inventoryNumber',
])

/** Of the fields a person names, those of which a note speaks when they are typed as numbers. */
export function isIdentifier(name: string): boolean {
  return IDENTIFIERS.has(name)
}

const EXTRA = 'extra.'

/** The name by which what is kept beside the known fields goes in a row. @example extraField('Warranty') // => 'extra.Warranty' */
export function extraField(name: string): string {
  return `${EXTRA}${name}`
}

/** The reverse; null for a known field. */
export function extraName(field: string): string | null {
  return field.startsWith(EXTRA) ? field.slice(EXTRA.length) : null
}
