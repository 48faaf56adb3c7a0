import type { FastifyInstance } from 'fastify'
import { countSigningKeys } from '../access/secret/signing-keys.ts'
import { alive, ready } from '../contract/health.ts'
import { assertMigrated } from '../db/assert-migrated.ts'
import { errorCode } from '../db/system-error.ts'
import { openRing } from '../jobs/open-ring.ts'
import { AppError } from '../lib/errors.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'

/** Whether the process is alive, and whether it can serve. */
export function healthRoutes(http: FastifyInstance, { app }: Api): void {
  handle(http, alive, async () => ({ status: 'alive' as const, version: app.version }))

  handle(http, ready, async () => {
    const { database, reader, settings, signingKeys } = app
    const checks = [
      await faultOf('database', () => database.pool.query('select from run limit 1')),
      await faultOf('migrations', () => assertMigrated(database)),
      await faultOf('keys', () => openRing(database, settings.fleet.keyRing)),
      await faultOf('signing-keys', () => countSigningKeys(signingKeys)),
    ]
    const wrong = checks.filter((check) => check !== null)
    if (wrong.length > 0) throw new AppError('server.not-ready', { checks: wrong })
    const code = (await reader?.fault()) ?? null
    const warnings = code === null ? [] : [{ name: 'read-replica', code }]
    return { status: 'ready' as const, warnings }
  })
}

async function faultOf(
  name: string,
  look: () => Promise<unknown>,
): Promise<{ name: string; code: string } | null> {
  try {
    await look()
    return null
  } catch (error) {
    return { name, code: errorCode(error) ?? 'failed' }
  }
}
