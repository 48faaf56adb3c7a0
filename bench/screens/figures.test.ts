import { expect, it } from 'vitest'
import { type ScreensRun, screensFigures } from './figures.ts'

const opening = {
  ...{ there: 900, interactive: 2100, answer: 40, whole: 2500, shift: 0, files: 19 },
  ...{ transferred: 180_000, gzip: 200_000 },
}
const RUN: ScreensRun = {
  openings: [{ screen: 'Today', from: 'cold', rounds: [opening] }],
  scrollings: [
    {
      frames: { seconds: 4, perSecond: 50, median: 17, p95: 30, longest: 60, late: 0.1 },
      ...{ rows: 300, jump: 400 },
    },
  ],
  findings: 7,
}

it('aims at a time and a size for each opening over 100,000 machines', () => {
  const aimed = screensFigures(RUN, { devices: 100_000 }).filter(({ target }) => target)

  expect(aimed.map(({ name, muster, target }) => [name, muster.median, target?.met])).toEqual([
    ['Today, cold: interactive', 2100, false],
    ['Today, cold: JavaScript by gzip', 200, true],
  ])
})

it('aims at nothing over fewer', () => {
  expect(screensFigures(RUN, { devices: 1000 }).some(({ target }) => target)).toBe(false)
})
