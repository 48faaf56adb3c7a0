import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { musterAt } from '../support/muster-at.ts'
import { testDatabase } from '../support/postgres.ts'
import { readRows } from '../support/read-cells.ts'

const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster calidad ñ '))
afterAll(() => rm(folder, { recursive: true }))

const CONFIG = `timeZone: UTC
sources: { ocs: { file: ocs.sqlite, inventoryField: NUMINV } }
guards: { share: 1 }
nightly: { apply: true }
`

describe('the quality of an inventory, day by day', () => {
  const estate = makeEstate({ seed: 5, computers: 200 })
  let today = '2026-11-18'
  const config = join(folder, 'muster.yaml')
  const { json, spoken } = musterAt({
    env: { DATABASE_URL: database.url },
    config,
    now: () => new Date(`${today}T09:00:00Z`),
  })

  beforeAll(async () => {
    await writeEstate(folder, estate)
    await writeFile(config, CONFIG)
  })

  /** The days and scores that are kept of all computers. */
  async function keptDays() {
    const { rows } = await database.pool.query(
      "select day, score::double precision as score from quality_day where scope = 'all' order by day",
    )
    return rows
  }

  it('is measured before anything was ever kept, and lists the rows it counted', async () => {
    const { code, answer } = await json('analyze')

    expect(code).toBe(0)
    const { data_quality: quality, distribution } = answer
    expect(quality.devices).toBeGreaterThan(150)
    expect(quality.completeness).toBeGreaterThan(0)
    const users = Object.values<number>(distribution.users).reduce((sum, count) => sum + count, 0)
    expect(users + distribution.without.user).toBe(quality.devices)
    for (const { command, failing } of quality.issues) {
      const rows = await json(...command.split(' ').slice(1), '--all')
      expect([command, rows.answer.total]).toEqual([command, failing])
      expect(rows.answer.items).toHaveLength(failing)
    }
  })

  it('replaces the day when it is measured again', async () => {
    const before = await keptDays()

    await json('analyze')

    expect(await keptDays()).toEqual(before)
    expect(before).toHaveLength(1)
  })

  it('adds a point to the trend on another day, with what was filled in since', async () => {
    today = '2026-11-19'
    const computers = estate.ocs.computers.map((each) => ({ ...each, tag: null, user: null }))
    await writeEstate(folder, { ...estate, ocs: { ...estate.ocs, computers } })

    const { answer } = await json('analyze')

    const { trend, score } = answer.data_quality
    expect(trend.map(({ day }: { day: string }) => day)).toEqual(['2026-11-18', '2026-11-19'])
    expect(score).toBeLessThan(trend[0].score)
    expect(answer.distribution.tag_status).toMatchObject({ in_form: 0, other_form: 0 })
    expect(answer.data_quality.consistency).toBeNull()
    expect(answer.data_quality.weights.consistency).toBe(0)
    await writeEstate(folder, estate)
  })

  it('is kept by a night without reading anything twice, and learns from what was written', async () => {
    today = '2026-11-20'
    const { answer: night } = await json('nightly')

    expect(night.quality).toMatchObject({ day: today, devices: night.plan.rows })
    expect(await keptDays()).toHaveLength(3)
    const { rows } = await database.pool.query(
      "select source, count(*)::integer as tries from collection where run_id = $1 and source = 'locations' and is_machine is null group by source",
      [night.run],
    )
    expect(rows).toEqual([{ source: 'locations', tries: 1 }])

    today = '2026-11-21'
    const { answer } = await json('analyze')
    const { applied } = night.applied.outcomes
    expect(answer.predictions.sync_estimate).toMatchObject({
      ...{ percent: 100, plans: 1, planned: applied, applied },
    })
    expect(answer.data_quality.score).toBeGreaterThan(night.quality.score)
    expect(answer.predictions.coverage).toMatchObject({ status: 'not_enough_days', has_days: 4 })
  })

  it('is told of in what a night says', async () => {
    const { out } = await spoken('--lang', 'es', 'nightly')

    expect(out).toMatch(
      /# Calidad del inventario\n\d+ computadoras, calidad \d+,\d de 100, nota [A-F]\n/u,
    )
  })

  it('stands among the daily figures', async () => {
    const { rows: days } = await database.pool.query(
      `select day, sum::double precision as score from daily_series
       where source = 'muster' and metric = 'quality.score' and is_total order by day`,
    )

    const kept = await keptDays()
    expect(kept.map(({ day }) => day)).toEqual([
      ...['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'],
    ])
    expect(days).toEqual(kept)
  })

  it('shows a past day as it was kept, and measures nothing for it', async () => {
    const runs = (await json('runs')).answer.total
    const { answer } = await json('analyze', '--day', '2026-11-19')

    expect(answer.data_quality.consistency).toBeNull()
    const rows = await json(
      'analyze',
      '--day',
      '2026-11-19',
      '--failing',
      'completeness',
      '--field',
      'tag',
    )
    expect(rows.answer.total).toBe(answer.data_quality.devices)
    expect((await json('runs')).answer.total).toBe(runs)
    expect((await json('analyze', '--day', '2026-11-02')).answer.error.code).toBe('day.not-kept')
  })

  it('is written to files, in the language that is asked for', async () => {
    const [document, workbook] = [join(folder, 'calidad.json'), join(folder, 'faltan.xlsx')]
    const { out } = await spoken('--lang', 'es', 'analyze', '--out', document)
    await spoken('analyze', '--failing', 'validity', '--output', workbook)

    const written = JSON.parse(await readFile(document, 'utf8'))
    expect(written.summary).toContain('computadoras, calidad')
    expect(out).toContain(document)
    const failing = (await json('analyze', '--failing', 'validity')).answer.total
    expect(await readRows(workbook)).toHaveLength(failing + 2) // its title and the headings
    const twice = await spoken('analyze', '--out', document, '--output', workbook)
    expect(twice.err).toContain('--output')
    expect((await json('analyze', '--output', 'a.doc')).answer.error.code).toBe(
      'command.bad-argument',
    )
  })

  it('refuses options that narrow a list when no list is asked for', async () => {
    for (const words of [['--field', 'user'], ['--all'], ['--site', 'x'], ['--why', 'blank']]) {
      expect((await json('analyze', ...words)).answer.error.code).toBe('command.misused')
    }
    const wrong = await json('analyze', '--failing', 'validity', '--field', 'user')
    expect(wrong.answer.error.code).toBe('command.misused')
  })

  it('weighs as the configuration says, and refuses weights that weigh nothing', async () => {
    const even =
      'quality: { weights: { completeness: 1, consistency: 1, uniqueness: 1, validity: 1 } }\n'
    await writeFile(config, `${CONFIG}${even}`)
    const { answer } = await json('analyze')
    expect(answer.data_quality.weights.validity).toBe(0.25)

    await writeFile(config, `${CONFIG}${even.replaceAll(': 1', ': 0')}`)
    const refused = await json('analyze')
    expect(refused.code).toBe(1)
    expect(refused.answer.error.details.faults.join()).toContain('must weigh more than 0')
    await writeFile(config, CONFIG)
  })

  it('keeps nothing of a day whose inputs are held', async () => {
    today = '2026-11-22'
    await writeEstate(folder, { ...estate, finance: estate.finance.slice(0, 20) })

    const { code, answer } = await json('analyze')

    expect(code).toBe(3)
    expect(answer.analyzed).toBeNull()
    expect(await keptDays()).toHaveLength(4)
  })
})
