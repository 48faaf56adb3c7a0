import type { KeptFigure } from '../report/kept-result.ts'
import { showSpread, spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import { DAYS } from './daily-series.ts'
import { gains, KIND_NAMES, mean, peersOf, type SarimaxRounds } from './figures.ts'
import type { SarimaxRound } from './round.ts'
import type { Fitted } from './sides.ts'

/** The whole result as Markdown. */
export function sarimaxReport(
  kinds: readonly SarimaxRounds[],
  {
    facts,
    figures,
  }: { readonly facts: readonly string[]; readonly figures: readonly KeptFigure[] },
): string {
  return [
    '# SARIMAX (1,1,1)(0,1,1,7) beside a peer',
    facts.map((fact) => `- ${fact}`).join('\n'),
    `## Milliseconds for a series of ${DAYS} days, median (min-max)`,
    timeTable(kinds),
    targetLines(figures),
    TIME_WORDS,
    '## Milliseconds of processors for a series, median (min-max)',
    processorTable(kinds),
    PROCESSOR_WORDS,
    '## What comes of it',
    likelihoodTable(kinds),
    LIKELIHOOD_WORDS,
  ]
    .join('\n\n')
    .concat('\n')
}

const TIME_WORDS = [
  'A round is a process of its own for each side, which fits all series one after the other; its figure is the mean of',
  'them, the first fits of a process included, its start and reading not. Sides run in turn, and who begins alternates;',
  'ratios are taken round by round, against the faster peer. Once more is a second pass in the same process, when Node has',
  'compiled what it runs often, as in a worker that lives on. The peer fits as `SARIMAX(...).fit()` does, and then with',
  '`simple_differencing`, where it differences before the filter sees the series: the same likelihood, a smaller state.',
  'With days missing that would lose all differences that ask for them. The search for an order has no peer here.',
].join('\n')

const PROCESSOR_WORDS = [
  'What a side spent, however long it waited for a processor: compiling and collecting garbage included on the side of',
  'Muster, the threads of the linear algebra on that of the peer.',
].join('\n')

const LIKELIHOOD_WORDS = [
  "The log-likelihood of Muster's parameters less the peer's, of each series. Both are worked out by statsmodels, by one",
  'function for all sides: exactly, of the differenced series, or from an exact diffuse start where days are missing.',
].join('\n')

function timeTable(kinds: readonly SarimaxRounds[]): string {
  return table(
    [
      ...['series', 'Muster', 'peer', 'differenced first', 'times as fast'],
      ...['Muster once more', 'with search for an order'],
    ],
    kinds.map(({ kind, rounds }) => [
      KIND_NAMES[kind],
      milliseconds(rounds.map(({ muster }) => muster.seconds)),
      milliseconds(rounds.map(({ peer }) => peer.seconds)),
      milliseconds(rounds.flatMap(({ quickPeer }) => (quickPeer ? [quickPeer.seconds] : []))),
      showSpread(spreadOf(rounds.map(timesAsFast)), 0),
      milliseconds(rounds.map(({ muster }) => muster.warmSeconds ?? [])),
      milliseconds(rounds.map(({ muster }) => muster.searchSeconds ?? [])),
    ]),
  )
}

function processorTable(kinds: readonly SarimaxRounds[]): string {
  const share = ({ processorSeconds, seconds }: Fitted) => processorSeconds / seconds.length
  return table(
    ['series', 'Muster', 'peer', 'differenced first', 'times less'],
    kinds.map(({ kind, rounds }) => [
      KIND_NAMES[kind],
      milliseconds(rounds.map(({ muster }) => [share(muster)])),
      milliseconds(rounds.map(({ peer }) => [share(peer)])),
      milliseconds(rounds.flatMap(({ quickPeer }) => (quickPeer ? [[share(quickPeer)]] : []))),
      showSpread(
        spreadOf(
          rounds.map((round) => Math.min(...peersOf(round).map(share)) / share(round.muster)),
        ),
        0,
      ),
    ]),
  )
}

function likelihoodTable(kinds: readonly SarimaxRounds[]): string {
  return table(
    ['series', 'less the peer', 'less the peer, differenced first'],
    kinds.map(({ kind, rounds }) => {
      const quick = rounds.flatMap(({ muster, quickPeer }) =>
        quickPeer ? gains(muster, quickPeer) : [],
      )
      const plain = rounds.flatMap(({ muster, peer }) => gains(muster, peer))
      return [KIND_NAMES[kind], showGains(plain), quick.length > 0 ? showGains(quick) : '-']
    }),
  )
}

function timesAsFast(round: SarimaxRound): number {
  return (
    Math.min(...peersOf(round).map(({ seconds }) => mean(seconds))) / mean(round.muster.seconds)
  )
}

function showGains(values: readonly number[]): string {
  return showSpread(spreadOf(values), 5)
}

function milliseconds(rounds: readonly (readonly number[])[]): string {
  if (rounds.length === 0) return '-'
  return showSpread(spreadOf(rounds.map((seconds) => mean(seconds) * 1000)), 1)
}
