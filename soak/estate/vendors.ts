import type { Fleet } from '../../demo/fleet/fleet.ts'
import { startNinjaone } from '../../demo/vendors/ninjaone/simulator.ts'
import { startThreatlocker } from '../../demo/vendors/threatlocker/simulator.ts'
import type { Day } from '../../src/lib/day.ts'
import type { BadNight } from './bad-nights.ts'

/** The two vendors of a fleet, up for as long as the soak lasts. */
export interface Vendors {
  /** `sources` of a configuration. */
  readonly sources: object
  readonly secrets: Readonly<Record<string, string>>
  /** Lets them hold what the fleet has on the evening of a day, and fail as told. */
  turnTo(day: Day, bad: BadNight | null): void
  close(): Promise<void>
}

const HTTP = { allowPrivateAddress: true, requestsPerMinute: 60_000, retrySeconds: 0 }

/** Starts them on the first evening of a fleet; tokens age by the clock given. */
export async function startVendors(fleet: Fleet, now: () => Date): Promise<Vendors> {
  let current = fleet.on(fleet.firstDay)
  const rmm = await startNinjaone(
    {
      get organizations() {
        return current.ninjaone.organizations
      },
      get locations() {
        return current.ninjaone.locations
      },
      get roles() {
        return current.ninjaone.roles
      },
      get deviceCount() {
        return current.ninjaone.deviceCount
      },
      device: (place) => current.ninjaone.device(place),
      customFields: (place) => current.ninjaone.customFields(place),
    },
    {},
    now,
  )
  const edr = await startThreatlocker(
    {
      get parent() {
        return current.threatlocker.parent
      },
      get children() {
        return current.threatlocker.children
      },
      get computerCount() {
        return current.threatlocker.computerCount
      },
      computer: (place) => current.threatlocker.computer(place),
    },
    {},
    now,
  )
  const organisationId = String(current.threatlocker.parent.organizationId)
  return {
    sources: {
      ninjaone: { baseUrl: rmm.url, clientId: rmm.clientId, http: HTTP },
      threatlocker: { baseUrl: edr.url, organisationId, http: HTTP },
    },
    secrets: {
      MUSTER_NINJAONE_CLIENT_SECRET: rmm.clientSecret,
      MUSTER_THREATLOCKER_TOKEN: edr.token,
    },
    turnTo: (day, bad) => {
      current = fleet.on(day)
      rmm.setTraits({ troubles: bad === 'empty-page' ? [EMPTY_PAGE] : [] })
      edr.setTraits({ troubles: bad === 'no-answer' ? [NO_ANSWER] : [] })
    },
    close: async () => {
      await rmm.close()
      await edr.close()
    },
  }
}

const EMPTY_PAGE = {
  route: '/v2/devices-detailed',
  call: 1,
  does: { kind: 'empty-page' },
} as const
const NO_ANSWER = {
  route: 'ComputerGetByAllParameters',
  does: { kind: 'status', status: 503 },
} as const
