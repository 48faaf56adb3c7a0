import { describe, expect, it } from 'vitest'
import { axisStart, type Bridge, stepsOf } from './bridge-steps.ts'

const BRIDGE: Bridge = {
  ...{ scope: 'site', site: 'Norte', measure: 'total', start: 10, end: 9 },
  ...{ added: 3, removed: -2, movedIn: 1, movedOut: -4, reclassifiedIn: 2, reclassifiedOut: -1 },
}

describe('stepsOf', () => {
  it('hang each term where the one before it left off, and come to the end', () => {
    expect(stepsOf(BRIDGE).map(({ name, low, high }) => [name, low, high])).toEqual([
      ['start', 0, 10],
      ['added', 10, 13],
      ['removed', 11, 13],
      ['movedIn', 11, 12],
      ['movedOut', 8, 12],
      ['reclassifiedIn', 8, 10],
      ['reclassifiedOut', 9, 10],
      ['end', 0, 9],
    ])
  })

  it('leave moves out where all sites are counted', () => {
    expect(stepsOf({ ...BRIDGE, scope: 'all', site: null }).map(({ name }) => name)).toEqual([
      ...['start', 'added', 'removed', 'reclassifiedIn', 'reclassifiedOut', 'end'],
    ])
  })
})

describe('axisStart', () => {
  it('is nought where the steps are large enough to be seen', () => {
    expect(axisStart(stepsOf(BRIDGE))).toBe(0)
  })

  it('lies below all levels where they would not be', () => {
    const large = stepsOf({ ...BRIDGE, start: 1000, end: 999 })

    expect(axisStart(large)).toBe(990)
  })

  it('is nought where nothing changed', () => {
    const still = { added: 0, removed: 0, movedIn: 0, movedOut: 0 }
    const bridge = { ...BRIDGE, ...still, reclassifiedIn: 0, reclassifiedOut: 0, end: 10 }

    expect(axisStart(stepsOf(bridge))).toBe(0)
  })
})
