import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type MusterAt, musterAt } from './muster-at.ts'

/** Where the command line stands, on which day, and which sources its configuration has. */
export interface FleetDesk {
  readonly folder: string
  readonly day: string
  readonly sources: object
}

/** The command line on a database, on a day, with a configuration of its own. */
export async function commandsOn(
  database: { readonly url: string },
  { folder, day, sources }: FleetDesk,
): Promise<MusterAt> {
  const config = join(folder, `${day}.yaml`)
  const fleet = { sitesFrom: ['helpdesk', 'ninjaone'] }
  await writeFile(config, JSON.stringify({ sources, fleet }))
  const now = () => new Date(`${day}T09:00:00Z`)
  return musterAt({ env: { DATABASE_URL: database.url }, config, now })
}
