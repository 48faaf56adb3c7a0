import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import type { OcsBench } from '../../../test/support/ocs-estate.ts'
import {
  change,
  computer,
  estateOf,
  replaceWith,
  settingsFor,
  tagsOf,
} from '../../../test/support/ocs-estate.ts'
import { describeReading } from '../../../test/support/ocs-reading-contract.ts'
import { describeWriting } from '../../../test/support/ocs-writing-contract.ts'
import { connectOcs, openOcsWriter } from './client.ts'
import { createOcsTables, fillOcs } from './simulator.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-ocs-'))
let files = 0
const newFile = () => join(folder, `ocs-${++files}.sqlite`)
afterAll(() => rmSync(folder, { recursive: true }))

async function makeBench(): Promise<OcsBench> {
  const file = newFile()
  return {
    target: { file },
    run: async (statement) => {
      const database = new DatabaseSync(file)
      database.exec(statement)
      database.close()
    },
    refusingTrigger: `
      create trigger refuse before update of TAG on accountinfo when new.TAG = 'Refused'
      begin select raise(abort, 'no such room'); end`,
    alteringTrigger: `
      create trigger alter_it after update of TAG on accountinfo when new.TAG = 'Quiet'
      begin update accountinfo set TAG = 'Altered' where HARDWARE_ID = new.HARDWARE_ID; end`,
  }
}

describeReading('SQLite', makeBench)
describeWriting('SQLite', makeBench)

describe('OCS in an SQLite file', () => {
  async function filledFile() {
    const file = newFile()
    await createOcsTables({ file })
    await fillOcs({ file }, estateOf([computer({ hardwareId: 1 }), computer({ hardwareId: 2 })]))
    return file
  }

  it('says what it is not shown and can do without', async () => {
    const file = await filledFile()
    const database = new DatabaseSync(file)
    database.exec('drop table tags; drop table virtualmachines')
    database.close()

    const connection = await connectOcs(settingsFor({ file }))

    expect(await connection.scopes()).toEqual([])
    expect(connection.notes().map(({ code }) => code)).toEqual(['scopes-unknown', 'guests-unknown'])
    await connection.close()
  })

  it('refuses a file that is not there and makes none', async () => {
    const settings = settingsFor({ file: join(folder, 'nowhere.sqlite') })
    const expected = { code: 'ocs.unreachable', details: { reason: 'no-such-file' } }

    await expect(connectOcs(settings)).rejects.toMatchObject(expected)
    await expect(openOcsWriter(settings)).rejects.toMatchObject(expected)
    await expect(connectOcs(settings)).rejects.toMatchObject(expected)
  })

  it('refuses a file that is no database', async () => {
    const file = newFile()
    writeFileSync(file, 'inventory;room\n'.repeat(100))

    await expect(connectOcs(settingsFor({ file }))).rejects.toMatchObject({
      code: 'ocs.unreachable',
      details: { where: file, reason: 'file is not a database' },
    })
  })

  it('has nothing to write with once opened for reading', async () => {
    const connection = await connectOcs(settingsFor({ file: await filledFile() }))

    expect(Object.keys(connection).sort()).toEqual([
      'close',
      'expected',
      'notes',
      'origin',
      'rows',
      'scopes',
      'target',
    ])
    await connection.close()
  })

  it('is the same target for reader and writer, however its path is written', async () => {
    const file = await filledFile()
    const byRelativePath = settingsFor({ file: relative(process.cwd(), file) })

    const connection = await connectOcs(byRelativePath)
    const writer = await openOcsWriter(settingsFor({ file }))
    await connection.close()
    await writer.close()

    expect([connection.target, writer.target]).toEqual([file, file])
  })

  it('is busy, and writes nothing, while another holds the file', { timeout: 20_000 }, async () => {
    const file = await filledFile()
    const other = new DatabaseSync(file)
    other.exec('begin immediate')

    await expect(replaceWith(settingsFor({ file }), [change(1)])).rejects.toMatchObject({
      code: 'ocs.busy',
    })
    other.close()
    expect(await tagsOf(settingsFor({ file }))).toEqual({ 1: 'Old-1', 2: 'Old-2' })
  })

  it('writes nothing of a batch when a trigger takes the whole transaction back', async () => {
    const file = await filledFile()
    const admin = new DatabaseSync(file)
    admin.exec(`
      create trigger refuse before update of TAG on accountinfo when new.TAG = 'Refused'
      begin select raise(rollback, 'all of it'); end`)
    admin.close()
    const settings = settingsFor({ file })

    const replacing = replaceWith(settings, [change(1), change(2, { to: 'Refused' })])

    await expect(replacing).rejects.toMatchObject({ code: 'ocs.busy' })
    expect(await tagsOf(settings)).toEqual({ 1: 'Old-1', 2: 'Old-2' })
  })
})
