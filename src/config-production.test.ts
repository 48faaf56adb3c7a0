import { describe, expect, it } from 'vitest'
import { developmentFaults, roleFaults, serverFaults, settingFaults } from './config-production.ts'
import { ServerSettings } from './config-server.ts'

const DEMO = { demoFolder: '/opt/muster/data/demo' }
const safe = {
  server: ServerSettings.parse({
    ...{ mode: 'production', hosts: ['muster.provincia.cu'], isBehindTls: true },
  }),
  dataFolder: '/var/lib/muster',
}
const codes = (faults: readonly { fault: string }[]) => faults.map(({ fault }) => fault)

describe('in development', () => {
  const at = (host: string, other = {}) =>
    codes(developmentFaults(ServerSettings.parse({ host, ...other })))

  it.each(['127.0.0.1', '127.8.0.1', 'localhost', '::1'])('a server may listen at %s', (host) => {
    expect(at(host)).toEqual([])
  })

  it.each(['0.0.0.0', '::', '192.168.1.4', 'muster.provincia.cu', '127.0.0.1.example.org'])(
    'a server may listen at %s only where that is allowed',
    (host) => {
      expect(at(host)).toEqual(['open-development'])
      expect(at(host, { allowOpenDevelopment: true })).toEqual([])
      expect(at(host, { mode: 'production' })).toEqual([])
    },
  )
})

describe('in production', () => {
  it('a server with its names, behind TLS, is fit', () => {
    expect(settingFaults(safe, DEMO)).toEqual([])
  })

  it('all that is wrong is told at once', () => {
    const server = ServerSettings.parse({ mode: 'production' })
    const dataFolder = '/opt/muster/data/demo/data'

    expect(codes(settingFaults({ server, dataFolder }, DEMO))).toEqual([
      ...['hosts-empty', 'not-behind-tls', 'demo-data'],
    ])
  })

  it.each(['muster.example.org', 'example.com', 'pc.test'])(
    'a name of the documentation, such as %s, is none',
    (host) => {
      const server = { ...safe.server, hosts: ['muster.provincia.cu', host] }
      expect(settingFaults({ ...safe, server }, DEMO)).toEqual([
        { fault: 'hosts-example', about: `server.hosts ${host}` },
      ])
    },
  )

  it('a folder that begins like that of the demo is another', () => {
    expect(settingFaults({ ...safe, dataFolder: '/opt/muster/data/demo-2' }, DEMO)).toEqual([])
  })

  it('a server far away must be verified, and its password be one of its own', () => {
    const url = 'postgres://muster_app:muster_app@db.provincia.cu/muster'
    const how = { protection: 'unverified', user: 'muster_app', hasDefaultPassword: true } as const

    expect(serverFaults(url, how)).toEqual([
      { fault: 'database-not-verified', about: 'db.provincia.cu/muster' },
      { fault: 'database-default-password', about: 'muster_app' },
    ])
    const sound = { ...how, protection: 'verified', hasDefaultPassword: false } as const
    expect(serverFaults(url, sound)).toEqual([])
  })

  it('a role may work with tables and no more', () => {
    const role = { name: 'r', isSuperuser: false, createsRoles: false, ownsTables: false }

    expect(roleFaults(role)).toEqual([])
    expect(
      codes(roleFaults({ ...role, isSuperuser: true, createsRoles: true, ownsTables: true })),
    ).toEqual(['database-superuser', 'database-creates-roles', 'database-owns-tables'])
  })
})
