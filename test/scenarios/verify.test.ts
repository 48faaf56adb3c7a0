import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimulatedComputer } from '../../src/sources/ocs/simulation/estate.ts'
import {
  agentReportsLost,
  agentRevertsTag,
  mergeComputers,
} from '../../src/sources/ocs/simulator.ts'
import { computer } from '../support/ocs-estate.ts'
import { makeOffice, type Office, roomTag } from '../support/office.ts'
import { testDatabase } from '../support/postgres.ts'

const COUNT = 40
const JUNK_SERIAL = 'To be filled by O.E.M.'
const folder = await mkdtemp(join(tmpdir(), 'muster verify '))
afterAll(() => rm(folder, { recursive: true }))

/** The same machine after it was installed anew: OCS has not found that out yet, nobody gave a number. */
function reinstalled(hardwareId: number, first: number): SimulatedComputer {
  const { hostname, serial, uuid } = computer({ hardwareId: first })
  return newcomer(hardwareId, { hostname, serial, uuid })
}

/** A machine nobody gave a number yet. */
function newcomer(hardwareId: number, given: Partial<SimulatedComputer> = {}): SimulatedComputer {
  return computer({ hardwareId, tag: 'NA', inventoryNumber: null, ...given })
}

const OTHERS = [
  reinstalled(101, 11),
  reinstalled(102, 12),
  reinstalled(103, 13),
  reinstalled(104, 13),
  newcomer(105),
  newcomer(106, { serial: JUNK_SERIAL }),
]

describe.each([
  { engine: 'SQLite', database: await testDatabase() },
  { engine: 'MariaDB', database: await testDatabase() },
] as const)('verify on $engine', ({ engine, database }) => {
  let office: Office
  beforeAll(async () => {
    const place = join(folder, engine)
    office = await makeOffice({ engine, folder: place, database, count: COUNT, others: OTHERS })
    await office.sql(`update bios set SSN = '${JUNK_SERIAL}' where HARDWARE_ID = 16`)
    await office.muster('plan')
    await office.muster('apply', 'P1')
  })
  afterAll(() => office.close())

  it('finds every TAG standing right after the apply', async () => {
    const { code, answer } = await office.muster('verify', 'P1')

    expect(code).toBe(0)
    expect(answer).toMatchObject({ standings: { standing: COUNT }, departures: [] })
  })

  it('says of each computer how its TAG stands, and says it again', async () => {
    const { target } = office
    await agentRevertsTag(target, { hardwareId: 1, tag: 'Old-1' })
    await agentReportsLost(target, 2)
    await setTag(3, 'NA')
    await setTag(4, 'Chosen by a person')
    await setTag(5, roomTag(5).toUpperCase())
    await setTag(6, `${roomTag(6)} `)
    await remove(7)
    await office.sql('delete from accountinfo where HARDWARE_ID = 8')
    await office.sql("update accountinfo set fields_3 = 'other' where HARDWARE_ID = 9")
    await mergeComputers(target, { oldId: 11, newId: 101 })
    await mergeComputers(target, { oldId: 12, newId: 102 })
    await agentRevertsTag(target, { hardwareId: 102, tag: 'Old-12' })
    await mergeComputers(target, { oldId: 13, newId: 103 })
    await mergeComputers(target, { oldId: 103, newId: 104 })
    await remove(14)
    await giveNumber(105, 14)

    const first = await office.muster('verify', 'P1')

    expect(first.code).toBe(2)
    expect(standingsOf(first.answer)).toEqual({
      1: { kind: 'reverted', found: 'Old-1' },
      2: { kind: 'reverted', found: 'LOST' },
      3: { kind: 'reverted', found: 'NA' },
      4: { kind: 'changed', found: 'Chosen by a person' },
      5: { kind: 'changed', found: roomTag(5).toUpperCase() },
      6: { kind: 'changed', found: `${roomTag(6)} ` },
      7: { kind: 'gone' },
      8: { kind: 'changed', found: null },
      11: { kind: 'merged', recordKey: '101', found: roomTag(11) },
      12: { kind: 'merged', recordKey: '102', found: 'Old-12' },
      13: { kind: 'merged', recordKey: '104', found: roomTag(13) },
      14: { kind: 'gone' },
    })
    expect(first.answer.standings).toEqual({
      ...{ standing: COUNT - 12, reverted: 3, changed: 4, merged: 3, gone: 2 },
    })

    const second = await office.muster('verify', 'P1')
    expect({ ...second.answer, run: first.answer.run }).toEqual(first.answer)
  })

  it('does not take a computer that OCS has archived for gone', async () => {
    await office.sql('update hardware set ARCHIVE = 1 where ID = 15')

    const { answer } = await office.muster('verify', 'P1')

    expect(standingsOf(answer)).not.toHaveProperty('15')
  })

  it('does not take a serial that every maker leaves in for the mark of one machine', async () => {
    await remove(16)
    await giveNumber(106, 16)

    const { answer } = await office.muster('verify', 'P1')

    expect(standingsOf(answer)).toMatchObject({ 16: { kind: 'gone' } })
  })

  it('writes nothing to OCS', async () => {
    const before = await office.written()

    await office.muster('verify', 'P1')

    expect(await office.written()).toEqual(before)
  })

  async function setTag(id: number, tag: string): Promise<void> {
    await office.sql(`update accountinfo set TAG = '${tag}' where HARDWARE_ID = ${id}`)
  }

  /** A person deletes the computer in the console. */
  async function remove(id: number): Promise<void> {
    for (const table of ['accountinfo', 'bios', 'networks']) {
      await office.sql(`delete from ${table} where HARDWARE_ID = ${id}`)
    }
    await office.sql(`delete from hardware where ID = ${id}`)
  }

  /** A person gives a computer the inventory number another one had. */
  async function giveNumber(id: number, of: number): Promise<void> {
    const { inventoryNumber } = computer({ hardwareId: of })
    await office.sql(
      `update accountinfo set fields_3 = '${inventoryNumber}' where HARDWARE_ID = ${id}`,
    )
  }
})

/** How the changes stand that do not stand as written, by `HARDWARE_ID`. */
function standingsOf(answer: { departures: { recordKey: string; standing: unknown }[] }) {
  return Object.fromEntries(
    answer.departures.map(({ recordKey, standing }) => [recordKey, standing]),
  )
}
