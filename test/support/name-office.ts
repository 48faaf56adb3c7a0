import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type SimulatedNinjaone, startNinjaone } from '../../demo/vendors/ninjaone/simulator.ts'
import {
  type SimulatedThreatlocker,
  startThreatlocker,
} from '../../demo/vendors/threatlocker/simulator.ts'
import { type Ended, type Started, startMuster } from './muster-command.ts'
import { smallFleet, workstation } from './ninjaone.ts'
import { idsUpTo } from './office.ts'
import type { TestDatabase } from './postgres.ts'
import { type Spoken, spokenMuster } from './spoken-muster.ts'
import { protectedComputer, protectedFleet } from './threatlocker-fleet.ts'

/** An installation over the two vendors that call the same machines by other names, and the real command line. */
export interface NameOffice {
  readonly config: string
  /** What its commands are started with. */
  readonly env: Readonly<Record<string, string>>
  readonly ninjaone: SimulatedNinjaone
  readonly threatlocker: SimulatedThreatlocker
  muster(...args: string[]): Promise<Ended>
  start(...args: string[]): Started
  spoken(...args: string[]): Promise<Spoken>
  /** The names in ThreatLocker as its list shows them, by the number of the machine. */
  names(): Promise<Map<number, string>>
  /** A person renames a computer in the portal. */
  rename(id: number, name: string): Promise<void>
  /** Names that Muster sent since the office was made, in order, the refused ones too. */
  sent(): readonly { readonly id: number; readonly name: string | null }[]
  /** Resolves once Muster's database has no session of a Muster that is gone. */
  quiet(): Promise<void>
  close(): Promise<void>
}

export interface NameOfficeRequest {
  readonly folder: string
  readonly database: TestDatabase
  /** Machines with numbers 1 to `count`, each `Old N` in ThreatLocker and to be `Desk N`. */
  readonly count: number
  readonly corrections?: object
}

const Rows = z.array(z.object({ computerId: z.string(), computerName: z.string() }))

const PARENT = 'cccc0000-0000-4000-8000-000000000001'
/** The organisations of the computers, in turn. */
const CHILDREN = [
  'cccc0000-0000-4000-8000-000000000007',
  'cccc0000-0000-4000-8000-000000000008',
] as const
const BY_HAND = 'By hand:'
const CHILD = 'muster under test'

/** The id that ThreatLocker gives the machine of a number. */
export function computerIdOf(id: number): string {
  return String(protectedComputer(id).computerId)
}

/** Where the machine of a number lies. */
export function organisationOf(id: number): string {
  return CHILDREN[id % CHILDREN.length] ?? PARENT
}

/** Makes an office in `folder`, and collects its machines. */
export async function makeNameOffice(request: NameOfficeRequest): Promise<NameOffice> {
  const { folder, database, count } = request
  const ids = idsUpTo(count)
  const devices = ids.map((id) => workstation(id, { organizationId: 7 + (id % 2) }))
  const computers = ids.map((id) =>
    protectedComputer(id, { computerName: `Old ${id}`, organizationId: organisationOf(id) }),
  )
  const ninjaone = await startNinjaone(smallFleet(0, { devices }))
  const threatlocker = await startThreatlocker(protectedFleet(computers))
  await mkdir(folder, { recursive: true })
  const config = join(folder, 'muster.yaml')
  await writeFile(config, configText(request, { ninjaone, threatlocker }))

  const url = new URL(database.url)
  url.searchParams.set('application_name', CHILD)
  const env = {
    DATABASE_URL: url.href,
    MUSTER_NINJAONE_CLIENT_SECRET: ninjaone.clientSecret,
    MUSTER_THREATLOCKER_TOKEN: threatlocker.token,
  }
  const start = (...args: string[]) => startMuster(env, ['--config', config, ...args])
  const idByKey = new Map(ids.map((id) => [computerIdOf(id), id]))
  const ask = (path: string, method: string, body: object) =>
    fetch(threatlocker.url + path, {
      method,
      headers: { authorization: threatlocker.token, managedorganizationid: PARENT },
      body: JSON.stringify(body),
    })
  const office: NameOffice = {
    ...{ config, env, ninjaone, threatlocker, start },
    muster: (...args) => start(...args).ended,
    spoken: (...args) => spokenMuster(env, '--config', config, ...args),
    async names() {
      const list = { pageNumber: 1, pageSize: 500, orderBy: 'computername' }
      const answer = await ask('Computer/ComputerGetByAllParameters', 'POST', {
        ...list,
        childOrganizations: true,
      })
      const rows = Rows.parse(await answer.json())
      return new Map(
        rows.map(({ computerId, computerName }) => [idByKey.get(computerId) ?? 0, computerName]),
      )
    },
    async rename(id, name) {
      const body = { computerId: computerIdOf(id), name: `${BY_HAND} ${name}` }
      await ask('Computer/ComputerUpdateForEdit', 'PATCH', body)
    },
    sent: () =>
      threatlocker
        .edits()
        .filter(({ method, name }) => method === 'PATCH' && !name?.startsWith(BY_HAND))
        .map(({ computerId, name }) => ({ id: idByKey.get(computerId) ?? 0, name })),
    async quiet() {
      const own =
        'select from pg_stat_activity where datname = current_database() and application_name = $1'
      while ((await database.pool.query(own, [CHILD])).rows.length > 0) await sleep(5)
    },
    async close() {
      await ninjaone.close()
      await threatlocker.close()
    },
  }
  await office.muster('collect')
  return office
}

/** The name a person gives by `rename`. */
export function byHand(name: string): string {
  return `${BY_HAND} ${name}`
}

function configText(
  { corrections = { enabled: true, share: 1 } }: NameOfficeRequest,
  { ninjaone, threatlocker }: Pick<NameOffice, 'ninjaone' | 'threatlocker'>,
): string {
  const http = { allowPrivateAddress: true, requestsPerMinute: 60_000, retrySeconds: 0 }
  return JSON.stringify({
    keyRing: 'keys.json',
    sources: {
      ninjaone: { baseUrl: ninjaone.url, clientId: ninjaone.clientId, http },
      threatlocker: { baseUrl: threatlocker.url, organisationId: PARENT, http },
    },
    corrections: { threatlockerNames: corrections },
  })
}
