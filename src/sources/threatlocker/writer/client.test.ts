import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Wire } from '../../../../demo/vendors/fleet.ts'
import {
  type SimulatedThreatlocker,
  startThreatlocker,
} from '../../../../demo/vendors/threatlocker/simulator.ts'
import type {
  Misbehaviour,
  ThreatlockerTraits,
  Trouble,
} from '../../../../demo/vendors/threatlocker/traits.ts'
import { testOutside } from '../../../../test/support/outside.ts'
import { protectedComputer, protectedFleet } from '../../../../test/support/threatlocker-fleet.ts'
import type { FieldChange } from '../../source.ts'
import { ThreatlockerSettings } from '../schema.ts'
import { openThreatlockerWriter } from './client.ts'

const PARENT = 'cccc0000-0000-4000-8000-000000000001'
const CHILD = 'cccc0000-0000-4000-8000-000000000007'

const OTHER_CHILD = 'cccc0000-0000-4000-8000-000000000008'
const GONE = { kind: 'moved', found: null }
const idOf = (id: number) => String(protectedComputer(id).computerId)

const running: SimulatedThreatlocker[] = []
afterEach(async () => {
  for (const portal of running.splice(0)) await portal.close()
})

/** A portal with these computers, and a writer to it that does not wait for it to recover. */
async function open(
  computers: readonly Wire[],
  {
    traits = {},
    http = {},
    token,
  }: { traits?: Partial<ThreatlockerTraits>; http?: object; token?: string } = {},
) {
  const portal = await startThreatlocker(protectedFleet(computers), traits)
  running.push(portal)
  const settings = ThreatlockerSettings.parse({
    ...{ baseUrl: portal.url, token: token ?? portal.token, organisationId: PARENT },
    http: { allowPrivateAddress: true, requestsPerMinute: 60_000, retrySeconds: 0, ...http },
  })
  return { portal, writer: openThreatlockerWriter(settings, testOutside()) }
}

/** The change of the name that `protectedComputer` gives. */
function rename(id: number, to: string | null, given: Partial<FieldChange> = {}): FieldChange {
  const { computerId, computerName } = protectedComputer(id)
  const state = { from: String(computerName), to, inventoryNumber: null }
  return { recordKey: String(computerId), ...state, organisation: CHILD, ...given }
}

/** A person renames a computer in the portal. */
async function byHand(portal: SimulatedThreatlocker, id: number, name: string): Promise<void> {
  await fetch(`${portal.url}Computer/ComputerUpdateForEdit`, {
    method: 'PATCH',
    headers: { authorization: portal.token, managedorganizationid: PARENT },
    body: JSON.stringify({ computerId: protectedComputer(id).computerId, name }),
  })
}

/** The calls that were made of the portal, without the ids of computers. */
function calls({ edits }: SimulatedThreatlocker) {
  return edits().map(({ method, name, status }) => [method, name, status])
}

function onUpdate(does: Misbehaviour): Partial<ThreatlockerTraits> {
  return { troubles: [{ route: 'ComputerUpdateForEdit', does }] }
}

/** Trouble with the form of the first computer alone. */
function formOf1(does: Misbehaviour): Trouble {
  return { route: 'ComputerGetForEditById', computerId: idOf(1), does }
}

function onForm(does: Misbehaviour): { readonly traits: Partial<ThreatlockerTraits> } {
  return { traits: { troubles: [formOf1(does)] } }
}

describe('a name', () => {
  it('is replaced where it still stands, on behalf of its organisation, and read again', async () => {
    const { portal, writer } = await open([protectedComputer(1)])

    expect(await writer.replace([rename(1, 'Front desk')])).toEqual([{ kind: 'applied' }])
    const key = { computerId: String(protectedComputer(1).computerId), organizationId: CHILD }
    expect(portal.edits()).toEqual([
      { ...key, method: 'GET', name: null, status: 200 },
      { ...key, method: 'PATCH', name: 'Front desk', status: 200 },
      { ...key, method: 'GET', name: null, status: 200 },
    ])
  })

  it('goes back with everything else as it came', async () => {
    const beside = {
      ...{ useProxyServer: true, proxyServerOption: 2, proxyUrlEntry: 'p', proxyURL: 'http://p' },
      ...{ options: [{ optionId: 7 }], aliases: ['sam'], computerGroupId: 'group' },
    }
    const { portal, writer } = await open([protectedComputer(1, beside)])

    await writer.replace([rename(1, 'Front desk')])

    const id = String(protectedComputer(1).computerId)
    const answer = await fetch(`${portal.url}Computer/ComputerGetForEditById?computerId=${id}`, {
      headers: { authorization: portal.token, managedorganizationid: PARENT },
    })
    expect(await answer.json()).toEqual({ computerId: id, name: 'Front desk', ...beside })
  })

  it.each([
    ['another', 'By hand'],
    ['the same in another case', 'alb-desk-0001'],
    ['none', null],
  ])('is left alone where %s stands, and nothing is sent', async (_what, computerName) => {
    const { portal, writer } = await open([protectedComputer(1, { computerName })])

    expect(await writer.replace([rename(1, 'Front desk')])).toEqual([
      { kind: 'moved', found: { value: computerName, inventoryNumber: null } },
    ])
    expect(calls(portal)).toEqual([['GET', null, 200]])
  })

  it('still stands where the portal has spaces at its ends', async () => {
    const { writer } = await open([protectedComputer(1, { computerName: 'ALB-DESK-0001  ' })])

    expect(await writer.replace([rename(1, 'Front desk')])).toEqual([{ kind: 'applied' }])
  })

  it.each([
    ['name-blank', ' '],
    ['name-blank', null],
    ['name-too-long', 'x'.repeat(256)],
    ['name-control-character', 'a\u200bb'],
  ])('fails with %s before anything is asked', async (reason, to) => {
    const { portal, writer } = await open([protectedComputer(1)])

    expect(await writer.replace([rename(1, to)])).toEqual([{ kind: 'failed', reason }])
    expect(calls(portal)).toEqual([])
  })
})

describe('a portal that refuses one computer', () => {
  it('passes on what it says, and the others are renamed', async () => {
    const { portal, writer } = await open([protectedComputer(1), protectedComputer(2)], {
      traits: {
        troubles: [
          {
            route: 'ComputerUpdateForEdit',
            times: 1,
            does: { kind: 'status', status: 417, message: 'Invalid computer name' },
          },
        ],
      },
    })

    expect(await writer.replace([rename(1, 'Front'), rename(2, 'Back')])).toEqual([
      { kind: 'failed', reason: 'refused-by-portal: Invalid computer name' },
      { kind: 'applied' },
    ])
    expect(calls(portal)).toHaveLength(5)
  })

  it('has it no more where it answers for everything else', async () => {
    const { writer } = await open([protectedComputer(1)])

    expect(await writer.replace([rename(9, 'Front'), rename(1, 'Back')])).toEqual([
      GONE,
      { kind: 'applied' },
    ])
  })

  it.each([400, 404, 409, 410])(
    'lists it, refuses its form with %i, and gives the others',
    async (status) => {
      const { portal, writer } = await open(
        [protectedComputer(1), protectedComputer(2)],
        onForm({ kind: 'status', status, message: 'In maintenance' }),
      )

      expect(await writer.replace([rename(1, 'Front'), rename(2, 'Back')])).toEqual([
        { kind: 'failed', reason: `not-given: ${status}: In maintenance` },
        { kind: 'applied' },
      ])
      expect(calls(portal)).toEqual([
        ...[['GET', null, status]],
        ...[
          ['GET', null, 200],
          ['PATCH', 'Back', 200],
          ['GET', null, 200],
        ],
      ])
    },
  )

  it('lists it and fails at its form', async () => {
    const { writer } = await open([protectedComputer(1)], onForm({ kind: 'status', status: 500 }))

    expect(await writer.replace([rename(1, 'Front')])).toEqual([
      { kind: 'failed', reason: 'not-given: 500' },
    ])
  })

  it.each([400, 404, 409])('has it no more and says so with %i', async (status) => {
    const { writer } = await open([protectedComputer(1), protectedComputer(2)], {
      traits: {
        removed: [idOf(1)],
        troubles: [formOf1({ kind: 'status', status, message: 'Not found' })],
      },
    })

    expect(await writer.replace([rename(1, 'Front'), rename(2, 'Back')])).toEqual([
      GONE,
      { kind: 'applied' },
    ])
  })

  it.each([
    ['is shorter than it says', { overcount: 1 }],
    ['is empty', { removed: [idOf(1), idOf(2)] }],
  ])('is not believed to have it no more where its list %s', async (_how, traits) => {
    const { writer } = await open([protectedComputer(1), protectedComputer(2)], {
      traits: { removed: [idOf(1)], ...traits },
    })

    expect(await writer.replace([rename(1, 'Front')])).toEqual([
      { kind: 'failed', reason: 'not-given: 500' },
    ])
  })

  it('fails at everything: the work ends, and nothing is said of the computer', async () => {
    const { writer } = await open([protectedComputer(1)], {
      traits: {
        troubles: [
          formOf1({ kind: 'status', status: 404 }),
          { route: 'ComputerGetByAllParameters', does: { kind: 'status', status: 503 } },
        ],
      },
    })

    await expect(writer.replace([rename(1, 'Front')])).rejects.toMatchObject({
      code: 'api.failing',
    })
  })

  it('takes the list to be read once for all that are gone', async () => {
    const { portal, writer } = await open([protectedComputer(1)])

    const outcomes = await writer.replace([7, 8, 9].map((id) => rename(id, 'Front')))

    expect(outcomes).toEqual([GONE, GONE, GONE])
    expect(portal.stats().calls.OrganizationGetChildOrganizationsByParameters).toBe(1)
  })

  it.each([400, 404, 409])('refuses its edit with %i: failed with what it says', async (status) => {
    const { portal, writer } = await open([protectedComputer(1)], {
      traits: onUpdate({ kind: 'status', status, message: 'Locked' }),
    })

    expect(await writer.replace([rename(1, 'Front')])).toEqual([
      { kind: 'failed', reason: `portal-error: ${status}: Locked` },
    ])
    expect(calls(portal).map(([method]) => method)).toEqual(['GET', 'PATCH', 'GET'])
  })

  it('gives one that is gone first of its list: that is no reason not to write', async () => {
    const { writer } = await open(
      [protectedComputer(1), protectedComputer(2)],
      onForm({ kind: 'status', status: 404 }),
    )

    await expect(writer.assertWritable()).resolves.toBeUndefined()
  })
})

describe('an organisation on whose behalf nothing may be done any more', () => {
  const refused: Partial<ThreatlockerTraits> = {
    troubles: (['ComputerGetForEditById', 'ComputerUpdateForEdit'] as const).map((route) => ({
      ...{ route, organizationId: CHILD, does: { kind: 'status', status: 403 } as const },
    })),
  }

  it('is renamed on behalf of the parent where the computer is still there', async () => {
    const { portal, writer } = await open([protectedComputer(1)], { traits: refused })

    await expect(writer.assertWritable()).resolves.toBeUndefined()
    expect(await writer.replace([rename(1, 'Front')])).toEqual([{ kind: 'applied' }])
    const patch = portal.edits().filter(({ method }) => method === 'PATCH')
    expect(patch).toMatchObject([{ organizationId: PARENT, status: 200 }])
  })

  it('has taken its computers with it, and the others are renamed', async () => {
    const other = { organizationId: OTHER_CHILD }
    const { writer } = await open([protectedComputer(1), protectedComputer(2, other)], {
      traits: { ...refused, removed: [idOf(1)] },
    })

    const changes = [rename(1, 'Front'), rename(2, 'Back', { organisation: OTHER_CHILD })]
    expect(await writer.replace(changes)).toEqual([GONE, { kind: 'applied' }])
  })

  it('may be refused to the parent too: a computer that is gone is so all the same', async () => {
    const { writer } = await open([protectedComputer(1), protectedComputer(2)], {
      traits: {
        removed: [idOf(1)],
        troubles: [formOf1({ kind: 'status', status: 403 })],
      },
    })

    expect(await writer.replace([rename(1, 'Front'), rename(2, 'Back')])).toEqual([
      GONE,
      { kind: 'applied' },
    ])
  })

  it('waits no longer than half a minute for one that may be gone', async () => {
    const { portal, writer } = await open([protectedComputer(1)], { http: { retrySeconds: 300 } })

    await writer.replace([rename(9, 'Front')])

    expect(calls(portal).length).toBeGreaterThan(1)
    expect(calls(portal).length).toBeLessThan(8)
  })
})

describe('an edit of which the answer is lost', () => {
  it.each([
    ['a failure', { kind: 'status', status: 502, isAfterWork: true }],
    ['silence', { kind: 'slow', milliseconds: 1_500 }],
  ] as const)('after %s is known by the name that stands', async (_what, does) => {
    const { portal, writer } = await open([protectedComputer(1)], {
      traits: onUpdate(does),
      http: { timeoutSeconds: 1 },
    })

    expect(await writer.replace([rename(1, 'Front desk')])).toEqual([{ kind: 'applied' }])
    expect(calls(portal).map(([method]) => method)).toEqual(['GET', 'PATCH', 'GET'])
  })

  it('failed where the portal failed and the old name stands; it is not sent twice', async () => {
    const { portal, writer } = await open([protectedComputer(1)], {
      traits: onUpdate({ kind: 'status', status: 503 }),
      http: { retrySeconds: 300 },
    })

    expect(await writer.replace([rename(1, 'Front desk')])).toEqual([
      { kind: 'failed', reason: 'portal-error: 503' },
    ])
    expect(calls(portal).map(([method]) => method)).toEqual(['GET', 'PATCH', 'GET'])
  })

  it('is somebody else by now where a third name stands', async () => {
    const { portal, writer } = await open([protectedComputer(1)], {
      traits: onUpdate({ kind: 'slow', milliseconds: 1_500 }),
      http: { timeoutSeconds: 1 },
    })
    const outcome = writer.replace([rename(1, 'Front desk')])
    while (portal.edits().length < 2) await sleep(5)
    portal.setTraits({ troubles: [] })
    await byHand(portal, 1, 'By hand')

    expect(await outcome).toEqual([
      { kind: 'moved', found: { value: 'By hand', inventoryNumber: null } },
    ])
  })

  it('ends the work in doubt where the old name stands and may not for long', async () => {
    const { portal, writer } = await open([protectedComputer(1), protectedComputer(2)], {
      traits: onUpdate({ kind: 'html', status: 200 }),
    })

    const outcomes = writer.replace([rename(1, 'Front desk'), rename(2, 'Back')])

    await expect(outcomes).rejects.toMatchObject({ code: 'api.not-json' })
    expect(calls(portal).map(([method]) => method)).toEqual(['GET', 'PATCH', 'GET'])
  })

  it('ends the work in doubt where it cannot be read again', async () => {
    const { writer } = await open([protectedComputer(1)], {
      traits: {
        troubles: [
          {
            route: 'ComputerUpdateForEdit',
            does: { kind: 'status', status: 502, isAfterWork: true },
          },
          { route: 'ComputerGetForEditById', times: 1, does: { kind: 'slow', milliseconds: 1 } },
          { route: 'ComputerGetForEditById', does: { kind: 'status', status: 503 } },
        ],
      },
    })

    await expect(writer.replace([rename(1, 'Front desk')])).rejects.toMatchObject({
      code: 'api.failing',
      details: { status: 502 },
    })
  })
})

describe('an account', () => {
  it('that is not known any more ends the work, and nothing was sent', async () => {
    const { portal, writer } = await open([protectedComputer(1)], { token: 'dead' })

    await expect(writer.assertWritable()).rejects.toMatchObject({ code: 'api.sign-in-refused' })
    await expect(writer.replace([rename(1, 'X')])).rejects.toMatchObject({
      code: 'api.sign-in-refused',
    })
    expect(calls(portal)).toEqual([['GET', null, 401]])
  })

  it('without the right to edit is known before the work where the portal says so', async () => {
    const { portal, writer } = await open([protectedComputer(1)], {
      traits: { editing: 'refused' },
    })

    await expect(writer.assertWritable()).rejects.toMatchObject({
      code: 'api.read-only',
      details: { reason: 'You do not have permission to edit computers' },
    })
    expect(portal.edits()).toMatchObject([
      { method: 'GET', organizationId: CHILD, status: 403 },
      { method: 'GET', organizationId: PARENT, status: 403 },
    ])
  })

  it('is known by its first edit where the portal says so only then, and nothing is changed', async () => {
    const { portal, writer } = await open([protectedComputer(1), protectedComputer(2)], {
      traits: { editing: 'look-at-forms' },
    })

    await expect(writer.assertWritable()).resolves.toBeUndefined()
    await expect(writer.replace([rename(1, 'X'), rename(2, 'Y')])).rejects.toMatchObject({
      code: 'api.read-only',
    })
    expect(portal.edits().filter(({ method }) => method === 'PATCH')).toMatchObject([
      { organizationId: CHILD, name: 'X', status: 403 },
      { organizationId: PARENT, name: 'X', status: 403 },
    ])
  })

  it('that asks too often ends the work by name', async () => {
    const { writer } = await open([protectedComputer(1)], {
      traits: onUpdate({ kind: 'status', status: 429 }),
    })

    await expect(writer.replace([rename(1, 'X')])).rejects.toMatchObject({
      code: 'api.rate-limited',
    })
  })

  it('may write to a portal that has no computers', async () => {
    const { writer } = await open([])

    await expect(writer.assertWritable()).resolves.toBeUndefined()
  })
})

it('names the account it writes to, and takes one change at a time', async () => {
  const { portal, writer } = await open([])

  expect(writer.target).toBe(`${portal.url}#${PARENT}`)
  expect(writer.batchSize).toBe(1)
})
