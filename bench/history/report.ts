import type { KeptFigure } from '../report/kept-result.ts'
import { showSpread, spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import { bytesOf } from './figures.ts'
import type { HistoryRound } from './round.ts'
import type { TableSize } from './table-size.ts'

interface Said {
  readonly facts: readonly string[]
  readonly options: { readonly devices: number; readonly days: number }
  readonly figures: readonly KeptFigure[]
}

const COUNT = new Intl.NumberFormat('en')
const MIB = 1024 ** 2

/** The whole result as Markdown. */
export function historyReport(rounds: readonly HistoryRound[], said: Said): string {
  const [first] = rounds
  if (!first) throw new RangeError('nothing was measured')
  const { options } = said
  return [
    '# The history beside daily rows',
    said.facts.map((fact) => `- ${fact}`).join('\n'),
    `## Two sources of ${COUNT.format(options.devices)} machines, ${COUNT.format(options.days)} days`,
    sizeTable(first),
    payloadWords(rounds),
    '## A day of both sources, in seconds, median (min-max)',
    dayTable(rounds),
    `## Questions over ${COUNT.format(first.asked.versions)} versions`,
    askedWords(first, options.devices),
    answerTable(rounds),
    '## What is aimed at',
    targetLines(said.figures),
    '## What was checked',
    checkedWords(first),
  ]
    .join('\n\n')
    .concat('\n')
}

function sizeTable({ history, payload, daily }: HistoryRound): string {
  const line = ({ table: name, rows, rowBytes, indexBytes, bytes }: TableSize) => [
    name,
    COUNT.format(rows),
    ...[rowBytes, indexBytes, bytes].map((each) => (each / MIB).toFixed(1)),
    (bytes / rows).toFixed(0),
  ]
  return table(
    ['table', 'rows', 'MiB of rows', 'MiB of indexes', 'MiB', 'bytes a row'],
    [
      ...history.map(line),
      line({ ...together(history), table: 'the history', rows: versionsOf(history) }),
      line(daily),
      line(payload),
    ],
  )
}

function together(tables: readonly TableSize[]): TableSize {
  const sum = (figure: (size: TableSize) => number) =>
    tables.reduce((all, each) => all + figure(each), 0)
  return {
    table: '',
    rows: sum(({ rows }) => rows),
    rowBytes: sum(({ rowBytes }) => rowBytes),
    indexBytes: sum(({ indexBytes }) => indexBytes),
    bytes: bytesOf(tables),
  }
}

function versionsOf(history: readonly TableSize[]): number {
  return history.find(({ table: name }) => name === 'record_version')?.rows ?? 0
}

function payloadWords(rounds: readonly HistoryRound[]): string {
  const share = (bytes: (round: HistoryRound) => number) =>
    fraction(spreadOf(rounds.map((round) => bytes(round) / round.daily.bytes)).median)
  return [
    `The history takes ${share(({ history }) => bytesOf(history))} of the bytes of \`daily\`. \`payload\` is the rows as`,
    'received, once for each content, packed and sealed; `daily` keeps none. Counted on our side all the same,',
    `the share is ${share(({ history, payload }) => bytesOf(history) + payload.bytes)}.`,
  ].join('\n')
}

/** @example fraction(1 / 15) // => '1/15.0' */
function fraction(share: number): string {
  return `1/${(1 / share).toFixed(1)}`
}

function dayTable(rounds: readonly HistoryRound[]): string {
  const line = (name: string, days: readonly HistoryRound['days'][number][]) => {
    const spread = (figure: (day: HistoryRound['days'][number]) => number, digits: number) =>
      showSpread(spreadOf(days.map(figure)), digits)
    return [
      name,
      spread(({ opened }) => opened, 0),
      spread(({ seconds }) => seconds, 2),
      spread(({ makingSeconds }) => makingSeconds, 2),
    ]
  }
  return table(
    ['', 'versions opened', 'collected', 'of it, rows made'],
    [
      line(
        'the first day',
        rounds.flatMap(({ days }) => days.slice(0, 1)),
      ),
      line(
        'a later day',
        rounds.flatMap(({ days }) => days.slice(1)),
      ),
    ],
  )
}

function askedWords({ asked }: HistoryRound, devices: number): string {
  const [days, versions, links, machines] = [
    asked.days,
    asked.versions,
    asked.links,
    2 * devices,
  ].map((count) => COUNT.format(count))
  return [
    `After ${days} days there were ${versions} versions of records, ${machines} of them standing on each day, and`,
    `${links} of links. Seconds by the clock on the wall, from the question to the answer in hand.`,
  ].join('\n')
}

function answerTable(rounds: readonly HistoryRound[]): string {
  const answers = rounds.flatMap((round) => round.answers)
  return table(
    ['asked', 'of', 'seconds, median (min-max)'],
    (rounds[0]?.answers ?? []).map(({ name, found }) => {
      const seconds = answers.flatMap((each) => (each.name === name ? each.seconds : []))
      return [name, found, showSpread(spreadOf(seconds), 3)]
    }),
  )
}

function checkedWords({ compared, answers }: HistoryRound): string {
  return [
    `On five days all ${COUNT.format(compared)} records of \`record_on\` said just what the generator says of them;`,
    'every day was collected complete, and `daily` got each of its rows. In each answer the machines listed,',
    `or those that came, went and were there at both ends, were as many as the generator has; ${COUNT.format(answers.length)} questions`,
    'were asked five times each. A difference ends the benchmark.',
  ].join('\n')
}
