import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { testMariadb } from '../../../../test/support/mariadb.ts'
import {
  change,
  computer,
  estateOf,
  readAll,
  replaceWith,
  tagsOf,
} from '../../../../test/support/ocs-estate.ts'
import {
  documentedGrants,
  type OcsServer,
  ocsServer,
} from '../../../../test/support/ocs-mariadb.ts'
import { connectOcs, openOcsWriter } from '../client.ts'

const servers: OcsServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.dropAccounts()
})

async function serverWith(...given: Parameters<typeof ocsServer>): Promise<OcsServer> {
  const server = await ocsServer(...given)
  servers.push(server)
  return server
}

const two = estateOf([computer({ hardwareId: 1 }), computer({ hardwareId: 2, tag: 'Sala Ñ' })], {
  logins: [{ login: 'ana', pattern: '*' }],
})

describe('reading with a MariaDB account', () => {
  it('needs the documented rights on six tables and no other', async () => {
    const server = await serverWith(two)
    const settings = await server.account(documentedGrants().length - 1)

    const connection = await connectOcs(settings)
    const computers = await readAll(connection)

    expect(computers.map(({ tag }) => tag)).toEqual(['Old-1', 'Sala Ñ'])
    expect(await connection.scopes()).toEqual([{ login: 'ana', pattern: '*' }])
    await connection.close()
  })

  it('sends selects and nothing else', async () => {
    const server = await serverWith(two)
    const settings = await server.account()
    const said = await server.listen(settings.user, async () => {
      const connection = await connectOcs(settings)
      await readAll(connection)
      await connection.scopes()
      await connection.close()
    })

    const statements = said.filter(({ command }) => !['Connect', 'Quit'].includes(command))
    expect(statements.length).toBeGreaterThan(3)
    expect(statements.filter(({ text }) => !/^\s*select\b/iu.test(text))).toEqual([])
  })

  it('is the same target as for a writer with another account, named without either', async () => {
    const server = await serverWith(two)
    const settings = await server.account()

    const connection = await connectOcs(settings)
    const writer = await openOcsWriter(server.settings)
    await connection.close()
    await writer.close()

    const { host, port } = testMariadb()
    expect(connection.target).toBe(`${host}:${port}/${server.database}`)
    expect(writer.target).toBe(connection.target)
    expect(connection.origin.name).toBe(`${settings.user}@${connection.target}`)
  })

  it('names the right that is missing', async () => {
    const server = await serverWith(two)
    const settings = await server.account(2)

    await expect(connectOcs(settings)).rejects.toMatchObject({
      code: 'ocs.refused',
      details: { user: settings.user, reason: expect.stringContaining('SELECT command denied') },
    })
  })

  it('reads on when virtualmachines and tags are not granted', async () => {
    const server = await serverWith(two)
    const settings = await server.account(documentedGrants().length - 3)

    const connection = await connectOcs(settings)

    expect(await readAll(connection)).toHaveLength(2)
    expect(await connection.scopes()).toEqual([])
    await connection.close()
  })

  it('tells a wrong password, a missing database and a silent host apart, showing no secret', async () => {
    const server = await serverWith(two)
    const settings = await server.account()
    const failures = [
      await connectOcs({ ...settings, password: 'hunter2' }).catch((error: unknown) => error),
      await connectOcs({ ...server.settings, database: 'no_such_ocs' }).catch((error) => error),
      await connectOcs({ ...server.settings, port: await unusedPort() }).catch((error) => error),
      await connectOcs({ ...settings, host: 'no-such-host.invalid' }).catch((error) => error),
    ]

    expect(failures).toMatchObject([
      { code: 'ocs.refused', details: { user: settings.user } },
      { code: 'ocs.not-ocs', details: { missing: ['database: no_such_ocs'] } },
      { code: 'ocs.unreachable', details: { reason: 'nothing-answers' } },
      { code: 'ocs.unreachable', details: { where: expect.stringContaining('no-such-host') } },
    ])
    expect(JSON.stringify(failures.map(String))).not.toContain('hunter2')
  })

  it('says that the connection was lost when it breaks half-way', async () => {
    const ids = Array.from({ length: 3_000 }, (_, at) => at + 1)
    const server = await serverWith(estateOf(ids.map((hardwareId) => computer({ hardwareId }))))
    await server.admin('alter table accountinfo modify fields_3 longtext')
    await server.admin("update accountinfo set fields_3 = repeat('x', 10000)")
    const settings = await server.account()
    const connection = await connectOcs(settings)
    const reading = (async () => {
      let isFirst = true
      for await (const _batch of connection.rows()) {
        if (isFirst) await killSessions(server, settings.user)
        isFirst = false
      }
    })()

    await expect(reading).rejects.toMatchObject({ code: 'ocs.lost' })
    await connection.close()
  })

  it('says that the connection was lost when it died before the delivery', async () => {
    const server = await serverWith(two)
    const settings = await server.account()
    const connection = await connectOcs(settings)
    await killSessions(server, settings.user)

    await expect(readAll(connection)).rejects.toMatchObject({ code: 'ocs.lost' })
    await expect(readAll(connection)).rejects.toMatchObject({ code: 'ocs.lost' })
    await expect(connection.scopes()).rejects.toMatchObject({ code: 'ocs.lost' })
    await connection.close()
  })
})

describe('texts in a MariaDB of another character set', () => {
  it('reads latin1 columns and number columns as the text a person sees', async () => {
    const server = await serverWith(two, { charset: 'latin1' })
    await server.admin('update accountinfo set fields_3 = null')
    await server.admin('alter table accountinfo modify fields_3 int(10)')
    await server.admin('update accountinfo set fields_3 = 180045 where HARDWARE_ID = 2')
    const connection = await connectOcs(server.settings)

    expect(await readAll(connection)).toMatchObject([
      { tag: 'Old-1', inventoryNumber: null },
      { tag: 'Sala Ñ', inventoryNumber: '180045' },
    ])
    await connection.close()
  })

  it.each(["''", "'ANSI'", "'ORACLE'", "'NO_BACKSLASH_ESCAPES,EMPTY_STRING_IS_NULL'"])(
    'reads the same whatever sql_mode a session begins with: %s',
    async (mode) => {
      const odd = 'a\\b "c" \'d\''
      const server = await serverWith(estateOf([computer({ hardwareId: 1, tag: odd })]))
      const settings = await server.account()

      const tags = await server.withSession(settings.user, { sql_mode: mode }, () =>
        tagsOf(settings),
      )

      expect(tags).toEqual({ 1: odd })
    },
  )
})

describe('writing with a MariaDB account', () => {
  it.each(["''", "'ORACLE'", "'NO_BACKSLASH_ESCAPES,EMPTY_STRING_IS_NULL'"])(
    'cuts no TAG and changes no letter, whatever sql_mode a session begins with: %s',
    async (mode) => {
      const odd = 'it\\\'s \\ " `'
      const server = await serverWith(two)
      const settings = await server.account()

      const outcomes = await server.withSession(settings.user, { sql_mode: mode }, () =>
        replaceWith(settings, [
          change(1, { to: 'x'.repeat(300) }),
          change(2, { from: 'Sala Ñ', to: odd }),
        ]),
      )

      const reason = expect.stringContaining('Data too long')
      expect(outcomes).toEqual([{ kind: 'failed', reason }, { kind: 'applied' }])
      expect(await tagsOf(settings)).toEqual({ 1: 'Old-1', 2: odd })
    },
  )

  it('is refused before any write where sessions may only read', async () => {
    const server = await serverWith(two)
    const settings = await server.account()

    await server.withSession(settings.user, { tx_read_only: '1' }, async () => {
      const writer = await openOcsWriter(settings)
      await expect(writer.assertWritable()).rejects.toMatchObject({ code: 'ocs.read-only' })
      await writer.close()
    })
  })
})

async function killSessions(server: OcsServer, user: string): Promise<void> {
  const sessions = await server.admin(
    `select id from information_schema.processlist where user = '${user}'`,
  )
  for (const { id } of sessions) await server.admin(`kill ${id}`)
}

function unusedPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, testMariadb().host, () => {
      const address = probe.address()
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0
      probe.close(() => resolve(port))
    })
  })
}
