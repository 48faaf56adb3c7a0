import type { KeptFigure } from '../report/kept-result.ts'
import { type Spread, showSpread, spreadOf } from '../report/spread.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import type { ScreensRun } from './figures.ts'
import type { ScreensOptions } from './options.ts'

interface Said {
  readonly facts: readonly string[]
  readonly figures: readonly KeptFigure[]
  readonly options: ScreensOptions
}

const MEASURES = ['there', 'interactive', 'answer', 'whole', 'shift'] as const
const SIZES = ['files', 'gzip', 'transferred'] as const

/** The result as a page. */
export function screensReport(run: ScreensRun, { facts, figures, options }: Said): string {
  const { openings, scrolling } = screensSummary(run)
  const { perSecond, median, p95, longest, late, rows, jump } = scrolling
  return [
    '# Screens opened in Chromium',
    '',
    ...facts.map((fact) => `- ${fact}`),
    `- ${options.devices} machines in each of two sources, ${run.findings} findings.`,
    `- ${options.rounds} rounds after one that is not counted; medians, and in brackets the ends. Browser, server and database share the machine.`,
    '- Cold: signed in, nothing of the web app kept. Warm: the same screen again in the same browser.',
    '- Milliseconds since the address was asked for. There: first figures or rows painted. Interactive: the same, after the work that a key would have waited for. Answer: from a key to the next painting. Whole: every panel filled.',
    '',
    table(
      ['screen', 'there', 'interactive', 'answer', 'whole', 'layout shift'],
      openings.map(({ screen, from, measures: m }) => [
        `${screen}, ${from}`,
        ...[m.there, m.interactive, m.answer, m.whole].map((each) => showSpread(each, 0)),
        showSpread(m.shift, 3),
      ]),
    ),
    '',
    'JavaScript there by the time a screen was interactive, in kB of 1000 bytes:',
    '',
    table(
      ['screen', 'files', 'gzip', 'over the line'],
      openings.map(({ screen, from, measures: m }) => [
        `${screen}, ${from}`,
        ...[String(m.files.median), kilo(m.gzip.median), kilo(m.transferred.median)],
      ]),
    ),
    '',
    `Scrolling the list of devices by wheel: ${showSpread(perSecond, 1)} frames a second over ${showSpread(rows, 0)} rows; ${showSpread(median, 1)} ms between frames, 95 of 100 within ${showSpread(p95, 1)} ms, the longest ${showSpread(longest, 0)} ms; ${showSpread(late, 1)} of 100 frames late by a frame or more.`,
    `A jump to the middle of the list: its rows after ${showSpread(jump, 0)} ms.`,
    '',
    targetLines(figures),
    '',
  ].join('\n')
}

/** Medians and ends of every measure, by screen. */
function screensSummary({ openings, scrollings }: ScreensRun) {
  const spread = <T>(rounds: readonly T[], value: (round: T) => number) =>
    spreadOf(rounds.map(value))
  return {
    openings: openings.map(({ screen, from, rounds }) => ({
      ...{ screen, from, rounds: rounds.length },
      measures: Object.fromEntries(
        [...MEASURES, ...SIZES].map((name) => [name, spread(rounds, (round) => round[name])]),
      ) as Record<(typeof MEASURES | typeof SIZES)[number], Spread>, // one for each name
    })),
    scrolling: {
      perSecond: spread(scrollings, ({ frames }) => frames.perSecond),
      median: spread(scrollings, ({ frames }) => frames.median),
      p95: spread(scrollings, ({ frames }) => frames.p95),
      longest: spread(scrollings, ({ frames }) => frames.longest),
      late: spread(scrollings, ({ frames }) => 100 * frames.late),
      rows: spread(scrollings, ({ rows }) => rows),
      jump: spread(scrollings, ({ jump }) => jump),
    },
  }
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
