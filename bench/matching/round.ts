import { type MatchResult, matchRecords } from '../../src/inventory/match/match-records.ts'
import { type BenchFleet, makeBenchFleet } from './fleet.ts'

/** What one matching took, and what came of it. */
export interface MatchRound {
  readonly records: number
  /** Of `matchRecords` alone, by the clock on the wall; the records are made before. */
  readonly seconds: number
  /** The same as the processors count it, all threads together. */
  readonly processorSeconds: number
  /** Of the process before the matching, the records in it. */
  readonly bytesBefore: number
  /** The most the process ever held, the records included. */
  readonly peakBytes: number
  readonly pairsCompared: number
  readonly groups: number
  readonly links: number
  readonly ambiguous: number
  /** Machines that both sources list, and how many of them ended in one group. */
  readonly listedTwice: number
  readonly broughtTogether: number
  /** Machines that are not, although what is known of them was put to a person. */
  readonly leftToPerson: number
  /** Groups with records of more than one machine. */
  readonly wrongGroups: number
  /** Of these, the ones linked by nothing but a host name. */
  readonly wrongByName: number
}

const BYTES_PER_KIB = 1024
const MICROSECONDS = 1_000_000

/** Matches a fleet of about so many records once, in a process of its own. */
export function matchRound(count: number): MatchRound {
  const fleet = makeBenchFleet(count)
  const bytesBefore = process.memoryUsage.rss()
  const processorBefore = process.cpuUsage()
  const from = performance.now()
  const result = matchRecords(fleet.records, [])
  const seconds = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(processorBefore)
  return {
    records: fleet.records.length,
    seconds,
    processorSeconds: (user + system) / MICROSECONDS,
    bytesBefore,
    peakBytes: process.resourceUsage().maxRSS * BYTES_PER_KIB,
    pairsCompared: result.pairsCompared,
    groups: result.groups.length,
    links: result.links.length,
    ambiguous: result.ambiguous.length,
    listedTwice: fleet.listedTwice,
    ...checked(result, fleet),
  }
}

/** What came of it beside what is true. */
function checked({ groups, links, ambiguous }: MatchResult, { records, machineById }: BenchFleet) {
  const together = new Set<number>()
  const open = new Set<number>()
  const ruleById = new Map(links.map(({ recordId, rule }) => [recordId, rule]))
  let wrongGroups = 0
  let wrongByName = 0
  for (const group of groups) {
    const machines = new Set(group.map((id) => machineById[id] ?? 0))
    const sources = new Set(group.map((id) => records[id]?.source))
    const [machine = 0] = machines
    if (machines.size === 1 && sources.size === 2) together.add(machine)
    if (machines.size === 1) continue
    wrongGroups += 1
    if (group.every((id) => ruleById.get(id)?.startsWith('hostname'))) wrongByName += 1
  }
  for (const id of ambiguous.flatMap(({ candidates }) => candidates.flat())) {
    const machine = machineById[id] ?? 0
    if (!together.has(machine)) open.add(machine)
  }
  const twice = machinesListedTwice(records, machineById)
  const leftToPerson = [...open].filter((machine) => twice.has(machine)).length
  return { broughtTogether: together.size, leftToPerson, wrongGroups, wrongByName }
}

function machinesListedTwice(
  records: BenchFleet['records'],
  machineById: Uint32Array,
): ReadonlySet<number> {
  const listedBy = (source: string) =>
    new Set(records.filter((each) => each.source === source).map(({ id }) => machineById[id] ?? 0))
  return listedBy('ninjaone').intersection(listedBy('threatlocker'))
}
