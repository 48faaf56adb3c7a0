import { codeWords } from '../language/code-words.ts'
import { SKIP_WORDS } from '../language/finding-words.ts'
import { feedWords } from '../language/fleet-words.ts'
import type { Phrase } from '../language/language.ts'
import type { Day } from '../lib/day.ts'
import type { LatestLook } from '../reconcile/findings/list-queries.ts'
import { checkWords } from './check-titles.ts'
import { type FleetTable, fleetTable } from './fleet-table.ts'
import type { Voice } from './voice.ts'

/** The newest look of a check at some sources, and when it last could look at them. */
export interface ShownLook extends LatestLook {
  /** The newest day it looked, and was not skipped; null when it never did. */
  readonly lookedOn: Day | null
}

/** What every check compared last, and what it could not compare. */
export function looksTable(looks: readonly ShownLook[], notes: readonly Phrase[]): FleetTable {
  return fleetTable<ShownLook>({
    name: 'compared',
    title: { en: 'What was compared', es: 'Qué se comparó' },
    notes,
    rows: looks,
    columns: [
      {
        key: 'check',
        title: { en: 'Check', es: 'Comprobación' },
        code: ({ check }) => check,
        cell: ({ check }, { say }) => say(checkWords(check).title),
      },
      { key: 'scope', title: { en: 'Sources', es: 'Fuentes' }, code: ({ scope }) => scope },
      {
        key: 'looked_on',
        title: { en: 'Last compared', es: 'Última comparación' },
        code: ({ lookedOn }) => lookedOn,
      },
      {
        key: 'tried_on',
        title: { en: 'Last tried', es: 'Último intento' },
        code: ({ day }) => day,
      },
      {
        key: 'source_days',
        title: { en: 'Day of each source', es: 'Día de cada fuente' },
        code: ({ compared }) => sourcesText(compared, (day) => day ?? ''),
        cell: ({ compared }, voice) => daysText(compared, voice),
      },
      {
        key: 'skipped',
        title: { en: 'Why not compared', es: 'Por qué no se comparó' },
        code: ({ skipped }) => (skipped === null ? null : sourcesText(skipped, (why) => why)),
        cell: ({ skipped }, voice) => (skipped === null ? null : skippedText(skipped, voice)),
      },
    ],
  })
}

type Saying = Pick<Voice, 'say'>

/** The day of each source. @example 'NinjaOne 2026-11-20, ThreatLocker -' */
export function daysText(compared: LatestLook['compared'], { say }: Saying): string {
  const parts = byName(compared).map(([source, day]) => `${say(feedWords(source))} ${day ?? '-'}`)
  return parts.join(', ')
}

/** Why some sources could not be compared. @example 'ThreatLocker could not be collected' */
export function skippedText(skipped: Readonly<Record<string, string>>, { say }: Saying): string {
  const parts = byName(skipped).map(
    ([source, why]) => `${say(feedWords(source))} ${say(codeWords(SKIP_WORDS, why))}`,
  )
  return parts.join(', ')
}

function sourcesText<Value>(
  bySource: Readonly<Record<string, Value>>,
  textOf: (value: Value) => string,
): string {
  return byName(bySource)
    .map(([source, value]) => `${source}: ${textOf(value)}`)
    .join('; ')
}

/** In the order of the sources' names, which is also that of a scope. */
function byName<Value>(bySource: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(bySource).toSorted(([one], [other]) => (one < other ? -1 : 1))
}
