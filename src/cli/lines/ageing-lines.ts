import { CHECKS } from '../../language/finding-words.ts'
import { FLEET_WORDS } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords } from '../../language/list-words.ts'
import type { Day } from '../../lib/day.ts'
import type { Ageing, AgeingRow, UnlookedDay } from '../../reconcile/findings/ageing.ts'
import { NO_LOOK } from '../../reports/ageing-table.ts'
import { checkWords } from '../../reports/check-titles.ts'
import { findingPlace } from '../../reports/finding-place.ts'
import { skippedText } from '../../reports/looks-table.ts'
import { dayRanges } from './day-ranges.ts'
import { type Alignment, tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

/** The daily figures of some days, and where they are of. */
export interface ShownAgeing extends Ageing {
  readonly from: Day
  readonly to: Day
  /** Null for everywhere. */
  readonly site: string | null
  /** Those that were named; none for all. */
  readonly checks: readonly string[]
}

/** Day by day and check by check how findings stand, and of which days nothing is known. */
export function ageingLines(
  { isByPlace, ...shown }: ShownAgeing & { readonly isByPlace: boolean },
  language: Language,
): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  const asked = shown.rows.filter(({ place }) => isByPlace || place === 'all')
  const rows = shown.checks.length > 0 ? asked : asked.filter((row) => !isQuiet(row))
  const titles = isByPlace ? [DAY, CHECK, PLACE, ...FIGURES] : [DAY, CHECK, ...FIGURES]
  const aligned: Alignment[] = Array(titles.length).fill('right')
  aligned.fill('left', 0, titles.length - FIGURES.length)
  const table = rows.map((row) => rowOf(row, isByPlace, words))
  return [
    shownText(words(headline(shown))),
    ...(rows.length === 0 ? [] : ['', ...tableLines([titles.map(words), ...table], aligned, 0)]),
    ...(rows.length < asked.length ? ['', words(QUIET)] : []),
    ...unlookedLines(shown.unlooked, words),
  ]
}

const QUIET: Phrase = {
  en: 'Not shown: checks that compared on a day and found nothing. --check CODE, --json and files have them.',
  es: 'No se muestran: comprobaciones que compararon un día y no hallaron nada. --check CÓDIGO, --json y los archivos las tienen.',
}

function isQuiet({ standing, opened, verified }: AgeingRow): boolean {
  return standing === 0 && opened === 0 && verified === 0
}

type Words = (phrase: Phrase) => string

function headline({ from, to, site }: ShownAgeing): Phrase {
  const at = site === null ? { en: '', es: '' } : { en: ` at ${site}`, es: ` en ${site}` }
  return {
    en: `Findings${at.en} day by day, ${from} - ${to}`,
    es: `Discrepancias${at.es} día a día, ${from} - ${to}`,
  }
}

const DAY: Phrase = { en: 'DAY', es: 'DÍA' }
const CHECK: Phrase = { en: 'CHECK', es: 'COMPROBACIÓN' }
const PLACE: Phrase = { en: 'SITE', es: 'SITIO' }
const FIGURES: readonly Phrase[] = [
  { en: 'STANDING', es: 'VIGENTES' },
  { en: 'ACCEPTED', es: 'ACEPTADAS' },
  { en: 'CAME', es: 'NUEVAS' },
  { en: 'WENT', es: 'RESUELTAS' },
  { en: 'MEAN AGE', es: 'EDAD MEDIA' },
  { en: 'OLDEST', es: 'LA MÁS ANTIGUA' },
  { en: 'DAYS TO FIX', es: 'DÍAS HASTA RESOLVER' },
]
const EVERYWHERE: Phrase = { en: '(everywhere)', es: '(en todas partes)' }

function rowOf(row: AgeingRow, isByPlace: boolean, words: Words): string[] {
  const { day, check, standing, accepted, opened, verified } = row
  const place =
    row.place === 'all'
      ? words(EVERYWHERE)
      : (findingPlace({ ...row, building: null }) ?? words(FLEET_WORDS.unmapped))
  return [
    ...[day, words(checkWords(check).title), ...(isByPlace ? [place] : [])],
    ...[standing, accepted, opened, verified].map((count) => words(countWords(count))),
    ...[row.meanAgeDays, row.oldestDays, row.meanFixDays].map((days) => words(daysWords(days))),
  ]
}

/** Days with at most one decimal; `-` where there is nothing to speak of. */
function daysWords(days: number | null): Phrase {
  return days === null ? { en: '-', es: '-' } : countWords(Math.round(days * 10) / 10)
}

const UNLOOKED: Phrase = {
  en: 'Of these days there is no figure, which is not zero:',
  es: 'De estos días no hay cifra, lo que no es cero:',
}

/** The days without figures, those with the same to be said of them in one line. */
function unlookedLines(unlooked: readonly UnlookedDay[], words: Words): string[] {
  if (unlooked.length === 0) return []
  const whyOf = ({ skipped }: UnlookedDay) =>
    skipped === null ? words(NO_LOOK) : skippedText(skipped, { say: words })
  const byCheck = Map.groupBy(unlooked, (each) => `${each.check} ${whyOf(each)}`)
  const reasons = [...byCheck.values()].flatMap((days) => {
    const [first] = days
    const ranges = dayRanges([...new Set(days.map(({ day }) => day))].toSorted()).join(', ')
    return first ? [{ check: first.check, said: `${ranges}  ${whyOf(first)}` }] : []
  })
  const bySaid = Map.groupBy(reasons, ({ said }) => said)
  return [
    '',
    words(UNLOOKED),
    ...[...bySaid].map(([said, same]) => shownText(`  ${said}: ${checksText(same, words)}`)),
  ]
}

/** How many checks are named in a line; of more it is said how many they are. */
const NAMED = 4

function checksText(same: readonly { readonly check: string }[], words: Words): string {
  return same.length > NAMED
    ? words(counted(same.length, CHECKS))
    : same.map(({ check }) => check).join(', ')
}
