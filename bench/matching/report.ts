import type { KeptFigure } from '../report/kept-result.ts'
import { showSpread, spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import type { MatchRounds } from './figures.ts'
import type { MatchRound } from './round.ts'

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2

/** The whole result as Markdown; `sizes` from the smallest on. */
export function matchingReport(
  sizes: readonly MatchRounds[],
  { facts, figures }: { facts: readonly string[]; figures: readonly KeptFigure[] },
): string {
  return [
    '# Matching the records of two sources',
    facts.map((fact) => `- ${fact}`).join('\n'),
    '## What it takes, median (min-max)',
    costTable(sizes),
    targetLines(figures),
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
