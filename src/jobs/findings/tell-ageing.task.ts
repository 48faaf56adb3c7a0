import { type Day, daysDown } from '../../lib/day.ts'
import { type Ageing, ageing } from '../../reconcile/findings/ageing.ts'
import type { DaySpan } from '../../reconcile/findings/ageing-queries.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import type { JobContext } from '../context.ts'

/** Of which days the figures are asked, of which checks (none for all), and where. */
export interface AskedAgeing {
  readonly from: Day
  readonly to: Day
  readonly checks: readonly string[]
  /** Name of a site or a municipality; null for everywhere. */
  readonly site: string | null
  /** Whether what lies at a site is told of; null: at none. All is where this is left out. */
  sees?(site: string | null): boolean
}

/** Tells day by day how findings stood, and on which days nobody looked. */
export async function tellAgeing(
  { database }: Pick<JobContext, 'database'>,
  { from, to, checks: named, site, sees = () => true }: AskedAgeing,
): Promise<Ageing> {
  const findings = findingStore(database)
  const looked = (await findings.latestLooks()).map(({ check }) => check)
  const checks = named.length > 0 ? named : [...new Set(looked)]
  const span: DaySpan = { from, to, checks, site }
  const figures = checks.length === 0 ? [] : await findings.days(span)
  const looks = checks.length === 0 ? [] : await findings.lookedDays(span)
  const seen = figures.filter((row) => sees(row.site))
  return ageing({ days: daysDown(from, to), checks, figures: seen, looks })
}
