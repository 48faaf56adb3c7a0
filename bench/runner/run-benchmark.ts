import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { KeptResult } from '../report/kept-result.ts'
import { readResult } from '../report/read-result.ts'
import type { Benchmark } from './benchmarks.ts'

/** How a benchmark ended: with a result, or with what went wrong. */
export type Ended = { readonly benchmark: Benchmark; readonly seconds: number } & (
  | { readonly kind: 'measured'; readonly result: KeptResult }
  | { readonly kind: 'failed'; readonly why: string }
)

const BENCH = join(import.meta.dirname, '..')

/** Runs a benchmark as a process of its own, which prints what it has to say and keeps its result in `folder`. */
export async function runBenchmark(
  benchmark: Benchmark,
  { isQuick, folder }: { readonly isQuick: boolean; readonly folder: string },
): Promise<Ended> {
  const { name, file, full, quick } = benchmark
  const args = [join(BENCH, file), ...(isQuick ? quick : full), '--results', folder]
  const started = performance.now()
  const end = await ended(args)
  const seconds = (performance.now() - started) / 1000
  if (end !== 0) return { kind: 'failed', benchmark, seconds, why: `ended with ${end}` }
  const result = await readResult(folder, name)
  if (result === null) return { kind: 'failed', benchmark, seconds, why: 'kept no result' }
  return { kind: 'measured', benchmark, seconds, result }
}

/** Its exit code, or the signal that ended it. */
function ended(args: readonly string[]): Promise<number | string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? signal))
  })
}
