import { useAbout } from '../../api/use-about.ts'
import type { ComparisonQuery } from '../../api/use-comparison.ts'
import { useCounts } from '../../api/use-today.ts'
import { addDays } from '../../format/day.ts'
import { useFilters } from '../../ui/use-filters.ts'
import { NO_SITE } from '../devices/devices-query.ts'
import { FIGURES, type Figure, TERMS, type Term } from './bridge-steps.ts'

/** What is compared, as the address says it. */
export interface Compared {
  readonly from: string
  readonly to: string
  /** True where the address names neither day: from the last month-end to today. */
  readonly isUsual: boolean
  readonly usual: { readonly from: string; readonly to: string }
  /** '' for all; `NO_SITE` for what is at none. */
  readonly site: string
  readonly figure: Figure
  readonly term: Term | undefined
}

/** Days, place and bar as the address names them, the usual days where it does not; null until these are known. */
export function useCompared(): Compared | null {
  const { filters } = useFilters()
  const today = useAbout().data?.today
  const counts = useCounts()
  if (today === undefined || (!filters.from && counts.isPending)) return null
  const monthEnd = counts.data?.last_month_end_date ?? addDays(today, -1)
  return {
    from: filters.from || monthEnd,
    to: filters.to || today,
    usual: { from: monthEnd, to: today },
    isUsual: !filters.from && !filters.to && Boolean(counts.data?.last_month_end_date),
    site: filters.site ?? '',
    figure: FIGURES.find((each) => each === filters.measure) ?? 'total',
    term: TERMS.find((each) => each === filters.term),
  }
}

/** The same as the server is asked for it. */
export function comparisonQuery({ from, to, site, figure, term }: Compared): ComparisonQuery {
  return {
    ...{ from, to },
    ...(site === NO_SITE ? { noSite: true } : site ? { site } : {}),
    ...(term ? { term, measure: figure } : {}),
  }
}
