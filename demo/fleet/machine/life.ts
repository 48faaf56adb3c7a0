import { type Dice, happens } from '../dice.ts'
import { MERGES } from '../organisations/happenings.ts'
import {
  LASTING,
  MERGED,
  MERGED_INTO,
  organisationAt,
  type Vendor,
  WEIGHED_LASTING,
} from '../organisations/organisations.ts'
import type { Kept } from '../ugly-cases.ts'
import type { Nature } from './nature.ts'

/** How a machine stands on a day. */
export interface Standing {
  /** Place in the list of organisations. */
  readonly organisation: number
  /** Place among the organisation's locations. */
  readonly location: number
  /** How often it was given another host name. */
  readonly renamings: number
  readonly isSpare: boolean
  /** Step on its platform's ladder of releases. */
  readonly release: number
}

export interface LifeRequest {
  readonly dice: Dice
  /** Days after the first. */
  readonly day: number
  /** The day whose changes are the last that the record tells of; before the first: how it began. */
  readonly told: number
  /** As whom the merger of two organisations is seen. */
  readonly seenBy: Vendor
}

/** Once in so many days something changes about every machine: 1.7 % of them a day. */
const DAYS_BETWEEN = 59
const SPARE_AT_FIRST = { covered: 0.01, uncovered: 0.08 } as const
/** Of the machines with ThreatLocker's agent, those that may go spare; they keep it. */
const MAY_BE_SPARE = 0.25

/** How a machine stands on a day: as it began, and everything since. */
export function standingOf(nature: Nature, request: LifeRequest): Standing {
  const { dice, day, told } = request
  const { machine, cameOn } = nature
  const phase = dice('life-phase', machine) % DAYS_BETWEEN
  let standing = standingAtFirst(nature, dice)
  for (let turn = 0; turn * DAYS_BETWEEN - phase <= told; turn += 1) {
    const on = turn * DAYS_BETWEEN - phase + (dice('life-day', machine, turn) % DAYS_BETWEEN)
    if (on <= cameOn || on > told) continue
    const step = { nature, standing: afterMerger(standing, on, request), dice, turn }
    standing = { ...step.standing, ...changed(step) }
  }
  return afterMerger(standing, day, request)
}

function standingAtFirst(nature: Nature, dice: Dice): Standing {
  const { machine, planted, home, build } = nature
  const { offices } = organisationAt(home)
  const isStored = planted?.ugly.store !== undefined
  const releases = build.platform?.releases.length ?? 2
  return {
    organisation: home,
    location: isStored ? offices.length : dice('location', machine) % offices.length,
    renamings: 0,
    isSpare: isSpareAtFirst(nature, dice),
    release: dice('platform', machine) % Math.max(1, releases - 2),
  }
}

function isSpareAtFirst(nature: Nature, dice: Dice): boolean {
  const { machine, planted, inThreatlocker } = nature
  if (planted) return planted.code === 'spare-with-agent' || planted.ugly.store !== undefined
  const share = inThreatlocker ? SPARE_AT_FIRST.covered : SPARE_AT_FIRST.uncovered
  return maySpare(nature, dice) && happens(dice('spare', machine, 1), share)
}

interface Step {
  readonly nature: Nature
  readonly standing: Standing
  readonly dice: Dice
  readonly turn: number
}

/** What a change makes of a machine; null when it cannot befall it. */
type Change = (step: Step) => Partial<Standing> | null

/** How often each change is tried first, of a hundred; what cannot befall a machine gives way to the next. */
const CHANGES: readonly (readonly [share: number, change: Change])[] = [
  [28, isUpgraded],
  [22, goesSpareOrBack],
  [22, isRenamed],
  [23, movesLocation],
  [5, movesOrganisation],
]
const CHANGE_BY_PERCENT = CHANGES.flatMap(([share], at) => Array.from({ length: share }, () => at))

function changed(step: Step): Partial<Standing> {
  const roll = step.dice('life-kind', step.nature.machine, step.turn)
  const first = CHANGE_BY_PERCENT[roll % CHANGE_BY_PERCENT.length] ?? 0
  for (let tried = 0; tried < CHANGES.length; tried += 1) {
    const [, change] = CHANGES[(first + tried) % CHANGES.length] ?? []
    const made = change?.(step)
    if (made) return made
  }
  return {}
}

function goesSpareOrBack({ nature, standing, dice }: Step) {
  return maySpare(nature, dice) ? { isSpare: !standing.isSpare } : null
}

function isUpgraded({ nature: { build }, standing }: Step) {
  const top = (build.platform?.releases.length ?? 0) - 1
  return standing.release < top ? { release: standing.release + 1 } : null
}

function movesOrganisation({ nature, standing, dice, turn }: Step) {
  const { ninjaone, threatlocker } = organisationAt(nature.home)
  if (keeps(nature, 'organisation') || !nature.build.platform || !ninjaone || !threatlocker) {
    return null
  }
  const roll = dice('life-choice', nature.machine, turn)
  const drawn = WEIGHED_LASTING[roll % WEIGHED_LASTING.length] ?? 0
  const next = LASTING[(LASTING.indexOf(drawn) + 1) % LASTING.length] ?? 0
  const organisation = drawn === standing.organisation ? next : drawn
  return { organisation, location: roll % organisationAt(organisation).offices.length }
}

function movesLocation({ nature, standing, dice, turn }: Step) {
  const { length } = organisationAt(standing.organisation).offices
  if (keeps(nature, 'location') || !nature.inNinjaone || length < 2) return null
  const roll = dice('life-choice', nature.machine, turn)
  return { location: (standing.location + 1 + (roll % (length - 1))) % length }
}

function isRenamed({ nature, standing }: Step) {
  return keeps(nature, 'name') ? null : { renamings: standing.renamings + 1 }
}

function keeps({ planted }: Nature, what: Kept): boolean {
  return planted?.ugly.keeps.includes(what) ?? false
}

function maySpare(nature: Nature, dice: Dice): boolean {
  const { machine, build, inNinjaone, inThreatlocker } = nature
  if (keeps(nature, 'spare') || !inNinjaone) return false
  if (!build.platform || build.class !== 'workstation') return false
  return !inThreatlocker || happens(dice('spare', machine), MAY_BE_SPARE)
}

function afterMerger(standing: Standing, day: number, { seenBy }: LifeRequest): Standing {
  const mergesAfter = seenBy === 'ninjaone' ? MERGES.after : MERGES.afterInEdr
  if (standing.organisation !== MERGED || day < mergesAfter) return standing
  const { length } = organisationAt(MERGED_INTO).offices
  return { ...standing, organisation: MERGED_INTO, location: standing.location % length }
}
