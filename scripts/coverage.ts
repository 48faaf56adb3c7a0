import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { coverageTable, readCoverage } from './coverage-table.ts'
import { ensureServices } from './test-services.ts'

const ROOT = join(import.meta.dirname, '..')
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
const FOLDER = join(ROOT, 'coverage')
const USUAL = ['--project', 'core', '--project', 'postgres-18']

/** Prints which lines and branches of `src` the tests reach: `npm run coverage [-- --project core FILE...]`. */
const asked = process.argv.slice(2)
rmSync(FOLDER, { recursive: true, force: true })
if (asked.length === 0) await ensureServices()
const options = [
  ...['--coverage.enabled', '--coverage.provider=v8', '--coverage.include=src/**/*.ts'],
  ...['--coverage.exclude=src/**/*.test.ts', '--coverage.reportsDirectory=coverage'],
  ...['--coverage.reporter=json-summary', '--coverage.reporter=text-summary'],
  ...['--coverage.reportOnFailure', '--reporter=dot', '--maxWorkers=1'],
]
const args = [VITEST, 'run', ...options, ...(asked.length === 0 ? USUAL : asked)]
const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
console.log(coverageTable(readCoverage(join(FOLDER, 'coverage-summary.json'), ROOT)))
process.exitCode = status ?? 1
