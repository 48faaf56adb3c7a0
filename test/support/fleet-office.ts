import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { NinjaoneFleet, ThreatlockerFleet } from '../../demo/vendors/fleet.ts'
import { startNinjaone } from '../../demo/vendors/ninjaone/simulator.ts'
import type { NinjaoneTraits } from '../../demo/vendors/ninjaone/traits.ts'
import { startThreatlocker } from '../../demo/vendors/threatlocker/simulator.ts'
import type { ThreatlockerTraits } from '../../demo/vendors/threatlocker/traits.ts'
import { DEFAULT_PLACEHOLDERS, DEFAULT_WEIGHTS } from '../../src/analytics/quality/measures.ts'
import type { Database } from '../../src/db/database.ts'
import { DEFAULT_FLEET_POLICY } from '../../src/inventory/classify/fleet-policy.ts'
import { DEFAULT_FIELD_POLICY } from '../../src/inventory/field/field-policy.ts'
import { DEFAULT_MATCH_OPTIONS } from '../../src/inventory/match/match-record.ts'
import { DEFAULT_RETENTION } from '../../src/inventory/retention/kept-days.ts'
import type { JobContext } from '../../src/jobs/context.ts'
import { collectFleet } from '../../src/jobs/fleet/collect-fleet.task.ts'
import { NEVER } from '../../src/jobs/queue/timetable.ts'
import { SILENT } from '../../src/lib/progress.ts'
import { DEFAULT_CHECK_POLICY } from '../../src/reconcile/checks/check-policy.ts'
import { DEFAULT_ROLES } from '../../src/reconcile/checks/fleet-roles.ts'
import { DEFAULT_TAG_POLICY } from '../../src/reconcile/tag-policy.ts'
import { FinanceRegisterSettings } from '../../src/sources/finance-register/schema.ts'
import { LocationsSettings } from '../../src/sources/locations/schema.ts'
import { NinjaoneSettings } from '../../src/sources/ninjaone/schema.ts'
import { ThreatlockerSettings } from '../../src/sources/threatlocker/schema.ts'
import { AlertSettings } from '../../src/watch/alert-settings.ts'

/** What the vendors hold on one night, and how they behave; one that is left out is not configured. */
export interface Night {
  readonly day: string
  readonly ninjaone?: NinjaoneFleet
  readonly ninjaoneTraits?: Partial<NinjaoneTraits>
  readonly threatlocker?: ThreatlockerFleet
  readonly threatlockerTraits?: Partial<ThreatlockerTraits>
}

/** An installation of the two vendors; its nights are collected on the day they name. */
export function fleetOffice(database: Database, folder: string) {
  const keyRing = join(mkdtempSync(join(folder, 'keys-')), 'key-ring.json')
  const contextOn = (day: string, fleet: Partial<JobContext['settings']['fleet']>): JobContext => ({
    database,
    progress: SILENT,
    now: () => new Date(`${day}T03:00:00Z`),
    language: 'en',
    who: { actor: 'test', host: 'test', pid: 1, version: '0', cause: 'person' },
    settings: {
      timeZone: 'UTC',
      ocs: null,
      finance: { ...FinanceRegisterSettings.parse({}), virtualMachineWords: [] },
      locations: LocationsSettings.parse({}),
      policy: DEFAULT_TAG_POLICY,
      guards: { shrink: 0.2, share: 0.3 },
      reports: { folder, splitBy: null },
      corrections: { threatlockerNames: { enabled: false, apply: false, share: 0.3 } },
      nightly: { apply: false },
      isSecondPersonNeeded: false,
      events: { inbox: null, mode: 'strict' },
      alerts: AlertSettings.parse({}),
      timetable: NEVER,
      leaseSeconds: 60,
      retention: { runDays: 400 },
      quality: { weights: DEFAULT_WEIGHTS, placeholders: DEFAULT_PLACEHOLDERS },
      analytics: { studySites: 'anomalies' },
      fleet: {
        ninjaone: null,
        threatlocker: null,
        deviceFiles: {},
        policy: DEFAULT_FLEET_POLICY,
        sitesFrom: ['ninjaone'],
        fields: DEFAULT_FIELD_POLICY,
        matching: DEFAULT_MATCH_OPTIONS,
        retention: DEFAULT_RETENTION,
        keyRing,
        ...fleet,
      },
      checks: { policy: DEFAULT_CHECK_POLICY, sources: DEFAULT_ROLES, severities: {}, off: [] },
    },
  })
  return {
    contextOn,
    async collect(night: Night) {
      const vendors = await openVendors(night)
      try {
        return (await collectFleet(contextOn(night.day, vendors.settings), [])).summary
      } finally {
        await vendors.close()
      }
    },
  }
}

async function openVendors({ ninjaone, threatlocker, ...how }: Night) {
  const http = { allowPrivateAddress: true, requestsPerMinute: 60_000, retrySeconds: 0 }
  const rmm = ninjaone && (await startNinjaone(ninjaone, how.ninjaoneTraits))
  const edr = threatlocker && (await startThreatlocker(threatlocker, how.threatlockerTraits))
  return {
    settings: {
      ninjaone: rmm
        ? NinjaoneSettings.parse({
            ...{ baseUrl: rmm.url, clientId: rmm.clientId, clientSecret: rmm.clientSecret, http },
          })
        : null,
      threatlocker:
        edr && threatlocker
          ? ThreatlockerSettings.parse({
              ...{ baseUrl: edr.url, token: edr.token, http },
              organisationId: String(threatlocker.parent.organizationId),
            })
          : null,
    },
    async close() {
      await rmm?.close()
      await edr?.close()
    },
  }
}
