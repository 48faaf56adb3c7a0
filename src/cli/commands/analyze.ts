import { WHYS, type Why } from '../../analytics/quality/judge-rows.ts'
import {
  KEY_FIELDS,
  type KeyField,
  MEASURES,
  type Measure,
} from '../../analytics/quality/measures.ts'
import { qualityStore } from '../../analytics/quality/store.ts'
import type { App } from '../../app.ts'
import { analyzeInventory } from '../../jobs/analytics/analyze.task.ts'
import { AppError } from '../../lib/errors.ts'
import { analysisTables, failingTable } from '../../reports/analysis-tables.ts'
import { analyticsDocument } from '../../reports/analytics-document.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import type { Answer } from '../answer.ts'
import { askedDay } from '../asked-day.ts'
import { askedNumber } from '../asked-number.ts'
import { appCommand, type Call } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { analyzeLines } from '../lines/analyze-lines.ts'
import { failingLines } from '../lines/failing-lines.ts'
import { inputLines } from '../lines/input-lines.ts'

/** How many failing rows are listed unless told otherwise. */
const LISTED = 50
/** Days of the trend that go with an analysis. */
const TREND_DAYS = 90

export const analyze = appCommand({
  name: 'analyze',
  does: {
    en: 'measure the quality of the inventory, say what takes from it and what to do, and keep the day',
    es: 'medir la calidad del inventario, decir qué le resta y qué hacer, y guardar el día',
  },
  options: [
    {
      flags: '--failing <measure>',
      means: {
        en: 'list the rows that fail it, as kept of the last analysis',
        es: 'listar las filas que no la cumplen, según el último análisis guardado',
      },
      choices: MEASURES,
    },
    {
      flags: '--field <field>',
      means: { en: 'of completeness, only this field', es: 'de completeness, solo este campo' },
      choices: KEY_FIELDS,
    },
    {
      flags: '--why <why>',
      means: { en: 'only failing rows with this reason', es: 'solo filas con este motivo' },
      choices: WHYS,
    },
    {
      flags: '--site <name>',
      means: {
        en: 'only failing rows in this municipality or building',
        es: 'solo filas de este municipio o edificio',
      },
    },
    {
      flags: '--day <day>',
      means: {
        en: 'as kept of this day; nothing is read or measured',
        es: 'tal como se guardó ese día; no se lee ni se mide nada',
      },
    },
    {
      flags: '--limit <number>',
      means: {
        en: `how many failing rows; ${LISTED} when left out`,
        es: `cuántas filas; ${LISTED} si falta`,
      },
    },
    { flags: '--all', means: { en: 'all failing rows', es: 'todas las filas' } },
    OUT_OPTION,
    {
      flags: '--output <file>',
      means: {
        en: 'the same as --out, by its old name',
        es: 'lo mismo que --out, con su nombre de antes',
      },
    },
  ],
  async work(app, call) {
    const output = askedFile(call)
    const asked = askedRows(call)
    const day = call.option('day')
    const known = day === null ? null : askedDay(app, '--day', day)
    if (asked !== null) return failingAnswer(app, { ...asked, day: known, output })
    if (known !== null) return analysisAnswer(app, { day: known, output })
    const { run, state, summary } = await analyzeInventory(app)
    if (summary.analyzed === null) {
      const lines = inputLines(summary.inputs, app.language)
      return { ending: state, document: { run, state, ...summary }, lines }
    }
    const answer = await analysisAnswer(app, { day: summary.analyzed.day, output })
    return { ...answer, ending: state }
  },
})

/** The file of `--out`, or of its old name. Throws `command.bad-argument` for a kind that cannot be written. */
function askedFile({ option }: Call): string | null {
  const [out, output] = [option('out'), option('output')]
  if (out !== null && output !== null && out !== output) {
    const about = '--output <file>'
    throw new AppError('command.misused', { problem: 'misplaced-option', about, meant: '--out' })
  }
  if (out !== null) exportKind(out)
  if (output !== null) exportKind(output, '--output')
  return out ?? output
}

interface AskedRows {
  readonly measure: Measure
  readonly field: KeyField | null
  readonly why: Why | null
  readonly place: string | null
  /** Null for all of them; absent where nobody said. */
  readonly limit: number | null | undefined
}

/** Which rows are to be listed; null when none are. Throws `command.misused` for options that need others. */
function askedRows({ option, has }: Call): AskedRows | null {
  const measure = MEASURES.find((each) => each === option('failing')) ?? null
  const field = KEY_FIELDS.find((each) => each === option('field')) ?? null
  const why = WHYS.find((each) => each === option('why')) ?? null
  const [limit, place] = [option('limit'), option('site')]
  if (measure === null) {
    if (field !== null) throw misplaced('--field')
    if (why !== null) throw misplaced('--why')
    if (place !== null) throw misplaced('--site')
    if (limit !== null) throw misplaced('--limit')
    if (has('all')) throw misplaced('--all')
    return null
  }
  if (field !== null && measure !== 'completeness') throw misplaced('--field', 'completeness')
  if (has('all') && limit !== null) throw misplaced('--limit', null)
  const number = askedNumber(limit, { argument: '--limit', from: 1, otherwise: LISTED })
  return {
    measure,
    field,
    why,
    place,
    limit: has('all') ? null : limit === null ? undefined : number,
  }
}

function misplaced(about: string, measure: string | null = '<measure>'): AppError {
  const meant = measure === null ? '' : `--failing ${measure}`
  return new AppError('command.misused', { problem: 'misplaced-option', about, meant })
}

interface Wanted {
  /** Null for the newest there is. */
  readonly day: string | null
  readonly output: string | null
}

/** The rows behind a share, of the day that is kept; measures first where none is. */
async function failingAnswer(
  app: App,
  { day, output, limit, ...filter }: AskedRows & Wanted,
): Promise<Answer> {
  const store = qualityStore(app.database)
  if (day === null && (await store.find(null)) === null) {
    const { run, state, summary } = await analyzeInventory(app)
    if (summary.analyzed === null) {
      const lines = inputLines(summary.inputs, app.language)
      return { ending: state, document: { run, state, ...summary }, lines }
    }
  }
  const kept = await store.find(day)
  if (kept === null) throw new Error('the analysis was not kept')
  const page = { limit: limit === undefined ? (output === null ? LISTED : null) : limit, offset: 0 }
  const { items, total } = await store.failing(kept.day, filter, page)
  const document = { day: kept.day, ...filter, total, items }
  const lines = failingLines({ ...document, place: filter.place }, app.language)
  if (output === null) return { ending: 'agreed', document, lines }
  const tables = () => [failingTable(kept.day, items)]
  const files = await exportTo(app, output, { document, tables })
  const { items: _written, ...told } = document
  return { ending: 'agreed', document: { ...told, files }, lines: [lines[0] ?? '', ...files] }
}

/** An analysis as kept. */
async function analysisAnswer(
  app: App,
  { day, output }: Wanted,
): Promise<Answer & { readonly ending: Ending }> {
  const store = qualityStore(app.database)
  const kept = await store.find(day)
  if (kept === null) throw new Error('the analysis was not kept')
  const trend = await store.trend(kept.day, TREND_DAYS)
  const document = analyticsDocument(kept, trend, app.language)
  const lines = analyzeLines(kept.analysis, trend, app.language)
  if (output === null) return { ending: 'agreed', document, lines }
  const tables = () => analysisTables(kept, trend)
  const files = await exportTo(app, output, { document, tables })
  return { ending: 'agreed', document: { ...document, files }, lines: [...lines, '', ...files] }
}
