import type { Day } from '../../../lib/day.ts'

/** Days of the week by name, from Sunday on, and both days of the weekend. */
export const CALENDAR_REGRESSORS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'weekend',
] as const

export type CalendarName = (typeof CALENDAR_REGRESSORS)[number]

/** A known cause of daily figures, whose own figures are known for the days to come as well. */
export type Regressor =
  /** Another metric, by its sum: one of which figures ahead are given, such as what is planned. */
  | { readonly kind: 'metric'; readonly source: string; readonly metric: string }
  /** 1 on such a day, else 0. */
  | { readonly kind: 'calendar'; readonly name: CalendarName }
  /** Figures a person gave, day by day, such as 1 on a holiday and 0 on other days. */
  | { readonly kind: 'given'; readonly name: string; readonly figures: FiguresByDay }

export type FiguresByDay = Readonly<Record<Day, number>>

/** As people name it. @example regressorName({ kind: 'metric', source: 'pos', metric: 'visits' }) // => 'pos/visits' */
export function regressorName(regressor: Regressor): string {
  return regressor.kind === 'metric' ? `${regressor.source}/${regressor.metric}` : regressor.name
}

/** The calendar regressor of that name, or null. */
export function calendarRegressor(named: string): Regressor | null {
  const name = CALENDAR_REGRESSORS.find((each) => each === named)
  return name === undefined ? null : { kind: 'calendar', name }
}

/** Whether a day is one of a calendar regressor. */
export function fallsOn(name: CalendarName, day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (name === 'weekend') return weekday === 0 || weekday === 6
  return CALENDAR_REGRESSORS[weekday] === name
}
