import { cpSync } from 'node:fs'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { makeEstate } from '../../demo/estate.ts'
import { makeFleet } from '../../demo/fleet/fleet.ts'
import { helpdeskEvents } from '../../demo/helpdesk-events.ts'
import { startNinjaone } from '../../demo/vendors/ninjaone/simulator.ts'
import { startThreatlocker } from '../../demo/vendors/threatlocker/simulator.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { runExample } from './example-runner.ts'

/** The day of all examples, and the one before. */
const [TODAY, YESTERDAY] = ['2026-11-20', '2026-11-19']
/** The hour at which every example is run, and a night was collected. */
const hourOf = (day: string) => new Date(`${day}T15:00:00Z`)
export const EXAMPLE_TIME = hourOf(TODAY)

const NIGHTS = ['2026-10-31', '2026-11-16', '2026-11-17', '2026-11-18', YESTERDAY]
/** The estate of the demo, and a fleet of fewer machines. */
const SEED = 20261121
const MACHINES = 80

/** The demo estate in a folder, with all that examples need beside it. */
export interface ExampleEstate {
  readonly folder: string
  readonly ocsFile: string
  /** Where its database is, and the secrets of its sources. */
  readonly env: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** Makes the estate on a database, collects some nights of its fleet, and leaves the vendors of today at work. */
export async function openExampleEstate(database: { url: string }): Promise<ExampleEstate> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'muster-examples-')))
  const { ocsFile } = await writeEstate(folder, makeEstate({ seed: SEED }))
  await layFiles(folder)
  for (const day of NIGHTS) {
    const vendors = await openVendors(day)
    await writeFile(join(folder, 'muster.yaml'), JSON.stringify({ sources: vendors.sources }))
    const env = { DATABASE_URL: database.url, ...vendors.env }
    const { code, out } = await runExample({ typed: 'collect' }, { folder, env, now: hourOf(day) })
    if (![0, 2].includes(code)) throw new Error(out)
    await vendors.close()
  }
  const today = await openVendors(TODAY)
  await layConfigurations(folder, today.sources)
  return {
    ...{ folder, ocsFile, env: { DATABASE_URL: database.url, ...today.env } },
    async close() {
      await today.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** Both vendors as they are on a day. */
async function openVendors(day: string) {
  const fleet = makeFleet({ seed: SEED, size: MACHINES, firstDay: '2026-10-01', lastDay: TODAY })
  const { ninjaone, threatlocker } = fleet.on(day)
  const rmm = await startNinjaone(ninjaone)
  const edr = await startThreatlocker(threatlocker)
  const http = { allowPrivateAddress: true, requestsPerMinute: 60_000 }
  const organisationId = String(threatlocker.parent.organizationId)
  return {
    sources: {
      ninjaone: { baseUrl: rmm.url, clientId: rmm.clientId, http },
      threatlocker: { baseUrl: edr.url, organisationId, http },
    },
    env: {
      MUSTER_NINJAONE_CLIENT_SECRET: rmm.clientSecret,
      MUSTER_THREATLOCKER_TOKEN: edr.token,
    },
    async close() {
      await rmm.close()
      await edr.close()
    },
  }
}

/** Nothing begins by itself while an example is run. */
const NEVER = Object.fromEntries(
  ['nightly', 'figures', 'collectAgain', 'retrain', 'inbox', 'alerts', 'housekeeping'].map(
    (job) => [job, null],
  ),
)

async function layConfigurations(folder: string, vendors: object): Promise<void> {
  const office = {
    language: 'en',
    timeZone: 'America/Havana',
    sources: {
      ...vendors,
      ocs: { file: 'ocs.sqlite', inventoryField: 'NUMINV' },
      'finance-register': { folder: 'inbox' },
      locations: { folder: 'inbox' },
      'device-files': { intune: INTUNE },
    },
    tags: { protectedTags: ['MANUAL-*'] },
    events: { inbox: 'events' },
    analytics: { studySites: 'none' },
    schedule: NEVER,
    server: { port: 0 },
  }
  await writeFile(join(folder, 'muster.yaml'), JSON.stringify(office))
  await writeFile(join(folder, 'strict.yaml'), JSON.stringify({ ...office, guards: { share: 0 } }))
  const checks = { needsEdr: false }
  await writeFile(join(folder, 'other.yaml'), JSON.stringify({ ...office, checks }))
}

const INTUNE = {
  folder: 'inbox',
  file: '*intune*.csv',
  columns: { nativeKey: 'Device ID', hostname: 'Device name', serial: 'Serial number' },
}

async function layFiles(folder: string): Promise<void> {
  const files: Readonly<Record<string, string>> = {
    'helpdesk.csv': helpdeskEvents({ seed: SEED, until: YESTERDAY, days: 240 }),
    'events/reception/visits-2026-11-19.csv': VISITS,
    'inbox/intune-2026-11-20.csv': DEVICES,
    'intune-2026-09-30.csv': DEVICES,
  }
  await mkdir(join(folder, 'first'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const cases = join(import.meta.dirname, '../../demo/golden')
  for (const name of ['machines.yaml', 'tags.yaml']) {
    cpSync(join(cases, name), join(folder, 'tests', name))
  }
}

const VISITS = `time,id,metric,value
2026-11-19T10:00:00Z,1,visits,3
2026-11-19T15:30:00Z,2,visits,5
`
const DEVICES = `Device ID,Device name,Serial number
d-1,LAPTOP-01,SN-0001
d-2,LAPTOP-02,SN-0002
`
