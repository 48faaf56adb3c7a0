import { type Dice, happens } from '../dice.ts'
import type { Ledger } from '../ledger.ts'
import { ORGANISATIONS } from '../organisations/organisation-list.ts'
import {
  JOINED,
  LASTING,
  organisationAt,
  WEIGHED,
  WEIGHED_LASTING,
} from '../organisations/organisations.ts'
import type { Planted, Planting } from '../planting.ts'
import { type Build, buildOfSort, usualBuild } from './build.ts'

/** What never changes about a machine. */
export interface Nature {
  /** Its number in the ledger. */
  readonly machine: number
  /** Days after the first. */
  readonly cameOn: number
  readonly planted: Planted | null
  /** Place of the organisation it came to. */
  readonly home: number
  readonly build: Build
  readonly isPortable: boolean
  readonly isVirtual: boolean
  readonly inNinjaone: boolean
  readonly inThreatlocker: boolean
}

export interface NatureRequest {
  readonly dice: Dice
  readonly planting: Planting
  readonly ledger: Ledger
}

/** Of the machines that NinjaOne's agent runs on, how many have ThreatLocker's too. */
const COVERAGE = 0.74
const PORTABLE = 0.4
const VIRTUAL_SERVERS = 0.5

/** Says what a machine is, by its number. */
export function natureOf(machine: number, { dice, planting, ledger }: NatureRequest): Nature {
  const planted = planting.of(machine)
  const home = ledger.isJoined(machine) ? JOINED : homeOf(dice, machine, planted)
  const build = planted
    ? buildOfSort(planted.ugly.sort, planted.nth)
    : usualBuild(dice('node-class', machine))
  const isClient = build.class === 'workstation'
  const isServer = build.class === 'server'
  const roll = dice('model', machine)
  return {
    machine,
    cameOn: ledger.cameOn(machine),
    planted,
    home,
    build,
    isPortable: isClient && happens(roll, PORTABLE),
    isVirtual: planted?.code === 'template-serial' || (isServer && happens(roll, VIRTUAL_SERVERS)),
    ...listing(dice, { machine, planted, home, build }),
  }
}

function homeOf(dice: Dice, machine: number, planted: Planted | null): number {
  if (planted === null) return WEIGHED[dice('home', machine) % WEIGHED.length] ?? 0
  const { ugly, run, nth } = planted
  if (ugly.together === 'apart') {
    const pair = dice('equal-names-home', run, Math.floor(nth / 2))
    return LASTING[(pair + (nth % 2)) % LASTING.length] ?? 0
  }
  if (ugly.store) {
    const homes = LASTING.filter((place) => organisationAt(place).store === ugly.store)
    return homes[dice('home', machine) % homes.length] ?? 0
  }
  const roll = ugly.together
    ? dice('home', run, 1 + Math.floor(nth / ugly.together))
    : dice('home', machine)
  return WEIGHED_LASTING[roll % WEIGHED_LASTING.length] ?? 0
}

function listing(
  dice: Dice,
  { machine, planted, home, build }: Pick<Nature, 'machine' | 'planted' | 'home' | 'build'>,
) {
  const by = planted?.ugly.listedBy ?? 'chance'
  if (by !== 'chance')
    return { inNinjaone: by !== 'threatlocker', inThreatlocker: by !== 'ninjaone' }
  const organisation = ORGANISATIONS[home]
  if (!organisation?.threatlocker) return { inNinjaone: true, inThreatlocker: false }
  if (!organisation.ninjaone) return { inNinjaone: false, inThreatlocker: true }
  const isCovered = build.platform !== null && happens(dice('coverage', machine), COVERAGE)
  return { inNinjaone: true, inThreatlocker: isCovered }
}
