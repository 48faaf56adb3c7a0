import { type Aim, figureOf } from '../report/figure.ts'
import type { KeptFigure } from '../report/kept-result.ts'
import type { Opening } from './opening.ts'
import type { ScreensOptions } from './options.ts'
import type { Scrolling } from './visit.ts'

/** What came of one run: every opening of each screen, and every scrolling. */
export interface ScreensRun {
  readonly openings: readonly {
    readonly screen: string
    readonly from: 'cold' | 'warm'
    readonly rounds: readonly Opening[]
  }[]
  readonly scrollings: readonly Scrolling[]
  readonly findings: number
}

interface Measure {
  readonly name: string
  readonly unit: string
  readonly aim?: Aim
  of(opening: Opening): number
}

/** Aims are set with so many machines and more in each source. */
const DEVICES = 100_000
const KB = 1000
const MEASURES: readonly Measure[] = [
  { name: 'there', unit: 'ms', of: ({ there }) => there },
  {
    ...{ name: 'interactive', unit: 'ms', of: ({ interactive }: Opening) => interactive },
    aim: { of: 'Muster', bound: 'at most', value: 2000 },
  },
  { name: 'answer to a key', unit: 'ms', of: ({ answer }) => answer },
  { name: 'whole', unit: 'ms', of: ({ whole }) => whole },
  { name: 'layout shift', unit: '', of: ({ shift }) => shift },
  {
    ...{ name: 'JavaScript by gzip', unit: 'kB', of: ({ gzip }: Opening) => gzip / KB },
    aim: { of: 'Muster', bound: 'at most', value: 250 },
  },
]

/** All figures of screens opened and scrolled; the web app has no peer. */
export function screensFigures(
  { openings, scrollings }: ScreensRun,
  { devices }: Pick<ScreensOptions, 'devices'>,
): KeptFigure[] {
  return [
    ...openings.flatMap(({ screen, from, rounds }) =>
      MEASURES.map(({ name, unit, aim, of }) =>
        figureOf({
          ...{
            name: `${screen}, ${from}: ${name}`,
            unit,
            aim: devices < DEVICES ? null : (aim ?? null),
          },
          muster: rounds.map(of),
        }),
      ),
    ),
    figureOf({
      ...{ name: 'the list scrolled: longest frame', unit: 'ms' },
      muster: scrollings.map(({ frames }) => frames.longest),
    }),
    figureOf({
      ...{ name: 'the list scrolled: frames', unit: 'a second' },
      muster: scrollings.map(({ frames }) => frames.perSecond),
    }),
    figureOf({
      ...{ name: 'a jump to the middle of the list', unit: 'ms' },
      muster: scrollings.map(({ jump }) => jump),
    }),
  ]
}
