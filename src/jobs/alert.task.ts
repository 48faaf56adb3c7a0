import { setTimeout as sleep } from 'node:timers/promises'
import { readOnlyDatabase } from '../db/read-only.ts'
import { voiceOf } from '../reports/voice.ts'
import { channelsOf } from '../watch/alert-settings.ts'
import type { Concern } from '../watch/concern.ts'
import { look } from '../watch/look.task.ts'
import { type AlertSummary, tellConcerns } from '../watch/tell.task.ts'
import type { JobContext } from './context.ts'
import { fleetSources } from './fleet/fleet-sources.ts'
import { lookForOverdue } from './queue/overdue.ts'
import { runFigures } from './run-figures.ts'
import { runRecorded } from './run-recorded.ts'

/** What a look needs: nothing that could send. */
export type LookContext = Pick<JobContext, 'database' | 'settings' | 'now'>

/** What is wrong as of now, in a transaction that cannot write; nobody is told. */
export function concernsNow({ database, settings, now }: LookContext): Promise<Concern[]> {
  return readOnlyDatabase(database, async (reader) =>
    look({
      ...{ database: reader, settings: settings.alerts, sources: fleetSources(settings) },
      runs: await runFigures(reader).last(),
      overdue: await lookForOverdue({ database: reader, settings, now }),
      moment: { now: now(), timeZone: settings.timeZone },
    }),
  )
}

/** How an alert ended, and all that was wrong; its run keeps how much it was. */
export type Alerted = Awaited<ReturnType<typeof alertNow>>

/** Looks at what is wrong and tells each configured channel what it does not know yet. */
export async function alertNow(context: JobContext) {
  let concerns: readonly Concern[] = []
  const ended = await runRecorded<AlertSummary>(context, 'alert', async ({ id, progress }) => {
    const { database, settings, now } = context
    const { alerts, timeZone } = settings
    concerns = await progress.step('look-around', () => concernsNow(context))
    const summary = await tellConcerns({
      ...{ database, concerns, settings: alerts, runId: id, progress },
      voice: voiceOf(alerts.language ?? context.language, timeZone),
      world: { now, random: Math.random, sleep: (milliseconds) => sleep(milliseconds) },
    })
    return { state: stateOf(summary), summary }
  })
  return { ...ended, concerns }
}

/** Whether anybody is to be told. */
export function isAlerting({ settings }: Pick<JobContext, 'settings'>): boolean {
  return channelsOf(settings.alerts).length > 0
}

function stateOf({ standing, deliveries }: AlertSummary): 'agreed' | 'differences' | 'failed' {
  if (deliveries.some(({ failure }) => failure !== null)) return 'failed'
  return Object.keys(standing).length === 0 ? 'agreed' : 'differences'
}
