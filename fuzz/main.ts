import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepService } from '../test/support/service-keeper.ts'
import { keepFinding } from './found.ts'
import { type FuzzOptions, readOptions } from './options.ts'
import { endingsText, resultTable } from './report.ts'
import { type FuzzedTarget, runTarget } from './run-target.ts'
import { inputsOf } from './shares.ts'
import { TARGETS } from './targets.ts'

const POSTGRES = join(import.meta.dirname, '../test/support/postgres-keeper.ts')

process.exitCode = await fuzz(readOptions(process.argv.slice(2), Date.now() % 1_000_000))

/** Tries every target in turn; 1 where anything was found. */
async function fuzz(options: FuzzOptions): Promise<number> {
  const targets = chosen(options.only)
  console.log(`--seed ${options.seed}`)
  const folder = mkdtempSync(join(tmpdir(), 'muster-fuzz-'))
  const postgres = targets.some(({ needsDatabase }) => needsDatabase)
    ? await keepService<{ url: string }>(POSTGRES, [])
    : null
  try {
    const place = { folder, postgresUrl: postgres?.connection.url ?? '' }
    const results: FuzzedTarget[] = []
    for (const { target, inputs } of inputsOf(targets, options.inputs)) {
      const { seed, again } = options
      const given = again === null ? null : readFileSync(again)
      const result = await runTarget(target, { place, seed, given, inputs: given ? 1 : inputs })
      results.push(result)
      console.log(endingsText(result))
      for (const finding of result.findings) console.log(await keepFinding(finding, options.seed))
    }
    console.log(resultTable(results))
    return results.some(({ findings }) => findings.length > 0) ? 1 : 0
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function chosen(only: FuzzOptions['only']) {
  if (only === null) return TARGETS
  const unknown = only.filter((name) => !TARGETS.some((target) => target.name === name))
  if (unknown.length === 0) return TARGETS.filter(({ name }) => only.includes(name))
  const names = TARGETS.map(({ name }) => name).join(', ')
  throw new RangeError(`--only ${unknown.join(',')}: there is ${names}`)
}
