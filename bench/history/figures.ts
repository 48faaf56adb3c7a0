import { type Aim, figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
import type { HistoryRound } from './round.ts'
import type { TableSize } from './table-size.ts'

/** What the history is meant to come to at most. */
export interface HistoryTargets {
  /** Of the bytes of daily rows, over so many days and more. */
  readonly share: number
  readonly days: number
  /** For each question. */
  readonly seconds: number
  /** The number of versions the questions are meant to be asked over. */
  readonly versions: number
}

interface Asked {
  readonly options: { readonly devices: number; readonly days: number }
  readonly targets: HistoryTargets
}

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2
const DAILY = 'a table of daily rows'

/** All figures of the history: its size, its days, and what answers take. */
export function historyFigures(
  rounds: readonly HistoryRound[],
  { options, targets }: Asked,
): KeptFigure[] {
  const size = `${COUNT.format(options.devices)} machines in each of two sources`
  return [
    figureOf({
      ...{ name: `the history of ${COUNT.format(options.days)} days`, unit: 'MiB', size },
      muster: rounds.map(({ history }) => bytesOf(history) / MIB),
      peer: { name: DAILY, values: rounds.map(({ daily }) => daily.bytes / MIB) },
      aim:
        options.days < targets.days
          ? null
          : { of: 'ratio', bound: 'at most', value: targets.share },
    }),
    figureOf({
      ...{ name: 'a later day collected', unit: 's', size },
      muster: rounds.flatMap(({ days }) => days.slice(1).map(({ seconds }) => seconds)),
    }),
    ...questionFigures(rounds, targets).map((figure) => ({ ...figure, size })),
  ]
}

/** Bytes of several tables, indexes and all. */
export function bytesOf(tables: readonly TableSize[]): number {
  return tables.reduce((sum, { bytes }) => sum + bytes, 0)
}

function questionFigures(rounds: readonly HistoryRound[], targets: HistoryTargets): KeptFigure[] {
  const isFull = rounds.every(({ asked }) => asked.versions >= targets.versions)
  const versions = COUNT.format(rounds[0]?.asked.versions ?? 0)
  const aim: Aim = { of: 'Muster', bound: 'at most', value: targets.seconds }
  const answers = rounds.flatMap((round) => round.answers)
  return (rounds[0]?.answers ?? []).map(({ name, isWaitedFor }) =>
    figureOf({
      ...{ name: `${name}, of ${versions} versions`, unit: 's' },
      muster: answers.flatMap((each) => (each.name === name ? each.seconds : [])),
      aim: isFull && isWaitedFor ? aim : null,
    }),
  )
}
