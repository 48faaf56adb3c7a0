import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Regressor } from '../analytics/forecast/regressors/regressor.ts'
import { isDay } from '../lib/day.ts'
import { AppError } from '../lib/errors.ts'
import type { RegressorProblem } from '../lib/regressor-problem.ts'

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu

/** Reads `day,value` lines as a regressor named after the file. Throws `regressor.unreadable`. */
export async function readRegressorFile(named: string): Promise<Regressor> {
  const file = resolve(named)
  try {
    return regressorOf(file, await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error)) throw error
    throw unreadable(file, 'unopened', { said: error.message })
  }
}

/** The figures of a file's text, day by day. Throws `regressor.unreadable`. */
export function regressorOf(file: string, text: string): Regressor {
  const [heading = '', ...lines] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  const sign = /[;\t]/u.exec(heading)?.[0] ?? ','
  const titles = heading.split(sign).map((title) => bare(title).toLowerCase())
  const [dayAt, valueAt] = [titles.indexOf('day'), titles.indexOf('value')]
  if (dayAt < 0 || valueAt < 0) throw unreadable(file, 'no-heading', {})
  const figures: Record<string, number> = {}
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const cells = line.split(sign).map(bare)
    const [day = '', value = ''] = [cells[dayAt], cells[valueAt]]
    const place = { line: at + 2 }
    if (!isDay(day)) throw unreadable(file, 'no-day', { ...place, said: day })
    if (!NUMBER.test(value) || !Number.isFinite(Number(value)))
      throw unreadable(file, 'no-number', { ...place, said: value })
    if (day in figures) throw unreadable(file, 'day-twice', { ...place, said: day })
    figures[day] = Number(value)
  }
  if (Object.keys(figures).length === 0) throw unreadable(file, 'empty', {})
  return { kind: 'given', name: basename(file), figures }
}

/** @example bare(' "2026-01-31" ') // => '2026-01-31' */
function bare(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/u, '$1')
    .trim()
}

function unreadable(
  file: string,
  problem: RegressorProblem,
  { line = 0, said = '' }: { readonly line?: number; readonly said?: string },
): AppError {
  return new AppError('regressor.unreadable', { file, line, problem, said })
}
