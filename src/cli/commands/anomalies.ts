import type { SeriesName } from '../../analytics/figures/series-name.ts'
import { askedWindow } from '../../analytics/study/asked-window.ts'
import { daysOfSeries } from '../../analytics/study/days-of-series.ts'
import type { JudgeOrder } from '../../analytics/study/judge-now.ts'
import { studyStore } from '../../analytics/study/store.ts'
import type { App } from '../../app.ts'
import { judgeOnThread, type SeriesNow, seriesNow } from '../../jobs/analytics/study-now.ts'
import { addDays } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { type AnomalyRow, anomalyTable } from '../../reports/anomaly-table.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import type { Answer } from '../answer.ts'
import { askedJudgement, JUDGE_OPTIONS } from '../asked-judgement.ts'
import { AGGREGATE_OPTION, askedSeries, SOURCE_OPTION } from '../asked-metric.ts'
import { type AskedSpan, askedSpan, SPAN_OPTIONS } from '../asked-span.ts'
import { appCommand, type Call } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { type JudgedMetric, judgedLines, keptAnomalyLines } from '../lines/anomaly-lines.ts'
import { allOption } from '../lines/listing-lines.ts'

/** How many are listed; `--all` lifts it. */
const LISTED = 50

export const anomalies = appCommand({
  name: 'anomalies',
  does: {
    en: 'list what was found odd in daily figures, newest first; or judge one metric now, as you say',
    es: 'listar lo raro que se halló en las cifras diarias, de lo más nuevo a lo más viejo; o juzgar ahora una métrica como usted diga',
  },
  argument: {
    syntax: '[metric]',
    means: { en: 'only this metric', es: 'solo esta métrica' },
  },
  options: [
    SOURCE_OPTION,
    { flags: '--metric <name>', means: { en: 'only this metric', es: 'solo esta métrica' } },
    ...SPAN_OPTIONS,
    ...JUDGE_OPTIONS,
    AGGREGATE_OPTION,
    allOption(LISTED),
    OUT_OPTION,
  ],
  async work(app, call) {
    const out = call.option('out')
    if (out !== null) exportKind(out)
    const metric = askedMetric(call)
    const span = askedSpan(app, call)
    const asked = askedJudgement(call)
    if (asked === null) return kept(app, call, { ...span, metric })
    if (metric === null) throw missingMetric()
    return judged(app, await askedSeries(app, metric, call), { ...asked, ...span, out })
  },
})

/** Named in either of two ways. Throws `command.misused` where the two are not one. */
function askedMetric({ argument, option }: Call): string | null {
  const named = option('metric')
  if (argument === null || named === null || argument === named) return argument ?? named
  const problem = 'misplaced-option'
  throw new AppError('command.misused', { problem, about: '--metric <name>', meant: argument })
}

function missingMetric(): AppError {
  const problem = 'missing-argument'
  return new AppError('command.misused', { problem, about: 'METRIC', meant: '' })
}

type AskedKept = AskedSpan & { readonly metric: string | null }

async function kept(app: App, { option, has }: Call, asked: AskedKept): Promise<Answer> {
  if (option('agg') !== null) {
    const about = '--agg <figure>'
    const meant = '--method robust'
    throw new AppError('command.misused', { problem: 'misplaced-option', about, meant })
  }
  const out = option('out')
  const limit = has('all') || out !== null ? null : LISTED
  const source = option('source')
  const found = await studyStore(app.database).anomalies({ ...asked, source, limit })
  return answer(app, out, {
    document: { ...found },
    rows: found.items,
    lines: keptAnomalyLines(found, app.language),
  })
}

type AskedJudging = Pick<JudgeOrder, 'judgement' | 'direction'> &
  AskedSpan & { readonly out: string | null }

/** Judges one metric now; keeps nothing. */
async function judged(app: App, name: SeriesName, asked: AskedJudging): Promise<Answer> {
  const now = await seriesNow(app, name)
  const of = now ?? { series: { first: '', values: [] }, verdicts: [] }
  const range = daysOfSeries(of.series, asked)
  const { judgement, direction } = asked
  const found = await judgeOnThread(of, { judgement, direction, range })
  const { method } = judgement
  const window = askedWindow(of.series, asked)
  const metric: JudgedMetric = { ...name, method, ...daysOf(of, range), window, answer: found }
  const rows = found.kind === 'judged' ? found.anomalies.map((each) => rowOf(name, each)) : []
  const { answer: _, ...told } = metric
  return answer(app, asked.out, {
    document: { ...told, ...judgement, direction, ...found, items: rows, total: rows.length },
    rows,
    lines: judgedLines(metric, rows, app.language),
  })
}

type FoundNow = Omit<
  AnomalyRow,
  keyof SeriesName | 'foundAt' | 'verdict' | 'verdictReason' | 'saidBy'
>

function rowOf({ source, metric, aggregate }: SeriesName, found: FoundNow): AnomalyRow {
  const said = { verdict: null, verdictReason: null, saidBy: null }
  return { source, metric, aggregate, ...found, ...said, foundAt: null }
}

/** Which days there are, and which of them are meant. */
function daysOf(
  { series, verdicts }: SeriesNow,
  range: JudgeOrder['range'],
): Pick<JudgedMetric, 'span' | 'first' | 'last' | 'exempt'> {
  const { first, values } = series
  const known = values.slice(range.from, range.to + 1).some((value) => value !== null)
  const span = known ? { from: addDays(first, range.from), to: addDays(first, range.to) } : null
  const last = values.length === 0 ? first : addDays(first, values.length - 1)
  const days = verdicts.map(({ day }) => day)
  const exempt = span ? days.filter((day) => day >= span.from && day <= span.to) : []
  return { span, first, last, exempt }
}

interface Told {
  readonly document: object
  readonly rows: readonly AnomalyRow[]
  readonly lines: readonly string[]
}

async function answer(app: App, out: string | null, told: Told): Promise<Answer> {
  const { document, rows, lines } = told
  if (out === null) return { ending: 'agreed', document, lines }
  const files = await exportTo(app, out, { document, tables: () => [anomalyTable(rows, [])] })
  return { ending: 'agreed', document: { total: rows.length, files }, lines: files }
}
