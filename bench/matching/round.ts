import { DEFAULT_MATCH_OPTIONS } from '../../src/inventory/match/match-record.ts'
import { matchRecords } from '../../src/inventory/match/match-records.ts'
import { type BenchFleet, makeBenchFleet } from './fleet.ts'

/** What one matching took, and what came of it. */
export interface MatchRound {
  readonly records: number
  /** Of `matchRecords` alone; the records are made before. */
  readonly seconds: number
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
  /** Groups with records of more than one machine. */
  readonly wrongGroups: number
}

const BYTES_PER_KIB = 1024

/** Matches a fleet of about so many records once, in a process of its own. */
export function matchRound(count: number): MatchRound {
  const fleet = makeBenchFleet(count)
  const bytesBefore = process.memoryUsage.rss()
  const from = performance.now()
  const result = matchRecords(fleet.records, [], DEFAULT_MATCH_OPTIONS)
  const seconds = (performance.now() - from) / 1000
  return {
    records: fleet.records.length,
    seconds,
    bytesBefore,
    peakBytes: process.resourceUsage().maxRSS * BYTES_PER_KIB,
    pairsCompared: result.pairsCompared,
    groups: result.groups.length,
    links: result.links.length,
    ambiguous: result.ambiguous.length,
    listedTwice: fleet.listedTwice,
    ...checked(result.groups, fleet),
  }
}

function checked(groups: readonly (readonly number[])[], { records, machineById }: BenchFleet) {
  let broughtTogether = 0
  let wrongGroups = 0
  for (const group of groups) {
    const machines = new Set(group.map((id) => machineById[id]))
    const sources = new Set(group.map((id) => records[id]?.source))
    if (machines.size > 1) wrongGroups += 1
    else if (sources.size === 2) broughtTogether += 1
  }
  return { broughtTogether, wrongGroups }
}
