import { type Reached, reachedDatabase } from '../../db/reached-database.ts'
import { keptDayStore } from '../../inventory/kept-day/store.ts'
import type { Day } from '../../lib/day.ts'
import { BOOKS } from '../../reconcile/rehearse/kept-books.ts'
import { isAllTheSame, type ToldWhatIf, toldWhatIf } from '../../reconcile/rehearse/told-what-if.ts'
import { type Setup, whatIf } from '../../reconcile/rehearse/what-if.ts'

/** What is rehearsed, over which database, and how much of each list is told. */
export interface RehearsalOrder {
  readonly reached: Reached
  readonly day: Day
  readonly today: Setup
  readonly other: Setup
  readonly limit: number
}

/** What came of it, each list cut. */
export interface RehearsalAnswer {
  readonly told: ToldWhatIf
  readonly isSame: boolean
  readonly totals: Readonly<Record<CutList, number>>
  readonly byCheck: Readonly<Record<string, FindingChanges>>
}

export type CutList = 'findings' | 'links' | 'reclassified' | 'tags'

export interface FindingChanges {
  readonly opened: number
  readonly closed: number
  readonly regraded: number
}

/** What a worker thread does: reads a kept day, makes of it what other rules would, and tells what is asked for. */
export async function rehearse(order: RehearsalOrder): Promise<RehearsalAnswer> {
  const { reached, day, today, other, limit } = order
  const database = reachedDatabase(reached)
  const kept = await keptDayStore(database)
    .read(day, BOOKS)
    .finally(() => database.close())
  const told = toldWhatIf(whatIf(kept, today, other))
  const { findings, links, reclassified, tags } = told
  return {
    isSame: isAllTheSame(told),
    byCheck: byCheckOf(findings),
    totals: {
      ...{ findings: findings.length, links: links.length },
      ...{ reclassified: reclassified.length, tags: tags.length },
    },
    told: {
      ...{ ...told, findings: findings.slice(0, limit), links: links.slice(0, limit) },
      ...{ reclassified: reclassified.slice(0, limit), tags: tags.slice(0, limit) },
    },
  }
}

function byCheckOf(findings: ToldWhatIf['findings']): RehearsalAnswer['byCheck'] {
  const byCheck = Map.groupBy(findings, ({ check }) => check)
  return Object.fromEntries(
    [...byCheck].map(([check, all]) => {
      const count = (kind: string) => all.filter(({ change }) => change === kind).length
      const [opened, closed, regraded] = [count('opened'), count('closed'), count('regraded')]
      return [check, { opened, closed, regraded }]
    }),
  )
}
