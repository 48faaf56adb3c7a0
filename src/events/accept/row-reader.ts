import { AppError } from '../../lib/errors.ts'
import type { EventFormat } from '../parse/row-stream.ts'
import { parseDateFormat } from '../profile/date-format.ts'
import type { MappingProfile } from '../profile/mapping-profile.ts'
import {
  type ColumnPlan,
  missingColumns,
  readColumns,
  shownHeadings,
  unclearColumns,
} from './columns.ts'
import type { HashText } from './event-key.ts'
import { eventReader, type ReadingTools, type RowReader } from './event-reader.ts'
import { numberReader } from './number.ts'
import type { BatchColumns } from './placed-fault.ts'
import { timeReader } from './time.ts'

/** How the rows of a file are read. */
export interface RowReading {
  /** A table has its columns or is refused; objects may each have their own. */
  readonly format: EventFormat
  /** Whose events they are where a row does not say. */
  readonly source: string
  readonly profile: MappingProfile
  /** The metric of rows that name none, before that of the profile; null for the profile's. */
  readonly defaultMetric: string | null
  readonly hash: HashText
}

/** What a metric is called where neither row, request nor profile says. */
const USUAL_METRIC = 'events_total'

/** Reads the rows of one file. */
export interface RowReaders {
  /**
   * The reader for the rows of a batch; what its columns are is found out once for all that have the same.
   * Throws `columns.missing` and `columns.unclear` for a table that will not do.
   */
  of(batch: BatchColumns): RowReader
  /** After the last row. Throws `columns.missing` where none of the objects had a time, or a value. */
  end(): void
}

/** Readers for one file; they remember its columns and the clock of its zone, and nothing else. */
export function rowReaders(reading: RowReading): RowReaders {
  const { profile } = reading
  const tools = toolsFor(reading)
  let last: { readonly batch: BatchColumns; plan: ColumnPlan; read: RowReader } | null = null
  return {
    of({ columns, sheet }) {
      if (last?.batch.columns === columns && last.batch.sheet === sheet) return last.read
      const batch = { columns, sheet }
      const plan = readColumns(columns, profile)
      if (tools.isTable) checkTable(batch, plan, profile)
      last = { batch, plan, read: eventReader(plan, batch, tools) }
      return last.read
    },
    end() {
      if (last === null || canBeEvent(last.plan)) return
      refuseMissing(last.batch, missingColumns(last.plan, profile))
    },
  }
}

/** Rows that come back may be objects put in one table: each has some of its columns. */
function checkTable(batch: BatchColumns, plan: ColumnPlan, profile: MappingProfile): void {
  if (!plan.isReturned) refuseUnclear(batch, plan)
  if (plan.isReturned && canBeEvent(plan)) return
  refuseMissing(batch, missingColumns(plan, profile))
}

function canBeEvent({ roles }: ColumnPlan): boolean {
  return roles.time.length > 0 && roles.value.length > 0
}

function refuseUnclear({ columns, sheet }: BatchColumns, plan: ColumnPlan): void {
  const unclear = unclearColumns(columns, plan)
  if (unclear !== null) throw new AppError('columns.unclear', { ...onSheet(sheet), ...unclear })
}

function refuseMissing({ columns, sheet }: BatchColumns, wanted: string[]): void {
  if (wanted.length === 0) return
  const found = shownHeadings(columns)
  throw new AppError('columns.missing', { ...onSheet(sheet), found, wanted })
}

function onSheet(sheet: string | null): { sheet?: string } {
  return sheet === null ? {} : { sheet }
}

function toolsFor({ format, source, hash, profile, defaultMetric }: RowReading): ReadingTools {
  const { dateFormat, timeZone } = profile
  const dates = dateFormat === undefined ? null : parseDateFormat(dateFormat)
  return {
    ...{ source, hash },
    isTable: format === 'csv' || format === 'xlsx',
    defaultMetric: defaultMetric ?? profile.defaultMetric ?? USUAL_METRIC,
    readTime: timeReader({ zone: timeZone, format: dates }),
    readNumber: numberReader(profile),
  }
}
