import type { FastifyInstance } from 'fastify'
import { countSigningKeys } from '../access/secret/signing-keys.ts'
import { alive, ready } from '../contract/health.ts'
import { assertMigrated } from '../db/assert-migrated.ts'
import { MIGRATIONS } from '../db/database.ts'
import { type Migration, readMigrations } from '../db/migrate.ts'
import { errorCode } from '../db/system-error.ts'
import { openRing } from '../jobs/open-ring.ts'
import { AppError } from '../lib/errors.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'
import { shortlyRemembered } from './shortly-remembered.ts'

/** Strangers may ask whether we are ready: what they cost is a look each second at most. */
const REMEMBERED_MS = 1000

/** Whether the process is alive, and whether it can serve. */
export function healthRoutes(http: FastifyInstance, { app }: Api): void {
  handle(http, alive, async () => ({ status: 'alive' as const, version: app.version }))

  const faultsNow = shortlyRemembered({ forMs: REMEMBERED_MS, now: app.now }, faultLook(app))
  handle(http, ready, async () => {
    const wrong = await faultsNow()
    if (wrong.length > 0) throw new AppError('server.not-ready', { checks: [...wrong] })
    const code = (await app.reader?.fault()) ?? null
    const warnings = code === null ? [] : [{ name: 'read-replica', code }]
    return { status: 'ready' as const, warnings }
  })
}

interface Fault {
  readonly name: string
  readonly code: string
}

/** Looks at what a server cannot do without; our own migrations are read once. */
function faultLook({ database, settings, signingKeys }: Api['app']): () => Promise<Fault[]> {
  let ours: readonly Migration[] | null = null
  return async () => {
    const checks = [
      await faultOf('database', () => database.pool.query('select from run limit 1')),
      await faultOf('migrations', async () => {
        ours ??= await readMigrations(MIGRATIONS)
        await assertMigrated(database, ours)
      }),
      await faultOf('keys', () => openRing(database, settings.fleet.keyRing)),
      await faultOf('signing-keys', () => countSigningKeys(signingKeys)),
    ]
    return checks.filter((check) => check !== null)
  }
}

async function faultOf(name: string, look: () => Promise<unknown>): Promise<Fault | null> {
  try {
    await look()
    return null
  } catch (error) {
    return { name, code: errorCode(error) ?? 'failed' }
  }
}
