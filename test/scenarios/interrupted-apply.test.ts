import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { connectOcs } from '../../src/sources/ocs/client.ts'
import { ocs } from '../../src/sources/ocs/ocs.ts'
import { testDatabase } from '../support/postgres.ts'

const run = promisify(execFile)
const MAIN = join(import.meta.dirname, '../../src/main.ts')
const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster killed '))
const config = join(folder, 'muster.yaml')
const env = { ...process.env, DATABASE_URL: database.url }
afterAll(() => rm(folder, { recursive: true }))

describe('an apply killed with -9', () => {
  const wanted = new Map<number, { from: string | null; to: string | null }>()
  let planId = 0

  beforeAll(async () => {
    const { ocsFile } = await writeEstate(folder, makeEstate({ seed: 7, computers: 8_000 }))
    await writeFile(
      config,
      `sources: { ocs: { file: ${JSON.stringify(ocsFile)}, inventoryField: NUMINV } }`,
    )
    planId = (await muster('plan')).plan.plan
    const { rows } = await database.pool.query(
      'select record_id, from_value, to_value from change where plan_id = $1',
      [planId],
    )
    for (const row of rows) {
      wanted.set(row.record_id, { from: row.from_value, to: row.to_value })
    }
  })

  it('leaves every row old or new, and ends whole when run again, none twice', async () => {
    expect(wanted.size).toBeGreaterThan(4_000)
    const killed = await killDuringApply()
    expect(killed).toBe('SIGKILL')
    const between = await tags()
    for (const [id, { from, to }] of wanted) expect([from, to]).toContain(between.get(id))

    const { outcomes } = await muster('apply', String(planId))

    expect(outcomes).toEqual({ applied: wanted.size })
    const after = await tags()
    for (const [id, { to }] of wanted) expect(after.get(id)).toBe(to)
    const { runs } = { runs: await muster('runs') }
    expect(runs.items.some((each: { state: string }) => each.state === 'interrupted')).toBe(true)
  })

  /** Kills the process as soon as its first batch is announced. */
  async function killDuringApply(): Promise<NodeJS.Signals | null> {
    const child = spawn(process.execPath, [MAIN, '--config', config, 'apply', String(planId)], {
      env,
      stdio: 'ignore',
    })
    const ended = new Promise<NodeJS.Signals | null>((done) => {
      child.once('exit', (_code, signal) => done(signal))
    })
    while (child.exitCode === null && !(await hasAttempt())) await wait(1)
    child.kill('SIGKILL')
    return ended
  }

  async function hasAttempt(): Promise<boolean> {
    const { rows } = await database.pool.query('select exists (select from attempt) as begun')
    return rows[0].begun
  }

  async function tags(): Promise<Map<number, string | null>> {
    const connection = await connectOcs({
      file: join(folder, 'ocs.sqlite'),
      inventoryField: 'NUMINV',
      includeArchived: false,
    })
    const found = new Map<number, string | null>()
    for await (const batch of connection.rows()) {
      for (const { row } of batch) {
        const computer = ocs.record.parse(row)
        found.set(computer.hardwareId, computer.tag)
      }
    }
    await connection.close()
    return found
  }
})

/** The answer of a command as JSON; exit codes other than failure are ordinary answers. */
async function muster(...args: string[]) {
  const { stdout } = await run(process.execPath, [MAIN, '--config', config, '--json', ...args], {
    env,
    maxBuffer: 1e8,
  }).catch((error: { code: number; stdout: string; stderr: string }) => {
    if (error.code !== 2) throw new Error(error.stdout + error.stderr)
    return error
  })
  return JSON.parse(stdout)
}
