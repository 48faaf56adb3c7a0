import { randomBytes } from 'node:crypto'
import { createConnection } from 'mysql2/promise'
import { inject } from 'vitest'

/** How to reach the MariaDB of this test run as its administrator. */
export interface MariadbConnection {
  host: string
  port: number
  user: string
  password: string
  socketPath?: string
}

export interface TestMariadb extends MariadbConnection {
  /** Makes an empty database of its own (utf8mb3, as OCS has it) and gives its name. */
  createDatabase(): Promise<string>
}

declare module 'vitest' {
  export interface ProvidedContext {
    mariadb: MariadbConnection & { prefix: string }
  }
}

/** The private MariaDB of this run; its databases go away with it. */
export function testMariadb(): TestMariadb {
  const { prefix, ...connection } = inject('mariadb')
  const createDatabase = async () => {
    const name = `${prefix}${randomBytes(6).toString('hex')}`
    const admin = await createConnection(connection)
    try {
      await admin.query(`create database \`${name}\``)
    } finally {
      await admin.end()
    }
    return name
  }
  return { ...connection, createDatabase }
}
