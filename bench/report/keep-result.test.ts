import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keepResult } from './keep-result.ts'
import { readResult } from './read-result.ts'
import { plan } from './testing/kept.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'))
afterAll(() => rm(folder, { recursive: true }))

const outcome = {
  ...{ name: 'main-job', command: 'node bench/main-job.ts --rounds 2', loads: [0.5, 0.25, 0.1] },
  ...{ versions: { peer: 'pandas 1.5.3' }, figures: [plan(3)] },
  report: (facts: readonly string[]) => facts.join('\n'),
}

describe('keepResult', () => {
  it('keeps the report, and beside it the same as data', async () => {
    await keepResult({ ...outcome, keepIn: join(folder, 'results') })
    const text = await readFile(join(folder, 'results/main-job.md'), 'utf8')
    const result = await readResult(join(folder, 'results'), 'main-job')

    expect(text).toMatch(/^Taken on \d{4}-\d\d-\d\d with `node bench\/main-job\.ts --rounds 2`\./u)
    expect(text).toMatch(/Muster \d.*; Node \d.*; peer pandas 1\.5\.3\./u)
    expect(text).toContain('Load average when the run began: 0.50, 0.25, 0.10')
    expect(result).toMatchObject({ figures: [plan(3)], loadAtStart: [0.5, 0.25, 0.1] })
  })

  it('keeps nothing where no result is wanted, and no figure that is none', async () => {
    await keepResult({ ...outcome, name: 'unwanted', keepIn: null })
    expect(await readResult(folder, 'unwanted')).toBeNull()

    const figure = { ...plan(3), name: '' }
    const broken = keepResult({ ...outcome, figures: [figure], keepIn: folder })
    await expect(broken).rejects.toThrow()
    expect(await readResult(folder, 'main-job')).toBeNull()
  })
})
