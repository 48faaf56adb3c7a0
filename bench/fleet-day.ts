import { mkdir, rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { type FleetDaySize, fleetDayFigures } from './fleet-day/figures.ts'
import { type FleetDayOptions, readOptions } from './fleet-day/options.ts'
import { fleetDayReport } from './fleet-day/report.ts'
import { type FleetDayRound, fleetDayRound } from './fleet-day/round.ts'
import { startVendor } from './fleet-day/vendor.ts'
import { ensurePeerPython } from './peer/peer-python.ts'
import { postgresVersion } from './report/circumstances.ts'
import { keepResult } from './report/keep-result.ts'

const WORK = join(import.meta.dirname, 'work/fleet-day')
const TARGETS = { devices: 100_000, ownSeconds: 20 }
/** Beside the size asked for, for growth. */
const SHARES = [0.1, 0.3, 1]

await benchFleetDay(readOptions(process.argv.slice(2)))

/** Collects a day of fleets of three sizes beside a peer, prints the result and keeps it. */
async function benchFleetDay(options: FleetDayOptions): Promise<void> {
  const loads = loadavg()
  const python = ensurePeerPython(['psycopg2'])
  const sizes: FleetDaySize[] = []
  for (const share of SHARES) {
    sizes.push(await benchSize(Math.round(options.devices * share), options, python.program))
  }
  const { devices, rounds, keepIn, databaseUrl } = options
  const server = { version: versionIn(sizes), isOwn: databaseUrl === undefined }
  const figures = fleetDayFigures(sizes, TARGETS)
  await keepResult({
    ...{ name: 'fleet-day', figures, keepIn, loads },
    command: `node bench/fleet-day.ts --devices ${devices} --rounds ${rounds}`,
    versions: { ...postgresVersion(server), peer: python.versions },
    report: (facts) => fleetDayReport(sizes, { facts, figures }),
  })
}

async function benchSize(
  devices: number,
  { rounds: count, databaseUrl }: FleetDayOptions,
  python: string,
): Promise<FleetDaySize> {
  const folder = join(WORK, String(devices))
  const vendor = await startVendor(devices)
  try {
    await mkdir(folder, { recursive: true })
    const scene = { devices, vendor, python, databaseUrl, folder }
    const rounds: FleetDayRound[] = []
    for (let number = 1; number <= count; number += 1) {
      rounds.push(await fleetDayRound(scene, number))
    }
    return { devices, rounds }
  } finally {
    await vendor.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function versionIn([size]: readonly FleetDaySize[]): string {
  return size?.rounds[0]?.serverVersion ?? ''
}
