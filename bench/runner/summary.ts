import { fullSizeFigures, type KeptFigure } from '../report/kept-result.ts'
import { figureWords, shown } from '../report/shown.ts'
import { table } from '../report/table.ts'
import { boundWords, verdict } from '../report/target-lines.ts'
import type { Ended } from './run-benchmark.ts'

/** All that was measured with a peer or an aim in one table, and below it what failed. */
export function summaryText(all: readonly Ended[]): string {
  const failed = all.flatMap((end) =>
    end.kind === 'failed' ? [`${end.benchmark.name} failed: it ${end.why}; see above.`] : [],
  )
  const rows = all.flatMap((end) => rowsOf(end))
  return [
    table(['benchmark', 'what, median', 'Muster', 'peer', 'ratio', 'aim', 'seconds it took'], rows),
    ...(failed.length > 0 ? ['', ...failed] : []),
  ].join('\n')
}

function rowsOf(end: Ended): string[][] {
  const { benchmark, seconds } = end
  if (end.kind === 'failed') return [[benchmark.name, '', '', '', '', 'failed', shown(seconds)]]
  const told = fullSizeFigures(end.result)
  const worth = told.filter(({ peer, target }) => peer !== undefined || target !== undefined)
  return (worth.length > 0 ? worth : told).map((figure, at) => [
    at === 0 ? benchmark.name : '',
    ...figureCells(figure),
    at === 0 ? shown(seconds) : '',
  ])
}

function figureCells(figure: KeptFigure): string[] {
  const { muster, peer, ratio, target } = figure
  return [
    figureWords(figure),
    shown(muster.median),
    peer ? shown(peer.median) : '',
    ratio ? `${shown(ratio.median)}${ratio.of === 'peer / Muster' ? ' times as fast' : ''}` : '',
    target ? `${boundWords(target)}: ${verdict(target)}` : '',
  ]
}
