import { type Standing, standingOf } from './machine/life.ts'
import { type Nature, natureOf } from './machine/nature.ts'
import type { Vendor } from './organisations/organisations.ts'
import type { World } from './world.ts'

/** What became of a machine since the day before. */
export type ChangeKind =
  | 'new'
  | 'gone'
  | 'renamed'
  | 'moved-organisation'
  /** Its organisation was merged into another, and ThreatLocker followed later. */
  | 'moved-in-threatlocker'
  | 'moved-location'
  /** Another installation, under new ids at the vendors; the old records linger. */
  | 're-imaged'
  /** The last that was left of an earlier installation. */
  | 'old-record-removed'
  | 'went-spare'
  | 'back-in-use'
  | 'os-upgraded'

/** What became of a machine since the day before, by its current installation. */
export function changesOf(
  world: World,
  { installation, day }: { installation: number; day: number },
): ChangeKind[] {
  const { ledger } = world
  if (day === 0) return []
  const isFresh = ledger.cameOn(installation) === day
  const earlier = ledger.before(installation)
  if (isFresh && earlier === null) return ['new']
  const nature = natureOf(ledger.machineOf(installation), world)
  const changes = lived(world, nature, day)
  if (isFresh) changes.push('re-imaged')
  if (hasLostRecord(world, { installation, day })) changes.push('old-record-removed')
  return changes
}

/** True when a machine was listed the day before and no more. */
export function isGone(
  { ledger }: World,
  { installation, day }: { installation: number; day: number },
): boolean {
  if (day === 0 || ledger.replacedOn(installation) <= day) return false
  return ledger.isListedOn(installation, day - 1) && !ledger.isListedOn(installation, day)
}

function lived(world: World, nature: Nature, day: number): ChangeKind[] {
  const seenBy = nature.inNinjaone ? 'ninjaone' : 'threatlocker'
  const { before, after } = twoDays(world, { nature, day, seenBy })
  const changes: ChangeKind[] = []
  if (after.renamings !== before.renamings) changes.push('renamed')
  if (after.organisation !== before.organisation) changes.push('moved-organisation')
  else if (after.location !== before.location) changes.push('moved-location')
  if (after.isSpare && !before.isSpare) changes.push('went-spare')
  if (before.isSpare && !after.isSpare) changes.push('back-in-use')
  if (after.release !== before.release) changes.push('os-upgraded')
  if (nature.inThreatlocker && !changes.includes('moved-organisation')) {
    const there = twoDays(world, { nature, day, seenBy: 'threatlocker' })
    if (there.after.organisation !== there.before.organisation)
      changes.push('moved-in-threatlocker')
  }
  return changes
}

function twoDays(
  { dice }: World,
  { nature, day, seenBy }: { nature: Nature; day: number; seenBy: Vendor },
): { before: Standing; after: Standing } {
  const on = (each: number) => standingOf(nature, { dice, day: each, told: each, seenBy })
  return { before: on(day - 1), after: on(day) }
}

function hasLostRecord(
  { ledger }: World,
  { installation, day }: { installation: number; day: number },
): boolean {
  let earlier = ledger.before(installation)
  while (earlier !== null) {
    if (ledger.isListedOn(earlier, day - 1) && !ledger.isListedOn(earlier, day)) return true
    earlier = ledger.before(earlier)
  }
  return false
}
