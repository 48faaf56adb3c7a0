import type { DayFigures } from './queries.ts'
import type { CountedDay } from './store.ts'

/** The figures of a day, under the names by which other programs read them. */
export interface Figures {
  /** Machines as every source lists them, added up. */
  readonly total_devices: number
  readonly servers: number
  readonly workstations: number
  readonly spare_devices: number
  readonly billable_devices: number
  readonly ninja_devices: number
  readonly threatlocker_devices: number
  /** Machines counted once, however many sources list them. */
  readonly distinct_devices: number
}

export type FigureName = keyof Figures

export const FIGURE_NAMES = [
  'total_devices',
  'servers',
  'workstations',
  'spare_devices',
  'billable_devices',
  'ninja_devices',
  'threatlocker_devices',
  'distinct_devices',
] as const satisfies readonly FigureName[]

/** Where nothing is. */
export const NO_FIGURES: Figures = {
  total_devices: 0,
  servers: 0,
  workstations: 0,
  spare_devices: 0,
  billable_devices: 0,
  ninja_devices: 0,
  threatlocker_devices: 0,
  distinct_devices: 0,
}

/** The figures of one site. */
export interface SiteFigures {
  /** Null for machines at no site. */
  readonly site: string | null
  readonly figures: Figures
}

/** The figures of a counted day in all. */
export function totalFigures({ figures, distinctTotal }: CountedDay): Figures {
  return figuresFrom(figures, distinctTotal)
}

/** The figures of a counted day at each site, in the order of the count. */
export function siteFigures({ figures, distinct }: CountedDay): SiteFigures[] {
  const distinctAt = new Map(distinct.map(({ site, devices }) => [site, devices]))
  return [...Map.groupBy(figures, ({ site }) => site)].map(([site, there]) => ({
    site,
    figures: figuresFrom(there, distinctAt.get(site) ?? 0),
  }))
}

/**
 * The figures of several places together; null where none of them has any. A machine with agents at two of them counts
 * in each, in `distinct_devices` too.
 */
export function summedFigures(places: readonly (Figures | null)[]): Figures | null {
  const known = places.filter((figures) => figures !== null)
  if (known.length === 0) return null
  const sum = (name: FigureName) => known.reduce((total, figures) => total + figures[name], 0)
  return {
    total_devices: sum('total_devices'),
    servers: sum('servers'),
    workstations: sum('workstations'),
    spare_devices: sum('spare_devices'),
    billable_devices: sum('billable_devices'),
    ninja_devices: sum('ninja_devices'),
    threatlocker_devices: sum('threatlocker_devices'),
    distinct_devices: sum('distinct_devices'),
  }
}

function figuresFrom(figures: readonly DayFigures[], distinct: number): Figures {
  const sum = (figure: (of: DayFigures) => number) =>
    figures.reduce((total, each) => total + figure(each), 0)
  const listedBy = (source: string) => sum((each) => (each.source === source ? each.total : 0))
  return {
    total_devices: sum(({ total }) => total),
    servers: sum(({ servers }) => servers),
    workstations: sum(({ workstations }) => workstations),
    spare_devices: sum(({ spare }) => spare),
    billable_devices: sum(({ billable }) => billable),
    ninja_devices: listedBy('ninjaone'),
    threatlocker_devices: listedBy('threatlocker'),
    distinct_devices: distinct,
  }
}
