import type { Issue } from '../analytics/quality/issues.ts'
import type { PlaceQuality } from '../analytics/quality/quality-by-place.ts'
import type { KeptAnalysis, TrendDay } from '../analytics/quality/queries.ts'
import type { FailingRow } from '../analytics/standing/failing-row.ts'
import type { Problem } from '../analytics/standing/problems.ts'
import type { Recommendation } from '../analytics/standing/recommendations.ts'
import {
  ANALYZE_WORDS as A,
  KEY_FIELD_WORDS,
  MEASURE_WORDS,
  PROBLEM_SEVERITY_WORDS,
  SCOPE_WORDS,
  WHY_WORDS,
} from '../language/analyze-words.ts'
import type { Phrase } from '../language/language.ts'
import { RECOMMENDATION_COMMANDS, RECOMMENDATION_WORDS } from '../language/outlook-words.ts'
import { problemWords } from '../language/problem-words.ts'
import { issueCommand, issueTitle } from './analytics-document.ts'
import { type FleetColumn, type FleetTable, fleetTable } from './fleet-table.ts'

/** An analysis in tables: by place, what takes most, what stands out, what to do, and day by day. */
export function analysisTables(
  { analysis }: Pick<KeptAnalysis, 'analysis'>,
  trend: readonly TrendDay[],
): FleetTable[] {
  const { day, places, issues, problems, recommendations } = analysis
  const of = (en: string, es: string): Phrase => ({ en: `${en} ${day}`, es: `${es} ${day}` })
  const notes: readonly Phrase[] = []
  return [
    fleetTable({
      name: 'quality',
      title: of('Quality on', 'Calidad el'),
      ...{ notes, rows: places, columns: [...WHERE, ...FIGURES] },
    }),
    fleetTable({
      name: 'issues',
      title: of('What takes from it on', 'Lo que resta el'),
      ...{ notes, rows: issues, columns: ISSUES },
    }),
    fleetTable({
      name: 'anomalies',
      title: of('What stands out on', 'Lo que destaca el'),
      ...{ notes, rows: problems, columns: PROBLEMS },
    }),
    fleetTable({
      name: 'recommendations',
      title: of('What to do on', 'Qué hacer el'),
      ...{ notes, rows: recommendations, columns: RECOMMENDED },
    }),
    fleetTable({
      name: 'trend',
      title: { en: 'Quality day by day', es: 'Calidad día a día' },
      ...{ notes, rows: trend, columns: TREND },
    }),
  ]
}

/** The rows that fail a measure, with what helps to find the devices. */
export function failingTable(day: string, rows: readonly FailingRow[]): FleetTable {
  return fleetTable({
    name: 'failing',
    title: { en: `Failing rows on ${day}`, es: `Filas que fallan el ${day}` },
    ...{ notes: [], rows, columns: FAILING },
  })
}

const WHERE: readonly FleetColumn<PlaceQuality>[] = [
  {
    key: 'scope',
    title: A.scope,
    code: ({ scope }) => scope,
    cell: ({ scope }, { say }) => say(SCOPE_WORDS[scope]),
  },
  { key: 'place', title: A.place, code: ({ place }) => place },
  { key: 'devices', title: A.devices, code: ({ devices }) => devices },
  { key: 'with_tag', title: A.tagged, code: ({ tagged }) => tagged },
]

const FIGURES: readonly FleetColumn<PlaceQuality>[] = [
  { key: 'score', title: A.score, code: ({ score }) => score },
  { key: 'grade', title: A.grade, code: ({ grade }) => grade },
  ...(['completeness', 'consistency', 'uniqueness', 'validity'] as const).flatMap((measure) => [
    {
      key: measure,
      title: MEASURE_WORDS[measure],
      code: ({ parts }: PlaceQuality) => toTwoDecimals(parts[measure].percent),
    },
    {
      key: `${measure}_failing`,
      title: {
        en: `${MEASURE_WORDS[measure].en}: failing`,
        es: `${MEASURE_WORDS[measure].es}: fallan`,
      },
      code: ({ parts }: PlaceQuality) => parts[measure].of - parts[measure].passed,
    },
  ]),
]

const ISSUES: readonly FleetColumn<Issue>[] = [
  {
    key: 'measure',
    title: A.measure,
    code: ({ measure }) => measure,
    cell: (issue, { say }) => say(issueTitle(issue)),
  },
  { key: 'field', title: A.field, code: ({ field }) => field },
  { key: 'failing', title: A.failing, code: ({ failing }) => failing },
  { key: 'of', title: A.of, code: ({ of }) => of },
  { key: 'gain', title: A.gain, code: ({ gain }) => toTwoDecimals(gain) },
  { key: 'command', title: A.rows, code: issueCommand },
]

const told = (problem: Problem) => problemWords({ ...problem, devices: problem.affected.length })

const PROBLEMS: readonly FleetColumn<Problem>[] = [
  {
    key: 'severity',
    title: A.severity,
    code: ({ severity }) => severity,
    cell: ({ severity }, { say }) => say(PROBLEM_SEVERITY_WORDS[severity]),
  },
  {
    key: 'category',
    title: A.title,
    code: ({ code }) => code,
    cell: (problem, { say }) => say(told(problem).title),
  },
  { key: 'devices', title: A.affected, code: ({ affected }) => affected.length },
  {
    key: 'description',
    title: A.description,
    code: (problem) => told(problem).description.en,
    cell: (problem, { say }) => say(told(problem).description),
  },
  {
    key: 'suggestion',
    title: A.suggestion,
    code: (problem) => told(problem).suggestion.en,
    cell: (problem, { say }) => say(told(problem).suggestion),
  },
]

const RECOMMENDED: readonly FleetColumn<Recommendation>[] = [
  {
    key: 'recommendation',
    title: A.title,
    code: ({ code }) => code,
    cell: ({ code }, { say }) => say(RECOMMENDATION_WORDS[code]),
  },
  { key: 'devices', title: A.devices, code: ({ devices }) => devices },
  { key: 'gain', title: A.gain, code: ({ gain }) => toTwoDecimals(gain) },
  { key: 'command', title: A.suggestion, code: ({ code }) => RECOMMENDATION_COMMANDS[code] },
]

const TREND: readonly FleetColumn<TrendDay>[] = [
  { key: 'date', title: A.day, code: ({ day }) => day },
  { key: 'score', title: A.score, code: ({ score }) => score },
  ...(['completeness', 'consistency', 'uniqueness', 'validity'] as const).map((measure) => ({
    key: measure,
    title: MEASURE_WORDS[measure],
    code: (day: TrendDay) => toTwoDecimals(day[measure]),
  })),
  { key: 'coverage', title: A.coverage, code: ({ coverage }) => toTwoDecimals(coverage) },
]

const FAILING: readonly FleetColumn<FailingRow>[] = [
  {
    key: 'measure',
    title: A.measure,
    code: ({ measure }) => measure,
    cell: ({ measure }, { say }) => say(MEASURE_WORDS[measure]),
  },
  {
    key: 'field',
    title: A.field,
    code: ({ field }) => field,
    cell: ({ field }, { say }) => (field === null ? null : say(KEY_FIELD_WORDS[field])),
  },
  {
    key: 'why',
    title: A.why,
    code: ({ why }) => why,
    cell: ({ why }, { say }) => say(WHY_WORDS[why]),
  },
  { key: 'value', title: A.value, code: ({ value }) => value },
  { key: 'ocs_id', title: A.key, code: ({ key }) => key },
  { key: 'hostname', title: A.hostname, code: ({ hostname }) => hostname },
  {
    key: 'inventory_number',
    title: A.inventoryNumber,
    code: ({ inventoryNumber }) => inventoryNumber,
  },
  { key: 'tag', title: A.tag, code: ({ tag }) => tag },
  { key: 'serial', title: A.serial, code: ({ serial }) => serial },
  { key: 'user', title: A.user, code: ({ user }) => user },
  { key: 'building', title: A.building, code: ({ building }) => building },
  { key: 'municipality', title: A.municipality, code: ({ municipality }) => municipality },
]

function toTwoDecimals(figure: number | null): number | null {
  return figure === null ? null : Math.round(figure * 100) / 100
}
