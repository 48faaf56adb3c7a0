import type { Figures } from '../../series.ts'
import type { AnomalyDirection } from '../anomaly.ts'

/** The figures that baselines may have, less those that were found odd on the way. */
export interface BaselineMemory {
  /** As the series, with null for what is left out. */
  readonly figures: Figures
  /** Takes in the next day, with the side it was odd on or null where it was not. */
  remember(day: RememberedDay): void
}

export interface RememberedDay {
  readonly index: number
  readonly value: number | null
  readonly odd: AnomalyDirection | null
}

const WEEK = 7
/** So many odd days in a row, all on one side, are a new level. */
const DAYS_OF_NEW_LEVEL = 7
/** A weekday that was odd so many times in a row, always on one side, has changed its ways. */
const TIMES_OF_NEW_WEEKDAY = 4

/**
 * Leaves odd days out of later baselines, but not for ever: what goes on for a week, or on one weekday for four weeks,
 * is how things are now. It is let in then, and for a weekday what was before is let go.
 */
export function baselineMemory(): BaselineMemory {
  const days: RememberedDay[] = []
  const figures: (number | null)[] = []

  /** The last known days, going back `step` days at a time, where all of them were odd on one side. */
  const newWay = (step: number, times: number): readonly RememberedDay[] => {
    const found: RememberedDay[] = []
    for (let at = days.length - 1; at >= 0 && found.length < times; at -= step) {
      const day = days[at]
      if (!day || day.value === null) continue
      if (day.odd === null || day.odd !== days.at(-1)?.odd) return []
      found.push(day)
    }
    return found.length === times ? found : []
  }
  const letIn = (known: readonly RememberedDay[]) => {
    for (const { index, value } of known) figures[index] = value
  }
  return {
    figures,
    remember: (day) => {
      days.push(day)
      figures.push(day.odd === null ? day.value : null)
      if (day.odd === null) return
      letIn(newWay(1, DAYS_OF_NEW_LEVEL))
      const ofWeekday = newWay(WEEK, TIMES_OF_NEW_WEEKDAY)
      if (ofWeekday.length === 0) return
      for (let at = day.index; at >= 0; at -= WEEK) figures[at] = null
      letIn(ofWeekday)
    },
  }
}
