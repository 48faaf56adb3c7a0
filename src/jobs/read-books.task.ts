import { z } from 'zod'
import {
  type CollectContext,
  type Collected,
  collectSource,
} from '../collect/collect-source.task.ts'
import type { Hold } from '../collect/completeness.ts'
import { collectionStore } from '../collect/store.ts'
import { dayIn } from '../lib/day.ts'
import type { AppError } from '../lib/errors.ts'
import type { PresentComputers } from '../reconcile/present-computers.ts'
import { presentInOcs } from '../reconcile/present-in-ocs.ts'
import type { Asset } from '../sources/finance-register/asset.ts'
import { connectFinanceRegister } from '../sources/finance-register/client.ts'
import { financeRegister } from '../sources/finance-register/finance-register.ts'
import { connectLocations } from '../sources/locations/client.ts'
import type { Location } from '../sources/locations/location.ts'
import { locations } from '../sources/locations/locations.ts'
import { connectOcs } from '../sources/ocs/client.ts'
import type { AccessScope, OcsComputer } from '../sources/ocs/computer.ts'
import type { OcsConnection } from '../sources/ocs/connection.ts'
import { ocs } from '../sources/ocs/ocs.ts'
import type { Rejection, SourceNote } from '../sources/source.ts'
import { type JobContext, ocsOf } from './context.ts'
import type { RunHandle } from './record-run.ts'

/** The three books as read today. */
export interface Books {
  readonly finance: Collected<Asset>
  readonly locations: Collected<Location>
  readonly ocs: Collected<OcsComputer>
  readonly scopes: readonly AccessScope[]
  /** The OCS database, as its writer names it; empty when it could not be reached. */
  readonly target: string
}

/** What was read of one source, and what is wrong with it. */
export interface InputSummary {
  readonly source: string
  readonly collection: number
  readonly origin: string | null
  /** SHA-256 of the file, or of what was read of a database. */
  readonly inputHash: string | null
  readonly records: number
  readonly rejections: readonly Rejection[]
  readonly notes: readonly SourceNote[]
  readonly holds: readonly Hold[]
  readonly failure: AppError | null
}

/** Reads finance's register, the locations and OCS, all at once, and keeps what was delivered. */
export async function readBooks(context: JobContext, { id, progress }: RunHandle): Promise<Books> {
  const { settings, database, now } = context
  const collecting: CollectContext = {
    runId: id,
    day: dayIn(settings.timeZone, now()),
    collections: collectionStore(database),
    progress,
    now,
    shrinkLimit: settings.guards.shrink,
  }
  const known: { scopes: AccessScope[]; target: string } = { scopes: [], target: '' }
  const reading = {
    finance: collectSource(collecting, {
      source: financeRegister,
      step: 'read-finance-register',
      connect: () => connectFinanceRegister(settings.finance),
    }),
    locations: collectSource(collecting, {
      source: locations,
      step: 'read-locations',
      connect: () => connectLocations(settings.locations),
    }),
    ocs: collectSource<OcsComputer>(collecting, {
      source: ocs,
      step: 'read-ocs',
      connect: async () => {
        const connection = await connectOcs(ocsOf(settings))
        known.target = connection.target
        known.scopes = await scopesOf(connection)
        return connection
      },
    }),
  }
  await Promise.allSettled(Object.values(reading)) // none goes on behind the failure of another
  const books = {
    finance: await reading.finance,
    locations: await reading.locations,
    ocs: await reading.ocs,
  }
  return { ...books, ...known }
}

/** All that is asked of a row that cannot be read. */
const Identified = z.object({ ID: z.number() })

/** Whose sight of computers the TAGs decide; a connection that cannot say is closed. */
async function scopesOf(connection: OcsConnection): Promise<AccessScope[]> {
  try {
    return await connection.scopes()
  } catch (error) {
    await connection.close()
    throw error
  }
}

/** The computers as they are now, the archived ones too; for a look back, which keeps no delivery. */
export async function readComputers({ settings }: JobContext): Promise<PresentComputers> {
  const connection = await connectOcs({ ...ocsOf(settings), includeArchived: true })
  const { target } = connection
  const computers: OcsComputer[] = []
  const unreadable = new Set<number>()
  try {
    for await (const batch of connection.rows()) {
      for (const { row } of batch) {
        const parsed = ocs.record.safeParse(row)
        if (parsed.success) computers.push(parsed.data)
        else unreadable.add(Identified.parse(row).ID)
      }
    }
    return presentInOcs({ target, computers, unreadable })
  } finally {
    await connection.close()
  }
}

export function summariesOf(books: Books): InputSummary[] {
  const inputs: readonly Collected<unknown>[] = [books.finance, books.locations, books.ocs]
  return inputs.map(({ id, source, origin, hash, items, ...rest }) => ({
    source,
    collection: id,
    origin: origin?.name ?? null,
    inputHash: hash,
    records: items.length,
    rejections: rest.rejections,
    notes: rest.notes,
    holds: rest.holds,
    failure: rest.failure,
  }))
}

/** The worst that can be said of the inputs together. */
export function stateOfInputs(inputs: readonly InputSummary[]) {
  if (inputs.some(({ failure }) => failure !== null)) return 'failed'
  if (inputs.some(({ holds }) => holds.length > 0)) return 'held'
  return inputs.some(({ rejections }) => rejections.length > 0) ? 'differences' : 'agreed'
}
