import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Estate, makeEstate } from '../../demo/estate.ts'
import { meanwhile } from '../../demo/meanwhile.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { cellText } from '../../src/workbook/cell.ts'
import { testDatabase } from '../support/postgres.ts'
import { readRows } from '../support/read-cells.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster noche ñ '))
const reports = join(folder, 'reports')
afterAll(() => rm(folder, { recursive: true }))

describe('a night, and what a person reads of it', () => {
  const estate = makeEstate({ seed: 5, computers: 300 })
  let ocsFile = ''

  beforeAll(async () => {
    ocsFile = (await writeEstate(folder, estate)).ocsFile
    await writeFile(
      join(folder, 'muster.yaml'),
      `timeZone: America/Havana
sources: { ocs: { file: ocs.sqlite, inventoryField: NUMINV } }
tags: { protectedTags: ["MANUAL-*"] }
reports: { splitBy: municipality }
nightly: { apply: true }
`,
    )
  })

  it('plans, writes, verifies and reports, for the whole and for each municipality', async () => {
    const { code, answer } = await json('nightly')

    expect(code).toBe(2)
    const { changes } = answer.plan
    expect(changes).toBeGreaterThan(100)
    expect(answer.applied.outcomes).toEqual({ applied: changes })
    expect(answer.verified.standings).toEqual({ standing: changes })
    expect(answer.lookBack).toBeNull()
    const files = await readdir(reports)
    expect(files).toContain('muster-P1.xlsx')
    expect(files).toContain('muster-P1-municipality-Casos_de_borde.xlsx')
    expect(files).toHaveLength(1 + answer.reports.parts.length)
  })

  it('looks back at what was written the night before', async () => {
    const before = (await json('show', 'P1')).answer.changes
    await meanwhile(ocsFile, before)

    const { answer } = await json('nightly')

    expect(answer.lookBack).toMatchObject({ plan: 1, standings: { reverted: 2 } })
    expect(answer.applied.outcomes).toEqual({ applied: 1 })
    const { answer: run } = await json('show', `R${answer.run}`)
    expect(run).toMatchObject({ task: 'nightly', cause: 'schedule' })
    expect(run.steps.map(({ name }: { name: string }) => name)).toContain('apply')
  })

  it('says what it wrote though the report could not be', async () => {
    const text = await readFile(join(folder, 'muster.yaml'), 'utf8')
    const other = join(folder, 'no-reports.yaml')
    await writeFile(other, text.replace('reports: {', 'reports: { folder: muster.yaml,'))
    await meanwhile(ocsFile, (await json('show', 'P1')).answer.changes.slice(3, 4))

    const { code, answer } = await json('--config', other, 'nightly')

    expect(code).toBe(1)
    expect(answer.failure.code).toBe('workbook.unwritable')
    expect(answer.applied.outcomes).toEqual({ applied: 1 })
    expect(answer.verified.standings).toEqual({ standing: 1 })
  })

  it('writes nothing when a workbook has shrunk, and says how to go on', async () => {
    const { finance } = estate
    await writeEstate(folder, { ...estate, finance: finance.slice(0, 100) } satisfies Estate)
    const { code, answer } = await json('nightly')
    expect(code).toBe(3)
    expect(answer).toMatchObject({ plan: null, applied: null, reports: null })

    const { stdout, stderr } = await muster('--lang', 'es', 'nightly')
    expect(stdout).toMatch(/RETENIDO: 99 registros, .* muster accept C\d+ --by NOMBRE/u)
    expect(stderr).toBe('')
    await writeEstate(folder, estate)
  })

  it('keeps who changed what, and lists it by plan', async () => {
    const { items } = (await json('audit', 'P1', '--all')).answer
    const { changes } = (await json('show', 'P1')).answer

    expect(items).toHaveLength(changes.length)
    expect(items[0]).toMatchObject({ planId: 1, kind: 'applied', runId: 1 })
  })

  it('exports a plan for programs, with the cells that decided, and for people', async () => {
    const [document, workbook] = [join(folder, 'plan.json'), join(folder, 'plan.xlsx')]
    expect((await muster('export', 'P1', '--out', document)).code).toBe(0)
    expect((await muster('export', 'P1', '--out', workbook)).code).toBe(0)

    const { format, plan, changes, findings } = JSON.parse(await readFile(document, 'utf8'))
    expect(format).toBe('muster-plan/2')
    expect(changes).toHaveLength(plan.changes)
    expect(changes[0].evidence.asset.place).toMatch(/^AR01-1!F\d+$/u)
    expect(findings.length).toBeGreaterThan(50)
    expect(await readRows(workbook)).toHaveLength(plan.changes + 1)
    expect((await json('export', 'P1', '--out', join(folder, 'plan.doc'))).code).toBe(1)
  })

  it('shows a list of the report on the terminal', async () => {
    const { answer } = await json('show', 'P1', '--list', 'protected_tags')

    expect(answer.items).toHaveLength(estate.ocs.computers.filter(isProtected).length)
    expect(
      (await muster('--lang', 'es', 'show', 'P1', '--list', 'Protected_Tags')).stdout,
    ).toContain('TAG según los registros')
    expect((await json('show', 'P1', '--list', 'Nothing')).answer.error.code).toBe(
      'command.bad-argument',
    )
  })

  it('gives the workbooks back with their bad cells marked', async () => {
    const marked = join(folder, 'marked')
    const { answer } = await json('check', '--mark', marked)

    const copy = answer.copies.find(({ source }: { source: string }) => source === 'locations')
    expect(copy).toMatchObject({
      cells: 1,
      file: join(marked, 'Clasificador de locales-marked.xlsx'),
    })
    expect(
      (await readRows(copy.file)).flatMap(({ cells }) => Array.from(cells, cellText)),
    ).toContain(answer.inputs[1].rejections[0].place.split('!')[1])
  })
})

function isProtected({ tag }: { readonly tag?: string | null | undefined }): boolean {
  return tag?.startsWith('MANUAL-') ?? false
}

async function json(...args: string[]) {
  const { code, stdout } = await muster('--json', ...args)
  // biome-ignore lint/suspicious/noExplicitAny: a JSON answer, read as a program would
  return { code, answer: JSON.parse(stdout) as any }
}

function muster(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: database.url, LANG: 'C' }
  const config = join(folder, 'muster.yaml')
  return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    execFile(
      process.execPath,
      [MAIN, '--config', config, ...args],
      { env, maxBuffer: 1e8 },
      (error, stdout, stderr) => done({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}
