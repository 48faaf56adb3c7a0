import { factLines } from '../report/circumstances.ts'
import type { KeptFigure, KeptResult, KeptTarget } from '../report/kept-result.ts'
import { figureWords, shownSpread } from '../report/shown.ts'
import { table } from '../report/table.ts'
import { boundWords, verdict } from '../report/target-lines.ts'
import type { Benchmark } from '../runner/benchmarks.ts'
import { chartedFigures } from './chart.ts'

/** What is kept of a benchmark. */
export interface Kept {
  readonly benchmark: Benchmark
  /** Null where it was not run since results are kept as data. */
  readonly result: KeptResult | null
  /** Whether a report in words is there. */
  readonly hasReport: boolean
}

const HEAD = `# Benchmarks

What Muster takes, measured beside peers that do the same or less, in the same run and on the same machine. This page is made
by \`npm run bench:page\` from what \`npm run bench\` kept in \`bench/results\`; no figure in it is written by hand. What each
benchmark does, what its peer leaves out and what is checked is told in [bench/README.md](../bench/README.md).

Tables show medians, with the least and the most of all rounds in brackets; ratios are taken round by round. Bars are
medians, their lines go from the least to the most, and figures of one unit share a scale that begins at 0.`

/** The whole page as Markdown. */
export function pageText(all: readonly Kept[]): string {
  return [HEAD, '## What is missed', missedText(all), ...all.map(benchmarkText)]
    .join('\n\n')
    .concat('\n')
}

/** Every aim that was missed, or that there is none; and what nothing can be said of. */
function missedText(all: readonly Kept[]): string {
  const results = all.flatMap(({ benchmark, result }) => (result ? [{ benchmark, result }] : []))
  const aimed = results.flatMap(({ benchmark, result }) =>
    result.figures.flatMap((figure) => (figure.target ? [{ benchmark, figure }] : [])),
  )
  const missed = aimed.filter(({ figure }) => figure.target?.met === false)
  const silent = all.filter(({ result }) => result === null).map(({ benchmark }) => benchmark.name)
  return [
    countWords(aimed.length, missed.length),
    ...(missed.length > 0 ? [missed.map(missedLine).join('\n')] : []),
    ...(silent.length > 0
      ? [`Not in these counts, as no data is kept of them: ${silent.join(', ')}.`]
      : []),
  ].join('\n\n')
}

function countWords(aimed: number, missed: number): string {
  if (aimed === 0) return 'Nothing that is aimed at was measured yet.'
  return `Of ${aimed} aims that were measured ${missed} are missed${missed > 0 ? ':' : '.'}`
}

function missedLine({ benchmark, figure }: { benchmark: Benchmark; figure: KeptFigure }): string {
  const { target, ratio, muster } = figure
  if (!target) return ''
  const found =
    target.of === 'ratio' && ratio ? `${shownSpread(ratio)} (${ratio.of})` : shownSpread(muster)
  return `- ${benchmark.title}: ${figureWords(figure)}, ${boundWords(target)}: ${found}.`
}

function benchmarkText({ benchmark, result, hasReport }: Kept): string {
  const { name, title, about } = benchmark
  return [`## ${title}`, about, ...(result ? resultText(result) : [silence(name, hasReport)])].join(
    '\n\n',
  )
}

function silence(name: string, hasReport: boolean): string {
  const run = `\`npm run bench -- --only ${name}\` measures it.`
  return hasReport
    ? `Only the [report](${reportOf(name)}) of an earlier run is kept, which is not drawn here. ${run}`
    : `No result is kept. ${run}`
}

function resultText(result: KeptResult): string[] {
  const { name, figures } = result
  const chart = `![${name}: medians beside the peer](images/benchmarks/${name}.svg)`
  return [
    factLines(result)
      .map((fact) => `- ${fact}`)
      .join('\n'),
    ...(chartedFigures(result).length > 0 ? [chart] : []),
    figureTable(figures),
    `The whole [report](${reportOf(name)}), and the [data](../bench/results/${name}.json) with every round.`,
  ]
}

function figureTable(figures: readonly KeptFigure[]): string {
  return table(
    ['figure', 'rounds', 'Muster', 'peer', 'ratio', 'aim'],
    figures.map((figure) => [
      figureWords(figure),
      String(figure.muster.rounds.length),
      shownSpread(figure.muster),
      figure.peer ? `${figure.peer.name}: ${shownSpread(figure.peer)}` : '',
      figure.ratio ? `${shownSpread(figure.ratio)}${ratioWords(figure.ratio.of)}` : '',
      figure.target ? aimWords(figure.target) : '',
    ]),
  )
}

function ratioWords(of: 'Muster / peer' | 'peer / Muster'): string {
  return of === 'peer / Muster' ? ' times as fast' : ''
}

function aimWords(target: KeptTarget): string {
  const of = target.of === 'ratio' ? 'ratio ' : ''
  return `${of}${boundWords(target)}: ${target.met ? verdict(target) : `**${verdict(target)}**`}`
}

function reportOf(name: string): string {
  return `../bench/results/${name}.md`
}
