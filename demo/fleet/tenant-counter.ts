import { standingOf } from './machine/life.ts'
import { natureOf } from './machine/nature.ts'
import type { RollCall } from './roll-call.ts'
import { tenantOf } from './wire/threatlocker-computer.ts'
import type { TenantCounts } from './wire/threatlocker-tenants.ts'
import type { World } from './world.ts'

const NOTHING: TenantCounts = { computers: 0, active: 0 }

/** Counts the computers of each tenant on a day, all at once when the first is asked for. */
export function tenantCounter(world: World, { day, roll }: { day: number; roll: RollCall }) {
  let counts: ReadonlyMap<number, TenantCounts> | null = null
  return (place: number): TenantCounts => {
    counts ??= countTenants(world, { day, roll })
    return counts.get(place) ?? NOTHING
  }
}

function countTenants(
  world: World,
  { day, roll }: { day: number; roll: RollCall },
): Map<number, TenantCounts> {
  const { dice, ledger } = world
  const counts = new Map<number, TenantCounts>()
  for (const installation of roll.all()) {
    const nature = natureOf(ledger.machineOf(installation), world)
    if (nature.planted?.code === 'deleted-in-edr') continue
    const told = Math.min(day, ledger.replacedOn(installation) - 1)
    const standing = standingOf(nature, { dice, day, told, seenBy: 'threatlocker' })
    const tenant = tenantOf({ nature, standing })
    const { computers, active } = counts.get(tenant) ?? NOTHING
    const isActive = nature.planted?.code !== 'never-checked-in'
    counts.set(tenant, { computers: computers + 1, active: active + (isActive ? 1 : 0) })
  }
  return counts
}
