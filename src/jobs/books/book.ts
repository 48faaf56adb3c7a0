import type { z } from 'zod'
import type { FinanceRegisterSettings } from '../../sources/finance-register/schema.ts'
import { FINANCE_COLUMNS, FinanceRow } from '../../sources/finance-register/schema.ts'
import { LOCATION_COLUMNS, LocationRow } from '../../sources/locations/schema.ts'
import type { RegisterSettings } from '../../sources/register-settings.ts'
import type { WantedColumn } from '../../sources/table-header.ts'
import type { TableRequest } from '../../sources/workbook.ts'
import { DEFAULT_LIMITS, type WorkbookLimits } from '../../workbook/workbook-limits.ts'
import type { JobSettings } from '../context.ts'

/** The books people keep in workbooks and hand over. */
export const BOOK_IDS = ['finance-register', 'locations'] as const

export type BookId = (typeof BOOK_IDS)[number]

/** Of a workbook that is sent: twenty times the largest register seen, and little enough to be read at once. */
export const SENT_BOOK_LIMITS: WorkbookLimits = {
  ...DEFAULT_LIMITS,
  fileBytes: 50_000_000,
  partBytes: 400_000_000,
  cells: 3_000_000,
  sharedStringCharacters: 50_000_000,
}

/** How one book is read. */
export interface Book {
  readonly columns: readonly WantedColumn[]
  /** Takes a row to our words, or refuses it. */
  readonly record: z.ZodType<object>
  settings(settings: BookSettings): RegisterSettings
  /** What is asked of the workbook, with other settings in place of those configured. */
  request(settings: BookSettings, other: RegisterSettings): TableRequest
}

type BookSettings = Pick<JobSettings, 'finance' | 'locations'>

export const BOOKS: Readonly<Record<BookId, Book>> = {
  'finance-register': {
    columns: FINANCE_COLUMNS,
    record: FinanceRow,
    settings: ({ finance }) => withoutWords(finance),
    request: ({ finance: { virtualMachineWords } }, settings) => ({
      ...{ settings, columns: FINANCE_COLUMNS, extras: { virtualMachineWords } },
    }),
  },
  locations: {
    columns: LOCATION_COLUMNS,
    record: LocationRow,
    settings: ({ locations }) => locations,
    request: (_settings, settings) => ({ settings, columns: LOCATION_COLUMNS }),
  },
}

function withoutWords({
  virtualMachineWords: _words,
  ...settings
}: FinanceRegisterSettings): RegisterSettings {
  return settings
}
