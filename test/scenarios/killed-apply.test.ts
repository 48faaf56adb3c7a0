import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeChance } from '../../demo/chance.ts'
import { type KeptChange, keptChanges } from '../support/kept-changes.ts'
import { makeOffice, type Office } from '../support/office.ts'
import { testDatabase } from '../support/postgres.ts'

const COUNT = 8_000
const BY_HAND = 'By hand'
const TIMEOUT = { timeout: 90_000 }
const ENGINES = [
  { engine: 'SQLite', seed: 11, database: await testDatabase() },
  { engine: 'MariaDB', seed: 36, database: await testDatabase() },
] as const
const folder = await mkdtemp(join(tmpdir(), 'muster killed '))
afterAll(() => rm(folder, { recursive: true }))

/** Where in its life a process is killed, and how many milliseconds later at most. */
const WITHIN_MS = {
  /** From its start; it has not written then. */
  starting: 250,
  /** From the first batch it says it is about to write. */
  writing: 120,
  /** From the last outcome it keeps; it has written everything then, and may end first. */
  ending: 4,
}
type Phase = keyof typeof WITHIN_MS
type Task = 'apply' | 'undo'

/** Every other process killed is followed by the next at once, the others by a person's edits. */
const LIVES: Readonly<Record<Task, readonly Phase[]>> = {
  apply: ['starting', 'writing', 'writing', 'writing', 'starting', 'writing', 'writing', 'ending'],
  undo: ['starting', 'writing', 'writing', 'writing', 'ending'],
}

/** How things stood when a process had been killed. */
interface Kill {
  readonly task: Task
  readonly phase: Phase
  /** Batches that were said to be about to be written. */
  readonly begun: number
  /** Changes of such batches of which nothing is known. */
  readonly inDoubt: number
}

describe.each(ENGINES)('killed with -9 at any instant on $engine', ({ engine, seed, database }) => {
  const chance = makeChance(seed)
  const kills: Kill[] = []
  const edited = new Set<number>()
  let office: Office
  let plan = 0
  beforeAll(async () => {
    office = await makeOffice({ engine, folder: join(folder, engine), database, count: COUNT })
    plan = (await office.muster('plan')).answer.plan.plan
  })
  afterAll(() => office.close())

  it.each([
    { task: 'apply', states: ['applied'] },
    { task: 'undo', states: ['undone', 'applied'] },
  ] as const)('$task ends whole when run again, no change made twice', TIMEOUT, async (life) => {
    const { task, states } = life
    await office.forget()
    const expected = new Map([...edited].map((id) => [id, 'moved']))
    for (const [at, phase] of LIVES[task].entries()) {
      await killIn(phase, task)
      if (at % 2 === 0) continue
      for (const { recordKey, outcome } of await someOfEach(task)) {
        expected.set(Number(recordKey), outcome ?? 'moved')
        await editByHand(Number(recordKey))
      }
    }

    const { code, answer } = await office.muster(task, `P${plan}`)

    const changes = await keptChanges(database, plan, task)
    const moved = changes.filter(
      ({ recordKey }) => expected.get(Number(recordKey)) === 'moved',
    ).length
    expect(moved).toBeGreaterThan(0)
    expect([code, answer.outcomes]).toEqual([2, { applied: changes.length - moved, moved }])
    const tags = await office.tags()
    const written = Map.groupBy(await office.written(), ({ hardwareId }) => hardwareId)
    for (const { recordKey, from, to, outcome, found } of changes) {
      const id = Number(recordKey)
      expect([id, outcome]).toEqual([id, expected.get(id) ?? 'applied'])
      expect(found).toBe(outcome === 'moved' ? BY_HAND : null)
      expect(tags.get(id)).toBe(edited.has(id) ? BY_HAND : to)
      const ours = (written.get(id) ?? []).filter(({ became }) => became !== BY_HAND)
      const isUnwritten = outcome === 'moved' && ours.length === 0
      const once = { hardwareId: id, was: from, became: to }
      expect(ours).toEqual(isUnwritten ? [] : [once])
    }
    const { rows } = await database.pool.query('select state from plan order by id')
    expect(rows.map(({ state }) => state)).toEqual(states)
  })

  it('was killed often, before its writing and amid it, with changes in doubt', () => {
    expect(kills.length).toBeGreaterThanOrEqual(6) // thirteen, but for those that ended first
    expect(kills.some(({ begun }) => begun === 0)).toBe(true)
    expect(kills.some(({ inDoubt }) => inDoubt > 0)).toBe(true)
  })

  /** Starts a task and kills it at an instant of chance in this phase of its life. */
  async function killIn(phase: Phase, task: Task): Promise<void> {
    const before = await begun(task)
    const started = office.start(task, `P${plan}`)
    let isRunning = true
    const stop = () => {
      isRunning = false
    }
    started.ended.then(stop, stop)
    const isReached = async () => {
      if (phase === 'starting') return true
      return phase === 'writing' ? (await begun(task)) > before : (await pending(task)) === 0
    }
    while (isRunning && !(await isReached())) await sleep(1)
    await sleep(chance.below(WITHIN_MS[phase]))
    const { signal } = await started.kill()
    if (signal !== null) kills.push(await killOf({ phase, task }))
  }

  /** Every row is old, or new, or as a person left it. */
  async function killOf(which: { phase: Phase; task: Task }): Promise<Kill> {
    const tags = await office.tags()
    const changes = await keptChanges(database, plan, which.task)
    for (const { recordKey, from, to } of changes) {
      const id = Number(recordKey)
      expect(edited.has(id) ? [BY_HAND] : [from, to]).toContain(tags.get(id))
    }
    const inDoubt = changes.filter(({ isTried, outcome }) => isTried && outcome === null)
    return { ...which, begun: await begun(which.task), inDoubt: inDoubt.length }
  }

  /** A change whose outcome is kept, one in doubt, one not begun; as far as there are any. */
  async function someOfEach(task: Task): Promise<KeptChange[]> {
    await office.quiet()
    const changes = await keptChanges(database, plan, task)
    const groups = Map.groupBy(
      changes.filter(({ recordKey }) => !edited.has(Number(recordKey))),
      ({ outcome, isTried }) => (outcome === null ? isTried : outcome),
    )
    return [...groups.values()].map((group) => chance.pick(group))
  }

  async function editByHand(id: number): Promise<void> {
    edited.add(id)
    await office.sql(`update accountinfo set TAG = '${BY_HAND}' where HARDWARE_ID = ${id}`)
  }

  /** How many batches were said to be about to be written. */
  async function begun(task: Task): Promise<number> {
    const { rows } = await database.pool.query(
      `select count(*) as n from attempt join plan on plan.id = plan_id where kind = $1`,
      [KINDS[task]],
    )
    return rows[0].n
  }

  /** How many changes have no outcome yet. */
  async function pending(task: Task): Promise<number | null> {
    const { rows } = await database.pool.query(
      `select changes - (select count(*) from outcome where plan_id = id) as n
      from plan where kind = $1`,
      [KINDS[task]],
    )
    return rows[0]?.n ?? null
  }
})

const KINDS: Readonly<Record<Task, string>> = { apply: 'tags', undo: 'undo' }
