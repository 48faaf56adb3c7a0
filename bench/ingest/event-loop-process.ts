import { hostname } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/cli/read-config.ts'
import { ingestFiles } from '../../src/jobs/events/ingest.task.ts'
import { SILENT } from '../../src/lib/progress.ts'
import type { EventLoopDelays } from './event-loop-delays.ts'

/** What a process of its own is told to take in. */
export interface Order {
  readonly config: string
  readonly databaseUrl: string
  readonly file: string
  readonly source: string
}

const EVERY_MS = 10

// A process of its own, with nothing else to do; tells the delays as JSON.
const order: Order = JSON.parse(process.argv[2] ?? '')
process.stdout.write(JSON.stringify(await ingestWatched(order)))

async function ingestWatched(order: Order): Promise<EventLoopDelays> {
  const config = await readConfig({ DATABASE_URL: order.databaseUrl }, order.config, 'en')
  const app = await createApp(config, {
    ...{ actor: 'bench', host: hostname(), pid: process.pid, version: '0', now: () => new Date() },
    ...{ progress: SILENT, language: 'en', signal: new AbortController().signal },
    input: () => process.stdin,
  })
  try {
    const delays = monitorEventLoopDelay({ resolution: EVERY_MS })
    delays.enable()
    const from = performance.now()
    const { summary } = await ingestFiles(app, {
      ...{ inputs: [{ kind: 'path', path: order.file }], source: order.source },
      ...{ defaultMetric: null, mode: 'strict', onConflict: 'keep', profile: {} },
      ...{ savedBy: null, rejectedTo: null },
    })
    const seconds = (performance.now() - from) / 1000
    delays.disable()
    const [result] = summary.files.map((file) => file.result)
    const ms = (nanoseconds: number) => nanoseconds / 1_000_000
    return {
      ...{ seconds, looks: delays.count, meanMs: ms(delays.mean), maxMs: ms(delays.max) },
      ...{ medianMs: ms(delays.percentile(50)), p99Ms: ms(delays.percentile(99)) },
      inserted: result?.kind === 'taken' ? result.upload.inserted : 0,
    }
  } finally {
    await app.close()
  }
}
