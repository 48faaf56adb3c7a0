import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureServices } from './test-services.ts'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

process.exitCode = await testAll(process.argv.slice(2))

/** Runs every test, then says on one plain last line what became of them. */
async function testAll(args: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-test-'))
  try {
    await ensureServices()
    const report = join(folder, 'report.json')
    const code = await runVitest(report, args)
    if (!existsSync(report)) throw new Error(`The tests ended before their end, with code ${code}.`)
    const counts = withUnexplained(readCounts(report), code)
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
    return counts.failed > 0 || counts.passed === 0 ? 1 : 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.log('0 passed, 1 failed, 0 skipped')
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runVitest(report: string, args: readonly string[]): Promise<number> {
  const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], {
    stdio: 'inherit',
    cwd: join(import.meta.dirname, '..'),
  })
  process.on('SIGINT', () => {}) // the terminal tells vitest too; it stops the servers first
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

function readCounts(file: string): Counts {
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'))
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** A run that ended badly though every test passed (an error outside of tests) counts as one failure. */
function withUnexplained(counts: Counts, code: number): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
