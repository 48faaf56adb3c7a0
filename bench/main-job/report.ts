import { comparisonTable } from '../report/comparison-table.ts'
import { fullSizeFigures, type KeptFigure } from '../report/kept-result.ts'
import { showSpread, spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import type { Figure, Round, SizeResult } from './round.ts'

const COUNT = new Intl.NumberFormat('en')
const PARTS: readonly (readonly [string, Figure])[] = [
  ['Muster plan', ({ muster }) => muster.plan.seconds],
  ['Muster apply', ({ muster }) => muster.apply.seconds],
  ['peer plan', ({ peer }) => peer.plan.seconds],
  ['peer apply', ({ peer }) => peer.apply.seconds],
]

/** The whole result as Markdown; `sizes` from the smallest to the full one. */
export function mainJobReport(
  sizes: readonly SizeResult[],
  { facts, figures }: { facts: readonly string[]; figures: readonly KeptFigure[] },
): string {
  const full = sizes.at(-1)
  if (!full) throw new RangeError('nothing was measured')
  return [
    '# The main job beside a peer',
    facts.map((fact) => `- ${fact}`).join('\n'),
    `## ${heading(full)}`,
    comparisonTable(fullSizeFigures({ figures })),
    targetLines(figures),
    '## Round by round, in seconds',
    roundTable(full),
    '## Growth, in seconds',
    growthTable(sizes),
    '## Where the time goes in Muster, in seconds',
    stepTable(full),
    '## What was checked',
    checkedWords(sizes),
  ]
    .join('\n\n')
    .concat('\n')
}

function heading({ computers, assets, locations, changes }: SizeResult): string {
  const count = (number: number) => COUNT.format(number)
  return `${count(computers)} OCS rows, ${count(assets)} assets, ${count(locations)} locations, ${count(changes)} changes`
}

function roundTable({ rounds }: SizeResult): string {
  return table(
    ['round', ...PARTS.map(([name]) => name), 'load before'],
    rounds.map((round, at) => [
      String(at + 1),
      ...PARTS.map(([, figure]) => figure(round).toFixed(2)),
      round.loadBefore.toFixed(1),
    ]),
  )
}

/** Medians, and how many times the smallest size's they are; linear growth is that of `rows`. */
function growthTable(sizes: readonly SizeResult[]): string {
  const [smallest] = sizes
  if (!smallest) throw new RangeError('nothing was measured')
  const median = (size: SizeResult, figure: Figure) => spreadOf(size.rounds.map(figure)).median
  const times = (number: number) => `x ${number.toFixed(1)}`
  return table(
    ['changes', 'rows', ...PARTS.map(([name]) => name)],
    sizes.map((size) => [
      COUNT.format(size.changes),
      times(size.changes / smallest.changes),
      ...PARTS.map(([, figure]) => {
        const found = median(size, figure)
        return `${found.toFixed(2)} (${times(found / median(smallest, figure))})`
      }),
    ]),
  )
}

function stepTable({ rounds }: SizeResult): string {
  const names = rounds[0]?.muster.steps.map(({ name }) => name) ?? []
  const secondsOf = (name: string) => (round: Round) =>
    (round.muster.steps.find((step) => step.name === name)?.ms ?? 0) / 1000
  return table(
    ['step', 'median (min-max)'],
    names.map((name) => [name, showSpread(spreadOf(rounds.map(secondsOf(name))), 2)]),
  )
}

function checkedWords(sizes: readonly SizeResult[]): string {
  const rounds = sizes.reduce((sum, size) => sum + size.rounds.length, 0)
  return [
    `In each of the ${rounds} rounds both sides planned and wrote exactly the changes the books ask for, and`,
    'after each side every TAG of the table, changed or not, was character for character the one expected.',
  ].join('\n')
}
