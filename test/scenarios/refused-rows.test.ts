import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Collected, collectSource } from '../../src/collect/collect-source.task.ts'
import { collectionStore } from '../../src/collect/store.ts'
import { recordRun } from '../../src/jobs/record-run.ts'
import { SILENT } from '../../src/lib/progress.ts'
import { assess } from '../../src/reconcile/assess.ts'
import { DEFAULT_TAG_POLICY } from '../../src/reconcile/tag-policy.ts'
import type { Asset } from '../../src/sources/finance-register/asset.ts'
import { financeRegister } from '../../src/sources/finance-register/finance-register.ts'
import type { Location } from '../../src/sources/locations/location.ts'
import { locations } from '../../src/sources/locations/locations.ts'
import type { OcsComputer } from '../../src/sources/ocs/computer.ts'
import type { Connection, Source } from '../../src/sources/source.ts'
import { testOutside } from '../support/outside.ts'
import { testDatabase } from '../support/postgres.ts'
import { errorCell, formulaCell, writeSheets } from '../support/sheet-rows.ts'

const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster-refused-'))
afterAll(() => rm(folder, { recursive: true }))

const collections = collectionStore(database)
const NUMBERS = ['SOUND', 'TWICE', 'ONLY-REFUSED', 'IN-TWICE-ROOM', 'IN-REFUSED-ROOM', 'UNKNOWN']

describe('rows that a workbook had refused', () => {
  it('leave no number and no room certain of which they say something', async () => {
    await writeWorkbooks()
    const { finance, rooms } = await collected()

    const books = {
      assets: finance.items,
      locations: rooms.items,
      computers: NUMBERS.map(computer),
      policy: DEFAULT_TAG_POLICY,
      refused: { finance: finance.rejections, locations: rooms.rejections },
    }
    const outcomes = assess(books).outcomes.map((outcome) => ({
      number: outcome.computer.inventoryNumber,
      kind: outcome.kind,
      cells: 'refused' in outcome ? outcome.refused.map(({ place }) => place) : [],
    }))

    expect(outcomes).toEqual([
      { number: 'SOUND', kind: 'planned', cells: [] },
      { number: 'TWICE', kind: 'refused-in-books', cells: ['AR01!I11'] },
      { number: 'ONLY-REFUSED', kind: 'refused-in-books', cells: ['AR01!I12'] },
      { number: 'IN-TWICE-ROOM', kind: 'refused-in-books', cells: ['Locales!G4'] },
      { number: 'IN-REFUSED-ROOM', kind: 'refused-in-books', cells: ['Locales!F5'] },
      { number: 'UNKNOWN', kind: 'not-in-finance', cells: [] },
    ])
  })
})

/** Beside sound rows: a number and a room said a second time by a bad row, and one each by nothing else. */
async function writeWorkbooks() {
  const lost = formulaCell('VLOOKUP(F11,A:B,2)', null)
  await writeSheets(join(folder, 'AR01.xlsx'), {
    AR01: {
      8: { F: 'No_Inventario', I: 'Local' },
      9: { F: 'SOUND', I: 'L-1' },
      10: { F: 'TWICE', I: 'L-1' },
      11: { F: ' TWICE ', I: lost },
      12: { F: 'ONLY-REFUSED', I: errorCell('#REF!') },
      13: { F: 'IN-TWICE-ROOM', I: 'L-2' },
      14: { F: 'IN-REFUSED-ROOM', I: 'L-3' },
    },
  })
  await writeSheets(join(folder, 'Locales.xlsx'), {
    Locales: {
      1: { E: 'ID_Local', F: 'Descripción_Local', G: 'Edificio' },
      2: { E: 'L-1', F: 'Sala', G: 'Norte' },
      3: { E: 'L-2', F: 'Sala', G: 'Sur' },
      4: { E: 'L-2', F: 'Sala', G: lost },
      5: { E: 'L-3', F: errorCell('#N/A'), G: 'Sur' },
    },
  })
}

async function collected(): Promise<{ finance: Collected<Asset>; rooms: Collected<Location> }> {
  const run = {
    task: 'plan',
    cause: 'person',
    actor: 'ana',
    host: 'pc',
    pid: 1,
    version: '0',
  } as const
  const { summary } = await recordRun({ database, progress: SILENT, run }, async ({ id }) => ({
    state: 'agreed',
    summary: {
      finance: await collect(id, financeRegister),
      rooms: await collect(id, locations),
    },
  }))
  return summary
}

function collect<Settings, Item>(runId: number, source: Source<Settings, Item>) {
  const connect = (): Promise<Connection> =>
    source.connect(source.settings.parse({ folder }), testOutside())
  return collectSource<Item>(
    {
      runId,
      day: '2026-11-20',
      collections,
      progress: SILENT,
      now: () => new Date(),
      shrinkLimit: 0.2,
    },
    { source, step: 'read-locations', connect },
  )
}

function computer(inventoryNumber: string, index: number): OcsComputer {
  return {
    hardwareId: index + 1,
    deviceId: `PC-${index}`,
    hostname: `PC-${index}`,
    serial: null,
    uuid: null,
    lastContact: null,
    archived: false,
    tag: 'NA',
    inventoryNumber,
    virtualMachine: null,
  }
}
