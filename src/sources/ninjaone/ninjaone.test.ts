import { afterEach, describe, expect, it } from 'vitest'
import type { NinjaoneFleet } from '../../../demo/vendors/fleet.ts'
import { type SimulatedNinjaone, startNinjaone } from '../../../demo/vendors/ninjaone/simulator.ts'
import type { NinjaoneTraits } from '../../../demo/vendors/ninjaone/traits.ts'
import {
  allRows,
  readNinjaone,
  settingsOf,
  smallFleet,
  workstation,
} from '../../../test/support/ninjaone.ts'
import { testOutside } from '../../../test/support/outside.ts'
import { failureOf } from '../../../test/support/read-cells.ts'
import { connectNinjaone } from './client.ts'

const started: SimulatedNinjaone[] = []
afterEach(() => Promise.all(started.splice(0).map((account) => account.close())))

async function start(fleet: NinjaoneFleet, traits: Partial<NinjaoneTraits> = {}) {
  const account = await startNinjaone(fleet, traits)
  started.push(account)
  return account
}

const keysTo = (last: number) => Array.from({ length: last }, (_, at) => String(at + 1))

describe('reading a list page by page', () => {
  it.each([1, 2, 3, 4, 6, 7])('delivers each of %i devices once, three to a page', async (size) => {
    const account = await start(smallFleet(size))

    const { keys, places } = await readNinjaone(settingsOf(account))

    expect(keys).toEqual(keysTo(size))
    expect(places).toEqual(keys.map((key) => `devices-detailed id ${key}`))
  })

  it('reads on after a short page, for it may have been cut', async () => {
    const account = await start(smallFleet(7), { largestPageSize: 2 })

    const { keys } = await readNinjaone(settingsOf(account))

    expect(keys).toEqual(keysTo(7))
    expect(account.stats().calls['/v2/devices-detailed']).toBe(6)
  })

  it('names a page size, so that the size of a page nobody sized counts for nothing', async () => {
    const account = await start(smallFleet(7), { defaultPageSize: 1 })

    await readNinjaone(settingsOf(account, { pageSize: 1000 }))

    expect(account.stats().calls['/v2/devices-detailed']).toBe(3)
  })

  it('reads on whether or not a Link header names the next page', async () => {
    const account = await start(smallFleet(7), { linkHeader: true })

    expect((await readNinjaone(settingsOf(account))).keys).toEqual(keysTo(7))
  })

  it('delivers nothing of an account without devices, and says nothing is missing', async () => {
    const account = await start(smallFleet(0))

    const { records, missing, notes } = await readNinjaone(settingsOf(account))

    expect({ records, missing, notes }).toEqual({ records: [], missing: [], notes: [] })
  })

  it('loses no device when others go or come between two pages', async () => {
    const account = await start(smallFleet(7), {
      upheavals: [{ afterPages: 1, gone: [2, 3, 5], added: [workstation(9)] }],
    })

    const { keys } = await readNinjaone(settingsOf(account))

    expect(keys).toEqual(['1', '2', '3', '4', '6', '7', '9'])
  })

  it('ends when the last page vanishes before it is asked for', async () => {
    const account = await start(smallFleet(4), { upheavals: [{ afterPages: 1, gone: [4] }] })

    expect((await readNinjaone(settingsOf(account))).keys).toEqual(['1', '2', '3'])
  })

  it('names a page loop when the same page comes whatever is asked for', async () => {
    const account = await start(smallFleet(7), {})
    const connection = await connectNinjaone(settingsOf(account), testOutside())
    account.setTraits({ isStuck: true })

    const failure = await failureOf(allRows(connection))

    const url = `${account.url}/v2/devices-detailed`
    expect(failure.code).toBe('api.page-loop')
    expect(failure.details).toEqual({ source: 'ninjaone', url, page: 'after 3' })
  })

  it('asks for the next page only when the one before has been taken', async () => {
    const account = await start(smallFleet(7))
    const connection = await connectNinjaone(settingsOf(account), testOutside())

    const batches = connection.rows()[Symbol.asyncIterator]()
    const { value: first } = await batches.next()

    expect(first).toHaveLength(3)
    expect(account.stats().calls['/v2/devices-detailed']).toBe(1)
  })

  it('reads the same again when asked for its rows a second time', async () => {
    const account = await start(smallFleet(4), { oddities: { pending: 2 } })
    const connection = await connectNinjaone(settingsOf(account), testOutside())

    const once = await allRows(connection)
    const notes = connection.notes()
    const again = await allRows(connection)

    expect(again).toEqual(once)
    expect(connection.notes()).toEqual(notes)
  })

  it('does not take an empty answer for an empty list', async () => {
    const account = await start(smallFleet(4), {
      troubles: [{ route: '/v2/devices-detailed', call: 2, does: { kind: 'empty-body' } }],
    })

    const failure = await failureOf(readNinjaone(settingsOf(account)))

    expect(failure).toMatchObject({ code: 'api.unexpected', details: { problem: 'not-a-list' } })
  })
})

describe('the devices delivered', () => {
  it('are named with their organisation, location and role', async () => {
    const account = await start(smallFleet(1))

    const [record] = (await readNinjaone(settingsOf(account))).records

    expect(record).toMatchObject({
      organisation: { key: '7', name: 'Alder & Birch LLP' },
      location: { key: '71', name: 'Main Office' },
      role: 'Desk',
    })
  })

  it('leave out those that are not approved, counted by their state', async () => {
    const account = await start(smallFleet(12), {
      oddities: { pending: 5, decommissioned: 6, staged: 11 },
    })

    const { keys, notes } = await readNinjaone(settingsOf(account))

    expect(keys).toEqual(['1', '2', '3', '4', '7', '8', '9'])
    expect(notes).toEqual([
      { code: 'unapproved-excluded', place: 'approvalStatus DECOMMISSIONED', detail: '2' },
      { code: 'unapproved-excluded', place: 'approvalStatus PENDING', detail: '2' },
      { code: 'unapproved-excluded', place: 'approvalStatus STAGED', detail: '1' },
    ])
  })

  it('are in the states of approval that were asked for', async () => {
    const account = await start(smallFleet(6), { oddities: { pending: 3, decommissioned: 2 } })

    const approvalStates = ['APPROVED', 'PENDING']
    const { keys } = await readNinjaone(settingsOf(account, { approvalStates }))

    expect(keys).toEqual(['1', '3', '5', '6'])
  })

  it('include those nobody approves, which bear no state', async () => {
    const guest = { id: 640, organizationId: 7, nodeClass: 'VMWARE_VM_GUEST', parentDeviceId: 639 }
    const account = await start(smallFleet(0, { devices: [guest] }))

    expect((await readNinjaone(settingsOf(account))).keys).toEqual(['640'])
  })

  it('keep the odd ones: without a name, a place or a DNS name, or with a cut one', async () => {
    const account = await start(smallFleet(4), {
      oddities: { nullDisplayName: 1, noLocation: 2, noDnsName: 3, cutSystemName: 4 },
    })

    const { records } = await readNinjaone(settingsOf(account))

    expect(records.map(({ displayName }) => displayName)).toEqual([null, null, null, null])
    expect(records.map(({ location }) => location?.key ?? null)).toEqual(['71', null, '71', null])
    expect(records.map(({ hostname }) => hostname)).toEqual([
      'alb-desk-0001.alder.example',
      'alb-desk-0002.alder.example',
      'ALB-DESK-0003',
      'alb-desk-0004-xxxxxxxxxxxxxxx.alder.example',
    ])
  })

  it('keep serials that many share: which are junk is not for a source to say', async () => {
    const account = await start(smallFleet(3), {
      oddities: { placeholderSerial: 1, noneSerial: 2, clonedSerial: 3 },
    })

    const { records } = await readNinjaone(settingsOf(account))

    expect(records.map(({ serial }) => serial?.slice(0, 6))).toEqual(['To be ', 'None', 'VMware'])
  })

  it('follow an organisation that was renamed or merged, and a device that moved', async () => {
    const fleet = smallFleet(0, {
      devices: [workstation(1), workstation(2, { organizationId: 8 }), workstation(3)],
    })
    const account = await start(fleet)
    const organisationsNow = async () =>
      (await readNinjaone(settingsOf(account))).records.map(({ organisation }) => organisation)
    const alder = { key: '7', name: 'Alder & Birch LLP' }
    const cedar = { key: '8', name: 'Cedar Ltd' }

    expect(await organisationsNow()).toEqual([alder, cedar, alder])
    account.setTraits({ oddities: { movedDevices: { 3: 8 } } })
    expect(await organisationsNow()).toEqual([alder, cedar, cedar])
    account.setTraits({ oddities: { mergedOrganizations: { 8: 7 } } })
    expect(await organisationsNow()).toEqual([alder, alder, alder])
    account.setTraits({ oddities: { renamedOrganizations: { 7: 'Alder Group' } } })
    expect(await organisationsNow()).toContainEqual({ key: '7', name: 'Alder Group' })
  })

  it('stay, with a note, when their organisation is in no list', async () => {
    const account = await start(
      smallFleet(0, { devices: [workstation(1), workstation(2, { organizationId: 99 })] }),
    )

    const { records, notes } = await readNinjaone(settingsOf(account))

    expect(records[1]?.organisation).toEqual({ key: '99', name: null })
    expect(notes).toEqual([
      { code: 'organisation-unknown', place: 'devices-detailed id 2', detail: '1' },
    ])
  })

  it('do not fail with one bad row among them: it is refused where it stands', async () => {
    const devices = [
      workstation(1),
      workstation(2, { lastContact: 'yesterday' }),
      { displayName: 'nameless', organizationId: 7 },
      workstation(3),
    ]
    const account = await start(smallFleet(0, { devices }), { largestPageSize: 4 })

    const { keys, rejections } = await readNinjaone(settingsOf(account, { pageSize: 4 }))

    expect(keys).toEqual(['1', '3'])
    expect(rejections).toMatchObject([
      { place: 'devices-detailed id 2', code: 'row-unreadable' },
      { place: 'devices-detailed page 1 item 3', code: 'id-missing' },
    ])
  })
})

describe('the organisations asked for', () => {
  const fleet = smallFleet(0, {
    devices: [workstation(1), workstation(2, { organizationId: 8 }), workstation(3)],
  })

  it.each([['alder & birch llp'], [7]])(
    'are found as %s, and others are not read',
    async (asked) => {
      const account = await start(fleet)

      const { keys } = await readNinjaone(settingsOf(account, { organisations: [asked] }))

      expect(keys).toEqual(['1', '3'])
    },
  )

  it.each([['Alder'], [9]])('are not guessed: %s is refused', async (asked) => {
    const account = await start(fleet)

    const failure = await failureOf(readNinjaone(settingsOf(account, { organisations: [asked] })))

    expect(failure).toMatchObject({
      code: 'api.unexpected',
      details: { problem: `organisation-not-found: ${asked}` },
    })
  })
})

describe('the inventory number', () => {
  const customFields = { 2: { assetTag: 'A-2', shoeSize: 44 }, 3: { assetTag: 300 } }
  const withField = { inventoryNumberField: 'assetTag' }
  const numbersOf = ({ records }: { records: readonly { inventoryNumber: string | null }[] }) =>
    records.map(({ inventoryNumber }) => inventoryNumber)

  it('comes of a custom field in one report, and of no call per device', async () => {
    const account = await start(smallFleet(7, { customFields }))

    const read = await readNinjaone(settingsOf(account, withField))

    expect(numbersOf(read)).toEqual([null, 'A-2', '300', null, null, null, null])
    expect(account.stats().calls).toEqual({
      '/ws/oauth/token': 1,
      '/v2/organizations': 3,
      '/v2/locations': 3,
      '/v2/roles': 1,
      '/v2/queries/custom-fields': 4,
      '/v2/devices-detailed': 5,
    })
  })

  it('is not asked for without a field to find it in', async () => {
    const account = await start(smallFleet(2, { customFields }))

    expect(numbersOf(await readNinjaone(settingsOf(account)))).toEqual([null, null])
    expect(account.stats().calls['/v2/queries/custom-fields']).toBeUndefined()
  })

  it.each(['kept', 'new'] as const)('is read to the end when cursor names are %s', async (kind) => {
    const account = await start(smallFleet(7, { customFields: { 7: { assetTag: 'A-7' } } }), {
      cursorNames: kind,
    })

    const read = await readNinjaone(settingsOf(account, withField))

    expect(numbersOf(read).at(-1)).toBe('A-7')
    expect(read.missing).toEqual([])
  })

  it('makes the delivery partial when the report gives fewer rows than it counts', async () => {
    const account = await start(smallFleet(7, { customFields }), { overcount: 2 })

    const { keys, missing } = await readNinjaone(settingsOf(account, withField))

    expect(keys).toHaveLength(7)
    expect(missing).toEqual([
      { code: 'fewer-than-said', place: 'queries/custom-fields', expected: 9, received: 7 },
    ])
  })

  it('is read anew when an answer is lost and the cursor has gone past it', async () => {
    const account = await start(smallFleet(7, { customFields: { 5: { assetTag: 'A-5' } } }), {
      troubles: [{ route: '/v2/queries/custom-fields', call: 2, does: { kind: 'lost-answer' } }],
    })

    const read = await readNinjaone(settingsOf(account, withField))

    expect(numbersOf(read)[4]).toBe('A-5')
    expect(read.missing).toEqual([])
  })

  it('makes the delivery partial when answers of the report are lost again and again', async () => {
    const account = await start(smallFleet(7, { customFields }), {
      troubles: [2, 6].map((call) => ({
        route: '/v2/queries/custom-fields',
        call,
        does: { kind: 'lost-answer' },
      })),
    })

    const { keys, missing } = await readNinjaone(settingsOf(account, withField))

    expect(keys).toHaveLength(7)
    expect(missing).toMatchObject([{ code: 'fewer-than-said', expected: 7, received: 4 }])
  })

  it('names a page loop when the report begins again and again', async () => {
    const account = await start(smallFleet(7, { customFields }))
    const connection = await connectNinjaone(settingsOf(account, withField), testOutside())
    account.setTraits({ isStuck: true })

    expect((await failureOf(allRows(connection))).code).toBe('api.page-loop')
  })

  it('is remarked upon when no device has such a field', async () => {
    const account = await start(smallFleet(2, { customFields }))

    const { notes } = await readNinjaone(settingsOf(account, { inventoryNumberField: 'AssetTag' }))

    expect(notes).toEqual([
      { code: 'column-missing', place: 'queries/custom-fields', detail: 'AssetTag' },
    ])
  })
})
