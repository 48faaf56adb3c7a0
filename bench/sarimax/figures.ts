import { figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
import type { Kind } from './daily-series.ts'
import type { SarimaxRound } from './round.ts'
import type { Fitted } from './sides.ts'

/** All rounds with the series of one kind. */
export interface SarimaxRounds {
  readonly kind: Kind
  readonly rounds: readonly SarimaxRound[]
}

/** What is aimed at. */
export interface SarimaxTargets {
  /** How many times as fast as the faster peer. */
  readonly times: number
  /** A log-likelihood less than the best of the peers by this counts as equal. */
  readonly likelihood: number
  /** Of an automatic choice, at most. */
  readonly searchSeconds: number
}

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  complete: 'all days known',
  gaps: 'one in 20 missing',
}

const PEER = 'statsmodels'

/** All figures of the fits: a mean over the series of each round. */
export function sarimaxFigures(
  kinds: readonly SarimaxRounds[],
  targets: SarimaxTargets,
): KeptFigure[] {
  return kinds.flatMap((kind) => [
    ...fitFigures(kind, targets),
    ...ownFigures(kind, targets),
    likelihoodFigure(kind, targets),
  ])
}

function fitFigures({ kind, rounds }: SarimaxRounds, { times }: SarimaxTargets): KeptFigure[] {
  const name = `a fit, ${KIND_NAMES[kind]}`
  const muster = rounds.map((round) => msOf(round.muster))
  return [
    figureOf({
      ...{ name: `${name}, beside the faster peer`, unit: 'ms', muster, ratioOf: 'peer / Muster' },
      peer: {
        name: `${PEER}, the faster way`,
        values: rounds.map((round) => Math.min(...peersOf(round).map(msOf))),
      },
      aim: { of: 'ratio', bound: 'at least', value: times },
    }),
    figureOf({
      ...{ name: `${name}, of processors`, unit: 'ms', ratioOf: 'peer / Muster' },
      muster: rounds.map((round) => processorMsOf(round.muster)),
      peer: {
        name: `${PEER}, the faster way`,
        values: rounds.map((round) => Math.min(...peersOf(round).map(processorMsOf))),
      },
    }),
  ]
}

function ownFigures({ kind, rounds }: SarimaxRounds, targets: SarimaxTargets): KeptFigure[] {
  const name = KIND_NAMES[kind]
  return [
    figureOf({
      ...{ name: `a fit once more, ${name}`, unit: 'ms' },
      muster: rounds.map(({ muster }) => mean(muster.warmSeconds ?? []) * 1000),
    }),
    figureOf({
      ...{ name: `a fit with the search for an order, ${name}`, unit: 'ms' },
      muster: rounds.map(({ muster }) => mean(muster.searchSeconds ?? []) * 1000),
      aim: { of: 'Muster', bound: 'at most', value: targets.searchSeconds * 1000 },
    }),
  ]
}

/** The least of all series, rounds and peers, so that one bad fit is enough to miss the aim. */
function likelihoodFigure(
  { kind, rounds }: SarimaxRounds,
  { likelihood }: SarimaxTargets,
): KeptFigure {
  const least = rounds.flatMap((round) =>
    peersOf(round).flatMap((peer) => gains(round.muster, peer)),
  )
  return figureOf({
    ...{ name: `least gain in log-likelihood, ${KIND_NAMES[kind]}`, unit: '' },
    muster: [Math.min(...least)],
    aim: { of: 'Muster', bound: 'at least', value: -likelihood },
  })
}

/** The ways the peer fits: as it is, and differenced first where no day is missing. */
export function peersOf({ peer, quickPeer }: SarimaxRound): Fitted[] {
  return quickPeer ? [peer, quickPeer] : [peer]
}

/** By how much a log-likelihood of Muster is above that of a peer, series by series. */
export function gains(muster: Fitted, peer: Fitted): number[] {
  return muster.logLikelihoods.map((value, at) => value - (peer.logLikelihoods[at] ?? Number.NaN))
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function msOf({ seconds }: Fitted): number {
  return mean(seconds) * 1000
}

function processorMsOf({ processorSeconds, seconds }: Fitted): number {
  return (processorSeconds / seconds.length) * 1000
}
