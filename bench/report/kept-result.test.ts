import { describe, expect, it } from 'vitest'
import { fullSizeFigures, KeptResult } from './kept-result.ts'
import { kept, plan } from './testing/kept.ts'

describe('KeptResult', () => {
  it('is read as it was kept', () => {
    const result = kept('main-job')
    expect(KeptResult.parse(JSON.parse(JSON.stringify(result)))).toEqual(result)
  })

  it('refuses a result without figures, and figures that are no numbers', () => {
    const figure = plan(3)
    const broken = { ...figure, muster: { ...figure.muster, median: Number.NaN } }

    expect(KeptResult.safeParse(kept('main-job', [])).success).toBe(false)
    expect(KeptResult.safeParse(kept('main-job', [broken])).success).toBe(false)
  })
})

describe('fullSizeFigures', () => {
  it('leaves smaller sizes out, and nothing that has no size', () => {
    const { size: _, ...sizeless } = plan(1)
    const figures = [{ ...plan(1), size: '100 changes' }, sizeless, plan(3)]

    expect(fullSizeFigures({ figures })).toEqual([sizeless, plan(3)])
  })
})
