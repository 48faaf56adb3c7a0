import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadConfig } from '../../src/config.ts'
import { settingFaults } from '../../src/config-production.ts'
import { serverProtection } from '../../src/db/server-protection.ts'
import { isServerUrl } from '../../src/db/server-url.ts'
import { SECRETS } from '../../src/secrets.ts'

const DEPLOY = join(import.meta.dirname, '../../deploy')
const textOf = (file: string) => readFileSync(join(DEPLOY, file), 'utf8')

/** An image by name and version, which may be pinned by content from outside. */
const Image = z.string().regex(/^\$\{[A-Z_]+:-[a-z0-9./-]+:(?!latest\})[\w.-]*\d[\w.-]*\}$/u)
const Duration = z.string().regex(/^\d+(?:s|m)$/u)
const Mount = z.string().regex(/^(?:[a-z-]+|\.{1,2}\/[\w./-]+):\/[\w./-]+(?::ro)?$/u)
const Tmpfs = z.array(z.string().regex(/^\/[\w/]+:mode=\d{4},size=\d+m$/u))
const Health = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: z.tuple([z.literal('CMD')], z.string()),
    interval: Duration,
    timeout: Duration,
    retries: z.int(),
    start_period: Duration.optional(),
  }),
])

/** The parts of the Compose Specification that are used, and what must be said of each service. */
const Service = z
  .strictObject({
    image: Image,
    build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
    user: z.string().regex(/^[1-9]\d*:[1-9]\d*$/u),
    read_only: z.literal(true),
    cap_drop: z.tuple([z.literal('ALL')]),
    security_opt: z.tuple([z.literal('no-new-privileges:true')]),
    command: z.array(z.string()).optional(),
    entrypoint: z.array(z.string()).optional(),
    environment: z.record(z.string().regex(/^[A-Z_]+$/u), z.string()).optional(),
    secrets: z.array(z.string()).optional(),
    volumes: z.array(Mount).optional(),
    tmpfs: Tmpfs.optional(),
    shm_size: z.string().optional(),
    networks: z.array(z.string()).optional(),
    network_mode: z.literal('none').optional(),
    ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/u)).optional(),
    profiles: z.array(z.string()).optional(),
    healthcheck: Health,
    depends_on: z
      .record(
        z.string(),
        z.strictObject({
          condition: z.enum(['service_healthy', 'service_completed_successfully']),
        }),
      )
      .optional(),
    deploy: z.strictObject({ replicas: z.int().positive() }).optional(),
    init: z.boolean().optional(),
    stop_grace_period: Duration.optional(),
    restart: z.enum(['unless-stopped', 'no']),
  })
  .refine(({ networks, network_mode }) => (networks === undefined) !== (network_mode === undefined))

const Compose = z.strictObject({
  name: z.string(),
  'x-muster': z.unknown(),
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.looseObject({})),
  volumes: z.record(z.string(), z.strictObject({})),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
})

const compose = Compose.parse(parse(textOf('compose.yaml'), { merge: true }))
const services = Object.entries(compose.services)

describe('compose.yaml', () => {
  it('has a database, a server, two workers, and a demo beside them', () => {
    expect(Object.keys(compose.services)).toEqual([
      ...['database', 'migrate', 'server', 'worker', 'demo-ocs', 'demo-fill'],
    ])
    expect(compose.services.worker?.deploy?.replicas).toBe(2)
    expect(services.filter(([, { profiles }]) => profiles).map(([name]) => name)).toEqual([
      ...['demo-ocs', 'demo-fill'],
    ])
  })

  it('names nothing that is not there', () => {
    for (const [name, service] of services) {
      const mounts = (service.volumes ?? []).map((mount) => mount.split(':')[0] ?? '')
      const named = mounts.filter((source) => !source.startsWith('.'))
      const files = mounts.filter((source) => source.startsWith('.'))
      expect({
        name,
        secrets: (service.secrets ?? []).filter((each) => !(each in compose.secrets)),
        volumes: named.filter((each) => !(each in compose.volumes)),
        networks: (service.networks ?? []).filter((each) => !(each in compose.networks)),
        before: Object.keys(service.depends_on ?? {}).filter((each) => !compose.services[each]),
        files: files.filter((file) => !existsSync(join(DEPLOY, file))),
      }).toEqual({ name, secrets: [], volumes: [], networks: [], before: [], files: [] })
    }
  })

  it('hands secrets over as files alone, each one that a service is given', () => {
    for (const [, { environment = {}, secrets = [] }] of services) {
      const files = Object.values(environment).filter((value) => value.startsWith('/run/secrets/'))
      expect(files.filter((file) => !secrets.includes(file.slice('/run/secrets/'.length)))).toEqual(
        [],
      )
      const own = Object.keys(environment).map((key) => key.replace(/_FILE$/u, ''))
      const open = own.filter((key) => SECRETS.includes(key) && key in environment)
      expect(open).toEqual([])
    }
  })

  it('has every secret made by compose-secrets.sh for the account that reads it', () => {
    const made = [...textOf('compose-secrets.sh').matchAll(/\| keep ([\w-]+) "\$(\w+)"/gu)].map(
      ([, name, account]) => [name, account],
    )
    expect(made.map(([name]) => name).toSorted()).toEqual(Object.keys(compose.secrets).toSorted())
    const accounts: Record<string, string> = { POSTGRES: '999:999', MUSTER: '10001:10001' }
    for (const [, { secrets = [], user }] of services) {
      const owners = made.filter(([name = '']) => secrets.includes(name)).map(([, who = '']) => who)
      expect(owners.map((who) => accounts[who])).toEqual(owners.map(() => user))
    }
  })

  it('reaches its database by a socket, which production asks no certificate of', () => {
    const [, url = ''] =
      /'(postgres:\/\/muster_app:%s@\/muster)%s/u.exec(textOf('compose-secrets.sh')) ?? []
    const [, at = ''] = /^at='(.+)'$/mu.exec(textOf('compose-secrets.sh')) ?? []
    const whole = `${url.replace('%s', '0123456789abcdef')}${at}`

    expect(isServerUrl(whole)).toBe(true)
    expect(serverProtection(whole)).toMatchObject({
      protection: 'on-this-machine',
      user: 'muster_app',
    })
    const shared = (name: string) => compose.services[name]?.volumes ?? []
    for (const name of ['database', 'migrate', 'server', 'worker']) {
      expect(shared(name)).toContain('sockets:/var/run/postgresql')
    }
  })

  it('brings a configuration that is fit for production', () => {
    const config = loadConfig({
      ...{ file: 'config.yaml', folder: '/etc/muster', env: {}, language: 'en' },
      text: textOf('container/config.yaml'),
    })

    expect(settingFaults(config, { demoFolder: '/opt/muster/data/demo' })).toEqual([])
    expect(config).toMatchObject({ dataFolder: '/data', schedule: { jobs: false } })
    const { subnet, gateway } = z
      .object({
        ipam: z.object({
          config: z.tuple([z.object({ subnet: z.string(), gateway: z.string() })]),
        }),
      })
      .parse(compose.networks.outside).ipam.config[0]
    expect([subnet, config.server.trustedProxies]).toEqual(['172.30.53.0/24', [gateway]])
  })
})
