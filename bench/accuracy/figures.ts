import { figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
import type { MeasuredSeries } from './measured-series.ts'
import { summaryOf } from './summary.ts'

const PEER = 'Theta'

/** The automatic choice beside Theta: one figure over all series each, as nothing of it is by chance. */
export function accuracyFigures(
  measured: readonly MeasuredSeries[],
  { isWhole }: { readonly isWhole: boolean },
): KeptFigure[] {
  const own = summaryOf(measured, 'automatic')
  const rival = summaryOf(measured, 'theta')
  const size = `${measured.length} series`
  return [
    figureOf({
      ...{ name: 'OWA', unit: '', size, muster: [own.owa] },
      peer: { name: PEER, values: [rival.owa] },
      aim: isWhole ? { of: 'ratio', bound: 'under', value: 1 } : null,
    }),
    figureOf({
      ...{ name: 'MASE', unit: '', size, muster: [own.mase] },
      peer: { name: PEER, values: [rival.mase] },
    }),
    figureOf({
      ...{ name: 'sMAPE', unit: '%', size, muster: [own.smape] },
      peer: { name: PEER, values: [rival.smape] },
    }),
  ]
}
