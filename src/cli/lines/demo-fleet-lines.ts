import type { App } from '../../app.ts'
import { countStore } from '../../inventory/count/store.ts'
import { type Phrase, say } from '../../language/language.ts'
import { addDays, type Day } from '../../lib/day.ts'
import { ALL_FINDINGS, type FindingFilter } from '../../reconcile/findings/list-queries.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import type { PlayedPast } from '../demo-fleet.ts'

/** What the played past has shown, in sentences, and what to ask of it: `muster`, as typed in a shell. */
export async function demoFleetLines(
  app: App,
  played: PlayedPast,
  muster: string,
): Promise<string[]> {
  const counted = await countStore(app.database).find(played.last)
  const of = (source: string) =>
    (counted?.figures ?? [])
      .filter((figures) => figures.source === source)
      .reduce((sum, { total }) => sum + total, 0)
  const failed = played.mishaps.filter(({ kind }) => kind === 'no-answer').length
  const words = say(
    fleetWords({
      nights: played.nights,
      ninjaone: of('ninjaone'),
      threatlocker: of('threatlocker'),
      ocs: of('ocs'),
      machines: counted?.distinctTotal ?? 0,
      failed,
      ...(await unprotected(app, played.last)),
    }),
    app.language,
  )
  const weekBefore = addDays(played.last, -7)
  const next = [
    'counts',
    'days',
    `devices --as-of ${weekBefore}`,
    `compare ${weekBefore} ${played.last}`,
    'site-map',
    'findings --check missing-in-edr',
    'finding F1',
    'decide F1 --acknowledge --by Ana',
    'device 1',
    'ageing',
    'reconcile',
    'lint',
  ]
  return [
    ...['', ...words.split('\n'), ''],
    ...next.map((command) => `  ${muster} ${command}`),
    ...['', say(MORE, app.language)],
  ]
}

const MORE: Phrase = {
  en: 'With files of your own: "test CASES" runs golden cases, "what-if CONFIG" tries other rules over a kept day. "plan --names" corrects names where that is enabled.',
  es: 'Con archivos propios: «test CASOS» ejecuta casos de referencia y «what-if CONFIG» prueba otras reglas sobre un día conservado. «plan --names» corrige nombres donde está habilitado.',
}

/** Machines that lack the agent they should have, and for how many days the oldest has. */
async function unprotected(app: App, today: Day) {
  const filter: FindingFilter = { ...ALL_FINDINGS, checks: ['missing-in-edr'], states: ['open'] }
  const rows = await findingStore(app.database).byCheck(filter, today)
  return {
    unprotected: rows.reduce((sum, { count }) => sum + count, 0),
    oldestDays: Math.max(0, ...rows.map(({ oldestDays }) => oldestDays)),
  }
}

interface FleetCounts {
  readonly nights: number
  readonly ninjaone: number
  readonly threatlocker: number
  readonly ocs: number
  readonly machines: number
  readonly failed: number
  readonly unprotected: number
  readonly oldestDays: number
}

function fleetWords(counts: FleetCounts): Phrase {
  const { nights, ninjaone, threatlocker, ocs, machines, failed } = counts
  return {
    en: `${nights} nights of an invented service provider were collected: the last 65 days and the month-ends of fourteen months.
The books of the office were collected with them on the first night, the last month-end, yesterday and today.
Today NinjaOne lists ${ninjaone} machines, ThreatLocker ${threatlocker} and OCS ${ocs}: ${machines} machines in all, each counted once.
ThreatLocker did not answer on ${failed} nights; no machine was taken for gone.
${counts.unprotected} machines lack the protection agent they should have, one of them for ${counts.oldestDays} days: every disagreement remembers since when.`,
    es: `Se recopilaron ${nights} noches de un proveedor de servicios inventado: los últimos 65 días y los cierres de catorce meses.
Los registros de la oficina se recopilaron con ellas la primera noche, el último cierre de mes, ayer y hoy.
Hoy NinjaOne tiene ${ninjaone} equipos, ThreatLocker ${threatlocker} y OCS ${ocs}: ${machines} equipos en total, contado cada uno una vez.
ThreatLocker no respondió ${failed} noches; ningún equipo se dio por desaparecido.
${counts.unprotected} equipos no llevan el agente de protección que deberían, uno desde hace ${counts.oldestDays} días: cada discrepancia recuerda desde cuándo.`,
  }
}
