import { makeFleet } from '../../demo/fleet/fleet.ts'
import type { Mishap } from '../../demo/fleet/mishaps.ts'
import { type SimulatedNinjaone, startNinjaone } from '../../demo/vendors/ninjaone/simulator.ts'
import type { NinjaoneTraits } from '../../demo/vendors/ninjaone/traits.ts'
import {
  type SimulatedThreatlocker,
  startThreatlocker,
} from '../../demo/vendors/threatlocker/simulator.ts'
import type { ThreatlockerTraits } from '../../demo/vendors/threatlocker/traits.ts'
import type { App } from '../app.ts'
import { DEFAULT_RETENTION } from '../inventory/retention/kept-days.ts'
import { collectFleet } from '../jobs/fleet/collect-fleet.task.ts'
import { fleetSources } from '../jobs/fleet/fleet-sources.ts'
import { addDays, type Day, dayIn, monthStart } from '../lib/day.ts'
import { SILENT, type Tick } from '../lib/progress.ts'
import { NinjaoneSettings } from '../sources/ninjaone/schema.ts'
import { ThreatlockerSettings } from '../sources/threatlocker/schema.ts'

/** Always the same fleet, so that what a person reads about it stays true. */
const SEED = 20261121
const MACHINES = 700
const MONTHS = 14

/** What playing the past came to. */
export interface PlayedPast {
  readonly first: Day
  readonly last: Day
  /** Nights that were collected, the odd ones too. */
  readonly nights: number
  readonly mishaps: readonly Mishap[]
}

/**
 * Collects an invented service provider's two vendors, night after night over fourteen months, as
 * `muster collect` would have: of the nights, those that are kept to this day. The books of the office are collected
 * on some of them.
 */
export function playPast(app: App): Promise<PlayedPast> {
  return app.progress.step('play-past', (tick) => play(app, tick))
}

async function play(app: App, tick: Tick): Promise<PlayedPast> {
  const { today, first, fleet } = demoFleet(app)
  const nights = nightsKept({ first, today }, fleet.mishaps)
  const withOffice = officeNights(nights, today)
  for (const [at, day] of nights.entries()) {
    tick(at, nights.length)
    const mishaps = fleet.mishaps.filter((mishap) => mishap.day === day)
    const { ninjaone, threatlocker } = fleet.on(day)
    const rmm = await startNinjaone(ninjaone, { troubles: ninjaoneTroubles(mishaps) })
    const edr = await startThreatlocker(threatlocker, { troubles: threatlockerTroubles(mishaps) })
    try {
      const parent = String(threatlocker.parent.organizationId)
      const night = appOn(app, day, { rmm, edr, parent })
      await collectFleet(night, withOffice.includes(day) ? fleetSources(night.settings) : VENDORS)
    } finally {
      await rmm.close()
      await edr.close()
    }
  }
  return { first, last: today, nights: nights.length, mishaps: fleet.mishaps }
}

const VENDORS = ['ninjaone', 'threatlocker']

/** Month-ends, or the last night before one on which nothing ran, and every night of the daily window. */
function nightsKept(
  { first, today }: { readonly first: Day; readonly today: Day },
  mishaps: readonly Mishap[],
): Day[] {
  const notRun = new Set(mishaps.filter(({ kind }) => kind === 'not-run').map(({ day }) => day))
  const oldestDaily = addDays(today, -DEFAULT_RETENTION.dailyFor)
  const nights: Day[] = []
  for (let day = first; day <= today; day = addDays(day, 1)) {
    if (notRun.has(day)) continue
    const isLastOfMonth = monthStart(addDays(day, 1)) !== monthStart(day)
    if (day >= oldestDaily || isLastOfMonth || notRun.has(addDays(day, 1))) nights.push(day)
  }
  return nights
}

/**
 * Those on which the books of the office are collected as well: enough for every count to rest on them from the first
 * night on, and few, for finance's is long.
 */
function officeNights(nights: readonly Day[], today: Day): (Day | undefined)[] {
  const monthEnd = nights.findLast((night) => night < monthStart(today))
  return [nights[0], monthEnd, ...nights.slice(-2)]
}

/** The app with today's vendors at work beside it, until `close`. */
export async function openTodaysVendors(app: App): Promise<{ app: App; close(): Promise<void> }> {
  const { today, fleet } = demoFleet(app)
  const { ninjaone, threatlocker } = fleet.on(today)
  const rmm = await startNinjaone(ninjaone, { troubles: [] })
  const edr = await startThreatlocker(threatlocker, { troubles: [] })
  const parent = String(threatlocker.parent.organizationId)
  const { settings } = appOn(app, today, { rmm, edr, parent })
  return {
    app: { ...app, settings },
    async close() {
      await rmm.close()
      await edr.close()
    },
  }
}

function demoFleet(app: App) {
  const today = dayIn(app.settings.timeZone, app.now())
  const first = monthStart(today, -MONTHS)
  const fleet = makeFleet({ seed: SEED, size: MACHINES, firstDay: first, lastDay: today })
  return { today, first, fleet }
}

/** The app as it was on the night of a day, with the vendors as they were. */
function appOn(
  app: App,
  day: Day,
  { rmm, edr, parent }: { rmm: SimulatedNinjaone; edr: SimulatedThreatlocker; parent: string },
): App {
  const http = { allowPrivateAddress: true, requestsPerMinute: 60_000, retrySeconds: 0 }
  const { url: baseUrl, clientId, clientSecret } = rmm
  const ninjaone = NinjaoneSettings.parse({ baseUrl, clientId, clientSecret, http })
  const threatlocker = ThreatlockerSettings.parse({
    ...{ baseUrl: edr.url, token: edr.token, organisationId: parent, http },
  })
  const fleet = { ...app.settings.fleet, ninjaone, threatlocker }
  const [now, progress] = [() => nightOf(app, day), SILENT]
  return { ...app, now, progress, settings: { ...app.settings, fleet } }
}

/** Noon in Greenwich is on that day from the west of America to the east of Asia; today it is now. */
function nightOf(app: App, day: Day): Date {
  return day === dayIn(app.settings.timeZone, app.now()) ? app.now() : new Date(`${day}T12:00:00Z`)
}

function ninjaoneTroubles(mishaps: readonly Mishap[]): NinjaoneTraits['troubles'] {
  return mishaps.some((mishap) => mishap.source === 'ninjaone' && mishap.kind === 'empty-page')
    ? [{ route: '/v2/devices-detailed', call: 1, does: { kind: 'empty-page' } }]
    : []
}

function threatlockerTroubles(mishaps: readonly Mishap[]): ThreatlockerTraits['troubles'] {
  return mishaps.some((mishap) => mishap.source === 'threatlocker' && mishap.kind === 'no-answer')
    ? [{ route: 'ComputerGetByAllParameters', does: { kind: 'status', status: 503 } }]
    : []
}
