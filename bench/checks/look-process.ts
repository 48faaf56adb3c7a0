import { type DatabaseSettings, openDatabase } from '../../src/db/database.ts'
import { machineStore } from '../../src/inventory/machine/store.ts'
import { recordRun } from '../../src/jobs/record-run.ts'
import type { Day } from '../../src/lib/day.ts'
import { SILENT } from '../../src/lib/progress.ts'
import { DEFAULT_CHECK_POLICY } from '../../src/reconcile/checks/check-policy.ts'
import { DEFAULT_ROLES, sourcesInPlay } from '../../src/reconcile/checks/fleet-roles.ts'
import { checkMachines } from '../../src/reconcile/findings/check-machines.task.ts'
import type { FindingShift } from '../../src/reconcile/findings/look.ts'
import { findingStore } from '../../src/reconcile/findings/store.ts'
import { SOURCE_NAMES } from './fleet/listing.ts'
import type { SideLook } from './side-look.ts'

/** What a process of its own is told to look at. */
export interface Order {
  readonly database: DatabaseSettings
  readonly day: Day
}

/** What came of it. */
export interface LookedOnce extends SideLook {
  readonly machines: number
  /** What came and went since the look before, by check. */
  readonly shifts: readonly FindingShift[]
}

const RUN = { actor: 'bench', host: 'bench', pid: 1, version: '0', cause: 'person' } as const
const SETTINGS = { policy: DEFAULT_CHECK_POLICY, severities: {}, off: [] }

// A process of its own, so that its memory is that of one look; tells it as JSON.
const order: Order = JSON.parse(process.argv[2] ?? '')
process.stdout.write(JSON.stringify(await lookOnce(order)))

async function lookOnce({ day, ...order }: Order): Promise<LookedOnce> {
  const database = await openDatabase(order.database)
  const run = { ...RUN, task: 'reconcile' } as const
  try {
    const processor = process.cpuUsage()
    const from = performance.now()
    const { summary } = await recordRun({ database, progress: SILENT, run }, async ({ id }) => ({
      state: 'differences',
      summary: await checkMachines(
        {
          ...{ runId: id, machines: machineStore(database), findings: findingStore(database) },
          ...{ sources: sourcesInPlay(SOURCE_NAMES, DEFAULT_ROLES), settings: SETTINGS },
          otherLooks: [],
        },
        { day, today: day },
      ),
    }))
    const seconds = (performance.now() - from) / 1000
    const { user, system } = process.cpuUsage(processor)
    const { machines, findings, shifts } = summary
    return {
      ...{ seconds, machines, findings, shifts },
      processorSeconds: (user + system) / 1_000_000,
      peakBytes: process.resourceUsage().maxRSS * 1024,
    }
  } finally {
    await database.close()
  }
}
