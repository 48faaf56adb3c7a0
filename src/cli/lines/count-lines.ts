import { type FigureChange, figureChanges } from '../../inventory/count/figure-change.ts'
import { FIGURE_NAMES } from '../../inventory/count/site-figures.ts'
import type { SourceDay } from '../../inventory/list/store.ts'
import { COUNT_FIELD_WORDS } from '../../language/count-words.ts'
import { percentWords, signedWords } from '../../language/figure-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import type { Day } from '../../lib/day.ts'
import type { CountedPlace } from '../../reports/fleet-counts.ts'
import { scopeName } from '../../reports/fleet-scope.ts'
import { restLines } from './rest-lines.ts'
import { type Alignment, tableLines } from './table.ts'

/** The figures of a day, in all and by site, beside those of the last month-end. */
export interface Counts {
  readonly day: Day
  readonly restsOn: readonly SourceDay[]
  /** Null when none is kept. */
  readonly monthEnd: Day | null
  readonly monthEndRestsOn: readonly SourceDay[]
  /** Everywhere first, then site by site. */
  readonly places: readonly CountedPlace[]
}

const NO_MONTH_END: Phrase = {
  en: 'No month-end is kept yet to compare with.',
  es: 'Aún no se conserva ningún cierre de mes con que comparar.',
}

/** Figures and changes in all, then the figures of every site. */
export function countLines(counts: Counts, language: Language): string[] {
  const { day, restsOn, monthEnd, monthEndRestsOn, places } = counts
  const words = (phrase: Phrase) => say(phrase, language)
  const [all, ...sites] = places
  const stale = monthEnd === null ? [] : monthEndRestsOn.filter((each) => each.day < monthEnd)
  return [
    words({ en: `Counts as of ${day}`, es: `Conteos al ${day}` }),
    ...restLines(day, restsOn, language),
    ...(monthEnd === null
      ? [words(NO_MONTH_END)]
      : [
          words(against(monthEnd)),
          ...(stale.length > 0 ? restLines(monthEnd, stale, language) : []),
        ]),
    '',
    ...(all ? changeTable(all, monthEnd, words) : []),
    ...(sites.length > 0 ? ['', ...siteTable(sites, monthEnd, words)] : []),
  ]
}

function against(monthEnd: Day): Phrase {
  return {
    en: `Compared with the last month-end: ${monthEnd}`,
    es: `En comparación con el último cierre de mes: ${monthEnd}`,
  }
}

type Words = (phrase: Phrase) => string

function changeTable({ current, previous }: CountedPlace, monthEnd: Day | null, words: Words) {
  const changes = figureChanges(current, previous)
  const rows = FIGURE_NAMES.map((name) => [
    words(COUNT_FIELD_WORDS[name]),
    words(countWords(changes[name].current)),
    ...(monthEnd === null ? [] : changeCells(changes[name], words)),
  ])
  const titles = ['', words({ en: 'NOW', es: 'AHORA' })]
  if (monthEnd !== null) titles.push(monthEnd, ...CHANGE_TITLES.map(words))
  return tableLines([titles, ...rows], RIGHT_AFTER_FIRST)
}

const CHANGE_TITLES: readonly Phrase[] = [
  { en: 'CHANGE', es: 'CAMBIO' },
  { en: '%', es: '%' },
]
const RIGHT_AFTER_FIRST: readonly Alignment[] = ['left', ...Array<Alignment>(12).fill('right')]

function changeCells({ previous, change, change_percent }: FigureChange, words: Words): string[] {
  return [
    words(countWords(previous)),
    words(signedWords(change)),
    words(percentWords(change_percent)),
  ]
}

/** Short titles of the figures, for a table with a column for each. */
const FIGURE_TITLES: readonly Phrase[] = [
  { en: 'LISTED', es: 'LISTADOS' },
  { en: 'SERVERS', es: 'SERVIDORES' },
  { en: 'WORKST.', es: 'ESTACIONES' },
  { en: 'SPARES', es: 'REPUESTOS' },
  { en: 'BILLABLE', es: 'FACTURABLES' },
  { en: 'NINJAONE', es: 'NINJAONE' },
  { en: 'THREATLOCKER', es: 'THREATLOCKER' },
  { en: 'ONCE', es: 'UNA VEZ' },
]

function siteTable(sites: readonly CountedPlace[], monthEnd: Day | null, words: Words): string[] {
  const rows = sites.map(({ scope, current, previous }) => {
    const changes = figureChanges(current, previous)
    const figures = FIGURE_NAMES.map((name) => words(countWords(changes[name].current)))
    const change = words(signedWords(changes.total_devices.change))
    const name = scopeName(scope, { say: words })
    return monthEnd === null ? [name, ...figures] : [name, ...figures, change]
  })
  const titles = [words({ en: 'SITE', es: 'SITIO' }), ...FIGURE_TITLES.map(words)]
  if (monthEnd !== null) titles.push(words({ en: 'LISTED, CHANGE', es: 'LISTADOS, CAMBIO' }))
  return tableLines([titles, ...rows], RIGHT_AFTER_FIRST)
}
