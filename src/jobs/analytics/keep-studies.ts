import { newStudies, type StudiedSeries } from '../../analytics/study/new-studies.ts'
import type { KeptBy } from '../../analytics/study/queries.ts'
import { studyStore } from '../../analytics/study/store.ts'
import type { Database } from '../../db/database.ts'
import { errorCode } from '../../db/system-error.ts'
import { faultOf, type SeriesFault } from './study-summary.ts'

/** What was kept of some studies. */
export interface KeptStudies {
  readonly studied: readonly StudiedSeries[]
  readonly newAnomalies: number
  /** Those of which something cannot be kept. */
  readonly faults: readonly SeriesFault[]
}

/** PostgreSQL's classes of what is wrong with the data, and not with the database. */
const DATA_FAULT = /^2[23]/u

/** Keeps studies together; where one of them cannot be, each by itself, so that the others are. */
export async function keepStudies(
  database: Database,
  studied: readonly StudiedSeries[],
  by: KeptBy,
): Promise<KeptStudies> {
  try {
    const newAnomalies = await studyStore(database).keep(newStudies(studied), by)
    return { studied, newAnomalies, faults: [] }
  } catch (error) {
    if (!DATA_FAULT.test(errorCode(error) ?? '')) throw error
    const [first] = studied
    if (first && studied.length === 1) {
      const { source, metric } = first
      return { studied: [], newAnomalies: 0, faults: [{ source, metric, error: faultOf(error) }] }
    }
  }
  const parts: KeptStudies[] = []
  for (const each of studied) parts.push(await keepStudies(database, [each], by))
  return {
    studied: parts.flatMap((part) => part.studied),
    newAnomalies: parts.reduce((sum, part) => sum + part.newAnomalies, 0),
    faults: parts.flatMap((part) => part.faults),
  }
}
