import type { Issue } from '../analytics/quality/issues.ts'
import { KEY_FIELDS, MEASURES } from '../analytics/quality/measures.ts'
import type { Quality, Share } from '../analytics/quality/quality.ts'
import type { KeptAnalysis, TrendDay } from '../analytics/quality/queries.ts'
import { type Analysis, overall } from '../analytics/standing/analysis.ts'
import type { Counted } from '../analytics/standing/distribution.ts'
import type { Problem } from '../analytics/standing/problems.ts'
import type { Recommendation } from '../analytics/standing/recommendations.ts'
import { KEY_FIELD_WORDS, MEASURE_WORDS } from '../language/analyze-words.ts'
import { type Language, type Phrase, say } from '../language/language.ts'
import { counted } from '../language/list-words.ts'
import { COMPUTERS } from '../language/noun-words.ts'
import {
  balanceNote,
  coverageWords,
  RECOMMENDATION_COMMANDS,
  RECOMMENDATION_WORDS,
  syncWords,
  unjudgedBuildings,
} from '../language/outlook-words.ts'
import { problemWords } from '../language/problem-words.ts'
import { decimalWords } from '../language/share-words.ts'

/** `GET /api/analytics`: an analysis as kept, with its titles and sentences in one language. */
export function analyticsDocument(
  { analysis, at, day }: KeptAnalysis,
  trend: readonly TrendDay[],
  language: Language,
) {
  const words = (phrase: Phrase) => say(phrase, language)
  const { distribution, sync } = analysis
  return {
    day,
    anomalies: analysis.problems.map((problem) => anomalyOf(problem, words)),
    data_quality: {
      ...qualityOf(overall(analysis)),
      issues: analysis.issues.map((issue) => issueOf(issue, words)),
      places: analysis.places
        .filter(({ scope }) => scope !== 'all')
        .map((place) => ({ scope: place.scope, place: place.place, ...qualityOf(place) })),
      trend: trend.map(trendOf),
    },
    distribution: {
      tag_status: {
        in_form: distribution.tagStatus['in-form'],
        other_form: distribution.tagStatus['other-form'],
        placeholder: distribution.tagStatus.placeholder,
        blank: distribution.tagStatus.blank,
      },
      buildings: byName(distribution.buildings),
      users: byName(distribution.users),
      categories: byName(distribution.categories),
      without: distribution.without,
      building_balance: {
        score: rounded(distribution.balance.percent),
        buildings: distribution.balance.buildings,
        note: wordsOrNull(balanceNote(distribution.balance.buildings), words),
      },
      building_outliers_note: wordsOrNull(unjudgedBuildings(analysis.buildings), words),
    },
    predictions: {
      sync_estimate: {
        percent: sync.kind === 'known' ? rounded(sync.percent) : null,
        plans: sync.kind === 'known' ? sync.plans : 0,
        planned: sync.kind === 'known' ? sync.planned : 0,
        applied: sync.kind === 'known' ? sync.applied : 0,
        reason: words(syncWords(sync)),
      },
      coverage: coverageOf(analysis, words),
      recommendations: analysis.recommendations.map((each) => recommendationOf(each, words)),
    },
    summary: words(summaryWords(analysis)),
    generated_at: at.toISOString(),
  }
}

type Words = (phrase: Phrase) => string

function wordsOrNull(phrase: Phrase | null, words: Words): string | null {
  return phrase === null ? null : words(phrase)
}

const CATEGORIES: Readonly<Record<Problem['code'], string>> = {
  duplicates: 'duplicates',
  'missing-tags': 'missing_tags',
  'other-form-tags': 'tag_form',
  orphans: 'orphans',
  'building-outlier': 'building_outlier',
}

function anomalyOf(problem: Problem, words: Words) {
  const { affected, severity, code } = problem
  const { title, description, suggestion } = problemWords({ ...problem, devices: affected.length })
  return {
    severity,
    category: CATEGORIES[code],
    title: words(title),
    description: words(description),
    affected_assets: affected,
    suggestion: words(suggestion),
  }
}

function qualityOf({ devices, score, grade, parts, fields }: Quality) {
  const weights = MEASURES.map((measure) => [measure, rounded(parts[measure].weight, 6)])
  const opened = MEASURES.map((measure) => [measure, shareOf(parts[measure])])
  return {
    ...{ devices, score, grade },
    completeness: rounded(parts.completeness.percent),
    consistency: rounded(parts.consistency.percent),
    uniqueness: rounded(parts.uniqueness.percent),
    validity: rounded(parts.validity.percent),
    weights: Object.fromEntries(weights),
    shares: Object.fromEntries(opened),
    fields: Object.fromEntries(KEY_FIELDS.map((field) => [codeOf(field), shareOf(fields[field])])),
  }
}

function shareOf({ passed, of, percent }: Share) {
  return { passed, of, failing: of - passed, percent: rounded(percent) }
}

function issueOf({ measure, field, failing, of, gain }: Issue, words: Words) {
  return {
    ...{ measure, field: field === null ? null : codeOf(field), failing, of, gain: rounded(gain) },
    title: words(issueTitle({ measure, field })),
    command: issueCommand({ measure, field }),
  }
}

/** What an issue is called. @example 'completeness: user' */
export function issueTitle({ measure, field }: Pick<Issue, 'measure' | 'field'>): Phrase {
  const name = MEASURE_WORDS[measure]
  if (field === null) return name
  const { en, es } = KEY_FIELD_WORDS[field]
  return { en: `${name.en}: ${en}`, es: `${name.es}: ${es}` }
}

/** The command that lists the rows behind an issue. */
export function issueCommand({ measure, field }: Pick<Issue, 'measure' | 'field'>): string {
  return `muster analyze --failing ${measure}${field === null ? '' : ` --field ${field}`}`
}

function trendOf(day: TrendDay) {
  return {
    day: day.day,
    score: day.score,
    completeness: rounded(day.completeness),
    consistency: rounded(day.consistency),
    uniqueness: rounded(day.uniqueness),
    validity: rounded(day.validity),
    coverage: rounded(day.coverage),
  }
}

function coverageOf({ coverage }: Analysis, words: Words) {
  return {
    status: codeOf(coverage.kind),
    percent: rounded(coverage.percent),
    target: coverage.target,
    per_day: 'perDay' in coverage ? rounded(coverage.perDay, 6) : null,
    reached_on: coverage.kind === 'projected' ? coverage.day : null,
    has_days: coverage.kind === 'not-enough-days' ? coverage.has : null,
    needs_days: coverage.kind === 'not-enough-days' ? coverage.needs : null,
    reason: words(coverageWords(coverage)),
  }
}

function recommendationOf({ code, devices, gain }: Recommendation, words: Words) {
  return {
    code: codeOf(code),
    title: words(RECOMMENDATION_WORDS[code]),
    devices,
    gain: rounded(gain),
    command: RECOMMENDATION_COMMANDS[code],
  }
}

/** An analysis in one sentence. */
export function summaryWords(analysis: Analysis): Phrase {
  return analyzedWords(overall(analysis))
}

/** The same of its figures alone. */
export function analyzedWords({
  devices,
  score,
  grade,
}: Pick<Quality, 'devices' | 'score' | 'grade'>): Phrase {
  const computers = counted(devices, COMPUTERS)
  if (score === null || grade === null) {
    return { en: `${computers.en}: nothing to measure`, es: `${computers.es}: nada que medir` }
  }
  const shown = decimalWords(score)
  return {
    en: `${computers.en}, quality ${shown.en} of 100, grade ${grade}`,
    es: `${computers.es}, calidad ${shown.es} de 100, nota ${grade}`,
  }
}

function byName(list: readonly Counted[]): Record<string, number> {
  return Object.fromEntries(list.map(({ name, count }) => [name, count]))
}

/** @example codeOf('inventory-number') // => 'inventory_number' */
function codeOf(code: string): string {
  return code.replaceAll('-', '_')
}

function rounded(figure: number | null, decimals = 2): number | null {
  if (figure === null) return null
  const unit = 10 ** decimals
  return Math.round(figure * unit) / unit
}
