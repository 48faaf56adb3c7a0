import { afterEach, describe, expect, it } from 'vitest'
import type { ThreatlockerFleet, Wire } from '../../../demo/vendors/fleet.ts'
import { STRAY_ORGANIZATION } from '../../../demo/vendors/threatlocker/oddities.ts'
import {
  type SimulatedThreatlocker,
  startThreatlocker,
} from '../../../demo/vendors/threatlocker/simulator.ts'
import type {
  Misbehaviour,
  Route,
  ThreatlockerTraits,
  Trouble,
} from '../../../demo/vendors/threatlocker/traits.ts'
import { testOutside } from '../../../test/support/outside.ts'
import { failureOf } from '../../../test/support/read-cells.ts'
import { readDelivery } from '../../../test/support/read-delivery.ts'
import { explain } from '../../language/error-words.ts'
import { AppError } from '../../lib/errors.ts'
import type { Connection } from '../source.ts'
import { threatlocker } from './threatlocker.ts'

const PARENT = 'cccc0000-0000-4000-8000-000000000001'
const COMPUTERS: Route = 'ComputerGetByAllParameters'
const ORGANISATIONS: Route = 'OrganizationGetChildOrganizationsByParameters'

function organization(number: number, displayName: string, more: Wire = {}): Wire {
  return {
    organizationId: `cccc0000-0000-4000-8000-00000000000${number}`,
    name: displayName.toLowerCase().replaceAll(' ', '-'),
    displayName,
    computerCount: 12,
    activeCount: 11,
    dateAdded: '2024-01-02T09:00:00Z',
    ...more,
  }
}

const ORGANIZATIONS = [
  organization(1, 'Sim Services'),
  organization(7, 'Alder and Birch'),
  organization(8, 'Alder and Birch North', {
    parentOrganizationId: 'cccc0000-0000-4000-8000-000000000007',
  }),
]

function computerAt(place: number): Wire {
  const number = String(place + 1).padStart(4, '0')
  const own = ORGANIZATIONS[place % ORGANIZATIONS.length] ?? {}
  return {
    computerId: `aaaa0000-0000-4000-8000-00000000${number}`,
    computerGroupId: 'bbbb0000-0000-4000-8000-000000000001',
    computerName: `PC-${number}`,
    hostname: `PC-${number}`,
    group: 'Workstations',
    organization: own.displayName,
    organizationId: own.organizationId,
    osType: 1,
    operatingSystem: 'Windows 11 Pro ',
    action: 'Secure',
    mode: 'Secure',
    lastCheckin: '2025-11-26T23:58:12.113Z',
    lastCheckinIPAddress: '203.0.113.7',
    dateAdded: '2024-01-02T10:00:00Z',
    installDate: null,
    serialNumber: `SIM${number}`,
    username: 'ALDER\\sam',
    threatLockerVersion: '10.3.1',
    denyCountOneDay: 0,
    denyCountThreeDays: 2,
    denyCountSevenDays: 5,
    isDeleted: false,
    isIsolated: false,
    isLockedOut: false,
    hasAtLeastOneCheckin: true,
  }
}

/** 25 computers by turns in the parent, its child and its grandchild. */
function fleetOf(computerCount = 25): ThreatlockerFleet {
  const [parent = {}, ...children] = ORGANIZATIONS
  return { parent, children, computerCount, computer: computerAt }
}

const running: SimulatedThreatlocker[] = []
afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.close()
})

async function start(
  traits: Partial<ThreatlockerTraits> = {},
  fleet = fleetOf(),
  now?: () => Date,
): Promise<SimulatedThreatlocker> {
  const simulator = await startThreatlocker(fleet, traits, now)
  running.push(simulator)
  return simulator
}

function settingsFor(simulator: SimulatedThreatlocker, more: object = {}, http: object = {}) {
  return threatlocker.settings.parse({
    baseUrl: simulator.url,
    token: simulator.token,
    organisationId: PARENT,
    pageSize: 10,
    http: { allowPrivateAddress: true, requestsPerMinute: 60_000, retrySeconds: 60, ...http },
    ...more,
  })
}

function connect(simulator: SimulatedThreatlocker, more: object = {}, http: object = {}) {
  return threatlocker.connect(settingsFor(simulator, more, http), testOutside())
}

async function readAll(connection: Connection) {
  const delivery = await readDelivery(threatlocker, connection)
  return { ...delivery, missing: connection.missing?.() ?? [] }
}

async function read(traits: Partial<ThreatlockerTraits>, fleet = fleetOf()) {
  const simulator = await start(traits, fleet)
  const delivery = await readAll(await connect(simulator))
  return { ...delivery, simulator, keys: delivery.records.map(({ nativeKey }) => nativeKey) }
}

/** The failure of the first thing that fails, from opening to the last row. */
function failureWith(traits: Partial<ThreatlockerTraits>, http: object = {}) {
  return failureOf(start(traits).then(async (it) => readAll(await connect(it, {}, http))))
}

function trouble(does: Misbehaviour, more: Partial<Trouble> = {}): Partial<ThreatlockerTraits> {
  return { troubles: [{ route: COMPUTERS, does, ...more }] }
}

describe('a whole reading', () => {
  it('brings every computer of the parent and of the organisations below it once', async () => {
    const { keys, notes, missing, rejections, simulator } = await read({})

    expect(new Set(keys).size).toBe(25)
    expect([notes, missing, rejections]).toEqual([[], [], []])
    expect(simulator.stats().calls).toEqual({ [ORGANISATIONS]: 1, [COMPUTERS]: 3 })
  })

  it('takes a row to our own words', async () => {
    const { records, places } = await read({}, fleetOf(2))

    expect(places).toEqual(['computers page 1 item 1', 'computers page 1 item 2'])
    expect(records[1]).toEqual({
      nativeKey: 'aaaa0000-0000-4000-8000-000000000002',
      organisation: { key: 'cccc0000-0000-4000-8000-000000000007', name: 'Alder and Birch' },
      location: null,
      displayName: 'PC-0002',
      hostname: 'PC-0002',
      serial: 'SIM0002',
      inventoryNumber: null,
      uuid: null,
      macs: [],
      nodeClass: null,
      role: 'Workstations',
      operatingSystem: 'Windows 11 Pro',
      manufacturer: null,
      model: null,
      tags: [],
      extra: {
        osType: 'Windows',
        action: 'Secure',
        mode: 'Secure',
        threatLockerVersion: '10.3.1',
        isIsolated: false,
        isLockedOut: false,
        dateAdded: '2024-01-02T10:00:00Z',
      },
      pulse: {
        lastContact: new Date('2025-11-26T23:58:12.113Z'),
        isOnline: null,
        addresses: ['203.0.113.7'],
        freeBytes: null,
        lastUser: 'ALDER\\sam',
      },
    })
  })

  it('comes page by page, and says after the first how many will come', async () => {
    const connection = await connect(await start())
    const batches: number[] = []

    expect(connection.expected()).toBeNull()
    for await (const batch of connection.rows()) {
      batches.push(batch.length)
      expect(connection.expected()).toBe(25)
    }
    expect(batches).toEqual([10, 10, 5])
  })

  it('asks for no page before the one before it was taken', async () => {
    const simulator = await start()
    const rows = (await connect(simulator)).rows()[Symbol.asyncIterator]()

    await rows.next()

    expect(simulator.stats().calls[COMPUTERS]).toBe(1)
  })

  it('can be read twice', async () => {
    const connection = await connect(
      await start({ oddities: { deleted: 5, deletedUnasked: true } }),
    )

    expect(await readAll(connection)).toEqual(await readAll(connection))
  })

  it('counts the parent as an organisation though the list of children lacks it', async () => {
    const { records, notes } = await read({}, fleetOf(1))

    expect(records[0]?.organisation).toEqual({ key: PARENT, name: 'Sim Services' })
    expect(notes).toEqual([])
  })

  it('comes to the same where the list of children does hold the parent', async () => {
    const lacking = await read({})
    const holding = await read({ parentListed: true })

    expect(holding.records).toEqual(lacking.records)
  })

  it('learns organisations over several pages, grandchildren among them', async () => {
    const simulator = await start({ needsChildOrganizations: true, largestPageSize: 1 })
    const { records, notes } = await readAll(await connect(simulator, { pageSize: 1 }))

    expect(records[2]?.organisation?.name).toBe('Alder and Birch North')
    expect(notes).toEqual([])
  })

  it('acts for another organisation alone where that is the one set', async () => {
    const simulator = await start()
    const child = 'CCCC0000-0000-4000-8000-000000000007'
    const { records } = await readAll(await connect(simulator, { organisationId: child }))

    expect(records).toHaveLength(8)
  })

  it('reads an account without computers', async () => {
    const { records, missing, notes } = await read({}, fleetOf(0))

    expect([records, missing, notes]).toEqual([[], [], []])
  })
})

describe('how a list may be told', () => {
  it.each(['pagination', 'separate', 'rows', 'none'] as const)(
    'reads to the end where totals are told as %s',
    async (totals) => {
      const { keys, missing } = await read({ totals })

      expect(new Set(keys).size).toBe(25)
      expect(missing).toEqual([])
    },
  )

  it.each(['array', 'data', 'items', 'results'] as const)('finds the rows in %s', async (it) => {
    const { keys, rejections } = await read({ envelope: it })

    expect(keys).toHaveLength(25)
    expect(rejections).toEqual([])
  })

  it('takes an empty body for an empty list', async () => {
    const { keys, missing } = await read({ emptyBody: true }, fleetOf(20))

    expect(keys).toHaveLength(20)
    expect(missing).toEqual([])
  })

  it('takes an account whose every answer has no body for one without computers', async () => {
    const { keys } = await read({ emptyBody: true, totals: 'none' }, fleetOf(0))

    expect(keys).toEqual([])
  })

  it('reads on where the portal gives smaller pages than were asked for', async () => {
    for (const totals of ['pagination', 'separate', 'rows'] as const) {
      const { keys } = await read({ largestPageSize: 4, totals })

      expect(new Set(keys).size).toBe(25)
    }
  })

  it('asks once more after a last page that is exactly full', async () => {
    const { keys, simulator } = await read({}, fleetOf(20))

    expect(keys).toHaveLength(20)
    expect(simulator.stats().calls[COMPUTERS]).toBe(3)
  })

  it('believes no total that is lower than what comes', async () => {
    const { keys, missing } = await read({ overcount: -15 })

    expect(new Set(keys).size).toBe(25)
    expect(missing).toEqual([])
  })

  it('goes by the header where the total on each row is another', async () => {
    const { keys, missing } = await read({ rowsOvercount: 7 })

    expect(keys).toHaveLength(25)
    expect(missing).toEqual([])
  })

  it('says which answer is no list', async () => {
    const failure = await failureWith(trouble({ kind: 'other-shape' }))

    expect(failure).toMatchObject({ code: 'api.unexpected', details: { problem: 'not-a-list' } })
  })
})

describe('what is missing or moved', () => {
  it('is fewer computers than the portal says it has', async () => {
    for (const totals of ['pagination', 'separate'] as const) {
      const { keys, missing } = await read({ overcount: 5, totals })

      expect(keys).toHaveLength(25)
      expect(missing).toEqual([
        { code: 'fewer-than-said', place: 'computers', expected: 30, received: 25 },
      ])
    }
  })

  it('is fewer than each row says there are, where nothing else does', async () => {
    const { missing } = await read({ rowsOvercount: 5, totals: 'rows' })

    expect(missing).toEqual([
      { code: 'fewer-than-said', place: 'computers', expected: 30, received: 25 },
    ])
  })

  it('is all of them where an empty list says it holds some', async () => {
    const { missing } = await read({ overcount: 5 }, fleetOf(0))

    expect(missing).toEqual([
      { code: 'fewer-than-said', place: 'computers', expected: 5, received: 0 },
    ])
  })

  it('is nothing where a second reading, in which the list holds still, brings the rest', async () => {
    const gone = await read({ upheavals: [{ beforePage: 2, gone: 3 }] })
    const added = await read({ upheavals: [{ beforePage: 2, added: 3 }] })

    expect(new Set(gone.keys).size).toBe(25)
    expect(gone.places.slice(-3)).toEqual([
      'computers again page 1 item 8',
      'computers again page 1 item 9',
      'computers again page 1 item 10',
    ])
    expect(new Set(added.keys).size).toBe(28)
    expect(added.keys).toHaveLength(28)
    expect([gone.missing, added.missing]).toEqual([[], []])
  })

  it('is told where computers go between two pages in the second reading too', async () => {
    const { missing } = await read({ upheavals: [{ beforePage: 2, gone: 3, times: 2 }] })

    expect(missing).toEqual([
      { code: 'changed-between-pages', place: 'computers', expected: 22, received: 19 },
    ])
  })

  it('is told where computers keep coming between two pages, and none is taken twice', async () => {
    const { keys, missing, notes } = await read({
      upheavals: [{ beforePage: 2, added: 3, times: 2 }],
    })

    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toHaveLength(28)
    expect(notes).toEqual([
      { code: 'repeated-between-pages', place: 'computers page 2 item 1', detail: '6' },
    ])
    expect(missing).toEqual([
      { code: 'fewer-than-said', place: 'computers', expected: 31, received: 28 },
      { code: 'changed-between-pages', place: 'computers', expected: 31, received: 28 },
    ])
  })

  it('is nothing where pages overlap and every computer came', async () => {
    const { keys, missing, notes } = await read({ overlap: 2 })

    expect(new Set(keys).size).toBe(25)
    expect(keys).toHaveLength(25)
    expect(notes).toEqual([
      { code: 'repeated-between-pages', place: 'computers page 2 item 1', detail: '2' },
    ])
    expect(missing).toEqual([])
  })

  it('ends by name where every page is the first again', async () => {
    const failure = await failureWith({ isStuck: true })

    expect(failure).toMatchObject({ code: 'api.page-loop', details: { page: '2' } })
  })

  it('is not moved by machines that check in between two pages', async () => {
    const simulator = await start()
    const byCheckIn = await pagesBy(simulator, 'lastcheckin')
    const { records } = await readAll(await connect(simulator))

    expect(new Set(byCheckIn).size).toBeLessThan(25)
    expect(new Set(records.map(({ nativeKey }) => nativeKey)).size).toBe(25)
  })

  /** The ids of all pages in an order of the portal's. */
  async function pagesBy({ url, token }: SimulatedThreatlocker, orderBy: string) {
    const ids: unknown[] = []
    for (let pageNumber = 1; pageNumber <= 3; pageNumber += 1) {
      const answer = await fetch(`${url}Computer/${COMPUTERS}`, {
        method: 'POST',
        headers: { authorization: token, managedOrganizationId: PARENT },
        body: JSON.stringify({ pageNumber, pageSize: 10, orderBy, childOrganizations: true }),
      })
      ids.push(...((await answer.json()) as Wire[]).map(({ computerId }) => computerId))
    }
    return ids
  }
})

describe('what is odd in the rows', () => {
  it('leaves deleted computers out and counts them', async () => {
    const { keys, notes, missing } = await read({ oddities: { deleted: 5, deletedUnasked: true } })

    expect(keys).toHaveLength(20)
    expect(notes).toEqual([
      { code: 'deleted-excluded', place: 'computers page 1 item 1', detail: '5' },
    ])
    expect(missing).toEqual([])
  })

  it('does not ask for deleted computers', async () => {
    const { keys, notes } = await read({ oddities: { deleted: 5 } })

    expect(keys).toHaveLength(20)
    expect(notes).toEqual([])
  })

  it('keeps a computer of an organisation that is not listed, by the name on its row', async () => {
    const { records, notes } = await read({ oddities: { strayOrganization: 10 } })
    const stray = records.filter(({ organisation }) => organisation?.key === STRAY_ORGANIZATION)

    expect(stray.map(({ organisation }) => organisation?.name)).toEqual(
      Array(3).fill('Gone Astray'),
    )
    expect(notes).toEqual([
      { code: 'organisation-unknown', place: `organisation ${STRAY_ORGANIZATION}`, detail: '3' },
    ])
  })

  it('takes a row of which only the id is there', async () => {
    const { records, rejections, notes } = await read({ oddities: { nulls: 1 } }, fleetOf(1))

    expect(rejections).toEqual([])
    expect(notes).toMatchObject(
      [{ code: 'organisation-unknown', place: /without id/u }].map((n) => ({ code: n.code })),
    )
    expect(records).toEqual([
      {
        nativeKey: 'aaaa0000-0000-4000-8000-000000000001',
        organisation: null,
        location: null,
        displayName: null,
        hostname: null,
        serial: null,
        inventoryNumber: null,
        uuid: null,
        macs: [],
        nodeClass: null,
        role: null,
        operatingSystem: null,
        manufacturer: null,
        model: null,
        tags: [],
        extra: {},
        pulse: {
          lastContact: null,
          isOnline: null,
          addresses: [],
          freeBytes: null,
          lastUser: null,
        },
      },
    ])
  })

  it('trims what people and agents leave at the ends of texts', async () => {
    const plain = await read({})
    const spaced = await read({ oddities: { trailingSpaces: 1 } })

    expect(spaced.records).toEqual(plain.records)
  })

  it('takes the host before the pipe of "HOST | Person", wherever that stands', async () => {
    const inName = await read({ oddities: { personInName: 1, nullHostname: 2 } }, fleetOf(2))
    const inHost = await read({ oddities: { personInHostname: 1 } }, fleetOf(1))
    const names = (records: typeof inName.records) =>
      records.map(({ displayName, hostname }) => [displayName, hostname])

    expect(names(inName.records)).toContainEqual(['PC-0002 | Sam', 'PC-0002'])
    expect(names(inHost.records)).toEqual([['PC-0001', 'PC-0001']])
  })

  it('knows no host name where the portal gives none', async () => {
    const { records } = await read({ oddities: { nullHostname: 1 } }, fleetOf(1))

    expect(records[0]).toMatchObject({ displayName: 'PC-0001', hostname: null })
  })

  it('knows no last contact of a machine that never checked in', async () => {
    const { records } = await read({ oddities: { neverCheckedIn: 1 } }, fleetOf(1))

    expect(records[0]?.pulse).toMatchObject({ lastContact: null, addresses: [] })
  })

  it('keeps a machine installed again, and its like in another organisation, as records of their own', async () => {
    const { records } = await read({ oddities: { installedAgain: 10, sameHostElsewhere: 10 } })
    const like = records.filter(({ hostname }) => hostname === 'PC-0001')

    expect(records).toHaveLength(31)
    expect(new Set(like.map(({ nativeKey }) => nativeKey)).size).toBe(3)
    expect(new Set(like.map(({ organisation }) => organisation?.key)).size).toBe(2)
    expect(like.map(({ serial }) => serial).toSorted()).toEqual(['SIM0001', 'SIM0001', null])
  })

  it('refuses a row without an id at its place, and takes the others', async () => {
    const { keys, rejections, missing } = await read({ oddities: { noId: 20 } })

    expect(keys).toHaveLength(23)
    expect(rejections).toMatchObject([
      { place: 'computers page 1 item 1', code: 'id-missing' },
      { place: 'computers page 3 item 1', code: 'id-missing' },
    ])
    expect(missing).toEqual([])
  })

  it('refuses a row whose name is no text, and still says whose it is', async () => {
    const simulator = await start({ oddities: { numberForName: 1 } }, fleetOf(1))
    const connection = await connect(simulator)
    const { rejections } = await readAll(connection)
    const keys: unknown[] = []
    for await (const [delivered] of connection.rows())
      keys.push(threatlocker.keyOf?.(delivered?.row))

    expect(rejections).toMatchObject([{ place: 'computers page 1 item 1', code: 'row-unreadable' }])
    expect(keys).toEqual(['aaaa0000-0000-4000-8000-000000000001'])
  })
})

describe('troubles of the service', () => {
  it.each([
    [{ kind: 'status', status: 429, retryAfter: '7' }, 7_000],
    [{ kind: 'status', status: 429, retryAfter: 'Thu, 27 Nov 2025 03:00:09 GMT' }, 9_000],
  ] as const)('waits as long as it is told to: %o', async (does, waited) => {
    const simulator = await start(trouble(does, { times: 1 }))
    const outside = testOutside(new Date('2025-11-27T03:00:00Z'))
    const connection = await threatlocker.connect(settingsFor(simulator), outside)
    const { records } = await readAll(connection)

    expect(records).toHaveLength(25)
    expect(Math.max(...outside.waits)).toBe(waited)
  })

  it.each<Misbehaviour>([
    { kind: 'status', status: 429 },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 502 },
    { kind: 'html', status: 502 },
    { kind: 'cut-json' },
    { kind: 'short-body' },
    { kind: 'reset' },
  ])('asks again after $kind $status, and has every computer once', async (does) => {
    const { keys, missing } = await read(trouble(does, { page: 2, times: 2 }))

    expect(new Set(keys).size).toBe(25)
    expect(keys).toHaveLength(25)
    expect(missing).toEqual([])
  })

  it('asks again after an answer that does not come in time', async () => {
    const slow = trouble({ kind: 'slow', milliseconds: 20_000 }, { page: 2, times: 1 })
    const simulator = await start(slow)
    const { records } = await readAll(await connect(simulator, {}, { timeoutSeconds: 2 }))

    expect(records).toHaveLength(25)
  })

  it('takes an answer that is slow and comes in time', async () => {
    const { keys } = await read(trouble({ kind: 'slow', milliseconds: 20 }))

    expect(keys).toHaveLength(25)
  })

  it.each<[Misbehaviour, string]>([
    [{ kind: 'status', status: 401 }, 'api.sign-in-refused'],
    [{ kind: 'status', status: 403 }, 'api.forbidden'],
    [{ kind: 'status', status: 404 }, 'api.refused'],
    [{ kind: 'status', status: 417, message: 'Invalid Date Range' }, 'api.refused'],
    [{ kind: 'status', status: 429 }, 'api.rate-limited'],
    [{ kind: 'status', status: 500 }, 'api.failing'],
    [{ kind: 'html', status: 200 }, 'api.not-json'],
    [{ kind: 'cut-json' }, 'api.truncated'],
    [{ kind: 'short-body' }, 'api.truncated'],
  ])('names %o that does not pass %s', async (does, code) => {
    const failure = await failureWith(trouble(does, { page: 2 }))

    expect(failure.code).toBe(code)
    expect(failure.details).toMatchObject({ source: 'threatlocker' })
  })

  it('names answers that never come in time', async () => {
    const slow = trouble({ kind: 'slow', milliseconds: 20_000 })

    expect((await failureWith(slow, { timeoutSeconds: 0.1, retrySeconds: 1 })).code).toBe(
      'api.timed-out',
    )
  })

  it('asks once for what is refused as invalid, and passes on what was said', async () => {
    const invalid = { kind: 'status', status: 417, message: 'Invalid Date Range' } as const
    const simulator = await start(trouble(invalid))
    const failure = await failureOf(connect(simulator).then(readAll))

    expect(failure.details).toMatchObject({ status: 417, reason: 'Invalid Date Range' })
    expect(simulator.stats().calls[COMPUTERS]).toBe(1)
  })

  it('fails to open where the organisations cannot be read', async () => {
    const simulator = await start({
      troubles: [{ route: ORGANISATIONS, does: { kind: 'status', status: 403 } }],
    })

    expect((await failureOf(connect(simulator))).code).toBe('api.forbidden')
  })
})

describe('signing in', () => {
  it('is refused to a wrong token, and the token is nowhere in the failure', async () => {
    const simulator = await start()
    const failure = await failureOf(connect(simulator, { token: 'not-the-t0ken' }))

    expect(failure.code).toBe('api.sign-in-refused')
    expect(JSON.stringify(failure)).not.toContain('not-the-t0ken')
  })

  it('is forbidden for an organisation of others', async () => {
    const simulator = await start()
    const other = connect(simulator, { organisationId: STRAY_ORGANIZATION })

    expect((await failureOf(other)).code).toBe('api.forbidden')
  })

  it('ends by name where the token dies between two pages', async () => {
    expect((await failureWith({ callsPerToken: 2 })).code).toBe('api.sign-in-refused')
  })

  it('lasts as long as the token is used, and no longer', async () => {
    let at = 0
    const simulator = await start({ tokenIdleMs: 1_000 }, fleetOf(), () => new Date(at))
    const connection = await connect(simulator)
    for await (const _ of connection.rows()) at += 900

    at += 1_100

    expect((await failureOf(readAll(connection))).code).toBe('api.sign-in-refused')
  })

  it('does not send the token to a private address unless that is allowed', async () => {
    const simulator = await start()
    const refused = connect(simulator, {}, { allowPrivateAddress: false })

    expect((await failureOf(refused)).code).toBe('api.address-refused')
    expect(simulator.stats().calls).toEqual({})
  })

  it('is told in sentences of both languages when it is refused', async () => {
    const simulator = await start()
    const failure = await connect(simulator, { token: 'wrong' }).catch((error) => error)

    expect(failure).toBeInstanceOf(AppError)
    expect(explain(failure, 'en')).not.toBe(explain(failure, 'es'))
  })
})
