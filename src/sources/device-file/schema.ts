import { z } from 'zod'
import { RegisterSettings } from '../register-settings.ts'
import { CONSTANT_FIELDS, extraField, FIELD_KINDS, type FieldName, KEY_FIELD } from './fields.ts'

const Text = z.string().min(1, 'empty-text')
const { folder, file, sheet, headerRow, emptyWords } = RegisterSettings.shape
const FIELD_NAMES = Object.keys(FIELD_KINDS) as FieldName[] // the keys of a constant

/** An object that may have these members, all of one type; any other is refused with their names. */
function membersOf<Name extends string, Value extends z.ZodType>(
  names: readonly Name[],
  value: Value,
) {
  const shape = Object.fromEntries(names.map((name) => [name, value.optional()]))
  return z.strictObject(shape as Record<Name, z.ZodOptional<Value>>, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? `unknown-column: ${names.join(', ')}` : undefined,
  })
}

const Columns = membersOf([KEY_FIELD, ...FIELD_NAMES, 'extra'], Text)
  .extend({ nativeKey: Text, extra: z.record(Text, Text).default({}) })
  .describe(
    'Of each field of a device, the heading of its column, or in JSON the way to it with dots.',
  )

const Letters = membersOf(
  [KEY_FIELD, ...FIELD_NAMES],
  z.string().regex(/^[A-Za-z]{1,3}$/u, 'column-letters'),
)
  .prefault({})
  .describe('Letters of the column by field, where its heading stands twice; for tables.')

/** How days are written, where a cell does not hold a date as such. */
export const DATE_FORMATS = ['iso', 'epoch-seconds', 'dmy', 'mdy'] as const
export type DateFormat = (typeof DATE_FORMATS)[number]

/** Where the export of another tool lies, and what of it is what. */
export const DeviceFileSettings = z.strictObject({
  folder,
  file,
  format: z
    .enum(['auto', 'table', 'json', 'ndjson'])
    .default('auto')
    .describe('What the file is: a table (xlsx or csv), JSON, or one JSON object in each line.'),
  sheet,
  headerRow,
  list: Text.optional().describe(
    'Member of the JSON object that holds the devices, where it has several lists.',
  ),
  columns: Columns,
  letters: Letters,
  constants: membersOf(CONSTANT_FIELDS, Text)
    .prefault({})
    .describe('What is the same for all devices, where the file itself does not say it.'),
  dateFormat: z
    .enum(DATE_FORMATS)
    .default('iso')
    .describe(
      'How lastContact is written: iso, epoch-seconds, dmy (31/1/2026) or mdy (1/31/2026).',
    ),
  emptyWords,
})
export type DeviceFileSettings = z.output<typeof DeviceFileSettings>

/** A field of a device and where the file has it: a heading, or a way with dots. */
export interface MappedField {
  readonly name: string
  readonly from: string
}

/** The fields that are mapped, in the order in which a person named them. */
export function mappedFields({ columns }: Pick<DeviceFileSettings, 'columns'>): MappedField[] {
  const { extra, ...known } = columns
  const fields = Object.entries(known).flatMap(([name, from]) => (from ? [{ name, from }] : []))
  const extras = Object.entries(extra).map(([name, from]) => ({ name: extraField(name), from }))
  return [...fields, ...extras]
}
