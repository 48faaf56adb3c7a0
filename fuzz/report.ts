import type { FuzzedTarget } from './run-target.ts'

const HEAD = ['target', 'inputs', 'seconds', 'per second', 'most memory', 'found']
const MOST_ENDINGS = 12

/** How the inputs of a target ended, the usual endings first. */
export function endingsText({ target, endings }: FuzzedTarget): string {
  const sorted = [...endings].toSorted(([, one], [, other]) => other - one)
  const told = sorted.slice(0, MOST_ENDINGS).map(([ending, count]) => `${ending} ${count}`)
  const rest = sorted.length - told.length
  return `${target}: ${told.join(', ')}${rest > 0 ? `, and ${rest} endings more` : ''}`
}

/** A line for each target, and one for all. */
export function resultTable(results: readonly FuzzedTarget[]): string {
  const sum = (of: (result: FuzzedTarget) => number) =>
    results.reduce((total, result) => total + of(result), 0)
  const lines = [
    ...results.map((result) => lineOf({ ...result, found: result.findings.length })),
    lineOf({
      target: 'all',
      inputs: sum(({ inputs }) => inputs),
      seconds: sum(({ seconds }) => seconds),
      peakBytes: Math.max(0, ...results.map(({ peakBytes }) => peakBytes)),
      found: sum(({ findings }) => findings.length),
    }),
  ]
  const widths = HEAD.map((title, at) =>
    Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)),
  )
  const padded = (cells: readonly string[]) =>
    cells.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0),
    )
  return [HEAD, ...lines].map((cells) => padded(cells).join('  ')).join('\n')
}

type Line = Pick<FuzzedTarget, 'target' | 'inputs' | 'seconds' | 'peakBytes'> & {
  readonly found: number
}

function lineOf({ target, inputs, seconds, peakBytes, found }: Line): string[] {
  const speed = Math.round(inputs / Math.max(seconds, 0.001))
  const memory = `${Math.round(peakBytes / 1e6)} MB`
  return [target, String(inputs), seconds.toFixed(1), String(speed), memory, String(found)]
}
