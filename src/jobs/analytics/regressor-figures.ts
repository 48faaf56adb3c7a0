import { type FiguredRegressor, missingAhead } from '../../analytics/forecast/regressors/causes.ts'
import {
  type FiguresByDay,
  type Regressor,
  regressorName,
} from '../../analytics/forecast/regressors/regressor.ts'
import type { Database } from '../../db/database.ts'
import type { MetricName } from '../../events/daily/queries.ts'
import { seriesStore } from '../../events/daily/store.ts'
import { addDays, type Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'

/** Regressors with their figures on some days and `ahead` days after them. */
export async function figuredRegressors(
  database: Database,
  regressors: readonly Regressor[],
  { from, to, ahead }: { readonly from: Day; readonly to: Day; readonly ahead: number },
): Promise<FiguredRegressor[]> {
  const metrics = regressors.flatMap((each) => (each.kind === 'metric' ? [each] : []))
  const byName = await figuresByName(database, metrics, { from, to: addDays(to, ahead) })
  return regressors.map((regressor) => ({
    regressor,
    figures: regressor.kind === 'given' ? regressor.figures : (byName.get(keyOf(regressor)) ?? {}),
  }))
}

/** As many missing days are named. */
const TOLD_DAYS = 10

/** Throws `regressor.days-missing` where one is not known on each of the days after the last that are asked for. */
export function assertAhead(
  regressors: readonly FiguredRegressor[],
  { last, horizon }: { readonly last: Day; readonly horizon: number },
): void {
  for (const each of regressors) {
    const missing = missingAhead(each, last, horizon)
    if (missing.length === 0) continue
    const days = missing.slice(0, TOLD_DAYS)
    const regressor = regressorName(each.regressor)
    throw new AppError('regressor.days-missing', {
      regressor,
      days,
      count: missing.length,
      horizon,
    })
  }
}

async function figuresByName(
  database: Database,
  metrics: readonly MetricName[],
  span: { readonly from: Day; readonly to: Day },
): Promise<ReadonlyMap<string, FiguresByDay>> {
  if (metrics.length === 0) return new Map()
  const found = await seriesStore(database).days({ metrics, ...span })
  return new Map(
    found.map(({ days, ...of }) => [
      keyOf({ kind: 'metric', ...of }),
      Object.fromEntries(days.map(({ day, sum }) => [day, Number(sum)])),
    ]),
  )
}

function keyOf(regressor: Regressor): string {
  return JSON.stringify(
    regressor.kind === 'metric' ? [regressor.source, regressor.metric] : [regressor.name],
  )
}
