import type { Day } from '../../src/lib/day.ts'
import { dayAt } from './calendar.ts'
import { type ChangeKind, changesOf, isGone } from './changes.ts'
import { standingOf } from './machine/life.ts'
import { hostOf } from './machine/names.ts'
import { type Nature, natureOf } from './machine/nature.ts'
import { ORGANISATIONS } from './organisations/organisation-list.ts'
import { locationsOf, nameAfter, organisationAt } from './organisations/organisations.ts'
import type { UglyCaseCode } from './ugly-cases.ts'
import { computerId, ninjaoneId, organizationId, tenantId } from './wire/identifiers.ts'
import type { World } from './world.ts'

/** What is really true of a fleet on a day, whatever the vendors say. */
export interface FleetTruth {
  readonly day: Day
  /** Each with what it is at either vendor. */
  readonly organisations: readonly OrganisationTruth[]
  /** Each machine that a vendor lists, once. */
  machines(): Iterable<MachineTruth>
  /** The machines about which something changed since the day before; those gone as they last were. */
  changed(): Iterable<MachineTruth>
}

export interface OrganisationTruth {
  readonly code: string
  readonly ninjaone: { readonly id: number; readonly name: string } | null
  readonly threatlocker: { readonly id: string; readonly name: string } | null
}

export interface MachineTruth {
  /** Its own number: the same whatever it is called and however often it was installed anew. */
  readonly machine: number
  /** Ids at NinjaOne, the current one first. */
  readonly ninjaone: readonly number[]
  /** Ids at ThreatLocker, the current one first. */
  readonly threatlocker: readonly string[]
  /** Code of the organisation it belongs to. */
  readonly organisation: string
  /** Name of the location it stands at; null where no vendor says. */
  readonly location: string | null
  /** Whole, without a domain; null for things that have none. */
  readonly hostName: string | null
  readonly class: 'server' | 'workstation' | 'other'
  readonly nodeClass: string
  /** True also of VMware guests, which count as spare. */
  readonly isSpare: boolean
  readonly uglyCase: UglyCaseCode | null
  /** Since the day before; none on the first day. */
  readonly changes: readonly ChangeKind[]
}

/** The truth of a day, counted from the first; machines are told of when they are asked for. */
export function truthOf(world: World, day: number): FleetTruth {
  const { ledger } = world
  return {
    day: dayAt(world.firstDay + day),
    organisations: organisationsOn(day),
    machines,
    changed,
  }

  function* machines(): Generator<MachineTruth> {
    for (let installation = 0; installation < ledger.countOn(day); installation += 1) {
      if (isCurrent(installation)) yield told(installation)
    }
  }

  function* changed(): Generator<MachineTruth> {
    for (let installation = 0; installation < ledger.countOn(day); installation += 1) {
      if (isCurrent(installation)) {
        const machine = told(installation)
        if (machine.changes.length > 0) yield machine
      } else if (isGone(world, { installation, day })) {
        yield { ...tell(world, { installation, day: day - 1 }), changes: ['gone'] }
      }
    }
  }

  function isCurrent(installation: number): boolean {
    return ledger.isListedOn(installation, day) && ledger.replacedOn(installation) > day
  }

  function told(installation: number): MachineTruth {
    return {
      ...tell(world, { installation, day }),
      changes: changesOf(world, { installation, day }),
    }
  }
}

/** A machine by its current installation. */
function tell(
  world: World,
  { installation, day }: { installation: number; day: number },
): Omit<MachineTruth, 'changes'> {
  const nature = natureOf(world.ledger.machineOf(installation), world)
  const { inNinjaone, inThreatlocker, build, planted, machine } = nature
  const seenBy = inNinjaone ? 'ninjaone' : 'threatlocker'
  const standing = standingOf(nature, { dice: world.dice, day, told: day, seenBy })
  const organisation = organisationAt(standing.organisation)
  const hasLocation = inNinjaone && planted?.code !== 'no-location'
  const listed = [...installationsOf(world, { installation, day })]
  return {
    machine,
    ninjaone: inNinjaone ? listed.map((each) => ninjaoneId(world, each)) : [],
    threatlocker: inThreatlocker ? listed.map((each) => computerId(world, each)) : [],
    organisation: organisation.code,
    location: hasLocation ? (locationsOf(organisation)[standing.location] ?? null) : null,
    hostName: hasHostName(nature) ? hostOf(nature, standing.renamings, world.dice) : null,
    class: planted?.code === 'class-differs' && planted.nth % 2 === 0 ? 'server' : build.class,
    nodeClass: build.nodeClass,
    isSpare: standing.isSpare || build.nodeClass === 'VMWARE_VM_GUEST',
    uglyCase: planted?.code ?? null,
  }
}

/** Those of the same machine that are listed, the last one first. */
function* installationsOf(
  { ledger }: World,
  { installation, day }: { installation: number; day: number },
): Generator<number> {
  for (let each: number | null = installation; each !== null; each = ledger.before(each)) {
    if (ledger.isListedOn(each, day)) yield each
  }
}

function hasHostName({ build }: Nature): boolean {
  return build.platform !== null || /^(VMWARE|HYPERV)/.test(build.nodeClass)
}

function organisationsOn(day: number): OrganisationTruth[] {
  return ORGANISATIONS.flatMap(({ code }, place) => {
    const ninjaone = nameAfter(place, { vendor: 'ninjaone', day })
    const threatlocker = nameAfter(place, { vendor: 'threatlocker', day })
    if (ninjaone === null && threatlocker === null) return []
    return [
      {
        code,
        ninjaone: ninjaone === null ? null : { id: organizationId(place), name: ninjaone },
        threatlocker: threatlocker === null ? null : { id: tenantId(place), name: threatlocker },
      },
    ]
  })
}
