import { describe, expect, it } from 'vitest'
import { figureOf } from '../report/figure.ts'
import { kept, plan } from '../report/testing/kept.ts'
import { BENCHMARKS, type Benchmark } from './benchmarks.ts'
import { summaryText } from './summary.ts'

const [first, second] = BENCHMARKS as readonly Benchmark[]
const measured = (figures: Parameters<typeof kept>[1]) => ({
  ...({ kind: 'measured', benchmark: first!, seconds: 12.34 } as const),
  result: kept(first!.name, figures),
})
const plain = (text: string) => text.replaceAll(/ +/g, ' ').split('\n')

describe('summaryText', () => {
  it('tells both sides, their ratio, the verdict, and how long the benchmark took', () => {
    const lines = plain(summaryText([measured([plan(3), plan(6)])]))

    expect(lines.slice(2)).toEqual([
      `| ${first!.name} | plan, s, 1,000 changes | 3.5 | 8 | 0.438 | 5 at most: met | 12.3 |`,
      '| | plan, s, 1,000 changes | 6.5 | 8 | 0.813 | 5 at most: missed | |',
    ])
  })

  it('leaves out what has neither peer nor aim, unless there is nothing else', () => {
    const bare = figureOf({ name: 'bare', unit: 'ms', muster: [1] })

    expect(summaryText([measured([bare, plan(3)])])).not.toContain('bare')
    expect(summaryText([measured([bare])])).toContain('bare, ms')
  })

  it('says how many times as fast Muster is where that is the ratio', () => {
    const figure = figureOf({
      ...{ name: 'work', unit: 's', muster: [2], ratioOf: 'peer / Muster' },
      peer: { name: 'pandas', values: [9] },
    })
    expect(summaryText([measured([figure])])).toContain('4.5 times as fast')
  })

  it('names what failed, beside what was measured', () => {
    const why = 'ended with 1'
    const failed = { kind: 'failed', benchmark: second!, seconds: 3, why } as const
    const text = summaryText([failed, measured([plan(3)])])

    expect(text).toContain('3.5')
    expect(text).toMatch(new RegExp(`\\| ${second!.name} .* failed \\| +3 \\|`, 'u'))
    expect(text.split('\n').at(-1)).toBe(`${second!.name} failed: it ended with 1; see above.`)
  })
})
