import type { Watched } from './flatness.ts'
import type { SoakedMonth } from './months.ts'

/** Tables out of which retention and housekeeping take what is old: their rows follow the fleet, not its age. */
export const BOUNDED_TABLES: readonly string[] = [
  ...['record', 'record_version', 'record_pulse', 'payload', 'device_link', 'matched_day'],
  ...['day_count', 'day_distinct', 'quality_failure', 'held_row', 'ambiguous_match', 'run_log'],
]

/** What must not grow from month to month, and by how much at most where chance and a busy machine have their say. */
export const LIMITS: readonly Watched[] = [
  {
    ...{ name: 'memory held after collection', unit: 'bytes', limit: 0.01 },
    of: ({ memory }) => memory.held,
  },
  {
    ...{ name: 'resident memory', unit: 'bytes', limit: 0.02 },
    of: ({ memory }) => memory.resident,
  },
  { name: 'nightly', unit: 'seconds', limit: 0.02, of: secondsOf('nightly') },
  {
    // series of findings and quality have a day more each day, and are read for two years back
    ...{ name: 'retrain, once a week', unit: 'seconds', limit: 0.08 },
    of: secondsOf('retrain'),
  },
  { name: 'housekeeping', unit: 'seconds', limit: 0.05, of: secondsOf('housekeeping') },
  { name: 'rows that retention bounds', unit: 'rows', limit: 0.01, of: rowsOfBounded },
  {
    ...{ name: 'database', unit: 'bytes', limit: 0.02 },
    of: ({ database }) => database.bytes,
  },
  { name: "PostgreSQL's catalogs", unit: 'bytes', limit: 0.02, of: ({ catalogBytes: of }) => of },
]

function secondsOf(job: string): Watched['of'] {
  return ({ jobSeconds }) => jobSeconds[job]
}

function rowsOfBounded({ tables }: SoakedMonth): number {
  return tables
    .filter(({ name }) => BOUNDED_TABLES.includes(name))
    .reduce((sum, { rows }) => sum + rows, 0)
}
