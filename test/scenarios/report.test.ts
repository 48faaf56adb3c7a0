import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Collected } from '../../src/collect/collect-source.task.ts'
import { collectSource } from '../../src/collect/collect-source.task.ts'
import { collectionStore } from '../../src/collect/store.ts'
import { recordRun } from '../../src/jobs/record-run.ts'
import type { Language } from '../../src/language/language.ts'
import { SILENT } from '../../src/lib/progress.ts'
import { applyPlan } from '../../src/reconcile/apply-plan.task.ts'
import type { Books } from '../../src/reconcile/assess.ts'
import { findingStore } from '../../src/reconcile/findings/store.ts'
import { makePlan } from '../../src/reconcile/make-plan.task.ts'
import { presentInOcs } from '../../src/reconcile/present-in-ocs.ts'
import { planStore } from '../../src/reconcile/store.ts'
import { undoPlan } from '../../src/reconcile/undo-plan.task.ts'
import { verifyPlan } from '../../src/reconcile/verify-plan.task.ts'
import { LISTS } from '../../src/reports/lists.ts'
import { writeReport, writeSplitReports } from '../../src/reports/write-report.task.ts'
import { connectOcs, openOcsWriter } from '../../src/sources/ocs/client.ts'
import type { OcsComputer } from '../../src/sources/ocs/computer.ts'
import { ocs } from '../../src/sources/ocs/ocs.ts'
import type { SimulatedOcs } from '../../src/sources/ocs/simulation/estate.ts'
import { agentReportsLost, createOcsTables, fillOcs } from '../../src/sources/ocs/simulator.ts'
import type { Rejection } from '../../src/sources/source.ts'
import { golden, goldenBooks } from '../support/golden-books.ts'
import { goldenEstate } from '../support/golden-estate.ts'
import { testDatabase } from '../support/postgres.ts'

const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster informe '))
afterAll(() => rm(folder, { recursive: true }))

const plans = planStore(database)
const collections = collectionStore(database)
const target = { file: join(folder, 'ocs.sqlite') }
const settings = { ...target, inventoryField: 'NumInventario', includeArchived: false }

/** Host names that a spreadsheet would take for formulas, on computers that some list names. */
const FORMULAS = new Map([
  [1, `=cmd|' /C calc'!A0`],
  [3, '+1'],
  [4, '@SUM(A1)'],
  [8, '-2+3'],
])
const REFUSED: Rejection = {
  place: 'AR01!F12',
  code: 'formula-without-value',
  raw: '=HYPERLINK("http://x")',
}
/** Places that differ in case, or hold what no file name can. */
const MUNICIPALITIES = ['Ñico/Sur', 'ÑICO/SUR', 'Caña', '..', null]

describe('the report on a plan', () => {
  let first = 0
  let firstRows: SheetRows
  let second = 0

  beforeAll(async () => {
    await createOcsTables(target, {})
    await fillOcs(target, withFormulas(goldenEstate()))
    first = await plan(booksWithPlaces)
    firstRows = await sheetsOf((await report(first)).file)
    await apply(first)
    const [planned] = golden.expected.filter(({ outcome }) => outcome === 'planned')
    await agentReportsLost(target, planned?.hardware_id ?? 0)
    await verify(first)
    second = await plan((computers) => withoutAsset(booksWithPlaces(computers), '10_240_000002'))
  })

  it('reads alike in two other readers, in both languages, under the same sheet names', async () => {
    for (const language of ['en', 'es'] as const) {
      const { file, rows } = await report(first, language)
      const sheets = await sheetsOf(file) // refuses a file that the two read differently
      expect([...sheets.keys()]).toEqual(['Summary', ...LISTS.map(({ name }) => name)])
      expect(Object.keys(rows)).toEqual(LISTS.map(({ name }) => name))
      for (const [name, count] of Object.entries(rows)) {
        expect([name, (sheets.get(name)?.length ?? 0) - 1]).toEqual([name, count])
      }
    }
  })

  it('holds as many rows as the plan has outcomes, changes and findings', async () => {
    const head = await plans.get(first)
    const { rows } = await report(first)
    expect(rows).toMatchObject({
      Planned_Changes: head.changes,
      Empty_Inventories: head.lists['empty-number'],
      VM_Inventories: head.lists['virtual-machine'],
      Locations_Not_In_Classifier: head.lists['location-not-in-classifier'],
      DB_Not_In_AR01: head.lists['not-in-finance'],
      AR01_Not_In_DB: golden.finance_not_in_ocs.length,
      Duplicate_Inventories: golden.duplicates.flat().length,
      Ambiguous: head.lists['ambiguous-location'],
      Rejected_Cells: 1,
    })
    const summary = (await sheetsOf((await report(first)).file)).get('Summary') ?? []
    const sum = summary.find(([title]) => title === 'Sum')
    expect(sum?.[2]).toBe(golden.ocs.length)
    expect(summary.flat()).toContain('Every row is accounted for')
  })

  it('shows formulas in host names, TAGs and refused cells as the text they are', async () => {
    const { file } = await report(first)
    const texts = new Set([...(await sheetsOf(file)).values()].flat(2))
    for (const text of [...FORMULAS.values(), REFUSED.raw]) expect(texts).toContain(text)
    const book = read(await readFile(file), { cellFormula: true })
    const formulas = Object.values(book.Sheets).flatMap((sheet) =>
      Object.values(sheet).filter(
        (cell) => typeof cell === 'object' && cell !== null && 'f' in cell,
      ),
    )
    expect(formulas).toEqual([])
  })

  it('says what became of each change, and which stood when it was verified', async () => {
    const changes = (await sheetsOf((await report(first)).file)).get('Planned_Changes') ?? []
    const [titles = [], ...rows] = changes
    const at = (title: string) => titles.indexOf(title)
    const standings = rows.map((row) => row[at('When last verified')])
    expect(standings.filter((standing) => standing === 'reverted')).toHaveLength(1)
    expect(standings.filter((standing) => standing === 'stands')).toHaveLength(rows.length - 1)
    expect(rows.find((row) => row[at('When last verified')] === 'reverted')).toContain('LOST')
    expect(new Set(rows.map((row) => row[at('Outcome')]))).toEqual(new Set(['written']))
  })

  it('tells of a newer plan what is new since and what is gone', async () => {
    const sheets = await sheetsOf((await report(second)).file)
    const shifts = sheets
      .get('Since_Last_Run')
      ?.slice(1)
      .map(([shift, list]) => [shift, list])
    // The computer that reported LOST lost its number too, and with it its twin.
    expect(shifts).toEqual([
      ['new', 'DB_Not_In_AR01'],
      ['new', 'Empty_Inventories'],
      ['gone', 'Duplicate_Inventories'],
    ])
    const summary = sheets.get('Summary') ?? []
    expect(summary.find(([name]) => name === 'DB_Not_In_AR01')?.slice(2)).toEqual([10, 10, 1, 0])
  })

  it('can still be made of an older plan, and then says that a newer one exists', async () => {
    const again = await sheetsOf((await report(first)).file)
    const same = ['Empty_Inventories', 'DB_Not_In_AR01', 'AR01_Not_In_DB', 'Ambiguous']
    for (const name of [...same, 'Since_Last_Run', 'Rejected_Cells']) {
      expect(again.get(name)).toEqual(firstRows.get(name))
    }
    expect(again.get('Duplicate_Inventories')).toHaveLength(
      firstRows.get('Duplicate_Inventories')?.length ?? 0,
    )
    expect(again.get('Summary')?.flat().join('\n')).toContain(`Plan P${second} was made after it.`)
  })

  it.each(['municipality', 'building'] as const)(
    'split by %s gives each place its rows, and together every row once',
    async (by) => {
      const whole = await sheetsOf((await report(first)).file)
      const parts = await writeSplitReports(context('en'), { planId: first, folder, by })
      const names = parts.map(({ file }) => basename(file).toLowerCase())
      expect(new Set(names).size).toBe(parts.length)
      expect(names.at(-1)).toBe(`muster-p${first}-without-${by}.xlsx`)

      const gathered = new Map<string, Row[]>()
      for (const { file, rows } of parts) {
        const sheets = await sheetsOf(file)
        for (const { name } of LISTS) {
          const [, ...lines] = sheets.get(name) ?? []
          expect(lines).toHaveLength(rows[name] ?? -1)
          gathered.set(name, [...(gathered.get(name) ?? []), ...lines])
          const told = sheets.get('Summary')?.find(([title]) => title === name)
          expect(told?.slice(2, 4)).toEqual([lines.length, (whole.get(name)?.length ?? 0) - 1])
        }
      }
      for (const { name } of LISTS) {
        const [, ...lines] = whole.get(name) ?? []
        expect(sorted(gathered.get(name))).toEqual(sorted(lines))
      }
      const values = parts.map(({ value }) => value)
      if (by === 'municipality') {
        expect(values).toEqual(expect.arrayContaining(['Ñico/Sur', 'ÑICO/SUR', 'Caña', '..', null]))
      }
    },
  )

  it('on an undo holds its changes and refers to the plan it takes back', async () => {
    const undo = await undone(first)
    const sheets = await sheetsOf((await report(undo)).file)
    expect([...sheets.keys()]).toEqual(['Summary', 'Planned_Changes'])
    expect(sheets.get('Summary')?.flat()).toContain(
      `takes back what another plan wrote (P${first})`,
    )
    const outcomes = sheets
      .get('Planned_Changes')
      ?.slice(1)
      .map((row) => row[9])
    expect(outcomes?.filter((outcome) => outcome !== 'written')).toEqual([
      'left alone: the row had changed since',
    ])
  })

  it('is refused for a plan that there is not', async () => {
    await expect(report(9_999)).rejects.toMatchObject({ code: 'plan.not-found' })
  })
})

type Row = readonly unknown[]
type SheetRows = Map<string, Row[]>

function context(language: Language) {
  const now = () => new Date('2026-11-21T12:00:00Z')
  return { database, progress: SILENT, language, timeZone: 'America/Havana', now }
}

function report(planId: number, language: Language = 'en') {
  return writeReport(context(language), { planId, folder: join(folder, 'informes') })
}

/** Every sheet's rows, with blanks as null and no blank rows; both readers must see the same. */
async function sheetsOf(file: string): Promise<SheetRows> {
  const bytes = await readFile(file)
  const book = read(bytes)
  const one = new Map(
    book.SheetNames.map((name) => [
      name,
      utils
        .sheet_to_json<Row>(book.Sheets[name] ?? {}, { header: 1, defval: null, raw: true })
        .map(trimmed),
    ]),
  )
  const other = new Map(
    (await readXlsx(bytes)).sheets.map(({ name, rows }) => [name, rows.map(trimmed)]),
  )
  const filled = (sheets: SheetRows) =>
    new Map([...sheets].map(([name, rows]) => [name, rows.filter((row) => row.length > 0)]))
  expect(filled(other)).toEqual(filled(one))
  return filled(one)
}

/** Without the blank cells at its end, which readers count differently. */
function trimmed(row: Row): Row {
  const cells = row.map((cell) => (cell === '' || cell === undefined ? null : cell))
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1)
}

function sorted(rows: readonly Row[] = []): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted()
}

function withFormulas(estate: SimulatedOcs): SimulatedOcs {
  const computers = estate.computers.map((computer) => ({
    ...computer,
    hostname: FORMULAS.get(computer.hardwareId) ?? computer.hostname,
  }))
  return { ...estate, computers }
}

/** The edge table's books, its rooms spread over municipalities. */
function booksWithPlaces(computers: readonly OcsComputer[]): Books {
  const books = goldenBooks(computers)
  const locations = books.locations.map((location, index) => ({
    ...location,
    municipality: MUNICIPALITIES[index % MUNICIPALITIES.length] ?? null,
  }))
  return { ...books, locations }
}

function withoutAsset(books: Books, number: string): Books {
  return { ...books, assets: books.assets.filter((asset) => asset.inventoryNumber !== number) }
}

async function recorded<T>(work: (runId: number) => Promise<T>): Promise<T> {
  const run = {
    task: 'plan',
    cause: 'person',
    actor: 'ana',
    host: 'pc',
    pid: 1,
    version: '0',
  } as const
  const result = await recordRun({ database, progress: SILENT, run }, async ({ id }) => ({
    state: 'agreed',
    summary: await work(id),
  }))
  return result.summary
}

function plan(booksOf: (computers: readonly OcsComputer[]) => Books): Promise<number> {
  return recorded(async (runId) => {
    const computers = await collected(runId)
    const books = booksOf(computers.items)
    const { plan: id } = await makePlan(
      {
        runId,
        actor: 'ana',
        plans,
        findings: findingStore(database),
        checks: { severities: {}, off: [] },
        day: '2026-11-20',
        progress: SILENT,
        policy: books.policy,
        shareLimit: 1,
        readComputers: present(computers.items),
      },
      {
        finance: await kept(runId, 'finance-register', books.assets),
        locations: await kept(runId, 'locations', books.locations),
        ocs: computers,
        scopes: [{ login: 'mesa', pattern: 'NA' }],
        target: target.file,
      },
    )
    return id
  })
}

function apply(planId: number) {
  return writing((context) => applyPlan(context, planId))
}

async function undone(planId: number): Promise<number> {
  const { plan: id } = await writing((context) =>
    undoPlan({ ...context, readComputers: present([]) }, planId),
  )
  return id
}

function writing<T>(work: (context: Parameters<typeof applyPlan>[0]) => Promise<T>): Promise<T> {
  return recorded(async (runId) => {
    const writer = await openOcsWriter(settings)
    try {
      return await work({ runId, actor: 'ana', plans, writer, progress: SILENT })
    } finally {
      await writer.close()
    }
  })
}

function verify(planId: number) {
  return recorded(async (runId) =>
    verifyPlan({ plans, runId }, planId, present((await collected(runId)).items)),
  )
}

/** OCS as it is, every row of it readable. */
function present(computers: readonly OcsComputer[]) {
  return async () => presentInOcs({ target: target.file, computers, unreadable: new Set() })
}

function collected(runId: number): Promise<Collected<OcsComputer>> {
  const collecting = {
    runId,
    day: '2026-11-20',
    collections,
    progress: SILENT,
    now: () => new Date(),
    shrinkLimit: 0.2,
  }
  return collectSource<OcsComputer>(collecting, {
    source: ocs,
    step: 'read-ocs',
    connect: () => connectOcs(settings),
  })
}

async function kept<T>(runId: number, source: string, items: readonly T[]): Promise<Collected<T>> {
  const rejections = source === 'finance-register' ? [REFUSED] : []
  const id = await collections.add({
    runId,
    source,
    day: '2026-11-20',
    state: 'complete',
    origin: 'edge table',
    inputHash: 'ab'.repeat(32),
    inputBytes: 1,
    records: items.length,
    rejections,
    notes: [],
    holds: [],
    error: null,
    startedAt: new Date(),
  })
  return {
    id,
    source,
    origin: null,
    hash: null,
    items,
    rejections,
    notes: [],
    holds: [],
    failure: null,
    startedAt: new Date(),
  }
}
