import { expect, it } from 'vitest'
import { openingOf } from './opening.ts'
import type { Watched } from './watch-page.ts'

const SEEN: Watched = {
  ...{ there: 900, whole: 1400, shift: 0.01 },
  longTasks: [
    { from: 300, to: 380 },
    { from: 880, to: 1010 },
    { from: 1500, to: 1600 },
  ],
  firstInput: { at: 1000, heardAt: 1012, paintedAt: 1040 },
  scripts: [
    { path: '/assets/a.js', transferred: 900, endedAt: 200 },
    { path: '/assets/b.js', transferred: 0, endedAt: 220 },
    { path: '/assets/charts.js', transferred: 5000, endedAt: 1300 },
  ],
}

it('counts a screen as interactive only after the work that a key would have waited for', () => {
  const { there, interactive, answer, whole } = openingOf(SEEN, () => 1)

  expect({ there, interactive, answer, whole }).toEqual({
    ...{ there: 900, interactive: 1010, answer: 40, whole: 1400 },
  })
})

it('counts the JavaScript that was there by then, whether it came over the line or not', () => {
  const { transferred, gzip, files } = openingOf(SEEN, (path) => path.length)

  expect({ transferred, gzip, files }).toEqual({ transferred: 900, gzip: 24, files: 2 })
})

it('tells nothing of a screen that was never filled', () => {
  expect(() => openingOf({ ...SEEN, whole: null }, () => 1)).toThrow('not there yet')
})
