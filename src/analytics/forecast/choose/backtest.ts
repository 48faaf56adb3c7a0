import type { Figures } from '../../series.ts'
import type { ForecastModel, Outlook, Parameters, SeriesShape } from '../forecast-model.ts'
import type { Fold } from './folds.ts'

/** A series with what is to be known of it besides. */
export interface ShapedSeries {
  readonly values: Figures
  readonly shape: SeriesShape
}

/** Parameters, and how many known figures they were found from. */
interface Finding {
  readonly parameters: Parameters
  readonly known: number
}

/** Parameters are found anew once this many times the figures are known that they were found from. */
const OUTGROWN = 1.25

/**
 * What a model would have said at each origin, knowing only what came before it; null where it could not
 * say. Parameters found at an earlier origin serve until a quarter more figures are known, so that a
 * search need not be made for every fold.
 */
export function backtest(
  model: ForecastModel,
  series: ShapedSeries,
  folds: readonly Fold[],
): (Outlook | null)[] {
  let finding: Finding | null = null
  return folds.map((fold) => {
    const past = before(series, fold.origin)
    const known = past.values.filter((value) => value !== null).length
    if (known < model.least(past.shape)) return null

    const current: Finding | null = finding
    const found: Finding | null =
      current !== null && known < OUTGROWN * current.known ? current : null
    const fitted = model.fit(past.values, past.shape, found?.parameters)
    if (fitted === null) return null

    finding = found ?? { parameters: fitted.parameters, known }
    const outlook = fitted.ahead(fold.steps, regressorsOf(series, fold))
    return isSound(outlook) ? outlook : null
  })
}

/** The figures that came in a fold. */
export function actualOf({ values }: ShapedSeries, { origin, steps }: Fold): Figures {
  return values.slice(origin, origin + steps)
}

function before({ values, shape }: ShapedSeries, origin: number): ShapedSeries {
  const { regressors } = shape
  const known = regressors && { regressors: regressors.map((each) => each.slice(0, origin)) }
  return { values: values.slice(0, origin), shape: { ...shape, ...known } }
}

function regressorsOf({ shape }: ShapedSeries, { origin, steps }: Fold) {
  return shape.regressors?.map((each) => each.slice(origin, origin + steps))
}

/** A model that lost itself says nothing, rather than nonsense. */
function isSound({ mean, error }: Outlook): boolean {
  return mean.every(Number.isFinite) && error.every(Number.isFinite)
}
