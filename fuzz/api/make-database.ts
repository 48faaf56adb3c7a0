import pg from 'pg'
import { openDatabase } from '../../src/db/database.ts'
import { openBoss } from '../../src/jobs/queue/open-boss.ts'

/** A fresh migrated database of that name on a server; gives its address. */
export async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  const session = new pg.Client({ connectionString: serverUrl })
  await session.connect()
  try {
    await session.query(`drop database if exists ${name} with (force)`)
    await session.query(`create database ${name}`)
  } finally {
    await session.end()
  }
  const address = new URL(serverUrl)
  address.pathname = `/${name}`
  const url = address.href
  const database = await openDatabase({ url })
  const boss = await openBoss(database, { looksAfter: false, onError: () => {} })
  await boss.stop({ graceful: false })
  await database.close()
  return url
}
