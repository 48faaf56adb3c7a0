import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kept, plan } from '../report/testing/kept.ts'
import { BENCHMARKS, type Benchmark } from '../runner/benchmarks.ts'
import { type Kept, pageText } from './page-text.ts'
import { keptResults } from './write-page.ts'

const [first, second] = BENCHMARKS as readonly Benchmark[]
const measured = (...seconds: readonly number[]): Kept => ({
  ...{ benchmark: first!, hasReport: true },
  result: kept(first!.name, seconds.map(plan)),
})
const silent = (hasReport: boolean): Kept => ({ benchmark: second!, result: null, hasReport })

describe('pageText', () => {
  it('tells when, on what and with what was measured, and shows the chart', () => {
    const text = pageText([measured(3)])

    expect(text).toContain(`## ${first!.title}`)
    expect(text).toContain('- Taken on 2026-11-22 with `node bench/')
    expect(text).toContain('- Machine: 2 cores (A processor), 24 GiB of memory, Linux 6.18.')
    expect(text).toContain('- Muster 0.1.0; Node 24.21.0; peer pandas 1.5.3.')
    expect(text).toContain(`(images/benchmarks/${first!.name}.svg)`)
    expect(text).toMatch(/\| 3\.5 \(3-4\) \| pandas: 8 \(8-8\) \| 0\.438 \(0\.375-0\.5\) \|/u)
  })

  it('says openly what is missed, and how many aims there are', () => {
    expect(pageText([measured(3)])).toContain('Of 1 aims that were measured 0 are missed.')
    const text = pageText([measured(6)])

    expect(text).toContain('Of 1 aims that were measured 1 are missed:')
    expect(text).toContain(`- ${first!.title}: plan, s, 1,000 changes, 5 at most: 6.5 (6-7).`)
    expect(text).toContain('5 at most: **missed**')
  })

  it('invents nothing where there is no data', () => {
    const text = pageText([measured(3), silent(true)])

    expect(text).toContain(`no data is kept of them: ${second!.name}.`)
    expect(text).toContain('of an earlier run is kept, which is not drawn here')
    expect(text).not.toContain(`${second!.name}.svg`)
    expect(pageText([silent(false)])).toContain('No result is kept.')
  })

  it('is the page that is kept, of the results that are kept', async () => {
    const page = join(import.meta.dirname, '../../docs/benchmarks.md')

    expect(await readFile(page, 'utf8')).toBe(pageText(await keptResults()))
  })
})
