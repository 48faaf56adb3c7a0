import { describe, expect, it } from 'vitest'
import { faultTally } from './faults.ts'
import { wholeRowFault } from './placed-fault.ts'

const faultAt = (line: number) =>
  wholeRowFault({ line, code: 'row.unreadable', reason: 'json-broken', raw: '{' })

describe('faultTally', () => {
  it('is empty at first', () => {
    expect(faultTally().summary()).toEqual({ first: [], total: 0, rows: 0 })
  })

  it('keeps the first hundred and counts them all, and their rows', () => {
    const tally = faultTally()
    for (let line = 1; line <= 67; line += 1) tally.add([faultAt(line), faultAt(line)])
    tally.add([])
    tally.add([faultAt(68)])

    const { first, total, rows } = tally.summary()
    expect(first.map(({ line }) => line)).toEqual(
      Array.from({ length: 100 }, (_, at) => Math.floor(at / 2) + 1),
    )
    expect([total, rows]).toEqual([135, 68])
  })

  it('cuts the faults of one row where the hundred are full', () => {
    const tally = faultTally()
    tally.add(Array.from({ length: 250 }, () => faultAt(1)))

    expect(tally.summary()).toMatchObject({ total: 250, rows: 1 })
    expect(tally.summary().first).toHaveLength(100)
  })
})

describe('wholeRowFault', () => {
  it('says what stood there, with what cannot be seen made visible', () => {
    const raw = `a\0${'é'.repeat(300)}`
    const fault = wholeRowFault({
      ...{ line: 7, code: 'row.too-many-cells', reason: 'more-cells-than-headings', raw },
    })
    expect(fault).toEqual({
      ...{ line: 7, column: null, cell: null, value: `a<U+0000>${'é'.repeat(191)}` },
      ...{ code: 'row.too-many-cells', reason: 'more-cells-than-headings' },
    })
  })
})
