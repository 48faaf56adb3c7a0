import { showSpread, spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
import type { MatchRound } from './round.ts'

/** All rounds with fleets of one size. */
export type MatchRounds = readonly MatchRound[]

/** What a million records are meant to take at most. */
export interface MatchTargets {
  readonly records: number
  readonly seconds: number
  readonly gibibytes: number
}

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2
const GIB = 1024 ** 3

/** The whole result as Markdown; `sizes` from the smallest on. */
export function matchingReport(
  sizes: readonly MatchRounds[],
  { facts, targets }: { facts: readonly string[]; targets: MatchTargets },
): string {
  return [
    '# Matching the records of two sources',
    facts.map((fact) => `- ${fact}`).join('\n'),
    '## What it takes, median (min-max)',
    costTable(sizes),
    targetLines(sizes, targets),
    COST_WORDS,
    '## What comes of it',
    outcomeTable(sizes),
    OUTCOME_WORDS,
  ]
    .join('\n\n')
    .concat('\n')
}

const COST_WORDS = [
  'Seconds are those of the wall clock, of the matching alone, on a machine that others may be using. Beside them',
  'stands what the processors spent on it, the threads that collect garbage included.',
].join('\n')

const OUTCOME_WORDS = [
  'The records are invented, and it is known which machine each speaks of. A machine is together when its',
  'records of both sources are in one group, and asked about when they are not but one of them is among',
  'what is left to a person. Most of the rest share nothing that would tell them: no serial in both, and renamed,',
  'or in an organisation nobody has mapped, or named `localhost`. A group is wrong when it holds records of two',
  'machines; by name are those that nothing but a host name links.',
].join('\n')

function costTable(sizes: readonly MatchRounds[]): string {
  return table(
    [
      'records',
      'seconds',
      'of processors',
      'pairs compared',
      'a record',
      'MiB before',
      'MiB at most',
    ],
    sizes.map((rounds) => {
      const spread = (figure: (round: MatchRound) => number, digits: number) =>
        showSpread(spreadOf(rounds.map(figure)), digits)
      const { records, pairsCompared } = first(rounds)
      return [
        COUNT.format(records),
        spread(({ seconds }) => seconds, 2),
        spread(({ processorSeconds }) => processorSeconds, 2),
        COUNT.format(pairsCompared),
        (pairsCompared / records).toFixed(1),
        spread(({ bytesBefore }) => bytesBefore / MIB, 0),
        spread(({ peakBytes }) => peakBytes / MIB, 0),
      ]
    }),
  )
}

function targetLines(sizes: readonly MatchRounds[], targets: MatchTargets): string {
  const full = sizes.find((rounds) => first(rounds).records >= targets.records)
  if (!full) return `Fewer than ${COUNT.format(targets.records)} records: no aim is set for them.`
  const line = (what: string, figure: (round: MatchRound) => number, most: number) => {
    const { median } = spreadOf(full.map(figure))
    return `- ${what}, ${COUNT.format(most)} at most: ${median.toFixed(2)}, ${median <= most ? 'met' : 'missed'}.`
  }
  return [
    line('Seconds', (round) => round.seconds, targets.seconds),
    line('Seconds of processors', (round) => round.processorSeconds, targets.seconds),
    line('GiB of memory', (round) => round.peakBytes / GIB, targets.gibibytes),
  ].join('\n')
}

function outcomeTable(sizes: readonly MatchRounds[]): string {
  return table(
    [
      'records',
      'groups',
      'links',
      'questions',
      'listed twice',
      'together',
      'asked about',
      'wrong',
      'by name',
    ],
    sizes.map((rounds) => {
      const round = first(rounds)
      const { records, groups, links, ambiguous, listedTwice, broughtTogether } = round
      const share = ((broughtTogether / listedTwice) * 100).toFixed(2)
      return [
        ...[records, groups, links, ambiguous, listedTwice].map((count) => COUNT.format(count)),
        `${COUNT.format(broughtTogether)} (${share} %)`,
        ...[round.leftToPerson, round.wrongGroups, round.wrongByName].map((count) =>
          COUNT.format(count),
        ),
      ]
    }),
  )
}

function first(rounds: MatchRounds): MatchRound {
  const [round] = rounds
  if (!round) throw new RangeError('nothing was measured')
  return round
}
