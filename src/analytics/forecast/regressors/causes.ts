import { addDays, type Day } from '../../../lib/day.ts'
import type { DailySeries } from '../../series.ts'
import { type FiguresByDay, fallsOn, type Regressor } from './regressor.ts'

/** A regressor with its figures by day; those of a calendar need none. */
export interface FiguredRegressor {
  readonly regressor: Regressor
  readonly figures: FiguresByDay
}

/** Regressors beside a series, one array for each; plain data, so that it can be sent to another thread. */
export interface Causes {
  /** On the days of the series; 0 where one is not known. */
  readonly known: readonly (readonly number[])[]
  /** Places of days of the series on which some regressor is not known: the model does not see their figures. */
  readonly hidden: readonly number[]
  /** Of each, on how many days of the series it is not known. */
  readonly missing: readonly number[]
  /** On the days after the series, as far as all are known, `longest` days at most. */
  readonly coming: readonly (readonly number[])[]
}

/** Lays regressors beside a series. */
export function layCauses(
  { first, values }: DailySeries,
  regressors: readonly FiguredRegressor[],
  longest: number,
): Causes {
  const days = values.map((_, place) => addDays(first, place))
  const known = regressors.map((each) => days.map((day) => figureOn(each, day)))
  const coming = regressors.map((each) =>
    comingFigures(each, addDays(first, values.length), longest),
  )
  const reach = Math.min(longest, ...coming.map((figures) => figures.length))
  return {
    known: known.map((figures) => figures.map((figure) => figure ?? 0)),
    hidden: [...days.keys()].filter((place) => known.some((figures) => figures[place] === null)),
    missing: known.map((figures) => figures.filter((figure) => figure === null).length),
    coming: coming.map((figures) => figures.slice(0, reach)),
  }
}

/** Days among the next ones after a day of which a regressor has no figure. */
export function missingAhead(regressor: FiguredRegressor, last: Day, horizon: number): Day[] {
  return Array.from({ length: horizon }, (_, at) => addDays(last, at + 1)).filter(
    (day) => figureOn(regressor, day) === null,
  )
}

function comingFigures(regressor: FiguredRegressor, from: Day, longest: number): number[] {
  const found: number[] = []
  while (found.length < longest) {
    const figure = figureOn(regressor, addDays(from, found.length))
    if (figure === null) break
    found.push(figure)
  }
  return found
}

function figureOn({ regressor, figures }: FiguredRegressor, day: Day): number | null {
  if (regressor.kind === 'calendar') return fallsOn(regressor.name, day) ? 1 : 0
  const figure = figures[day]
  return figure !== undefined && Number.isFinite(figure) ? figure : null
}
