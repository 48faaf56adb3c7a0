import { z } from 'zod'

const Report = z.object({
  cursor: z
    .object({
      name: z.string().nullish(),
      offset: z.number().nullish(),
      count: z.number().nullish(),
    })
    .nullish(),
  results: z.array(z.unknown()),
})
const ReportRow = z.looseObject({ deviceId: z.int() })

/** What has been read of a report so far. */
export interface ReportState {
  /** Name of the cursor that leads to the next page; null before the first. */
  readonly cursor: string | null
  readonly received: number
  /** The most rows the report has said it has, or has passed by. */
  readonly said: number
  /** What each page was known by, so that none comes twice. */
  readonly marks: ReadonlySet<string>
}

export const REPORT_START: ReportState = { cursor: null, received: 0, said: 0, marks: new Set() }

export interface ReportRow {
  readonly deviceId: number
  readonly [field: string]: unknown
}

/** What an answer means for a report that is read by cursor. */
export type ReportPage =
  | { readonly kind: 'page'; readonly rows: readonly ReportRow[]; readonly next: ReportState }
  /** The last page, which may be empty. */
  | { readonly kind: 'end'; readonly rows: readonly ReportRow[]; readonly next: ReportState }
  | { readonly kind: 'stuck' }
  | { readonly kind: 'not-a-report' }

/**
 * Judges an answer by what was read before it. A cursor may keep its name while its offset moves. Its
 * `count` is taken for no more than it can be in any reading: the report has at least so many rows.
 */
export function judgeReportPage(body: unknown, state: ReportState): ReportPage {
  const parsed = Report.safeParse(body)
  if (!parsed.success) return { kind: 'not-a-report' }
  const { cursor, results } = parsed.data
  const rows = results.flatMap((row) => ReportRow.safeParse(row).data ?? [])
  const said = Math.max(state.said, cursor?.count ?? 0, cursor?.offset ?? 0)
  const received = state.received + rows.length
  const name = cursor?.name || null
  if (name === null || results.length === 0) {
    return { kind: 'end', rows, next: { ...state, received, said } }
  }
  const marks = marksOf({ name, offset: cursor?.offset ?? null }, rows[0])
  if (marks.some((mark) => state.marks.has(mark))) return { kind: 'stuck' }
  const next = { cursor: name, received, said, marks: new Set([...state.marks, ...marks]) }
  return { kind: 'page', rows, next }
}

function marksOf(
  { name, offset }: { name: string; offset: number | null },
  first: ReportRow | undefined,
): string[] {
  const place = offset === null ? [] : [`cursor ${name} offset ${offset}`]
  return first === undefined ? place : [...place, `first device ${first.deviceId}`]
}
