import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeEstate } from '../demo/estate.ts'
import { writeEstate } from '../demo/write-estate.ts'
import { readSecrets } from '../src/secrets.ts'
import { connectOcs } from '../src/sources/ocs/client.ts'
import type { OcsServerSettings } from '../src/sources/ocs/schema.ts'
import { createOcsTables, fillOcs } from '../src/sources/ocs/simulator.ts'

/** The estate of "muster demo". */
const SEED = 20261121
const [host, inbox, port = '3306'] = process.argv.slice(2)

if (host === undefined || inbox === undefined) {
  console.error('usage: fill-demo-ocs.ts HOST INBOX [PORT]')
  process.exitCode = 1
} else {
  await fillDemo(host, inbox)
}

/** Fills the OCS database of a server and lays its workbooks into a folder; a server that is filled stays as it is. */
async function fillDemo(host: string, inbox: string): Promise<void> {
  const { MUSTER_OCS_PASSWORD: password = '' } = await readSecrets(process.env)
  const target = { host, port: Number(port), user: 'muster', password, database: 'ocsweb' }
  const estate = makeEstate({ seed: SEED })
  const { name } = estate.ocs.inventoryField
  if (await isFilled({ ...target, inventoryField: name })) {
    console.log(`${host} is filled already and was left as it is`)
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'muster-demo-'))
  try {
    const written = await writeEstate(folder, estate)
    await cp(written.inbox, inbox, { recursive: true })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  await createOcsTables(target)
  await fillOcs(target, estate.ocs)
  console.log(
    `${host} holds ${estate.ocs.computers.length} computers; the workbooks lie in ${inbox}`,
  )
}

async function isFilled(settings: Omit<OcsServerSettings, 'tls' | 'includeArchived'>) {
  try {
    await (await connectOcs({ ...settings, tls: false, includeArchived: false })).close()
    return true
  } catch {
    return false // empty: what is truly wrong shows when it is filled
  }
}
