import { FLEET_CHECKS } from '../../src/reconcile/checks/fleet-checks.ts'
import { comparisonTable } from '../report/comparison-table.ts'
import { fullSizeFigures, type KeptFigure } from '../report/kept-result.ts'
import { spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import { type ChecksSize, LOOKS, type LookName } from './figures.ts'
import type { BothLooks, ChecksRound } from './round.ts'

type Figure = (look: BothLooks) => number

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2
/** The whole result as Markdown; `sizes` from the smallest to the full one. */
export function checksReport(
  sizes: readonly ChecksSize[],
  { facts, figures }: { facts: readonly string[]; figures: readonly KeptFigure[] },
): string {
  const full = sizes.at(-1)
  const [round] = full?.rounds ?? []
  if (!full || !round) throw new RangeError('nothing was measured')
  return [
    '# All checks over a fleet, beside a peer',
    facts.map((fact) => `- ${fact}`).join('\n'),
    `## ${COUNT.format(full.devices)} machines in three sources, ${COUNT.format(round.collected.records)} records`,
    changeWords(round),
    comparisonTable(fullSizeFigures({ figures })),
    targetLines(figures),
    '## Round by round, in seconds',
    roundTable(full),
    '## Growth',
    growthTable(sizes),
    '## What was planted, and found by both',
    findingTable(round),
    '## What was checked',
    checkedWords(sizes),
  ]
    .join('\n\n')
    .concat('\n')
}

function changeWords({ collected: { records, others } }: ChecksRound): string {
  const share = ((others / records) * 100).toFixed(1)
  return `On the second day ${COUNT.format(others)} of them (${share} %) were new or said something else.`
}

function roundTable({ rounds }: ChecksSize): string {
  return table(
    ['round', 'look', 'Muster', 'peer', 'Muster / peer', 'load before'],
    rounds.flatMap((round, at) =>
      LOOKS.map(([name, words]) => {
        const { muster, peer, loadBefore } = round[name]
        const seconds = [muster.seconds, peer.seconds, muster.seconds / peer.seconds]
        return [
          String(at + 1),
          words,
          ...seconds.map((each) => each.toFixed(2)),
          loadBefore.toFixed(1),
        ]
      }),
    ),
  )
}

/** Medians, and how many times those of the smallest size they are. */
function growthTable(sizes: readonly ChecksSize[]): string {
  const [smallest] = sizes
  if (!smallest) throw new RangeError('nothing was measured')
  return table(
    [
      ...['machines', 'look', 'Muster, s', 'peer, s', 'Muster, MiB', 'peer, MiB'],
      ...['PostgreSQL, MiB', 'for the peer, MiB'],
    ],
    sizes.flatMap((size) =>
      LOOKS.map(([name, words]) => {
        const shown = (figure: Figure, digits: number) => {
          const found = medianOf(size, name, figure)
          const times = found / medianOf(smallest, name, figure)
          return `${found.toFixed(digits)} (x ${times.toFixed(1)})`
        }
        const mib = (figure: Figure) => medianOf(size, name, figure) / MIB
        return [
          COUNT.format(size.devices),
          words,
          shown(({ muster }) => muster.seconds, 2),
          shown(({ peer }) => peer.seconds, 2),
          shown(({ muster }) => muster.peakBytes / MIB, 0),
          shown(({ peer }) => peer.peakBytes / MIB, 0),
          mib(({ muster }) => muster.databaseBytes).toFixed(0),
          mib(({ peer }) => peer.databaseBytes).toFixed(0),
        ]
      }),
    ),
  )
}

function medianOf({ rounds }: ChecksSize, name: LookName, figure: Figure): number {
  return spreadOf(rounds.map((round) => figure(round[name]))).median
}

function findingTable({ first, next }: ChecksRound): string {
  const lines = FLEET_CHECKS.map(({ code }) => {
    const shift = next.expected.shifts.find(({ check }) => check === code)
    return {
      code,
      counts: [
        first.expected.findings[code] ?? 0,
        next.expected.findings[code] ?? 0,
        shift?.opened ?? 0,
        shift?.closed ?? 0,
      ],
    }
  })
  const all = [0, 1, 2, 3].map((at) =>
    lines.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
  )
  return table(
    ['check', 'the first day', 'the next day', 'came', 'went'],
    [...lines, { code: 'all', counts: all }].map(({ code, counts }) => [
      code,
      ...counts.map((count) => COUNT.format(count)),
    ]),
  )
}

function checkedWords(sizes: readonly ChecksSize[]): string {
  const rounds = sizes.reduce((sum, size) => sum + size.rounds.length, 0)
  return [
    `In each of the ${rounds} rounds every machine had become one device, and after each look both sides held just`,
    'the disagreements that were planted: each by its check, its sources and its machine. Of Muster it was checked as',
    'well what came and went by each check; when it looked at the same again, nothing did. A difference ends the benchmark.',
  ].join('\n')
}
