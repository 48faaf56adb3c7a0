import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquireEmbedded } from '../../src/db/embedded/embedded.ts'
import { serveUntilParentEnds } from './service-keeper.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-postgres-'))
chmodSync(folder, 0o711) // the account of the database passes through
try {
  const lease = await acquireEmbedded({
    dataFolder: join(folder, 'data'),
    systemFolder: join(folder, 'system'),
    binFolder: process.argv[2],
  })
  try {
    const { host, port, user, password } = lease.connection
    const account = password === undefined ? user : `${user}:${password}`
    await serveUntilParentEnds({
      url: `postgres://${account}@localhost:${port}/postgres?host=${encodeURIComponent(host)}`,
    })
  } finally {
    await lease.release()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
