import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { helpdeskEvents } from '../../demo/helpdesk-events.ts'
import type { App } from '../app.ts'
import { ingestAnswer } from '../events/ingest/ingest-answer.ts'
import { analyzeInventory } from '../jobs/analytics/analyze.task.ts'
import { studyFigures } from '../jobs/analytics/study.task.ts'
import { addSummaries, NO_STUDY } from '../jobs/analytics/study-summary.ts'
import { ingestFiles } from '../jobs/events/ingest.task.ts'
import { addDays, dayIn } from '../lib/day.ts'

/** Always the same figures, so that what a person reads about them stays true. */
const SEED = 20261121
const DAYS = 240
const SOURCE = 'helpdesk'
/** What is studied: enough to look at, and no more than some seconds of work. */
const STUDIED = [
  { source: SOURCE, metric: null },
  ...['devices.total', 'devices.billable', 'devices.threatlocker', 'findings.open'].map(
    (metric) => ({ source: 'muster', metric }),
  ),
] as const

/** What came of the figures of the demo. */
export interface PlayedFigures {
  readonly file: string
  readonly inserted: number
  readonly rejected: number
  readonly studied: number
  readonly chosen: number
  readonly anomalies: number
}

/** Takes a file of an invented help desk's figures in, measures the inventory, and studies some daily series. */
export async function playFigures(app: App, folder: string): Promise<PlayedFigures> {
  const until = addDays(dayIn(app.settings.timeZone, app.now()), -1)
  const file = join(folder, 'helpdesk.csv')
  await writeFile(file, helpdeskEvents({ seed: SEED, until, days: DAYS }))
  const { inserted, rejected } = await ingest(app, file)
  await analyzeInventory(app)
  let studied = NO_STUDY
  for (const { source, metric } of STUDIED) {
    const { summary } = await studyFigures(app, { source, metric, anew: false })
    studied = addSummaries(studied, summary)
  }
  const { series, chosen, anomalies } = studied
  return { file, inserted, rejected, studied: series, chosen, anomalies }
}

async function ingest(app: App, file: string) {
  const { summary } = await ingestFiles(app, {
    ...{ inputs: [{ kind: 'path', path: file }], source: SOURCE, defaultMetric: null },
    ...{ mode: 'lenient', onConflict: 'keep', profile: {}, savedBy: null, rejectedTo: null },
  })
  const [only] = summary.files
  if (!only) throw new Error('the file of the demo was not taken in')
  return ingestAnswer(SOURCE, only.result)
}
