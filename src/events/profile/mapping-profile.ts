import { z } from 'zod'
import { isTimeZone } from '../../lib/time-zone.ts'
import { nameFault } from '../accept/metric.ts'
import { parseDateFormat } from './date-format.ts'
import { foldHeading } from './heading.ts'

/** What of an event a column can be; there is one column at most for each. */
export const EVENT_ROLES = ['time', 'value', 'metric', 'source', 'id', 'subject'] as const

export type EventRole = (typeof EVENT_ROLES)[number]

/** What a profile can say of a column. */
export type ColumnRole = EventRole | 'dimension' | 'ignored'

/** Every answer to what a column is. */
export const COLUMN_ROLES: readonly ColumnRole[] = [...EVENT_ROLES, 'dimension', 'ignored']

const Columns = z.record(z.string(), z.enum(COLUMN_ROLES)).superRefine(checkColumns)

/** How the files of a source are read: saved once, applied to every file that comes after. */
export const MappingProfile = z
  .strictObject({
    columns: Columns.default({}).describe(
      'Their headings, and what each column is: time, value, metric, source, id, subject, dimension or ignored. Columns that are not named are known by their usual headings, and else are dimensions.',
    ),
    defaultMetric: z
      .exactOptional(z.string().trim().refine(isName, 'metric-name'))
      .describe('The metric of files that have no column for it.'),
    dateFormat: z
      .exactOptional(z.string().trim().refine(isDateFormat, 'date-format'))
      .describe('How dates are written that are not ISO 8601, such as DD/MM/YYYY HH:mm:ss.'),
    decimalComma: z
      .boolean()
      .default(false)
      .describe('A comma, not a dot, stands before the decimals.'),
    thousandsSeparator: z
      .exactOptional(z.enum([',', '.', ' ', "'"]))
      .describe('What stands between groups of three digits; a blank is one of any width.'),
    timeZone: z
      .string()
      .refine(isTimeZone, 'time-zone')
      .default('UTC')
      .describe('IANA time zone of times without an offset, and in which a day is a day.'),
  })
  .refine(
    ({ thousandsSeparator, decimalComma }) => thousandsSeparator !== decimalSign(decimalComma),
    {
      message: 'same-separator',
      path: ['thousandsSeparator'],
    },
  )

export type MappingProfile = z.output<typeof MappingProfile>

/** What stands before the decimals. */
export function decimalSign(decimalComma: boolean): ',' | '.' {
  return decimalComma ? ',' : '.'
}

/** Finds headings that are one when compared, and roles that two columns have. */
function checkColumns(
  columns: Readonly<Record<string, ColumnRole>>,
  context: z.RefinementCtx,
): void {
  const headings = new Set<string>()
  const roles = new Set<ColumnRole>()
  for (const [heading, role] of Object.entries(columns)) {
    const folded = foldHeading(heading)
    if (folded === '') refuse(context, heading, 'empty-text')
    if (headings.has(folded)) refuse(context, heading, 'heading-twice')
    headings.add(folded)
    if (role === 'dimension' || role === 'ignored') continue
    if (roles.has(role)) refuse(context, heading, 'column-role-twice')
    roles.add(role)
  }
}

function refuse(context: z.RefinementCtx, heading: string, message: string): void {
  context.addIssue({ code: 'custom', message, path: [heading] })
}

function isName(name: string): boolean {
  return nameFault(name) === null
}

function isDateFormat(format: string): boolean {
  return parseDateFormat(format) !== null
}
