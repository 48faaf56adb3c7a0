import { z } from 'zod'
import { DEFAULT_EMPTY_WORDS } from './table-cell.ts'
import type { WantedColumn } from './table-header.ts'

const Letters = z.string().regex(/^[A-Za-z]{1,3}$/u, 'column-letters')

/** Where a register kept in a workbook lies, and what of its layout a person pinned. */
export const RegisterSettings = z.strictObject({
  folder: z
    .string()
    .min(1, 'empty-text')
    .default('inbox')
    .describe('Folder in which people put the workbook.'),
  file: z
    .string()
    .min(1, 'empty-text')
    .describe(
      'Name of the file; * and ? are wild, any case; of several the newest is read. Only .xlsx, .xlsm, .xls, .csv, .tsv and .txt fit, unless it names an ending itself.',
    ),
  sheet: z
    .string()
    .min(1, 'empty-text')
    .optional()
    .describe('Name of the sheet; without it the first sheet that has the header.'),
  headerRow: z
    .int()
    .min(1)
    .optional()
    .describe('Row of the header, from 1; without it the header is found by its words.'),
  columns: z
    .record(z.string(), Letters.optional())
    .optional()
    .describe('Letters by column name, where the words above a column mislead.'),
  emptyWords: z
    .array(z.string())
    .default([...DEFAULT_EMPTY_WORDS])
    .describe('Words that stand where an empty cell is meant; any case.'),
})
export type RegisterSettings = z.output<typeof RegisterSettings>

/** The setting `columns` of a register with these columns; any other name is refused. */
export function pinnedColumns(columns: readonly WantedColumn[]) {
  const names = columns.map(({ name }) => name)
  return z
    .strictObject(Object.fromEntries(names.map((name) => [name, Letters.optional()])), {
      error: ({ code }) =>
        code === 'unrecognized_keys' ? `unknown-column: ${names.join(', ')}` : undefined,
    })
    .optional()
    .describe('Letters by column name, where the words above a column mislead.')
}
