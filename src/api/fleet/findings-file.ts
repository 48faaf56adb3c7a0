import type { App } from '../../app.ts'
import { FILE_TYPES } from '../../contract/route.ts'
import { withNamedRecords } from '../../jobs/findings/named-records.ts'
import type { Language } from '../../language/language.ts'
import type { Day } from '../../lib/day.ts'
import type { FindingFilter, ListedFinding } from '../../reconcile/findings/list-queries.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import { type EvidencePaths, evidencePaths, findingsTable } from '../../reports/findings-table.ts'
import { type StreamFormat, streamTable } from '../../reports/stream-table.task.ts'
import { voiceOf } from '../../reports/voice.ts'
import type { FileAnswer } from '../handle.ts'
import { todayOf } from './asked-days.ts'
import { batchesBy } from './batches.ts'
import { toldFinding } from './told-finding.ts'

/** Findings that are written at once: laying their evidence out takes a while, and others wait meanwhile. */
const BATCH = 250

/** Which findings are written, and how. */
export interface AskedFindingsFile {
  readonly filter: FindingFilter
  readonly format: StreamFormat
  readonly language: Language
}

/** All findings of a list as a file, made while it is sent. */
export async function findingsFile(
  app: App,
  { filter, format, language }: AskedFindingsFile,
): Promise<FileAnswer> {
  const day = todayOf(app)
  const batches = findingBatches(app, filter, day)
  const paths = format === 'ndjson' ? new Map() : await allPaths(batches())
  const table = (findings: readonly ListedFinding[]) => {
    assertKnown(paths, findings)
    return findingsTable({ day, findings, notes: [], paths })
  }
  const streamed = { batches: batches(), table, told: toldFinding }
  const content = streamTable(format, streamed, voiceOf(language, app.settings.timeZone))
  return { fileName: `findings-${day}.${format}`, content, type: FILE_TYPES[format] }
}

function findingBatches(app: App, filter: FindingFilter, day: Day) {
  const store = findingStore(app.database)
  return () =>
    batchesBy(async (after) => {
      const found = await store.listAfter(filter, { after, limit: BATCH }, day)
      const next = found.length < BATCH ? null : (found.at(-1)?.id ?? null)
      return { rows: await withNamedRecords(app, found), next }
    })
}

/** What the evidence of a list says something of; it is gone through for its columns first. */
async function allPaths(batches: AsyncIterable<readonly ListedFinding[]>): Promise<EvidencePaths> {
  const paths: [string, readonly string[]][] = []
  for await (const findings of batches) {
    const known = new Map(paths)
    paths.push(...[...evidencePaths(findings)].filter(([key]) => !known.has(key)))
  }
  return new Map(paths)
}

/** Breaks the file off rather than leave out what came meanwhile and has no column. */
function assertKnown(paths: EvidencePaths, findings: readonly ListedFinding[]): void {
  const strange = [...evidencePaths(findings).keys()].filter((key) => !paths.has(key))
  if (strange.length === 0) return
  throw new Error(`findings changed while they were written: ${strange.join(', ')}`)
}
