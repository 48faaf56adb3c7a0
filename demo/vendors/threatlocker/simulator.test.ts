import { afterEach, describe, expect, it } from 'vitest'
import type { ThreatlockerFleet, Wire } from '../fleet.ts'
import { listedFleet } from './listed-fleet.ts'
import { type SimulatedThreatlocker, startThreatlocker } from './simulator.ts'
import type { ThreatlockerTraits } from './traits.ts'

const PARENT = 'cccc0000-0000-4000-8000-000000000001'
const CHILD = 'cccc0000-0000-4000-8000-000000000007'
const ALL = { pageNumber: 1, pageSize: 500, orderBy: 'computername', childOrganizations: true }
const LIST = 'Computer/ComputerGetByAllParameters'
const CHILDREN = 'Organization/OrganizationGetChildOrganizationsByParameters'
const FOR_EDIT = 'Computer/ComputerGetForEditById'
const UPDATE = 'Computer/ComputerUpdateForEdit'

function computer(number: number, more: Wire = {}): Wire {
  return {
    computerId: `aaaa0000-0000-4000-8000-00000000000${number}`,
    computerGroupId: 'bbbb0000-0000-4000-8000-000000000001',
    computerName: `PC-${number}`,
    hostname: `PC-${number}`,
    organization: 'Alder and Birch',
    organizationId: CHILD,
    lastCheckin: `2025-11-26T23:5${number}:00Z`,
    isDeleted: false,
    ...more,
  }
}

const FLEET = listedFleet({
  parent: { organizationId: PARENT, name: 'sim', displayName: 'Sim Services' },
  children: [{ organizationId: CHILD, name: 'alder-birch', displayName: 'Alder and Birch' }],
  computers: [
    computer(3),
    computer(1),
    computer(2, { organizationId: PARENT }),
    computer(4, { isDeleted: true }),
  ],
})

const running: SimulatedThreatlocker[] = []
afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.close()
})

async function start(traits: Partial<ThreatlockerTraits> = {}, fleet: ThreatlockerFleet = FLEET) {
  const simulator = await startThreatlocker(fleet, traits)
  running.push(simulator)
  return simulator
}

/** What is asked, of whom, and as whom. */
interface Ask {
  readonly method?: string
  readonly body?: unknown
  readonly organizationId?: string
  readonly token?: string
}

async function ask({ url, token }: SimulatedThreatlocker, path: string, how: Ask = {}) {
  const { method = 'POST', body, organizationId = PARENT } = how
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: how.token ?? token, managedOrganizationId: organizationId },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const parsed: unknown = text === '' ? null : JSON.parse(text)
  return { status: answer.status, headers: answer.headers, body: parsed }
}

const namesOf = (body: unknown) => (body as Wire[]).map(({ computerName }) => computerName)

describe('the list of computers', () => {
  it('is the whole tree for the parent, by name, without deleted ones, with totals on each row', async () => {
    const { headers, body } = await ask(await start(), LIST, { body: ALL })

    expect(namesOf(body)).toEqual(['PC-1', 'PC-2', 'PC-3'])
    expect(body).toMatchObject(Array(3).fill({ totalRows: 3 }))
    expect(JSON.parse(headers.get('pagination') ?? '')).toEqual({
      currentPage: 1,
      itemsPerPage: 500,
      totalItems: 3,
      totalPages: 1,
      firstItem: 1,
      lastItem: 3,
    })
  })

  it('is one organisation alone without childOrganizations, and for a child', async () => {
    const simulator = await start()
    const parent = await ask(simulator, LIST, { body: { ...ALL, childOrganizations: false } })
    const child = await ask(simulator, LIST, { body: ALL, organizationId: CHILD })

    expect(namesOf(parent.body)).toEqual(['PC-2'])
    expect(namesOf(child.body)).toEqual(['PC-1', 'PC-3'])
  })

  it('holds deleted computers when they are asked for', async () => {
    const { body } = await ask(await start(), LIST, { body: { ...ALL, showDeleted: true } })

    expect(namesOf(body)).toContain('PC-4')
  })

  it('turns round, and by last check-in moves from one question to the next', async () => {
    const simulator = await start()
    const back = await ask(simulator, LIST, { body: { ...ALL, isAscending: false } })
    const byCheckIn = { body: { ...ALL, orderBy: 'lastcheckin', showDeleted: true } }
    const first = await ask(simulator, LIST, byCheckIn)
    const second = await ask(simulator, LIST, byCheckIn)

    expect(namesOf(back.body)).toEqual(['PC-3', 'PC-2', 'PC-1'])
    expect(namesOf(second.body)).not.toEqual(namesOf(first.body))
    expect(namesOf(second.body).toSorted()).toEqual(namesOf(first.body).toSorted())
  })

  it('tells totals in headers of their own, or not at all', async () => {
    const separate = await ask(await start({ totals: 'separate' }), LIST, { body: ALL })
    const none = await ask(await start({ totals: 'none' }), LIST, { body: ALL })

    expect(separate.headers.get('totalItems')).toBe('3')
    expect(separate.headers.get('pagination')).toBeNull()
    expect([none.headers.get('pagination'), none.headers.get('totalItems')]).toEqual([null, null])
    expect(none.body).toMatchObject(Array(3).fill({ totalRows: null }))
  })

  it('refuses an order or a page there is not with 417', async () => {
    const simulator = await start()
    for (const wrong of [{ orderBy: 'colour' }, { pageNumber: 0 }]) {
      const { status, body } = await ask(simulator, LIST, { body: { ...ALL, ...wrong } })

      expect(status).toBe(417)
      expect(body).toMatchObject({ LoggerId: 'sim', StatusCode: 417 })
    }
  })

  it('makes no more than the page it gives of a million computers', async () => {
    let made = 0
    const million: ThreatlockerFleet = {
      ...FLEET,
      computerCount: 1_000_000,
      computer: (place) => {
        made += 1
        return computer(1, { computerId: `computer ${place}` })
      },
    }
    const simulator = await start({ order: 'as-made' }, million)
    const { body } = await ask(simulator, LIST, { body: { ...ALL, pageNumber: 2_000 } })

    expect((body as Wire[]).at(-1)).toMatchObject({ computerId: 'computer 999999' })
    expect(made).toBe(500)
  })
})

describe('the list of organisations', () => {
  const asked = { pageNumber: 1, pageSize: 500, includeAllChildren: true }

  it('lacks the parent unless told to hold it', async () => {
    const lacking = await ask(await start(), CHILDREN, { body: asked })
    const holding = await ask(await start({ parentListed: true }), CHILDREN, { body: asked })

    expect(lacking.body).toMatchObject([{ organizationId: CHILD }])
    expect(holding.body).toHaveLength(2)
  })

  it('gives grandchildren only to those who ask for all', async () => {
    const grandchild = { organizationId: `${CHILD.slice(0, -1)}8`, parentOrganizationId: CHILD }
    const fleet = { ...FLEET, children: [...FLEET.children, grandchild] }
    const simulator = await start({}, fleet)
    const all = await ask(simulator, CHILDREN, { body: asked })
    const direct = await ask(simulator, CHILDREN, { body: { ...asked, includeAllChildren: false } })

    expect([all.body, direct.body].map((it) => (it as Wire[]).length)).toEqual([2, 1])
  })

  it('is empty for one who leaves out childOrganizations where that is needed', async () => {
    const simulator = await start({ needsChildOrganizations: true, emptyBody: true })

    expect((await ask(simulator, CHILDREN, { body: asked })).body).toBeNull()
  })

  it('is told as choices too, the parent among them', async () => {
    const path = 'Organization/OrganizationGetForMoveComputers'
    const { body } = await ask(await start(), path, { method: 'GET' })

    expect(body).toEqual([
      { label: 'Sim Services', value: PARENT },
      { label: 'Alder and Birch', value: CHILD },
    ])
  })
})

describe('one computer', () => {
  const id = 'aaaa0000-0000-4000-8000-000000000001'

  it('can be given another name, which every list then bears', async () => {
    const simulator = await start()
    const before = await ask(simulator, `${FOR_EDIT}?computerId=${id}`, { method: 'GET' })
    const body = { ...(before.body as Wire), name: 'Zoe ' }
    const updated = await ask(simulator, UPDATE, { method: 'PATCH', body })
    simulator.setTraits({ totals: 'none' })
    const after = await ask(simulator, `${FOR_EDIT}?computerId=${id}`, { method: 'GET' })
    const list = await ask(simulator, LIST, { body: ALL })

    expect([before.body, updated.status, after.body]).toMatchObject([
      { computerId: id, name: 'PC-1', useProxyServer: false, options: [], aliases: [] },
      200,
      { computerId: id, name: 'Zoe' },
    ])
    expect(namesOf(list.body)).toEqual(['PC-2', 'PC-3', 'Zoe'])
  })

  it.each([
    ['blank', ' '],
    ['too long', 'x'.repeat(256)],
    ['no text', 'a\u0007b'],
  ])('keeps its name where the new one is %s', async (_why, name) => {
    const simulator = await start()
    const body = { computerId: id, name }
    const { status, body: said } = await ask(simulator, UPDATE, { method: 'PATCH', body })

    expect([status, said]).toMatchObject([417, { Message: 'Invalid computer name' }])
    expect(namesOf((await ask(simulator, LIST, { body: ALL })).body)).toContain('PC-1')
  })

  it('has what was not sent back with it no more', async () => {
    const simulator = await start()
    const sent = { computerId: id, name: 'A', aliases: ['sam'], proxyURL: 'http://proxy' }
    await ask(simulator, UPDATE, { method: 'PATCH', body: sent })
    const whole = await ask(simulator, `${FOR_EDIT}?computerId=${id}`, { method: 'GET' })
    await ask(simulator, UPDATE, { method: 'PATCH', body: { computerId: id, name: 'B' } })
    const bare = await ask(simulator, `${FOR_EDIT}?computerId=${id}`, { method: 'GET' })

    expect([whole.body, bare.body]).toMatchObject([
      { name: 'A', aliases: ['sam'], proxyURL: 'http://proxy', computerGroupId: null },
      { name: 'B', aliases: [], proxyURL: null, computerGroupId: null },
    ])
  })

  it('is there for its own organisation and for the parent alone', async () => {
    const simulator = await start()
    const path = (number: number) => `${FOR_EDIT}?computerId=${id.slice(0, -1)}${number}`
    const asChild = { method: 'GET', organizationId: CHILD }
    const own = await ask(simulator, path(1), asChild)
    const ofParent = await ask(simulator, path(2), asChild)

    expect([own.status, ofParent.status]).toEqual([200, 500])
  })

  it.each([
    ['look-at-forms', 200],
    ['refused', 403],
  ] as const)('is not renamed by a role for which editing is %s', async (editing, forForm) => {
    const simulator = await start({ editing })
    const form = await ask(simulator, `${FOR_EDIT}?computerId=${id}`, { method: 'GET' })
    const body = { computerId: id, name: 'Zoe' }
    const update = await ask(simulator, UPDATE, { method: 'PATCH', body })

    expect([form.status, update.status]).toEqual([forForm, 403])
    expect(namesOf((await ask(simulator, LIST, { body: ALL })).body)).not.toContain('Zoe')
  })

  it('leaves each look and each edit on record, with what came of it', async () => {
    const trouble = { kind: 'status', status: 502, isAfterWork: true } as const
    const simulator = await start({
      troubles: [{ route: 'ComputerUpdateForEdit', times: 1, does: trouble }],
    })
    await ask(simulator, `${FOR_EDIT}?computerId=${id}`, { method: 'GET', organizationId: CHILD })
    const body = { computerId: id.toUpperCase(), name: 'Zoe' }
    await ask(simulator, UPDATE, { method: 'PATCH', body })

    const by = { computerId: id, organizationId: PARENT }
    expect(simulator.edits()).toEqual([
      { ...by, method: 'GET', organizationId: CHILD, name: null, status: 200 },
      { ...by, method: 'PATCH', name: 'Zoe', status: 502 },
    ])
    expect(namesOf((await ask(simulator, LIST, { body: ALL })).body)).toContain('Zoe')
  })

  it('that there is not is a failure of theirs', async () => {
    const simulator = await start()
    const asked = await ask(simulator, `${FOR_EDIT}?computerId=none`, { method: 'GET' })
    const body = { computerId: 'none', name: 'X' }
    const edited = await ask(simulator, UPDATE, { method: 'PATCH', body })

    expect([asked.status, edited.status]).toEqual([500, 500])
  })
})

describe('callers', () => {
  it('are known by the raw token and by an organisation of the tree', async () => {
    const simulator = await start()
    const bearer = await ask(simulator, LIST, { body: ALL, token: `Bearer ${simulator.token}` })
    const stranger = await ask(simulator, LIST, { body: ALL, organizationId: 'elsewhere' })

    expect([bearer.status, stranger.status]).toEqual([401, 403])
  })

  it('may write paths in any case, but not ask for what there is not', async () => {
    const simulator = await start()
    const lower = await ask(simulator, LIST.toLowerCase(), { body: ALL })
    const unknown = await ask(simulator, 'Computer/ComputerGetNothing', { body: ALL })
    const wrongWay = await ask(simulator, LIST, { method: 'PATCH', body: ALL })

    expect([lower.status, unknown.status, wrongWay.status]).toEqual([200, 404, 405])
  })

  it('are counted by route, the refused ones too', async () => {
    const simulator = await start()
    await ask(simulator, LIST, { body: ALL })
    await ask(simulator, LIST, { body: ALL, token: 'wrong' })

    expect(simulator.stats()).toEqual({
      calls: { ComputerGetByAllParameters: 2 },
      mostAtOnce: 1,
    })
  })
})
