import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { readOptions as accuracy } from '../accuracy/options.ts'
import { readOptions as anomaly } from '../anomaly/options.ts'
import { readOptions as checks } from '../checks/options.ts'
import { readOptions as fleetDay } from '../fleet-day/options.ts'
import { readOptions as forecastMany } from '../forecast-many/options.ts'
import { readOptions as history } from '../history/options.ts'
import { readOptions as ingest } from '../ingest/options.ts'
import { readOptions as load } from '../load/options.ts'
import { readOptions as mainJob } from '../main-job/options.ts'
import { readOptions as matching } from '../matching/options.ts'
import { readOptions as sarimax } from '../sarimax/options.ts'
import { readOptions as screens } from '../screens/options.ts'
import { readOptions as workers } from '../workers/options.ts'
import { BENCHMARKS, type BenchmarkName } from './benchmarks.ts'

type Reader = (args: readonly string[]) => { readonly keepIn: string | null }

const READERS: Readonly<Record<BenchmarkName, Reader>> = {
  ...{ accuracy, anomaly, checks, history, ingest, load, matching, sarimax, screens, workers },
  ...{ 'main-job': mainJob, 'fleet-day': fleetDay },
  ...{ 'forecast-many': forecastMany, 'forecast-many-stored': forecastMany },
}

describe('BENCHMARKS', () => {
  it.each(BENCHMARKS)('$name takes the options of both sizes, and a folder to keep in', (each) => {
    const read = READERS[each.name]
    for (const args of [each.full, each.quick]) {
      expect(read([...args, '--results', 'elsewhere']).keepIn).toBe('elsewhere')
    }
    expect(read(each.quick)).not.toEqual(read(each.full))
  })

  it('are all that an npm script starts', () => {
    const files = Object.values(packageFile.scripts)
      .flatMap((script) => /bench\/([\w-]+\.ts)$/u.exec(script)?.[1] ?? [])
      .filter((file) => file !== 'main.ts' && file !== 'page.ts')

    expect(new Set(BENCHMARKS.map(({ file }) => file))).toEqual(new Set(files))
    expect(files.every((file) => existsSync(join(import.meta.dirname, '..', file)))).toBe(true)
  })
})
