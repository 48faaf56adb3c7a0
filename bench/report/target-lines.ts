import type { KeptFigure, KeptTarget } from './kept-result.ts'
import { figureWords, shown } from './shown.ts'

/** What was aimed at, one line each, and whether the medians keep to it. */
export function targetLines(figures: readonly KeptFigure[]): string {
  const lines = figures.flatMap((figure) =>
    figure.target ? [`- ${targetLine(figure, figure.target)}`] : [],
  )
  return lines.length === 0 ? 'No aim is set for measurements of this size.' : lines.join('\n')
}

/** @example 'plan, s, 100,000 changes, 15 at most: 6.85, met.' */
function targetLine(figure: KeptFigure, target: KeptTarget): string {
  const { muster, ratio } = figure
  const words = boundWords(target)
  return target.of === 'ratio' && ratio
    ? `${figureWords(figure)}, ${ratio.of}, ${words}: ${shown(ratio.median)}, ${verdict(target)}.`
    : `${figureWords(figure)}, ${words}: ${shown(muster.median)}, ${verdict(target)}.`
}

/** @example '15 at most' */
export function boundWords({ bound, value }: KeptTarget): string {
  return bound === 'under' ? `under ${shown(value)}` : `${shown(value)} ${bound}`
}

/** Whether an aim is met, in a word. */
export function verdict({ met }: KeptTarget): string {
  return met ? 'met' : 'missed'
}
