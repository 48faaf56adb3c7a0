import type { AuditEntry } from '../access/audit/chain.ts'
import type { AuditFilter } from '../access/audit/queries.ts'
import type { auditStore } from '../access/audit/store.ts'
import { FILE_TYPES } from '../contract/route.ts'
import { type FleetTable, fleetTable } from '../reports/fleet-table.ts'
import { type StreamFormat, streamTable } from '../reports/stream-table.task.ts'
import type { Voice } from '../reports/voice.ts'
import { batchesBy } from './fleet/batches.ts'
import type { FileAnswer } from './handle.ts'

const BATCH = 2_000

/** What of the trail is written, and how. */
export interface AskedAuditFile {
  readonly filter: AuditFilter
  readonly format: StreamFormat
  readonly voice: Voice
}

/** The trail of who did what as a file, the oldest entry first, made while it is sent. */
export function auditFile(
  audit: Pick<ReturnType<typeof auditStore>, 'after'>,
  { filter, format, voice }: AskedAuditFile,
): FileAnswer {
  const batches = batchesBy(async (after) => {
    const rows = await audit.after(filter, { after, limit: BATCH })
    return { rows, next: rows.length < BATCH ? null : (rows.at(-1)?.n ?? null) }
  })
  const content = streamTable(format, { batches, table: auditTable, told: toldEntry }, voice)
  return { fileName: `audit.${format}`, content, type: FILE_TYPES[format] }
}

function toldEntry({ at, ...entry }: AuditEntry) {
  return { ...entry, at: at.toISOString() }
}

function auditTable(rows: readonly AuditEntry[]): FleetTable {
  return fleetTable({
    name: 'audit',
    title: { en: 'Who did what', es: 'Quién hizo qué' },
    notes: [],
    rows,
    columns: [
      { key: 'n', title: { en: 'No.', es: 'N.º' }, code: ({ n }) => n },
      {
        key: 'at',
        title: { en: 'When', es: 'Cuándo' },
        code: ({ at }) => at.toISOString(),
        cell: ({ at }, voice) => voice.at(at),
      },
      { key: 'actor', title: { en: 'Who', es: 'Quién' }, code: ({ actor }) => actor },
      { key: 'action', title: { en: 'What', es: 'Qué' }, code: ({ action }) => action },
      { key: 'about', title: { en: 'To what', es: 'A qué' }, code: ({ about }) => about },
      {
        key: 'details',
        title: { en: 'Details', es: 'Detalles' },
        code: ({ details }) => JSON.stringify(details),
      },
    ],
  })
}
