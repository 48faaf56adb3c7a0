import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  type RowDataPacket,
} from 'mysql2/promise'
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
  /** Everything `user` says to the server while `work` goes on; one listener at a time on a server. */
  listen(user: string, work: () => Promise<unknown>): Promise<Said[]>
  /** Makes an account with the rights the README grants, or the first `rights` statements of them. */
  account(rights?: number): Promise<OcsSettings & { user: string }>
  /** Drops the accounts made. */
  dropAccounts(): Promise<void>
}

/** One thing an account said to the server, as the server's general log has it. */
export interface Said {
  /** `Connect`, `Query`, `Quit`, ... */
  readonly command: string
  readonly text: string
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
    listen: (user, work) => listen(target, user, work),
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

/** The log is the whole server's: a lock keeps two listeners from turning it off for each other. */
async function listen(
  target: ConnectionOptions,
  user: string,
  work: () => Promise<unknown>,
): Promise<Said[]> {
  const listener = await createConnection(target)
  try {
    await listener.query("select get_lock('muster_test general_log', 300)")
    const [[before]] = await listener.query<RowDataPacket[]>(
      'select @@global.general_log as log, @@global.log_output as output, now(6) as since',
    )
    await listener.query("set global log_output = 'TABLE', global general_log = 1")
    try {
      await work()
    } finally {
      await listener.query('set global general_log = ?, global log_output = ?', [
        before?.log,
        before?.output,
      ])
    }
    const [said] = await listener.query<RowDataPacket[]>(
      `select command_type as command, convert(argument using utf8mb4) as text
      from mysql.general_log
      where locate(?, user_host) > 0 and event_time >= ?
      order by event_time`,
      [`[${user}]`, before?.since],
    )
    return said.map(({ command, text }) => ({ command, text }))
  } finally {
    await listener.end()
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
