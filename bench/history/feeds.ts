import type { Wire } from '../../demo/vendors/fleet.ts'
import type { DayFeed } from '../../src/collect/collect-day.task.ts'
import { ninjaone } from '../../src/sources/ninjaone/ninjaone.ts'
import type { DeliveredRow } from '../../src/sources/source.ts'
import { threatlocker } from '../../src/sources/threatlocker/threatlocker.ts'
import type { FleetDay } from './fleet/fleet-day.ts'
import { LOCATIONS, type Machine, machineAt, organisationName, ROLES } from './fleet/machine.ts'
import { locationId, ninjaoneDevice, ninjaoneId, organizationId } from './fleet/ninjaone-device.ts'
import { computerId, tenantId, threatlockerComputer } from './fleet/threatlocker-computer.ts'

/** What stands for the vendors: how long it took to make their rows, all together. */
export interface MakingClock {
  seconds: number
}

type MakeRow = (machine: Machine, day: number) => DeliveredRow

/** Both vendors' days from memory, a batch at a time, each row as its source would deliver it. */
export function memoryFeeds(fleet: FleetDay, clock: MakingClock): DayFeed[] {
  return [
    feedOf(ninjaone, { fleet, clock, size: 1_000, make: ninjaoneRow }),
    feedOf(threatlocker, { fleet, clock, size: 500, make: threatlockerRow }),
  ]
}

interface Making {
  readonly fleet: FleetDay
  readonly clock: MakingClock
  /** Rows of a batch: the vendor's page. */
  readonly size: number
  readonly make: MakeRow
}

function feedOf(source: { id: string; record: DayFeed['record'] }, making: Making): DayFeed {
  return {
    ...{ key: source.id, isMachine: true, record: source.record },
    connect: async () => ({
      origin: { name: 'memory', hash: null, bytes: null },
      expected: () => making.fleet.count,
      rows: () => batches(making),
      notes: () => [],
      close: async () => {},
    }),
  }
}

async function* batches({ fleet, clock, size, make }: Making) {
  for (let first = 0; first < fleet.count; first += size) {
    const from = performance.now()
    const length = Math.min(size, fleet.count - first)
    const batch = Array.from({ length }, (_, nth) => make(machineAt(fleet, first + nth), fleet.day))
    clock.seconds += (performance.now() - from) / 1000
    yield batch
  }
}

function ninjaoneRow(machine: Machine, day: number): DeliveredRow {
  const { organisation, location, kind } = machine
  const named = (id: number, name: string | undefined): Wire => ({ id, name: name ?? null })
  return {
    place: `devices-detailed id ${ninjaoneId(machine)}`,
    row: {
      device: ninjaoneDevice(machine, day),
      organisation: named(organizationId(organisation), organisationName(organisation)),
      location: named(locationId(organisation, location), LOCATIONS[location]),
      role: named(kind.role, ROLES.get(kind.role)),
      customFields: null,
    },
  }
}

function threatlockerRow(machine: Machine, day: number): DeliveredRow {
  const name = organisationName(machine.organisation)
  const organizationIdThere = tenantId(machine.organisation)
  return {
    place: `computer ${computerId(machine)}`,
    row: {
      computer: threatlockerComputer(machine, day),
      organisation: { organizationId: organizationIdThere, name, displayName: name },
    },
  }
}
