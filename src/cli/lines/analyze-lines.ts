import { MEASURES } from '../../analytics/quality/measures.ts'
import type { TrendDay } from '../../analytics/quality/queries.ts'
import { type Analysis, overall } from '../../analytics/standing/analysis.ts'
import type { Counted } from '../../analytics/standing/distribution.ts'
import {
  ANALYZE_WORDS as A,
  KEY_FIELD_WORDS,
  MEASURE_MEANINGS,
  MEASURE_WORDS,
  PROBLEM_SEVERITY_WORDS,
} from '../../language/analyze-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import {
  balanceNote,
  coverageWords,
  RECOMMENDATION_COMMANDS,
  RECOMMENDATION_WORDS,
  syncWords,
  unjudgedBuildings,
} from '../../language/outlook-words.ts'
import { problemWords } from '../../language/problem-words.ts'
import { decimalWords, percentOf } from '../../language/share-words.ts'
import { issueCommand, issueTitle, summaryWords } from '../../reports/analytics-document.ts'
import { tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

type Words = (phrase: Phrase) => string

/** How many places, users and categories are named on a terminal. */
const SHOWN = 5

/** An analysis on a terminal: the score and its parts, what takes from it, what stands out, what to do. */
export function analyzeLines(
  analysis: Analysis,
  trend: readonly TrendDay[],
  language: Language,
): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  return [
    `${analysis.day}: ${words(summaryWords(analysis))}${words(sinceWords(analysis, trend))}`,
    '',
    ...partLines(analysis, words),
    ...section(TITLES.issues, issueLines(analysis, words), words),
    ...section(TITLES.problems, problemLines(analysis, words), words),
    ...section(TITLES.recommended, recommendedLines(analysis, words), words),
    ...section(TITLES.places, placeLines(analysis, words), words),
    ...section(TITLES.where, distributionLines(analysis, words), words),
    ...section(TITLES.outlook, outlookLines(analysis, words), words),
  ]
}

const TITLES = {
  issues: {
    en: 'What takes from it, and the rows behind:',
    es: 'Lo que le resta, y las filas que hay detrás:',
  },
  problems: { en: 'What stands out:', es: 'Lo que destaca:' },
  recommended: { en: 'What to do:', es: 'Qué hacer:' },
  places: {
    en: 'The municipalities with the lowest score; --json and --output have all, and every building:',
    es: 'Los municipios con menor puntuación; --json y --output los tienen todos, y cada edificio:',
  },
  where: { en: 'Where things stand:', es: 'Cómo está todo:' },
  outlook: { en: 'Outlook:', es: 'Perspectiva:' },
} as const satisfies Record<string, Phrase>

function section(title: Phrase, lines: readonly string[], words: Words): string[] {
  return lines.length === 0 ? [] : ['', words(title), ...lines]
}

/** How the score moved since the day kept before. */
function sinceWords(analysis: Analysis, trend: readonly TrendDay[]): Phrase {
  const { score } = overall(analysis)
  const before = trend.findLast(({ day }) => day < analysis.day)
  if (score === null || !before || before.score === null) return { en: '', es: '' }
  const moved = score - before.score
  const sign = moved > 0 ? '+' : moved < 0 ? '-' : ''
  const { en, es } = decimalWords(Math.abs(moved))
  return {
    en: ` (${sign}${en} since ${before.day})`,
    es: ` (${sign}${es} desde el ${before.day})`,
  }
}

function partLines(analysis: Analysis, words: Words): string[] {
  const { parts, fields } = overall(analysis)
  const rows = MEASURES.map((measure) => {
    const { percent, passed, of, weight } = parts[measure]
    return [
      words(MEASURE_WORDS[measure]),
      share(percent, words),
      words(countWords(passed)),
      words(countWords(of)),
      words(percentOf(100 * weight)),
      words(decimalWords(weight * (percent ?? 0))),
      words(MEASURE_MEANINGS[measure]),
    ]
  })
  const titles = [A.measure, A.percent, A.passed, A.of, A.weight, A.points, A.meaning].map(words)
  const named = Object.entries(KEY_FIELD_WORDS).map(([field, phrase]) => {
    const { percent } = fields[field as keyof typeof fields] // the keys of a record of every field
    return `${words(phrase)} ${share(percent, words)}`
  })
  const right = 'right' as const
  return [
    ...tableLines([titles, ...rows], ['left', right, right, right, right, right, 'left']),
    `  ${words(MEASURE_WORDS.completeness)}: ${named.join(', ')}`,
  ]
}

function share(percent: number | null, words: Words): string {
  return percent === null ? '-' : words(percentOf(percent))
}

function issueLines({ issues }: Analysis, words: Words): string[] {
  const rows = issues.map((issue) => [
    words(decimalWords(issue.gain)),
    words(countWords(issue.failing)),
    words(issueTitle(issue)),
    issueCommand(issue),
  ])
  const titles = [A.gain, A.failing, A.title, A.rows].map(words)
  return rows.length === 0 ? [] : tableLines([titles, ...rows], ['right', 'right'])
}

function problemLines({ problems }: Analysis, words: Words): string[] {
  return tableLines(
    problems.map((problem) => {
      const { description } = problemWords({ ...problem, devices: problem.affected.length })
      return [words(PROBLEM_SEVERITY_WORDS[problem.severity]), words(description)]
    }),
  )
}

function recommendedLines({ recommendations }: Analysis, words: Words): string[] {
  const rows = recommendations.map(({ code, devices, gain }) => [
    words(decimalWords(gain)),
    words(countWords(devices)),
    words(RECOMMENDATION_WORDS[code]),
    RECOMMENDATION_COMMANDS[code],
  ])
  const titles = [A.gain, A.devices, A.title, A.command].map(words)
  return rows.length === 0 ? [] : tableLines([titles, ...rows], ['right', 'right'])
}

/** Where nobody knows the place the devices are told of as well. */
const NOWHERE: Phrase = { en: '(place unknown)', es: '(lugar desconocido)' }

function placeLines({ places }: Analysis, words: Words): string[] {
  const lowest = places
    .filter(({ scope, score }) => scope === 'site' && score !== null)
    .toSorted((one, other) => (one.score ?? 0) - (other.score ?? 0))
    .slice(0, SHOWN)
  const rows = lowest.map(({ place, score, grade, devices }) => [
    words(decimalWords(score ?? 0)),
    grade ?? '-',
    words(countWords(devices)),
    place ?? words(NOWHERE),
  ])
  const titles = [A.score, A.grade, A.devices, A.municipality].map(words)
  return rows.length === 0 ? [] : tableLines([titles, ...rows], ['right', 'left', 'right'])
}

function distributionLines(analysis: Analysis, words: Words): string[] {
  const { distribution, totals } = analysis
  const { tagStatus, without } = distribution
  const status = words({
    en: `TAGs: ${tagStatus['in-form']} in form, ${tagStatus['other-form']} of another form, ${tagStatus.placeholder} that stand for none, ${tagStatus.blank} blank`,
    es: `TAG: ${tagStatus['in-form']} con la forma, ${tagStatus['other-form']} con otra forma, ${tagStatus.placeholder} que no dicen nada, ${tagStatus.blank} vacíos`,
  })
  const virtual = words({
    en: `virtual machines: ${totals.virtualMachines}; without an inventory number: ${totals.emptyInventory}`,
    es: `máquinas virtuales: ${totals.virtualMachines}; sin número de inventario: ${totals.emptyInventory}`,
  })
  const largest = (title: Phrase, groups: readonly Counted[], unknown: number) =>
    shownText(
      `  ${words(title)}: ${[...largestOf(groups), ...restOf(groups, unknown)].map(words).join(', ')}`,
    )
  return [
    `  ${status}`,
    `  ${virtual}`,
    largest(A.building, distribution.buildings, without.building),
    largest(A.user, distribution.users, without.user),
    largest(A.category, distribution.categories, without.category),
    balanceLine(analysis, words),
  ]
}

function largestOf(groups: readonly Counted[]): Phrase[] {
  return groups.slice(0, SHOWN).map(({ name, count }) => {
    const { en, es } = countWords(count)
    return { en: `${name} ${en}`, es: `${name} ${es}` }
  })
}

/** How many groups more there are, and how many devices are in none. */
function restOf(groups: readonly Counted[], unknown: number): Phrase[] {
  const more = groups.length - SHOWN
  return [
    ...(more > 0 ? [{ en: `${more} more`, es: `${more} más` }] : []),
    ...(unknown > 0 ? [{ en: `unknown ${unknown}`, es: `sin saber ${unknown}` }] : []),
  ]
}

function balanceLine({ distribution, buildings }: Analysis, words: Words): string {
  const { balance } = distribution
  const note = balanceNote(balance.buildings) ?? unjudgedBuildings(buildings)
  const { en, es } = balance.percent === null ? NOTHING : decimalWords(balance.percent)
  const evenness = words({
    en: `balance over ${balance.buildings} buildings: ${en} of 100`,
    es: `equilibrio entre ${balance.buildings} edificios: ${es} de 100`,
  })
  return `  ${evenness}${note === null ? '' : ` (${words(note)})`}`
}

const NOTHING: Phrase = { en: '-', es: '-' }

function outlookLines({ coverage, sync }: Analysis, words: Words): string[] {
  const now = coverage.percent === null ? '-' : words(percentOf(coverage.percent))
  return [
    `  ${words(A.coverage)}: ${now}; ${words(coverageWords(coverage))}`,
    `  ${words(syncWords(sync))}`,
  ]
}
