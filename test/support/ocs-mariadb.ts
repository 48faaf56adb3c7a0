import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import type { OcsSettings } from '../../src/sources/ocs/schema.ts'
import type { SimulatedOcs } from '../../src/sources/ocs/simulation/estate.ts'
import type { SimulatedVersion } from '../../src/sources/ocs/simulation/tables.ts'
import { createOcsTables, fillOcs } from '../../src/sources/ocs/simulator.ts'
import { testMariadb } from './mariadb.ts'
import { settingsFor } from './ocs-estate.ts'

const README = new URL('../../src/sources/ocs/README.md', import.meta.url)
const PASSWORD = 'correct horse'

/** A simulated OCS on the MariaDB of this run, with what only its administrator can do. */
export interface OcsServer {
  readonly settings: OcsSettings
  readonly database: string
  admin(statement: string): Promise<RowDataPacket[]>
  /** An administrator's session of its own; whoever opens it ends it. */
  session(): Promise<Connection>
  /** Until `work` ends, every new session of `user`, and of nobody else, has these variables. */
  withSession<T>(
    user: string,
    variables: Readonly<Record<string, string>>,
    work: () => Promise<T>,
  ): Promise<T>
  /** Makes an account with the rights the README grants, or the first `rights` statements of them. */
  account(rights?: number): Promise<OcsSettings & { user: string }>
  /** Drops the accounts made. */
  dropAccounts(): Promise<void>
}

/** Makes a database and fills it as OCS would. */
export async function ocsServer(
  estate: SimulatedOcs,
  version: Partial<SimulatedVersion> = {},
): Promise<OcsServer> {
  const mariadb = testMariadb()
  const { host, port, user, password } = mariadb
  const target = { host, port, user, password, database: await mariadb.createDatabase() }
  await createOcsTables(target, version)
  await fillOcs(target, estate)
  const admin = (statement: string) => runAs(target, statement)
  const accounts: string[] = []
  return {
    settings: settingsFor(target),
    database: target.database,
    admin,
    session: () => createConnection(target),
    async withSession(user, variables, work) {
      const settings = Object.entries(variables).map(
        ([name, value]) => `${name} = if(user() like '${user}@%', ${value}, @@${name})`,
      )
      await admin(`set global init_connect = "set ${settings.join(', ')}"`)
      try {
        return await work()
      } finally {
        await admin("set global init_connect = ''")
      }
    },
    async account(rights) {
      const name = `muster_${randomBytes(4).toString('hex')}`
      accounts.push(name)
      for (const statement of documentedGrants().slice(0, rights)) {
        await admin(grantFor(statement, { name, database: target.database }))
      }
      const settings = settingsFor({ ...target, user: name, password: PASSWORD })
      return { ...settings, user: name }
    },
    async dropAccounts() {
      for (const name of accounts.splice(0)) await admin(`drop user '${name}'@'%'`)
    },
  }
}

/** The statements of the README's account, in its order. */
export function documentedGrants(): string[] {
  const [, block = ''] = /```sql\n(.*?)```/s.exec(readFileSync(README, 'utf8')) ?? []
  return block.split(';\n').filter((statement) => statement.trim() !== '')
}

function grantFor(statement: string, { name, database }: { name: string; database: string }) {
  return statement
    .replaceAll("'muster'", `'${name}'`)
    .replaceAll('ocsweb', `\`${database}\``)
    .replace('a long password', PASSWORD)
}

async function runAs(
  target: { host: string; port: number; user: string; password: string; database: string },
  statement: string,
): Promise<RowDataPacket[]> {
  const connection = await createConnection(target)
  try {
    const [rows] = await connection.query<RowDataPacket[]>(statement)
    return rows
  } finally {
    await connection.end()
  }
}
