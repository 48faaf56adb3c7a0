import type { DatabaseSettings } from '../../src/db/database.ts'
import { openDatabase } from '../../src/db/database.ts'
import { openKeyRing } from '../../src/db/key-ring.ts'
import type { DayShift } from '../../src/inventory/history/interval-queries.ts'
import { outsideFor } from '../../src/jobs/fleet/outside.ts'
import type { Day } from '../../src/lib/day.ts'
import { ninjaone } from '../../src/sources/ninjaone/ninjaone.ts'
import { collectInto } from '../history/collect.ts'
import { watchNetwork } from './network-wait.ts'
import type { SideRun } from './side-run.ts'
import type { Account } from './vendor.ts'

/** What a process of its own is told to collect. */
export interface Order {
  readonly database: DatabaseSettings
  readonly keyRing: string
  readonly account: Account
  readonly day: Day
}

/** What came of it. */
export interface CollectedOnce extends SideRun {
  readonly history: DayShift
}

// A process of its own, so that its memory is that of one day; tells the day as JSON.
const order: Order = JSON.parse(process.argv[2] ?? '')
process.stdout.write(JSON.stringify(await collectOnce(order)))

async function collectOnce({ account, ...order }: Order): Promise<CollectedOnce> {
  const database = await openDatabase(order.database)
  try {
    const ring = await openKeyRing(order.keyRing)
    const { url: baseUrl, clientId, clientSecret } = account
    const http = { allowPrivateAddress: true, requestsPerMinute: 60_000 }
    const settings = ninjaone.settings.parse({ baseUrl, clientId, clientSecret, http })
    const outside = outsideFor({ database, now: () => new Date(), ring }, ninjaone.id)
    const feed = {
      ...{ key: ninjaone.id, isMachine: true, record: ninjaone.record },
      connect: () => ninjaone.connect(settings, outside),
    }
    const network = watchNetwork()
    const processor = process.cpuUsage()
    const from = performance.now()
    const [collected] = await collectInto({ database, ring }, order.day, [feed])
    const seconds = (performance.now() - from) / 1000
    const { user, system } = process.cpuUsage(processor)
    if (!collected) throw new Error('nothing was collected')
    return {
      seconds,
      waitedSeconds: network.stop().seconds,
      processorSeconds: (user + system) / 1_000_000,
      peakBytes: process.resourceUsage().maxRSS * 1024,
      records: collected.records,
      history: collected.history,
    }
  } finally {
    await database.close()
  }
}
