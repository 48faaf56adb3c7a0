import type { KeptFigure } from './kept-result.ts'
import { shownSpread } from './shown.ts'
import { table } from './table.ts'

/** Both sides of each figure with the ratio taken round by round, as Markdown. */
export function comparisonTable(figures: readonly KeptFigure[]): string {
  return table(
    ['median (min-max)', 'Muster', 'peer', 'ratio'],
    figures.map(({ name, unit, muster, peer, ratio }) => [
      unit === '' ? name : `${name}, ${unit}`,
      shownSpread(muster),
      peer ? shownSpread(peer) : '-',
      ratio ? shownSpread(ratio) : '-',
    ]),
  )
}
