import { afterEach, describe, expect, it } from 'vitest'
import { connectOcs } from '../../src/sources/ocs/client.ts'
import { OcsComputerRow } from '../../src/sources/ocs/computer-row.ts'
import type { OcsConnection } from '../../src/sources/ocs/connection.ts'
import {
  agentReportsLost,
  agentRevertsTag,
  mergeComputers,
} from '../../src/sources/ocs/simulator.ts'
import {
  batchesOf,
  benchWith,
  change,
  computer,
  estateOf,
  type OcsBench,
  readAll,
  replaceWith,
  settingsFor,
  tagsOf,
} from './ocs-estate.ts'

/** What reading OCS promises on whatever engine it is kept. */
export function describeReading(engine: string, makeBench: () => Promise<OcsBench>): void {
  const open: OcsConnection[] = []
  afterEach(async () => {
    for (const connection of open.splice(0)) await connection.close()
  })

  async function connectTo(bench: OcsBench, given: object = {}) {
    const connection = await connectOcs(settingsFor(bench.target, given))
    open.push(connection)
    return connection
  }

  describe(`reading OCS on ${engine}`, () => {
    it('delivers every computer once, in order, with its texts exactly as stored', async () => {
      const odd = computer({
        hardwareId: 7,
        hostname: ' PC seven ',
        serial: null,
        tag: 'Edif Ñandú-Sala "2" \\ %\t',
        inventoryNumber: '10_200_000007 ',
        lastContact: null,
      })
      const bench = await benchWith(makeBench, estateOf([computer({ hardwareId: 12 }), odd]))

      const connection = await connectTo(bench)
      const delivered = (await batchesOf(connection)).flat()

      expect(delivered.map(({ place }) => place)).toEqual(['hardware.ID 7', 'hardware.ID 12'])
      expect(OcsComputerRow.parse(delivered[0]?.row)).toEqual({
        hardwareId: 7,
        deviceId: odd.deviceId,
        hostname: ' PC seven ',
        serial: null,
        uuid: odd.uuid,
        lastContact: null,
        archived: false,
        tag: 'Edif Ñandú-Sala "2" \\ %\t',
        inventoryNumber: '10_200_000007 ',
        virtualMachine: null,
        user: 'ana',
        chassis: 'Desktop',
      })
      expect(OcsComputerRow.parse(delivered[1]?.row).lastContact).toBe('2026-11-02 07:30:00')
    })

    it('leaves groups and archived computers out and says how many', async () => {
      const archived = computer({ hardwareId: 2, archived: true })
      const bench = await benchWith(
        makeBench,
        estateOf([computer({ hardwareId: 1 }), archived], { groups: 3 }),
      )
      const connection = await connectTo(bench)

      const computers = await readAll(connection)

      expect(computers.map(({ hardwareId }) => hardwareId)).toEqual([1])
      expect(connection.notes()).toEqual([
        { code: 'groups-excluded', place: 'hardware', detail: '3' },
        { code: 'archived-excluded', place: 'hardware', detail: '1' },
      ])
    })

    it('delivers archived computers when they are asked for', async () => {
      const archived = computer({ hardwareId: 2, archived: true })
      const bench = await benchWith(makeBench, estateOf([computer({ hardwareId: 1 }), archived]))
      const connection = await connectTo(bench, { includeArchived: true })

      const computers = await readAll(connection)

      expect(computers.map((it) => it.archived)).toEqual([false, true])
      expect(connection.notes()).toEqual([])
    })

    it('reads an OCS older than 2.8, which archives nothing', async () => {
      const estate = estateOf([computer({ hardwareId: 1, archived: true })])
      const bench = await benchWith(makeBench, estate, { version: '2.7' })

      const computers = await readAll(await connectTo(bench))

      expect(computers).toMatchObject([{ hardwareId: 1, archived: false }])
    })

    it('delivers a computer that has neither accountinfo nor bios', async () => {
      const bench = await benchWith(makeBench, estateOf([computer({ hardwareId: 1 })]))
      await bench.run('delete from accountinfo')
      await bench.run('delete from bios')

      const computers = await readAll(await connectTo(bench))

      expect(computers).toMatchObject([{ tag: null, inventoryNumber: null, serial: null }])
    })

    it('delivers large estates in batches, in the order of the IDs', async () => {
      const ids = Array.from({ length: 2_500 }, (_, at) => 2_500 - at)
      const bench = await benchWith(
        makeBench,
        estateOf(ids.map((hardwareId) => computer({ hardwareId }))),
      )
      const connection = await connectTo(bench)

      const batches = await batchesOf(connection)

      expect(batches.map((batch) => batch.length)).toEqual([1_000, 1_000, 500])
      expect(batches.flat().map(({ place }) => place)).toEqual(
        ids.toReversed().map((id) => `hardware.ID ${id}`),
      )
    })

    it('can be closed while a delivery is still on its way', async () => {
      const ids = Array.from({ length: 3_000 }, (_, at) => at + 1)
      const bench = await benchWith(
        makeBench,
        estateOf(ids.map((hardwareId) => computer({ hardwareId }))),
      )
      const connection = await connectOcs(settingsFor(bench.target))

      for await (const batch of connection.rows()) {
        expect(batch).toHaveLength(1_000)
        break
      }

      await connection.close()
    })

    it('knows virtual machines by BIOS and by the guests that hosts report', async () => {
      const guest = '564D1A2B-0000-1111-2222-333344445555'
      const junk = '00000000-0000-0000-0000-000000000000'
      const bench = await benchWith(
        makeBench,
        estateOf(
          [
            computer({ hardwareId: 1, manufacturer: 'innotek GmbH', model: 'VirtualBox' }),
            computer({ hardwareId: 2, uuid: guest.replaceAll('-', '').toLowerCase() }),
            computer({ hardwareId: 3, uuid: junk }),
            computer({ hardwareId: 4 }),
          ],
          {
            guests: [
              { hostHardwareId: 4, uuid: guest, name: 'files' },
              { hostHardwareId: 4, uuid: junk, name: 'broken' },
              { hostHardwareId: 4, uuid: null, name: 'nameless' },
            ],
          },
        ),
      )

      const computers = await readAll(await connectTo(bench))

      expect(computers.map((it) => it.virtualMachine)).toEqual([
        { field: 'bios.SMANUFACTURER', value: 'innotek GmbH' },
        { field: 'virtualmachines.UUID', value: guest },
        null,
        null,
      ])
    })

    it('does without the tables that not every OCS has', async () => {
      const bench = await benchWith(makeBench, estateOf([computer({ hardwareId: 1 })]))
      await bench.run('drop table virtualmachines')
      await bench.run('drop table tags')
      const connection = await connectTo(bench)

      expect(await readAll(connection)).toHaveLength(1)
      expect(await connection.scopes()).toEqual([])
    })

    it('tells who may see which TAG', async () => {
      const logins = [
        { login: 'norte', pattern: 'Edif_Norte*' },
        { login: 'ana', pattern: '*' },
      ]
      const bench = await benchWith(makeBench, estateOf([], { logins }))

      expect(await (await connectTo(bench)).scopes()).toEqual(logins.toReversed())
    })
  })

  describe(`finding the inventory field of OCS on ${engine}`, () => {
    const fields = {
      inventoryField: { id: 7, name: 'NUMINV', label: 'Número' },
      otherFields: [
        { id: 4, name: 'ROOM', label: 'Sala' },
        { id: 5, name: 'FLOOR', label: 'Piso' },
        { id: 9, name: 'OLDFLOOR', label: 'Piso' },
      ],
    }

    it.each(['NUMINV', 'Número'])(
      'takes %s for the name or the label of the field',
      async (name) => {
        const bench = await benchWith(makeBench, estateOf([computer({ hardwareId: 1 })], fields))

        const computers = await readAll(await connectTo(bench, { inventoryField: name }))

        expect(computers).toMatchObject([{ inventoryNumber: '10_200_000001' }])
      },
    )

    it.each(['numinv', 'Numero', 'NUMINV ', 'TAG', 'Piso'])(
      'refuses %s and lists the fields there are',
      async (name) => {
        const bench = await benchWith(makeBench, estateOf([], fields))

        await expect(connectTo(bench, { inventoryField: name })).rejects.toMatchObject({
          code: 'ocs.field-not-found',
          details: {
            field: name,
            fields: ['ROOM (Sala)', 'FLOOR (Piso)', 'NUMINV (Número)', 'OLDFLOOR (Piso)'],
          },
        })
      },
    )

    it('refuses a field whose column is gone', async () => {
      const bench = await benchWith(makeBench, estateOf([], fields))
      await bench.run('alter table accountinfo drop column fields_7')

      await expect(connectTo(bench)).rejects.toMatchObject({ code: 'ocs.field-not-found' })
    })

    it('refuses a database that is not one of OCS, naming what it lacks', async () => {
      const bench = await benchWith(makeBench, estateOf([]))
      await bench.run('drop table bios')
      await bench.run('alter table hardware drop column UUID')

      await expect(connectTo(bench)).rejects.toMatchObject({
        code: 'ocs.not-ocs',
        details: { missing: ['hardware.UUID', 'bios'] },
      })
    })
  })

  describe(`what OCS does to TAGs on ${engine}`, () => {
    it('makes a lost row anew with the TAG LOST', async () => {
      const bench = await benchWith(makeBench, estateOf([computer({ hardwareId: 1 })]))

      await agentReportsLost(bench.target, 1)

      const computers = await readAll(await connectTo(bench))
      expect(computers).toMatchObject([{ tag: 'LOST', inventoryNumber: null }])
    })

    it('gives the newer of two merged computers the TAG and the number of the older', async () => {
      const bench = await benchWith(
        makeBench,
        estateOf([computer({ hardwareId: 1 }), computer({ hardwareId: 2, tag: 'NA' })]),
      )

      await mergeComputers(bench.target, { oldId: 1, newId: 2 })

      const computers = await readAll(await connectTo(bench))
      expect(computers).toMatchObject([
        { hardwareId: 2, tag: 'Old-1', inventoryNumber: '10_200_000001', serial: 'SN2' },
      ])
      const outcomes = await replaceWith(settingsFor(bench.target), [change(1)])
      expect(outcomes).toEqual([{ kind: 'moved', found: null }])
    })

    it('takes back the TAG an agent holds', async () => {
      const bench = await benchWith(makeBench, estateOf([computer({ hardwareId: 1 })]))

      await agentRevertsTag(bench.target, { hardwareId: 1, tag: 'Client' })

      expect(await tagsOf(settingsFor(bench.target))).toEqual({ 1: 'Client' })
    })
  })
}
