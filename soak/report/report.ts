import { type Circumstances, factLines } from '../../bench/report/circumstances.ts'
import { shown } from '../../bench/report/shown.ts'
import { table } from '../../bench/report/table.ts'
import type { Retention } from '../../src/inventory/retention/kept-days.ts'
import type { Judged, Watched } from './flatness.ts'
import type { TableGrowth } from './growth.ts'
import type { SoakedMonth } from './months.ts'

/** What came of a soak. */
export interface SoakReport extends Circumstances {
  readonly days: number
  readonly devices: number
  readonly seed: number
  /** False where somebody ended it before its last day. */
  readonly isWhole: boolean
  readonly retention: Retention & { readonly runDays: number }
  /** Digests that people were sent. */
  readonly digests: number
  readonly months: readonly SoakedMonth[]
  /** The first and the last month that are judged; null where there are too few. */
  readonly judgedSpan: { readonly first: string; readonly last: string } | null
  readonly judged: readonly Judged[]
  readonly growth: readonly TableGrowth[]
  /** What contradicts the invariants of the drills. */
  readonly breaches: readonly string[]
}

const MIB = 1024 ** 2
/** As many tables are told one by one. */
const TOLD_TABLES = 25

/** Whether nothing grew that must not, and nothing is wrong in the database. */
export function isGood({ judged, breaches }: SoakReport): boolean {
  return breaches.length === 0 && judged.every(({ isFlat }) => isFlat)
}

/** The verdict in a sentence. */
export function verdictOf(report: SoakReport): string {
  const { breaches, judged, judgedSpan } = report
  const broken = report.isWhole ? [] : ['Ended before its last day.']
  const wrong = breaches.length === 0 ? [] : [`${breaches.length} breaches of invariants.`]
  if (judgedSpan === null) {
    const short = 'Too short to judge: twelve whole months at least are needed.'
    return [...broken, short, ...wrong].join(' ')
  }
  const growing = judged.filter(({ isFlat }) => !isFlat).map(({ name }) => name)
  const flat = `Flat from ${judgedSpan.first} to ${judgedSpan.last}.`
  const said = growing.length === 0 ? flat : `Not flat: ${growing.join(', ')}.`
  return [...broken, said, ...wrong].join(' ')
}

/** The whole report as Markdown. */
export function reportText(report: SoakReport): string {
  const { days, devices, seed, retention, digests, breaches } = report
  const { dailyFor, monthEnds, runDays } = retention
  return `${[
    '# Soak',
    '',
    ...factLines(report),
    `${shown(days)} simulated days, a fleet of ${shown(devices)} machines, seed ${seed}. Days are kept for ${dailyFor} days, ` +
      `month-ends for ${monthEnds} months, runs for ${runDays} days. ${digests} digests were sent.`,
    '',
    `**${verdictOf(report)}**`,
    ...(report.judged.length === 0
      ? []
      : section('What must stay flat', judgedTable(report.judged))),
    ...section('Month by month', monthTable(report.months)),
    ...section('Steps of the night, seconds', stepTable(report.months)),
    ...section('Tables', growthTable(report.growth)),
    ...(breaches.length === 0
      ? ['', 'All invariants of the drills hold at the end.']
      : section('Breaches', breaches.map((breach) => `- ${breach}`).join('\n'))),
  ].join('\n')}\n`
}

function section(title: string, body: string): string[] {
  return ['', `## ${title}`, '', body]
}

function judgedTable(judged: readonly Judged[]): string {
  const head = ['', 'level', 'comes to it in a month', 'share', 'at most', 'flat']
  const rows = judged.map(({ name, unit, level, perMonth, growth, limit, isFlat }) => [
    ...[name, inUnit(level, unit), inUnit(perMonth, unit)],
    ...[percent(growth), percent(limit), isFlat ? 'yes' : 'NO'],
  ])
  return table(head, rows)
}

function inUnit(value: number, unit: Watched['unit']): string {
  if (unit === 'bytes') return `${shown(value / MIB)} MiB`
  return unit === 'seconds' ? `${shown(value)} s` : shown(value)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** The columns of a month. */
export const MONTH_HEAD = [
  ...['month', 'days', 'nightly s', 'all jobs s', 'retrain s', 'held MiB', 'resident MiB'],
  ...['peak MiB', 'database MiB', 'catalogs MiB', 'live rows', 'dead rows', 'reports MiB'],
]

/** A month as a line of the table. */
export function monthCells(month: SoakedMonth): string[] {
  const { memory, database, jobSeconds } = month
  const seconds = [jobSeconds.nightly, month.daySeconds, jobSeconds.retrain]
  const bytes = [memory.held, memory.resident, memory.peak, database.bytes, month.catalogBytes]
  return [
    ...[month.month.slice(0, 7), `${month.days}`],
    ...seconds.map((each) => (each === undefined ? '' : each.toFixed(2))),
    ...bytes.map((each) => (each / MIB).toFixed(1)),
    ...[shown(database.live), shown(database.dead), (month.reportBytes / MIB).toFixed(1)],
  ]
}

function monthTable(months: readonly SoakedMonth[]): string {
  return table(MONTH_HEAD, months.map(monthCells))
}

/** Medians of the first month, the middle one and the last. */
function stepTable(months: readonly SoakedMonth[]): string {
  const [first, middle, last] = [months[0], months[months.length >> 1], months.at(-1)]
  if (!first || !middle || !last) return ''
  const told = [first, middle, last]
  const names = Object.keys(last.stepSeconds).toSorted(
    (one, other) => (last.stepSeconds[other] ?? 0) - (last.stepSeconds[one] ?? 0),
  )
  return table(
    ['step', ...told.map(({ month }) => month.slice(0, 7))],
    names.map((name) => [
      name,
      ...told.map(({ stepSeconds }) => (stepSeconds[name] ?? 0).toFixed(2)),
    ]),
  )
}

function growthTable(growth: readonly TableGrowth[]): string {
  const head = ['table', 'bounded', 'rows', 'a month', 'MiB', 'MiB a month']
  const rows = growth
    .slice(0, TOLD_TABLES)
    .map(({ name, isBounded, rows, rowsPerMonth, bytes, bytesPerMonth }) => [
      ...[name, isBounded ? 'yes' : '', shown(rows), shown(rowsPerMonth)],
      ...[(bytes / MIB).toFixed(2), (bytesPerMonth / MIB).toFixed(3)],
    ])
  return table(head, rows)
}
