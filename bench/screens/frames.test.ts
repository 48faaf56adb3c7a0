import { expect, it } from 'vitest'
import { framesOf } from './frames.ts'

it('tells frames a second, and how many of them came late', () => {
  const { perSecond, median, longest, late } = framesOf([0, 16, 32, 48, 100])

  expect({ perSecond, median, longest, late }).toEqual({
    ...{ perSecond: 40, median: 16, longest: 52, late: 0.25 },
  })
})

it('tells nothing of a page that drew nothing', () => {
  expect(() => framesOf([5])).toThrow('no frame')
})
