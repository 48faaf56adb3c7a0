import type { Answer } from '../../api/call.ts'
import { addDays } from '../../format/day.ts'

/** How findings stood on one day; null where nothing was compared. */
export interface AgeingDay {
  readonly day: string
  readonly standing: number | null
  readonly opened: number | null
  readonly verified: number | null
  readonly oldestDays: number | null
  readonly meanFixDays: number | null
  /** How many checks could not look. */
  readonly notCompared: number
}

type Ageing = Pick<Answer<'findingAgeing'>, 'from' | 'to' | 'items' | 'notCompared'>

/** Day by day the sum of all checks. Checks that could not look that day are counted, not taken for zero. */
export function ageingDays({ from, to, items, notCompared }: Ageing): AgeingDay[] {
  const whole = items.filter(({ place }) => place === 'all')
  return daysFrom(from, to).map((day) => {
    const ofDay = whole.filter((item) => item.day === day)
    const unlooked = new Set(notCompared.flatMap((each) => (each.day === day ? [each.check] : [])))
      .size
    if (ofDay.length === 0) return { ...NOTHING, day, notCompared: unlooked }
    const oldest = ofDay.flatMap(({ oldestDays }) => (oldestDays === null ? [] : [oldestDays]))
    return {
      ...{ day, notCompared: unlooked, meanFixDays: meanFixOf(ofDay) },
      standing: sum(ofDay.map(({ standing }) => standing)),
      opened: sum(ofDay.map(({ opened }) => opened)),
      verified: sum(ofDay.map(({ verified }) => verified)),
      oldestDays: oldest.length === 0 ? null : Math.max(...oldest),
    }
  })
}

type Went = Pick<Ageing['items'][number], 'verified' | 'meanFixDays'>

/** How long it took until findings went, each of them weighing the same; null where none went. */
export function meanFixOf(items: readonly Went[]): number | null {
  const known = items.filter(({ meanFixDays, verified }) => meanFixDays !== null && verified > 0)
  const went = sum(known.map(({ verified }) => verified))
  if (went === 0) return null
  return sum(known.map(({ meanFixDays, verified }) => (meanFixDays ?? 0) * verified)) / went
}

const NOTHING = {
  ...{ standing: null, opened: null, verified: null },
  ...{ oldestDays: null, meanFixDays: null },
}

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0)
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
