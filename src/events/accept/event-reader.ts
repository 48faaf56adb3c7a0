import type { CellValue, DeliveredEvent } from '../parse/row-stream.ts'
import { cellText, isKeepable } from './cell.ts'
import type { ColumnPlan, Places } from './columns.ts'
import type { AcceptedEvent, EventFault, ReadCell } from './event.ts'
import { type EventIdentity, eventKey, type HashText } from './event-key.ts'
import { nameFault, sourceFault } from './metric.ts'
import { type BatchColumns, type FoundFault, NOWHERE, placedFault } from './placed-fault.ts'
import { unguardedText } from './returned-cell.ts'
import type { EventTime, ReadTime } from './time.ts'

/** A row as an event, or all that is wrong with it. */
export type ReadRow =
  | { readonly kind: 'event'; readonly event: AcceptedEvent }
  | { readonly kind: 'refused'; readonly faults: readonly EventFault[] }

export type RowReader = (row: DeliveredEvent) => ReadRow

/** What all rows of a file are read with. */
export interface ReadingTools {
  /** In a table every row has every column; of objects, each has its own. */
  readonly isTable: boolean
  /** Whose events they are where a row does not say. */
  readonly source: string
  /** The metric of rows that name none. */
  readonly defaultMetric: string
  readonly hash: HashText
  readonly readTime: (cell: CellValue | undefined) => ReadTime
  readonly readNumber: (cell: CellValue | undefined) => ReadCell
}

/** The longest name of a user or a device. */
const MOST_SUBJECT_CHARACTERS = 500

/** A row that is being read, and what was found wrong with it so far. */
interface OpenRow {
  readonly cells: readonly CellValue[]
  readonly found: FoundFault[]
}

/** Reads rows whose columns are known. */
export function eventReader(plan: ColumnPlan, batch: BatchColumns, tools: ReadingTools): RowReader {
  const { roles, unnamed, isReturned } = plan
  const readWords = wordsReader(plan, tools)
  const width = batch.columns.length
  return (delivered) => {
    const { values } = delivered
    const row: OpenRow = { cells: isReturned ? values.map(unguarded) : values, found: [] }
    const timeAt = placeOf(row, roles.time)
    const time = tools.readTime(row.cells[timeAt])
    if (time.kind === 'refused') row.found.push({ at: timeAt, reason: time.reason })
    const valueAt = placeOf(row, roles.value)
    const value = tools.readNumber(row.cells[valueAt])
    if (value.kind === 'refused') row.found.push({ at: valueAt, reason: value.reason })
    const words = readWords(row)
    if (unnamed.length > 0 || values.length > width) refuseUnheaded(row, unnamed, width)
    if (time.kind === 'refused' || value.kind === 'refused' || row.found.length > 0) {
      return { kind: 'refused', faults: row.found.map((at) => placedFault(at, delivered, batch)) }
    }
    return { kind: 'event', event: eventOf(words, time, { value: value.value, hash: tools.hash }) }
  }
}

/** All of an event but its time and its value. */
type EventWords = Omit<EventIdentity, 'at'>

function wordsReader(
  { roles, dimensions }: ColumnPlan,
  tools: ReadingTools,
): (row: OpenRow) => EventWords {
  const named = dimensions.map((each) => ({ ...each, isKept: isKeepable(each.name) }))
  return (row) => {
    const kept: [name: string, text: string][] = []
    for (const { name, places, isKept } of named) {
      const at = placeOf(row, places)
      const text = readText(row, at)
      if (text === '') continue
      if (isKept) kept.push([name, text])
      else row.found.push({ at, reason: 'text-not-keepable' })
    }
    return {
      metric: readMetric(row, placeOf(row, roles.metric), tools),
      source: readSource(row, placeOf(row, roles.source)) || tools.source,
      id: readText(row, placeOf(row, roles.id)) || null,
      subject: readSubject(row, placeOf(row, roles.subject)) || null,
      dimensions: Object.fromEntries(kept), // also one that is called __proto__
    }
  }
}

/** Where a row has a thing that may be in several places; it must not be in two. */
function placeOf({ cells, found }: OpenRow, places: Places): number {
  const first = places[0] ?? NOWHERE
  if (places.length < 2) return first
  const filled = places.filter((at) => cellText(cells[at]) !== '')
  if (filled[1] !== undefined) found.push({ at: filled[1], reason: 'columns-unclear' })
  return filled[0] ?? first
}

/** What an object leaves out or calls null it does not name; the cells of a table are there to be filled. */
function readMetric({ cells, found }: OpenRow, at: number, tools: ReadingTools): string {
  if (at === NOWHERE || (!tools.isTable && (cells[at] ?? null) === null)) return tools.defaultMetric
  const name = cellText(cells[at])
  const fault = nameFault(name)
  if (fault !== null) found.push({ at, reason: `metric-${fault}` })
  return name
}

/** Empty where the row names none. */
function readSource({ cells, found }: OpenRow, at: number): string {
  if (at === NOWHERE) return ''
  const name = cellText(cells[at])
  const fault = name === '' ? null : sourceFault(name)
  if (fault === 'too-long') found.push({ at, reason: 'source-too-long' })
  else if (fault === 'reserved') found.push({ at, reason: 'source-reserved' })
  else if (fault !== null) found.push({ at, reason: 'source-control-character' })
  return name
}

function readSubject(row: OpenRow, at: number): string {
  const text = readText(row, at)
  if (text.length > MOST_SUBJECT_CHARACTERS) row.found.push({ at, reason: 'text-too-long' })
  return text
}

function readText({ cells, found }: OpenRow, at: number): string {
  if (at === NOWHERE) return ''
  const text = cellText(cells[at])
  if (!isKeepable(text)) found.push({ at, reason: 'text-not-keepable' })
  return text
}

/** Refuses the first cell that holds something and has no heading over it. */
function refuseUnheaded({ cells, found }: OpenRow, unnamed: Places, width: number): void {
  const at = [...unnamed, ...[...cells.keys()].slice(width)].find(
    (each) => cellText(cells[each]) !== '',
  )
  if (at !== undefined) found.push({ at, reason: 'too-many-cells' })
}

function eventOf(
  { source, metric, id, subject, dimensions }: EventWords,
  { at, day }: EventTime,
  { value, hash }: { readonly value: string; readonly hash: HashText },
): AcceptedEvent {
  const key = eventKey({ id, source, at, metric, subject, dimensions }, hash)
  return { key, source, metric, at, day, value, subject, dimensions }
}

function unguarded(cell: CellValue): CellValue {
  return typeof cell === 'string' ? unguardedText(cell) : cell
}
