import type { ThreatlockerFleet, Wire } from '../fleet.ts'
import type { Oddities } from './traits.ts'

/** Organisation of the computers that `strayOrganization` puts there. */
export const STRAY_ORGANIZATION = 'cccc0000-0000-4000-8000-00000000dead'

type Spoil = (computer: Wire) => Wire
/** Oddities that change a row; the others add or withhold rows. */
type RowOddity = Exclude<keyof Oddities, 'deletedUnasked' | 'installedAgain' | 'sameHostElsewhere'>

const SPOIL: Readonly<Record<RowOddity, Spoil>> = {
  nulls: (computer) =>
    Object.fromEntries(
      Object.entries(computer).map(([name, value]) => [name, name === 'computerId' ? value : null]),
    ),
  nullHostname: (computer) => ({ ...computer, hostname: null }),
  trailingSpaces: (computer) =>
    Object.fromEntries(
      Object.entries(computer).map(([name, value]) => [name, withSpaces(name, value)]),
    ),
  personInName: (computer) => ({ ...computer, computerName: `${computer.hostname} | Sam` }),
  personInHostname: (computer) => ({ ...computer, hostname: `${computer.hostname} | Sam` }),
  neverCheckedIn: (computer) => ({
    ...computer,
    lastCheckin: null,
    lastCheckinIPAddress: null,
    hasAtLeastOneCheckin: false,
  }),
  deleted: (computer) => ({ ...computer, isDeleted: true }),
  strayOrganization: (computer) => ({
    ...computer,
    organization: 'Gone Astray',
    organizationId: STRAY_ORGANIZATION,
  }),
  noId: (computer) => ({ ...computer, computerId: null }),
  numberForName: (computer) => ({ ...computer, computerName: 42 }),
}

/** A fleet with what is odd about it; the computers that an oddity adds come after all others. */
export function oddFleet(fleet: ThreatlockerFleet, oddities: Oddities): ThreatlockerFleet {
  const again = doubles(fleet, oddities.installedAgain, secondInstallation)
  const elsewhere = doubles(fleet, oddities.sameHostElsewhere, inOtherOrganization)
  const fromElsewhere = fleet.computerCount + again.count

  function computer(place: number): Wire {
    if (place >= fromElsewhere) return elsewhere.computer(place - fromElsewhere)
    if (place >= fleet.computerCount) return again.computer(place - fleet.computerCount)
    return spoilt(fleet.computer(place), place, oddities)
  }

  return { ...fleet, computerCount: fromElsewhere + elsewhere.count, computer }
}

function spoilt(computer: Wire, place: number, oddities: Oddities): Wire {
  let row = computer
  for (const [name, spoil] of Object.entries(SPOIL)) {
    const every = oddities[name as RowOddity] // a key of SPOIL
    if (every !== undefined && place % every === 0) row = spoil(row)
  }
  return row
}

/** Every nth computer once more, made into another. */
function doubles(
  fleet: ThreatlockerFleet,
  every: number | undefined,
  make: (computer: Wire, fleet: ThreatlockerFleet) => Wire,
) {
  if (every === undefined) return { count: 0, computer: () => ({}) }
  const count = Math.ceil(fleet.computerCount / every)
  return { count, computer: (nth: number) => make(fleet.computer(nth * every), fleet) }
}

function secondInstallation(computer: Wire): Wire {
  return { ...computer, computerId: withStart(computer.computerId, '22222222'), installDate: null }
}

function inOtherOrganization(computer: Wire, { parent, children }: ThreatlockerFleet): Wire {
  const others = [...children, parent]
  const other = others.find((each) => each.organizationId !== computer.organizationId) ?? parent
  return {
    ...computer,
    computerId: withStart(computer.computerId, '33333333'),
    organizationId: other.organizationId,
    organization: other.displayName ?? other.name,
    serialNumber: null,
  }
}

/** A GUID with other first eight digits. */
function withStart(id: unknown, start: string): string {
  return `${start}${String(id).slice(8)}`
}

function withSpaces(name: string, value: unknown): unknown {
  const isFree = typeof value === 'string' && !/Id$|^lastCheckin|^date|Date$/u.test(name)
  return isFree ? `${value}  ` : value
}
