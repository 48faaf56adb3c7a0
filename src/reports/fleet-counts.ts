import { type FigureChanges, figureChanges } from '../inventory/count/figure-change.ts'
import { FIGURE_NAMES, type FigureName, type Figures } from '../inventory/count/site-figures.ts'
import type { Scope } from '../inventory/site/scope.ts'
import { COUNT_FIELD_WORDS } from '../language/count-words.ts'
import type { Phrase } from '../language/language.ts'
import type { Day } from '../lib/day.ts'
import { scopeColumns } from './fleet-scope.ts'
import { type FleetColumn, type FleetTable, fleetTable } from './fleet-table.ts'

/** The figures of one place, and what they were at the month-end. */
export interface CountedPlace {
  readonly scope: Scope
  readonly current: Figures | null
  readonly previous: Figures | null
}

export interface CountsContent {
  readonly day: Day
  /** Null when no month-end is kept. */
  readonly monthEnd: Day | null
  readonly places: readonly CountedPlace[]
  readonly notes: readonly Phrase[]
}

/** The figures of every place, one row each; and, figure by figure, what they were at the month-end. */
export function countsTables(content: CountsContent): FleetTable[] {
  const { monthEnd } = content
  return monthEnd === null
    ? [figuresTable(content)]
    : [figuresTable(content), changes(content, monthEnd)]
}

function figuresTable({ day, places, notes }: CountsContent): FleetTable {
  return fleetTable({
    name: 'counts',
    title: { en: `Counts as of ${day}`, es: `Conteos al ${day}` },
    notes,
    rows: places,
    columns: [
      dayColumn('date', day),
      ...scopeColumns<CountedPlace>(({ scope }) => scope),
      ...FIGURE_NAMES.map((name) => ({
        key: name,
        title: COUNT_FIELD_WORDS[name],
        code: ({ current }: CountedPlace) => current?.[name] ?? 0,
      })),
    ],
  })
}

interface ChangedFigure {
  readonly scope: Scope
  readonly name: FigureName
  readonly figure: FigureChanges[FigureName]
}

function changes({ day, places, notes }: CountsContent, monthEnd: Day): FleetTable {
  return fleetTable({
    name: 'changes',
    title: { en: `Against ${monthEnd}`, es: `Frente al ${monthEnd}` },
    notes,
    rows: places.flatMap(({ scope, current, previous }): ChangedFigure[] => {
      const figures = figureChanges(current, previous)
      return FIGURE_NAMES.map((name) => ({ scope, name, figure: figures[name] }))
    }),
    columns: [
      dayColumn('date', day),
      dayColumn('last_month_end_date', monthEnd),
      ...scopeColumns<ChangedFigure>(({ scope }) => scope),
      {
        key: 'figure',
        title: { en: 'Figure', es: 'Cifra' },
        code: ({ name }) => name,
        cell: ({ name }, { say }) => say(COUNT_FIELD_WORDS[name]),
      },
      { key: 'current', title: { en: 'Now', es: 'Ahora' }, code: ({ figure }) => figure.current },
      {
        key: 'previous',
        title: { en: 'At the month-end', es: 'Al cierre de mes' },
        code: ({ figure }) => figure.previous,
      },
      {
        key: 'change',
        title: { en: 'Change', es: 'Cambio' },
        code: ({ figure }) => figure.change,
      },
      {
        key: 'change_percent',
        title: { en: 'Change in %', es: 'Cambio en %' },
        code: ({ figure }) => figure.change_percent,
      },
    ],
  })
}

const DAY_TITLES: Readonly<Record<'date' | 'last_month_end_date', Phrase>> = {
  date: { en: 'As of', es: 'Al día' },
  last_month_end_date: { en: 'Last month-end', es: 'Último cierre de mes' },
}

function dayColumn<Row>(key: keyof typeof DAY_TITLES, day: Day): FleetColumn<Row> {
  return { key, title: DAY_TITLES[key], code: () => day }
}
