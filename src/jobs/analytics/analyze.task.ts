import type { Grade } from '../../analytics/quality/grade.ts'
import type { QualityRules } from '../../analytics/quality/measures.ts'
import { qualityStore } from '../../analytics/quality/store.ts'
import { analyse, overall } from '../../analytics/standing/analysis.ts'
import { type Day, dayIn } from '../../lib/day.ts'
import { assess } from '../../reconcile/assess.ts'
import type { JobContext, JobSettings } from '../context.ts'
import {
  type Books,
  type InputSummary,
  readBooks,
  stateOfInputs,
  summariesOf,
} from '../read-books.task.ts'
import type { RunHandle } from '../record-run.ts'
import { runRecorded } from '../run-recorded.ts'

/** What an analysis came to; all of it is kept with its day. */
export interface AnalyzedSummary {
  readonly day: Day
  readonly devices: number
  /** 0 to 100; null without devices. */
  readonly score: number | null
  readonly grade: Grade | null
  /** Shortcomings, each of which is a row in the list of its measure. */
  readonly failing: number
}

export interface AnalyzeSummary {
  readonly inputs: readonly InputSummary[]
  /** Null when the inputs were held or could not be read. */
  readonly analyzed: AnalyzedSummary | null
}

/** Reads the three books, measures the inventory and keeps the day; writes to no other system. */
export function analyzeInventory(context: JobContext) {
  return runRecorded<AnalyzeSummary>(context, 'analyze', async (handle) => {
    const books = await readBooks(context, handle)
    const inputs = summariesOf(books)
    const state = stateOfInputs(inputs)
    if (state === 'held' || state === 'failed')
      return { state, summary: { inputs, analyzed: null } }
    const analyzed = await analyzeBooks(context, handle, books)
    return { state: 'agreed', summary: { inputs, analyzed } }
  })
}

/** The same of books that were read already, as part of another run. */
export async function analyzeBooks(
  { database, settings, now }: JobContext,
  { id, progress }: RunHandle,
  { finance, locations, ocs }: Books,
): Promise<AnalyzedSummary> {
  const store = qualityStore(database)
  const day = dayIn(settings.timeZone, now())
  const [coverage, results] = [await store.coverageBefore(day), await store.lastResults()]
  return progress.step('measure-quality', async () => {
    const { outcomes } = assess({
      assets: finance.items,
      locations: locations.items,
      computers: ocs.items,
      refused: { finance: finance.rejections, locations: locations.rejections },
      policy: settings.policy,
    })
    const { analysis, failing } = analyse({
      ...{ day, outcomes, rooms: locations.items, coverage, results },
      rules: rulesOf(settings),
    })
    const failingFor = settings.fleet.retention.dailyFor
    await store.keep({ runId: id, analysis, failing, failingFor })
    const { devices, score, grade } = overall(analysis)
    return { day, devices, score, grade, failing: failing.length }
  })
}

/** What stands for no inventory number stands for nothing elsewhere either. */
function rulesOf({ quality, policy }: Pick<JobSettings, 'quality' | 'policy'>): QualityRules {
  return {
    weights: quality.weights,
    placeholders: [...new Set([...quality.placeholders, ...policy.emptyWords])],
    virtualMachineWords: policy.virtualMachineWords,
  }
}
