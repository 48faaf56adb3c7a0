import type { App } from '../app.ts'
import { say } from '../language/language.ts'
import { COLUMN_WORDS, LIST_WORDS } from '../language/report-words.ts'
import { AppError } from '../lib/errors.ts'
import { listsOf } from '../reports/lists.ts'
import { reportStore } from '../reports/store.ts'
import { voiceOf } from '../reports/voice.ts'
import type { CellContent } from '../workbook/sheet-content.ts'
import type { Answer } from './answer.ts'
import { tableLines } from './lines/table.ts'

/** One list of a plan, the same rows and columns as on its sheet of the report. */
export async function listAnswer(app: App, planId: number, name: string): Promise<Answer> {
  const voice = voiceOf(app.language, app.settings.timeZone)
  const data = await reportStore(app.database).get(planId)
  const lists = listsOf(data.plan)
  const list = lists.find((each) => each.name.toLowerCase() === name.toLowerCase())
  if (!list) {
    const wanted = lists.map((each) => each.name).join(', ')
    throw new AppError('command.bad-argument', {
      ...{ argument: '--list', value: name, wanted },
      form: 'one-of',
    })
  }
  const lines = list.lines(data, voice)
  const rows = lines.map(({ cells }) => cells.map(textOf))
  const titles = list.columns.map((column) => say(COLUMN_WORDS[column], app.language))
  return {
    ending: 'agreed',
    document: {
      plan: planId,
      list: list.name,
      items: rows.map((row) =>
        Object.fromEntries(list.columns.map((column, index) => [column, row[index] ?? null])),
      ),
    },
    lines: [
      `P${planId}  ${say(LIST_WORDS[list.name], app.language)}`,
      ...tableLines([titles, ...rows]),
    ],
  }
}

function textOf(cell: CellContent): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell !== 'object') return String(cell)
  return 'text' in cell ? cell.text : String(cell.number)
}
