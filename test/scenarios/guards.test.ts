import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Estate, makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { testDatabase } from '../support/postgres.ts'
import { spokenMuster } from '../support/spoken-muster.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster guards '))
const config = join(folder, 'muster.yaml')
afterAll(() => rm(folder, { recursive: true }))

describe('the guards, from the command line', () => {
  const estate = makeEstate({ seed: 3, computers: 300 })

  beforeAll(async () => {
    const { ocsFile } = await writeEstate(folder, estate)
    await writeFile(
      config,
      `timeZone: America/Havana
sources: { ocs: { file: ${JSON.stringify(ocsFile)}, inventoryField: NUMINV } }
`,
    )
    await muster('plan')
  })

  it('hold a shrunken workbook, make no plan of it, and let it pass once accepted by name', async () => {
    await writeEstate(folder, withFinance(estate, 0.7))
    const held = await muster('plan')
    expect(held.code).toBe(3)
    expect(held.answer.plan).toBeNull()
    const { collection, holds } = held.answer.inputs[0]
    expect(holds).toMatchObject([{ code: 'shrunk', source: 'finance-register', limit: 0.2 }])

    expect((await muster('accept', `C${collection}`, '--by', 'Ana')).code).toBe(0)
    expect((await muster('plan')).answer.plan.state).toBe('waiting')
  })

  it('hold a plan that changes too much after the first, and apply it only once accepted', async () => {
    const first = await muster('plan')
    expect((await muster('apply', 'latest')).code).toBe(0)
    await writeEstate(folder, withFinance(estate, 0.7)) // every TAG is as it was before
    const second = await muster('plan')
    expect(second.code).toBe(3)
    expect(second.answer.plan.holds).toMatchObject([{ code: 'share-exceeded' }])

    const { plan } = second.answer.plan
    expect((await muster('apply', `P${first.answer.plan.plan}`)).code).toBe(0) // applied before: nothing is written
    expect(await muster('apply', `P${plan}`)).toMatchObject({
      code: 3,
      answer: { error: { code: 'plan.held' } },
    })
    const reason = 'the database was restored'
    expect(await muster('accept', 'latest', '--by', 'Ana', '--reason', reason)).toEqual({
      code: 0,
      answer: { kind: 'plan', id: plan, by: 'Ana', reason },
    })
    for (const named of [`P${plan}`, 'latest']) {
      expect(await muster('accept', named, '--by', 'Luis')).toMatchObject({
        code: 1,
        answer: { error: { code: 'plan.not-held', details: { id: plan, state: 'waiting' } } },
      })
    }
    expect((await muster('show', 'latest')).answer).toMatchObject({ id: plan, acceptedBy: 'Ana' })
    expect((await muster('apply', `P${plan}`)).code).toBe(0)
  }, 60_000)

  it('refuse a second run while one is at work, and say who runs', async () => {
    const lock = await database.tryExclusive('main-job')
    expect(lock).not.toBeNull()
    await database.pool.query(
      `insert into run (task, state, cause, actor, host, pid, version, started_at)
      values ('apply', 'running', 'person', 'luis', 'pc-2', 42, '0', '2026-11-21T03:15:00Z')`,
    )
    try {
      expect(await muster('plan')).toMatchObject({
        code: 1,
        answer: {
          error: {
            code: 'run.busy',
            details: { task: 'apply', actor: 'luis', host: 'pc-2', pid: 42 },
          },
        },
      })
      const { err } = await spokenMuster({ DATABASE_URL: database.url }, '--config', config, 'plan')
      expect(err).toContain('since 2026-11-20 22:15, started by luis on pc-2')
    } finally {
      await lock?.release()
    }
    expect((await muster('check')).code).toBe(2)
    const { items } = (await muster('runs')).answer
    expect(items.some((run: { actor: string; state: string }) => run.state === 'interrupted')).toBe(
      true,
    )
  })
})

/** The estate with only the first `share` of finance's lines. */
function withFinance(estate: Estate, share: number): Estate {
  const { finance } = estate
  return { ...estate, finance: finance.slice(0, Math.floor(finance.length * share)) }
}

function muster(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: database.url }
  // biome-ignore lint/suspicious/noExplicitAny: a JSON answer, read as a program would
  return new Promise<{ code: number; answer: any }>((done, fail) => {
    execFile(
      process.execPath,
      [MAIN, '--config', config, '--json', ...args],
      { env, maxBuffer: 1e8 },
      (error, stdout, stderr) => {
        if (stdout === '') fail(new Error(stderr))
        else done({ code: Number(error?.code ?? 0), answer: JSON.parse(stdout) })
      },
    )
  })
}
