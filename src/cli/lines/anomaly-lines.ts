import type { AnomalyAnswer, AnomalyMethod } from '../../analytics/anomaly/anomaly.ts'
import type { SeriesName } from '../../analytics/figures/series-name.ts'
import type { AskedWindow, DaySpan } from '../../analytics/study/asked-window.ts'
import type { Judgement } from '../../analytics/study/judge-now.ts'
import { aboutWords, amountWords } from '../../language/amount-words.ts'
import {
  ANOMALY_WORDS as A,
  ANOMALY_METHOD_WORDS,
  anomalyReasonWords,
  DIRECTION_WORDS,
  tooFewWords,
  VERDICT_WORDS,
} from '../../language/anomaly-words.ts'
import { AGGREGATE_WORDS } from '../../language/forecast-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import type { Day } from '../../lib/day.ts'
import type { AnomalyRow } from '../../reports/anomaly-table.ts'
import { dayRanges } from './day-ranges.ts'
import { listingLines } from './listing-lines.ts'
import { type Alignment, tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

type Words = (phrase: Phrase) => string

const RIGHT: readonly Alignment[] = ['right', 'right', 'right']

/** What was found odd over all metrics, newest first, and how to see the rest. */
export function keptAnomalyLines(
  { items, total }: { readonly items: readonly AnomalyRow[]; readonly total: number },
  language: Language,
): string[] {
  const words: Words = (phrase) => say(phrase, language)
  const titles = [A.day, A.source, A.metric, A.value, A.expected, A.score, A.direction, A.said]
  const rows = items.map((row) => {
    const { source, metric } = row
    const [day = '', ...figures] = figureCells(row, words)
    return [
      day,
      source,
      metric,
      ...figures,
      saidText(row, words),
      words(anomalyReasonWords(row.why)),
    ]
  })
  const none = {
    en: 'Nothing odd is known. "muster study" looks for it, and every night does.',
    es: 'No consta nada raro. Lo busca «muster study», y también cada noche.',
  }
  const listing = {
    titles: [...titles, A.why].map((title) => words(title).toUpperCase()),
    ...{ rows, total, none, command: 'muster anomalies --all' },
    alignments: ['left', 'left', 'left', ...RIGHT] as const,
  }
  return listingLines(listing, language)
}

/** What came of judging one metric as a person asked. */
export interface JudgedMetric extends SeriesName {
  readonly method: Judgement['method']
  readonly answer: AnomalyAnswer
  /** The days asked for of those it has; null where it has none of them. */
  readonly span: { readonly from: Day; readonly to: Day } | null
  /** The days it has. */
  readonly first: Day
  readonly last: Day
  /** The days asked for, and which of them have no figure; null where there is no day to name. */
  readonly window: AskedWindow | null
  /** Days of the span that were left out, because a person spoke for them. */
  readonly exempt: readonly Day[]
}

/** As a person names the methods, and as what they find names them. */
const METHODS: Readonly<Record<Judgement['method'], AnomalyMethod>> = {
  rolling: 'rolling-z',
  robust: 'seasonal-robust-z',
  forest: 'isolation-forest',
  shape: 'matrix-profile',
}

/** A metric as it was judged now. */
export function judgedLines(
  judged: JudgedMetric,
  rows: readonly AnomalyRow[],
  language: Language,
): string[] {
  const words: Words = (phrase) => say(phrase, language)
  const { source, metric, aggregate, method, span, answer, exempt } = judged
  const head = shownText(`${source}: ${metric} (${words(AGGREGATE_WORDS[aggregate])})`)
  if (span === null) return [head, words(noDayWords(judged))]
  if (answer.kind === 'too-few') return [head, words(tooFewWords(answer))]
  const titles = [A.day, A.value, A.expected, A.score, A.direction, A.why]
  const table = rows.map((row) => [...figureCells(row, words), words(anomalyReasonWords(row.why))])
  return [
    `${head}: ${words(ANOMALY_METHOD_WORDS[METHODS[method]])}`,
    words(judgedWords(span, answer)),
    ...(judged.window?.daysWithout ? [words(withoutWords(judged.window))] : []),
    ...(exempt.length === 0 ? [] : [words(exemptWords(exempt))]),
    ...(table.length === 0
      ? []
      : [
          '',
          ...tableLines(
            [titles.map((title) => words(title).toUpperCase()), ...table],
            ['left', ...RIGHT],
            0,
          ),
        ]),
  ]
}

/** Day, value, expected, score and side. */
function figureCells(
  { day, value, expected, score, direction }: AnomalyRow,
  words: Words,
): string[] {
  return [
    day,
    words(amountWords(value)),
    words(aboutWords(expected)),
    score === null ? '-' : words(aboutWords(score)),
    words(DIRECTION_WORDS[direction]),
  ]
}

/** @example 'expected (ana: holiday)' */
function saidText({ verdict, saidBy, verdictReason }: AnomalyRow, words: Words): string {
  if (verdict === null) return '-'
  const by = [saidBy, verdictReason].filter((part) => part !== null).join(': ')
  return `${words(VERDICT_WORDS[verdict])} (${by})`
}

function noDayWords({ first, last }: Pick<JudgedMetric, 'first' | 'last'>): Phrase {
  return {
    en: `It has no figure on the days asked for: its days lie between ${first} and ${last}. Nothing was judged.`,
    es: `No tiene cifras en los días pedidos: sus días están entre ${first} y ${last}. No se juzgó nada.`,
  }
}

function judgedWords(
  { from, to }: { readonly from: Day; readonly to: Day },
  { anomalies, judgedDays, unjudgedDays }: Extract<AnomalyAnswer, { kind: 'judged' }>,
): Phrase {
  const tell = (language: Language) => ({
    odd: say(countWords(anomalies.length), language),
    of: say(countWords(judgedDays), language),
    left: say(countWords(unjudgedDays), language),
  })
  const [en, es] = [tell('en'), tell('es')]
  return {
    en: `${from} - ${to}: odd days: ${en.odd} of ${en.of} judged; not judged: ${en.left}.`,
    es: `${from} - ${to}: días raros: ${es.odd} de ${es.of} juzgados; sin juzgar: ${es.left}.`,
  }
}

/** How many spans of days are told one by one. */
const TOLD_SPANS = 10

function withoutWords({ without, daysWithout }: AskedWindow): Phrase {
  const count = countWords(daysWithout)
  const told = without.slice(-TOLD_SPANS).map(spanText).join(', ')
  const more = without.length > TOLD_SPANS ? '..., ' : ''
  return {
    en: `Without a figure, so not judged: ${count.en} of the days asked for: ${more}${told}.`,
    es: `Sin cifra, y por eso sin juzgar: ${count.es} de los días pedidos: ${more}${told}.`,
  }
}

function spanText({ from, to }: DaySpan): string {
  return from === to ? from : `${from} - ${to}`
}

function exemptWords(days: readonly Day[]): Phrase {
  const ranges = dayRanges(days).join(', ')
  return {
    en: `Left out, because people spoke for them: ${ranges}.`,
    es: `Se dejaron fuera, porque alguien habló por ellos: ${ranges}.`,
  }
}
