import type { Phrase } from '../language/language.ts'
import type { Ageing, AgeingRow, UnlookedDay } from '../reconcile/findings/ageing.ts'
import { checkWords } from './check-titles.ts'
import { type FleetColumn, type FleetTable, fleetTable } from './fleet-table.ts'
import { skippedText } from './looks-table.ts'

/** The daily figures of every check and place, and the days of which there are none. */
export function ageingTables({ rows, unlooked }: Ageing, notes: readonly Phrase[]): FleetTable[] {
  return [
    fleetTable({
      name: 'ageing',
      title: { en: 'Findings day by day', es: 'Discrepancias día a día' },
      notes,
      rows,
      columns: [...CHECK_DAY, ...PLACE, ...FIGURES],
    }),
    fleetTable({
      name: 'not-compared',
      title: { en: 'Not compared', es: 'Sin comparar' },
      notes,
      rows: unlooked,
      columns: [...CHECK_DAY, ...WHY],
    }),
  ]
}

const CHECK_DAY: readonly FleetColumn<{ readonly day: string; readonly check: string }>[] = [
  { key: 'date', title: { en: 'Day', es: 'Día' }, code: ({ day }) => day },
  {
    key: 'check',
    title: { en: 'Check', es: 'Comprobación' },
    code: ({ check }) => check,
    cell: ({ check }, { say }) => say(checkWords(check).title),
  },
]

const PLACES: Readonly<Record<AgeingRow['place'], Phrase>> = {
  all: { en: 'everywhere', es: 'en todas partes' },
  one: { en: 'at one place', es: 'en un lugar' },
}

const PLACE: readonly FleetColumn<AgeingRow>[] = [
  {
    key: 'place',
    title: { en: 'Counted', es: 'Contado' },
    code: ({ place }) => place,
    cell: ({ place }, { say }) => say(PLACES[place]),
  },
  { key: 'site', title: { en: 'Site', es: 'Sitio' }, code: ({ site }) => site },
  {
    key: 'municipality',
    title: { en: 'Municipality', es: 'Municipio' },
    code: ({ municipality }) => municipality,
  },
]

const FIGURES: readonly FleetColumn<AgeingRow>[] = [
  { key: 'standing', title: { en: 'Standing', es: 'Vigentes' }, code: (row) => row.standing },
  { key: 'accepted', title: { en: 'Accepted', es: 'Aceptadas' }, code: (row) => row.accepted },
  { key: 'opened', title: { en: 'Came', es: 'Nuevas' }, code: (row) => row.opened },
  { key: 'verified', title: { en: 'Went', es: 'Resueltas' }, code: (row) => row.verified },
  {
    key: 'mean_age_days',
    title: { en: 'Mean age in days', es: 'Edad media en días' },
    code: ({ meanAgeDays }) => toTwoDecimals(meanAgeDays),
  },
  {
    key: 'oldest_days',
    title: { en: 'Oldest, in days', es: 'La más antigua, en días' },
    code: ({ oldestDays }) => oldestDays,
  },
  {
    key: 'mean_fix_days',
    title: { en: 'Mean days to fix', es: 'Días hasta resolver, de media' },
    code: ({ meanFixDays }) => toTwoDecimals(meanFixDays),
  },
]

const WHY: readonly FleetColumn<UnlookedDay>[] = [
  { key: 'scope', title: { en: 'Sources', es: 'Fuentes' }, code: ({ scope }) => scope },
  {
    key: 'why',
    title: { en: 'Why', es: 'Por qué' },
    code: ({ skipped }) =>
      skipped === null
        ? 'no-look'
        : Object.entries(skipped)
            .map(([source, why]) => `${source}: ${why}`)
            .join('; '),
    cell: ({ skipped }, voice) =>
      skipped === null ? voice.say(NO_LOOK) : skippedText(skipped, voice),
  },
]

/** Said of a day on which a check was not run. */
export const NO_LOOK: Phrase = { en: 'nothing was compared', es: 'no se comparó nada' }

function toTwoDecimals(days: number | null): number | null {
  return days === null ? null : Math.round(days * 100) / 100
}
