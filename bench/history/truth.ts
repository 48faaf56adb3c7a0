import type { Database } from '../../src/db/database.ts'
import type { Day } from '../../src/lib/day.ts'
import type { FleetDay } from './fleet/fleet-day.ts'
import { LOCATIONS, type Machine, machineAt, organisationName, ROLES } from './fleet/machine.ts'
import { locationId, ninjaoneId, organizationId } from './fleet/ninjaone-device.ts'
import { computerId, tenantId } from './fleet/threatlocker-computer.ts'

/** What is compared of a record: what its source says, and what is made of it. */
const SAID = [
  ...['native_key', 'organisation_key', 'organisation_name', 'location_key', 'location_name'],
  ...['display_name', 'hostname', 'serial', 'node_class', 'role', 'operating_system', 'model'],
]
const MADE = ['class', 'is_spare', 'is_billable']

type Said = readonly (string | boolean | null)[]

/** What a source must be found to say of a machine and Muster to make of it; its key comes first. */
const SAID_BY: Readonly<Record<SourceName, (machine: Machine) => Said>> = {
  ninjaone: saidByNinjaone,
  threatlocker: saidByThreatlocker,
}

export const SOURCE_NAMES = ['ninjaone', 'threatlocker'] as const
export type SourceName = (typeof SOURCE_NAMES)[number]

/** A day of one source, and the fleet as it was then. */
export interface TrueDay {
  readonly source: SourceName
  readonly fleet: FleetDay
  readonly day: Day
}

/** Compares what the history says of a day with the fleet itself, every record; throws at a difference. */
export async function assertHistory({ pool }: Database, of: TrueDay): Promise<void> {
  const { rows } = await pool.query<Said[number][]>({
    text: `select ${[...SAID, ...MADE].join(', ')} from record_on($1::date) where source = $2`,
    values: [of.day, of.source],
    rowMode: 'array',
  })
  assertAll(rows, of)
}

/** The same of daily rows, which say nothing of what is made of a record. */
export async function assertDaily({ pool }: Database, of: TrueDay): Promise<void> {
  const { rows } = await pool.query<Said[number][]>({
    text: `select ${SAID.join(', ')} from daily where day = $1::date and source = $2`,
    values: [of.day, of.source],
    rowMode: 'array',
  })
  assertAll(rows, of)
}

function assertAll(rows: readonly Said[], { source, fleet, day }: TrueDay): void {
  const found = new Map(rows.map((row) => [row[0], row]))
  for (let place = 0; place < fleet.count; place += 1) {
    const said = SAID_BY[source](machineAt(fleet, place))
    const row = found.get(said[0] ?? null)
    const [is, should] = [row, said.slice(0, row?.length)].map((each) => JSON.stringify(each))
    if (is !== should) throw new Error(`${day}, ${source}: ${is ?? 'nothing'}, not ${should}`)
  }
  if (rows.length !== fleet.count) {
    throw new Error(`${day}, ${source}: ${rows.length} records, not ${fleet.count}`)
  }
}

function saidByNinjaone(machine: Machine): Said {
  const { kind, organisation, location } = machine
  const isSpare = LOCATIONS[location] === 'Spare shelf'
  return [
    String(ninjaoneId(machine)),
    String(organizationId(organisation)),
    organisationName(organisation),
    String(locationId(organisation, location)),
    LOCATIONS[location] ?? null,
    machine.name,
    `${machine.host.toLowerCase()}.cust${organisation + 1}.example`,
    machine.serial,
    kind.nodeClass,
    ROLES.get(kind.role) ?? null,
    kind.systems[0],
    kind.model,
    kind.class,
    isSpare,
    !isSpare,
  ]
}

/** It knows neither locations nor models, so that nothing there is a spare. */
function saidByThreatlocker(machine: Machine): Said {
  const { kind, organisation, host } = machine
  return [
    computerId(machine),
    tenantId(organisation),
    organisationName(organisation),
    ...[null, null],
    ...[host, host, machine.serial],
    null,
    ROLES.get(kind.role) ?? null,
    kind.systems[1].trim(),
    null,
    kind.class,
    false,
    true,
  ]
}
