import {
  FIGURE_NAMES,
  type Figures,
  NO_FIGURES,
  siteFigures,
  totalFigures,
} from '../../../inventory/count/site-figures.ts'
import type { Miss } from '../miss.ts'
import type { RehearsedCase } from '../rehearsed-case.ts'
import type { Expected } from '../schema.ts'

/** Figures in all and at sites, against those that are to be; figures that are not named may be any. */
export function judgeCounts(
  { counts = {}, countsAt = {} }: Pick<Expected, 'counts' | 'countsAt'>,
  { fleet: { counted } }: RehearsedCase,
): Miss[] {
  const at = new Map(siteFigures(counted).map(({ site, figures }) => [site, figures]))
  return [
    ...differing(null, counts, totalFigures(counted)),
    ...Object.entries(countsAt).flatMap(([site, figures]) =>
      differing(site, figures, at.get(site) ?? NO_FIGURES),
    ),
  ]
}

function differing(
  site: string | null,
  expected: Readonly<Partial<Record<keyof Figures, number | undefined>>>,
  found: Figures,
): Miss[] {
  return FIGURE_NAMES.flatMap((figure): Miss[] => {
    const wanted = expected[figure]
    if (wanted === undefined || wanted === found[figure]) return []
    return [{ kind: 'count-differs', site, figure, expected: wanted, found: found[figure] }]
  })
}
