import fc from 'fast-check'
import type { RowDataPacket } from 'mysql2/promise'
import { afterEach, describe, expect, it } from 'vitest'
import { breakingProxy } from '../../../../test/support/breaking-proxy.ts'
import { testMariadb } from '../../../../test/support/mariadb.ts'
import {
  change,
  computer,
  estateOf,
  replaceWith,
  settingsFor,
  tagsOf,
} from '../../../../test/support/ocs-estate.ts'
import {
  documentedGrants,
  type OcsServer,
  ocsServer,
} from '../../../../test/support/ocs-mariadb.ts'
import { openOcsWriter } from '../client.ts'
import { MARIADB } from '../dialect.ts'
import type { SimulatedVersion } from '../simulation/tables.ts'
import { replaceMany } from './queries.ts'
import { tagChange } from './tag-change.ts'

const APPLIED = { kind: 'applied' }

const servers: OcsServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.dropAccounts()
})

function idsUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1)
}

async function serverWith(
  count: number,
  version: Partial<SimulatedVersion> = {},
): Promise<OcsServer> {
  const computers = idsUpTo(count).map((hardwareId) => computer({ hardwareId }))
  const server = await ocsServer(estateOf(computers), version)
  servers.push(server)
  return server
}

function untouched(count: number): Record<number, string> {
  return Object.fromEntries(idsUpTo(count).map((id) => [id, `Old-${id}`]))
}

describe('the rights a MariaDB account needs to write', () => {
  it('are the documented ones', async () => {
    const server = await serverWith(2)
    const settings = await server.account()

    expect(await replaceWith(settings, [change(1)])).toEqual([APPLIED])
    expect(await tagsOf(settings)).toEqual({ 1: 'New-1', 2: 'Old-2' })
  })

  it('are missed before anything is written', async () => {
    const server = await serverWith(1)
    const settings = await server.account(documentedGrants().length - 1)
    const writer = await openOcsWriter(settings)

    await expect(writer.assertWritable()).rejects.toMatchObject({
      code: 'ocs.read-only',
      details: { user: settings.user, reason: expect.stringContaining('UPDATE command denied') },
    })
    await expect(writer.replace([change(1)])).rejects.toMatchObject({ code: 'ocs.read-only' })
    await writer.close()
    expect(await tagsOf(settings)).toEqual(untouched(1))
  })

  it('are of no use on a table that cannot take a batch back', async () => {
    const server = await serverWith(1)
    await server.admin('alter table accountinfo engine = MyISAM')
    const writer = await openOcsWriter(server.settings)

    await expect(writer.assertWritable()).rejects.toMatchObject({ code: 'ocs.read-only' })
    await writer.close()
  })
})

describe('what MariaDB must not do to a TAG', () => {
  it('replace by question marks what the column cannot hold', async () => {
    const server = await serverWith(3)
    await server.admin('alter table accountinfo modify TAG varchar(255) character set latin1')

    const outcomes = await replaceWith(server.settings, [
      change(1, { to: 'Sala Ñandú €' }),
      change(2, { to: 'Sala 中' }),
      change(3, { to: 'Sala 😀' }),
    ])

    const reason = expect.stringContaining('character-set: ')
    expect(outcomes).toEqual([APPLIED, { kind: 'failed', reason }, { kind: 'failed', reason }])
    const expected = { 1: 'Sala Ñandú €', 2: 'Old-2', 3: 'Old-3' }
    expect(await tagsOf(server.settings)).toEqual(expected)
    expect(await replaceWith(server.settings, [change(1, { from: 'Sala Nandu €' })])).toMatchObject(
      [{ kind: 'moved' }],
    )
    expect(await replaceWith(server.settings, [change(1, { from: 'Sala Ñandú €' })])).toEqual([
      APPLIED,
    ])
  })

  it('refuse four-byte letters without a reason, in utf8mb3', async () => {
    const server = await serverWith(1)

    const outcomes = await replaceWith(server.settings, [change(1, { to: 'Sala 😀' })])

    const reason = expect.stringContaining('character-set: ')
    expect(outcomes).toEqual([{ kind: 'failed', reason }])
  })

  it('store any text otherwise than it is, or take another for it', async () => {
    const server = await serverWith(1)
    const text = fc
      .string({ unit: 'binary', maxLength: 60 })
      .filter((it) => !/[\0\u{10000}-\u{10ffff}]/u.test(it))
    const writer = await openOcsWriter(server.settings)
    let from = 'Old-1'

    await fc.assert(
      fc.asyncProperty(text, async (to) => {
        expect(await writer.replace([change(1, { from, to })])).toEqual([APPLIED])
        from = to
        expect(await tagsOf(server.settings)).toEqual({ 1: to })
      }),
      { numRuns: 60 },
    )
    await writer.close()
  })
})

describe('writing beside others', () => {
  it('reaches rows by primary key, planned rows first', async () => {
    const server = await serverWith(3_000)
    const changes = idsUpTo(3).map((id) => tagChange(change(id)))
    const { text, values } = replaceMany({ dialect: MARIADB, column: 'fields_3' }, changes)
    const admin = await server.session()

    const [steps] = await admin.query<RowDataPacket[]>(`explain ${text}`, [...values])
    await admin.end()

    expect(steps.filter((step) => step.select_type === 'PRIMARY')).toMatchObject([
      { table: '<derived2>', type: 'ALL' },
      { table: 'held', type: 'eq_ref', key: 'PRIMARY', rows: '1' },
    ])
  })

  it('lets each row be replaced by one of two writers, never by both', async () => {
    const server = await serverWith(1_200)
    const batch = (name: string) => idsUpTo(1_200).map((id) => change(id, { to: `${name}-${id}` }))

    const [first, second] = await Promise.all([
      replaceWith(server.settings, batch('First')),
      replaceWith(server.settings, batch('Second').toReversed()),
    ])

    const tags = await tagsOf(server.settings)
    const applied = idsUpTo(1_200).map((id) => [
      first[id - 1]?.kind === 'applied' ? `First-${id}` : null,
      second[1_200 - id]?.kind === 'applied' ? `Second-${id}` : null,
    ])
    expect(applied.map((names) => names.filter((name) => name !== null))).toEqual(
      idsUpTo(1_200).map((id) => [tags[id]]),
    )
  })

  it('repeats the batch when it is the victim of a deadlock', async () => {
    const server = await serverWith(200)
    const deadlocks = async () => {
      const [status] = await server.admin("show global status like 'Innodb_deadlocks'")
      return Number(status?.Value)
    }
    const before = await deadlocks()
    const other = await server.session()
    await other.beginTransaction()
    await other.query("update accountinfo set TAG = 'Other' where HARDWARE_ID > 100")
    await other.query('select * from accountinfo where HARDWARE_ID = 2 for update')

    const replacing = replaceWith(server.settings, [change(1), change(2)])
    await lockWaitOn(server)
    await other.query('select * from accountinfo where HARDWARE_ID = 1 for update')
    await other.rollback()
    await other.end()

    expect(await replacing).toEqual([APPLIED, APPLIED])
    expect(await deadlocks()).toBeGreaterThan(before)
  })

  it('gives up after three deadlocks with nothing written', async () => {
    const server = await serverWith(2)
    await server.admin(`create trigger always before update on accountinfo for each row
      if new.TAG = 'New-2' then signal sqlstate '40001' set mysql_errno = 1213, message_text = 'Deadlock'; end if`)

    await expect(replaceWith(server.settings, [change(1), change(2)])).rejects.toMatchObject({
      code: 'ocs.busy',
      details: { reason: 'Deadlock' },
    })
    expect(await tagsOf(server.settings)).toEqual(untouched(2))
  })

  it('fails the row another session holds and writes the others', async () => {
    const server = await serverWith(3)
    const other = await server.session()
    await other.beginTransaction()
    await other.query('select * from accountinfo where HARDWARE_ID = 2 for update')

    const outcomes = await replaceWith(
      server.settings,
      [1, 2, 3].map((id) => change(id)),
    )
    await other.rollback()
    await other.end()

    const reason = expect.stringContaining('Lock wait timeout')
    expect(outcomes).toEqual([APPLIED, { kind: 'failed', reason }, APPLIED])
    expect(await tagsOf(server.settings)).toEqual({ 1: 'New-1', 2: 'Old-2', 3: 'New-3' })
  })
})

describe('a MariaDB that is lost', () => {
  it('in the middle of a batch keeps nothing of it', async () => {
    const server = await serverWith(1_000)
    const settings = await server.account()
    const other = await server.session()
    await other.beginTransaction()
    await other.query('select * from accountinfo where HARDWARE_ID = 900 for update')
    const writer = await openOcsWriter(settings)

    const replacing = writer.replace(idsUpTo(1_000).map((id) => change(id)))
    const refusal = expect(replacing).rejects.toMatchObject({ code: 'ocs.lost' })
    await lockWaitOn(server)
    const [session] = await server.admin(
      `select id from information_schema.processlist where user = '${settings.user}'`,
    )
    await server.admin(`kill ${session?.id}`)
    await refusal
    await other.rollback()
    await other.end()

    await expect(writer.replace([change(1)])).rejects.toMatchObject({ code: 'ocs.lost' })
    await writer.close()
    expect(await tagsOf(settings)).toEqual(untouched(1_000))
  })

  it('as it commits, after it did: the batch is known to be written', async () => {
    const server = await serverWith(2)
    const proxy = await breakingProxy(testMariadb(), { words: 'commit', at: 'answer' })

    const outcomes = await replaceWith(through(server, proxy.port), [change(1), change(2)])
    await proxy.close()

    expect(outcomes).toEqual([APPLIED, APPLIED])
    expect(await tagsOf(server.settings)).toEqual({ 1: 'New-1', 2: 'New-2' })
  })

  it('as it commits, before it did: the batch is known not to be written', async () => {
    const server = await serverWith(2)
    const proxy = await breakingProxy(testMariadb(), { words: 'commit', at: 'request' })

    const replacing = replaceWith(through(server, proxy.port), [change(1), change(2)])

    await expect(replacing).rejects.toMatchObject({
      code: 'ocs.lost',
      details: { reason: 'connection-closed' },
    })
    await proxy.close()
    expect(await tagsOf(server.settings)).toEqual(untouched(2))
  })

  it('as it commits, and cannot be asked: that is said', async () => {
    const server = await serverWith(1)
    const proxy = await breakingProxy(testMariadb(), { words: 'commit', at: 'answer' })
    const writer = await openOcsWriter(through(server, proxy.port))
    await proxy.refuse()

    await expect(writer.replace([change(1)])).rejects.toMatchObject({
      code: 'ocs.lost',
      details: { reason: 'while-committing' },
    })
    await writer.close()
    await proxy.close()
  })
})

function through(server: OcsServer, port: number) {
  const { user, password } = testMariadb()
  return settingsFor({ host: '127.0.0.1', port, user, password, database: server.database })
}

/** Waits until some session of this database waits for a row lock. */
async function lockWaitOn(server: OcsServer): Promise<void> {
  const waiting = `
    select 1 from information_schema.INNODB_TRX as trx
    join information_schema.PROCESSLIST as session on session.ID = trx.trx_mysql_thread_id
    where trx.trx_state = 'LOCK WAIT' and session.DB = '${server.database}'`
  // The server renews this table only when nobody has looked for a tenth of a second.
  while ((await server.admin(waiting)).length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}
