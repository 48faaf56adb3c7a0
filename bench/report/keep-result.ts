import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { circumstancesOf, factLines, type Taken } from './circumstances.ts'
import { type KeptFigure, KeptResult } from './kept-result.ts'

/** What a benchmark came to. */
export interface Outcome extends Taken {
  /** Of the benchmark, and of its files. */
  readonly name: string
  readonly figures: readonly KeptFigure[]
  /** The whole report as Markdown, with facts about its circumstances in it. */
  readonly report: (facts: readonly string[]) => string
  /** The folder; null prints only. */
  readonly keepIn: string | null
}

/** Prints the report of a benchmark and keeps it, as text and as data beside it. */
export async function keepResult({ name, figures, report, keepIn, ...taken }: Outcome) {
  const circumstances = circumstancesOf(taken)
  const result = KeptResult.parse({ name, ...circumstances, figures })
  const text = report(factLines(circumstances))
  console.log(text)
  if (keepIn === null) return
  await mkdir(keepIn, { recursive: true })
  await writeFile(join(keepIn, `${name}.md`), text)
  await writeFile(join(keepIn, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`)
}
