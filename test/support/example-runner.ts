import { PassThrough, Readable } from 'node:stream'
import { type CommandExample, wordsOf } from '../../scripts/docs/command-example.ts'
import { deskOpener } from '../../src/cli/desk.ts'
import { runProgram } from '../../src/cli/program.ts'

/** Where and when a person types. */
export interface ExamplePlace {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly now: Date
}

/** How an example ended. */
export interface RunExample {
  readonly code: number
  /** What a person reads, with what is another each time replaced. */
  readonly out: string
}

/** Runs a command in this process as a person types it in the folder of the estate. */
export async function runExample(
  example: CommandExample,
  { folder, env, now }: ExamplePlace,
): Promise<RunExample> {
  const stopping = new AbortController()
  const chunks: string[] = []
  const screen = new PassThrough()
  screen.on('data', (chunk: Buffer) => {
    chunks.push(`${chunk}`)
    if (example.stopAt && chunks.join('').includes(example.stopAt)) stopping.abort()
  })
  const stream = screen as unknown as NodeJS.WriteStream // written to, and asked whether it is a terminal
  let code = 0
  const openDesk = deskOpener({
    ...{ env, now: () => now, locale: 'C', host: 'pc-1', pid: 1, version: '0.1.0' },
    ...{ stdout: stream, stderr: stream, signal: stopping.signal, actor: () => 'ana' },
    input: () => Readable.from([]),
    exitWith: (ending) => {
      code = ending
    },
  })
  const before = process.cwd()
  process.chdir(folder)
  try {
    const argv = ['', '', ...wordsOf(example.typed)]
    await runProgram({ version: '0.1.0', language: 'en', openDesk }, argv)
  } finally {
    process.chdir(before)
  }
  return { code, out: shown(chunks.join(''), example, folder) }
}

/** What is another each time: ports, moments by the clock of the database, and numbers given to what ran side by side. */
const ALWAYS_VARIES = [
  { part: /(?<=127\.0\.0\.1:)\d+/gu, shown: 'PORT' },
  { part: /\b20\d\d-\d\d-\d\d \d\d:\d\d\b(?!:)/gu, shown: '2026-11-20 10:00' },
  { part: /\bC\d+\b(?= )/gu, shown: 'C12' },
] as const

function shown(out: string, { lines, varies = [] }: CommandExample, folder: string): string {
  const steady = [...ALWAYS_VARIES, ...varies].reduce(
    (text, { part, shown: instead }) => text.replace(part, instead),
    out.replaceAll(folder, '/srv/muster'),
  )
  const all = steady
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())
  return lines === undefined || all.length <= lines
    ? all.join('\n')
    : [...all.slice(0, lines), '...'].join('\n')
}
