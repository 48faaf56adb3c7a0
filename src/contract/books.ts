import { z } from 'zod'
import { AskedName } from './asked.ts'
import { InstantText } from './listing.ts'
import { FILE_TYPES, route } from './route.ts'

const BookName = z.enum(['finance-register', 'locations'])

const Pointed = z.record(z.string().max(50), z.string().trim().min(1).max(255))

/** JSON in an address: our columns, and the letters or the heading of each in the workbook. */
const AskedColumns = z
  .string()
  .max(4000)
  .transform((text, context) => {
    try {
      const parsed = Pointed.safeParse(JSON.parse(text))
      if (parsed.success) return parsed.data
    } catch {} // told below, as what is no such object
    context.issues.push({ code: 'custom', message: 'no JSON object of texts', input: text })
    return z.NEVER
  })
  .describe(
    '{"inventoryNumber": "F", "locationId": "Local"}: letters of the column, or its heading.',
  )

const Pointing = {
  filename: AskedName.optional(),
  sheet: AskedName.optional().describe('Where the table stands; the first sheet that has it.'),
  headerRow: z.coerce.number().int().min(1).max(1_048_576).optional().describe('From 1.'),
  columns: AskedColumns.optional(),
}

const Fault = z.object({ code: z.string(), message: z.string() })

const Header = z.object({
  sheet: z.string(),
  row: z.number().int(),
  columns: z.array(z.object({ name: z.string(), letters: z.string(), heading: z.string() })),
})

const Reading = z.object({
  book: BookName,
  file: z.string().describe('As its sender calls it, without what no file name has.'),
  format: z.enum(['xlsx', 'csv']),
  bytes: z.number().int(),
  hash: z.string().describe('SHA-256.'),
  header: Header.nullable().describe('Null where no table was found.'),
  headerFault: Fault.nullable(),
  wanted: z.array(
    z.object({ name: z.string(), required: z.boolean(), headings: z.array(z.string()) }),
  ),
  records: z.number().int().describe('Rows that are taken.'),
  faults: z.object({
    items: z
      .array(
        z.object({ place: z.string(), code: z.string(), raw: z.string(), message: z.string() }),
      )
      .describe('The first 200, cell by cell.'),
    total: z.number().int(),
  }),
  notes: z.array(
    z.object({ place: z.string(), code: z.string(), detail: z.string(), message: z.string() }),
  ),
  items: z
    .array(z.object({ place: z.string(), fields: z.record(z.string(), z.string().nullable()) }))
    .describe('The first 20 rows as they are read.'),
  sheets: z
    .array(
      z.object({
        name: z.string(),
        rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
      }),
    )
    .describe('The first 20 rows of each sheet as they stand there, to point at.'),
  acceptedBefore: z
    .number()
    .int()
    .nullable()
    .describe('Records of the last delivery that was accepted.'),
  holds: z
    .array(z.object({ code: z.string(), message: z.string() }))
    .describe('Why it would wait for a person.'),
  configuration: z
    .string()
    .nullable()
    .describe(
      'YAML to put into muster.yaml, so that it is always read so; null where nothing is pointed at.',
    ),
})

const consumes = [
  FILE_TYPES.xlsx,
  'text/csv',
  'application/octet-stream',
  'multipart/form-data',
] as const

export const listBooks = route({
  method: 'GET',
  path: '/api/books',
  summary: 'Which workbook each book would be read from now, and where its columns stand.',
  tag: 'books',
  access: 'read',
  response: z.object({
    items: z.array(
      z.object({
        book: BookName,
        folder: z.string(),
        pattern: z.string().describe('The name that is looked for.'),
        file: z
          .object({
            name: z.string(),
            changedAt: InstantText,
            ageSeconds: z.number().int(),
            bytes: z.number().int(),
            hash: z.string().nullable().describe('Null where it is no workbook.'),
            others: z.number().int().describe('Older files that fit as well.'),
          })
          .nullable(),
        pinned: z.object({
          sheet: z.string().nullable(),
          headerRow: z.number().int().nullable(),
          columns: z.record(z.string(), z.string()).nullable(),
        }),
        header: Header.nullable(),
        fault: Fault.nullable(),
      }),
    ),
    total: z.number().int(),
  }),
})

export const previewBook = route({
  method: 'POST',
  path: '/api/books/preview',
  summary: 'What a workbook says and what is wrong with it, cell by cell; nothing of it is kept.',
  tag: 'books',
  access: 'operate',
  query: z.object({ book: BookName, ...Pointing }),
  body: z.unknown(),
  consumes,
  response: Reading,
})

export const markBook = route({
  method: 'POST',
  path: '/api/books/preview/marked',
  summary:
    'The same workbook back, with the bad cells coloured and commented; nothing of it is kept.',
  tag: 'books',
  access: 'operate',
  query: z.object({ book: BookName, ...Pointing }),
  body: z.unknown(),
  consumes,
  response: z.string(),
  produces: [FILE_TYPES.xlsx],
})

export const putBook = route({
  method: 'PUT',
  path: '/api/books/{book}',
  summary: 'Puts a workbook where its source reads it, under a name of its own; replaces none.',
  tag: 'books',
  access: 'operate',
  params: z.object({ book: BookName }),
  query: z.object({ filename: AskedName.optional() }),
  body: z.unknown(),
  consumes,
  response: Reading.extend({
    putAs: z.string(),
    isNewest: z.boolean().describe('Whether a collection would read this one now.'),
  }),
})
