import { listsOf } from './lists.ts'
import type { Placed } from './place.ts'
import type { ReportData } from './report-data.ts'
import type { ListLine, ReportList } from './report-list.ts'
import type { Voice } from './voice.ts'

/** One list with the lines it has in this part of a report, and in the whole. */
export interface FilledList {
  readonly list: ReportList
  readonly lines: readonly ListLine[]
  /** Lines of the whole report, of which `lines` may be a part. */
  readonly inAll: number
}

/** By what a report is split into one workbook each. */
export type SplitBy = keyof Placed

/** Which rows a part holds: those of one municipality or building, or those of none known (null). */
export interface Scope {
  readonly by: SplitBy
  readonly value: string | null
}

/** A report, whole or the part of it that one place is concerned with. */
export interface ReportPart {
  readonly data: ReportData
  readonly lists: readonly FilledList[]
  /** Null for the whole report. */
  readonly scope: Scope | null
}

/** The whole report. */
export function wholeReport(data: ReportData, voice: Voice): ReportPart {
  return {
    data,
    lists: listsOf(data.plan).map((list) => {
      const lines = list.lines(data, voice)
      return { list, lines, inAll: lines.length }
    }),
    scope: null,
  }
}

/**
 * The report in parts: one for each municipality or building that has rows, in alphabetical order,
 * and at the end one for the rows of unknown place. Every row is in exactly one part.
 */
export function splitReport(whole: ReportPart, by: SplitBy): ReportPart[] {
  const values = new Set(
    whole.lists.flatMap(({ lines }) => lines.map((line) => placeName(line, by))),
  )
  const known = [...values].filter((value) => value !== null)
  const order = [...known.toSorted(), ...(values.has(null) ? [null] : [])]
  const byList = whole.lists.map(({ list, lines, inAll }) => ({
    list,
    inAll,
    linesByValue: Map.groupBy(lines, (line) => placeName(line, by)),
  }))
  return order.map((value) => ({
    data: whole.data,
    scope: { by, value },
    lists: byList.map(({ list, inAll, linesByValue }) => ({
      list,
      inAll,
      lines: linesByValue.get(value) ?? [],
    })),
  }))
}

/** The name of a place without spaces around it; a blank one is unknown. */
function placeName(line: ListLine, by: SplitBy): string | null {
  return line[by]?.trim() || null
}
