import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/program.ts'
import { SECRETS } from '../../src/secrets.ts'
import { unitOf } from './unit-file.ts'

const FOLDER = join(import.meta.dirname, '../../deploy/systemd')
const names = readdirSync(FOLDER)
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8')
const services = names.filter((name) => name.endsWith('.service'))
const timers = names.filter((name) => name.endsWith('.timer'))

const HARDENED = {
  ...{ NoNewPrivileges: 'yes', ProtectSystem: 'strict', ProtectHome: 'yes', PrivateTmp: 'yes' },
  ...{ PrivateDevices: 'yes', PrivateUsers: 'yes', ProtectKernelTunables: 'yes' },
  ...{ ProtectKernelModules: 'yes', ProtectKernelLogs: 'yes', ProtectControlGroups: 'yes' },
  ...{ ProtectClock: 'yes', ProtectHostname: 'yes', RestrictSUIDSGID: 'yes' },
  ...{ RestrictNamespaces: 'yes', RestrictRealtime: 'yes', LockPersonality: 'yes', UMask: '0077' },
  ...{ CapabilityBoundingSet: '', SystemCallArchitectures: 'native', User: 'muster' },
}

it('there are a server, workers, and timers for who prefers them', () => {
  expect(names.toSorted()).toEqual([
    ...['muster-alerts.service', 'muster-alerts.timer', 'muster-backup.service'],
    ...['muster-backup.timer', 'muster-nightly.service', 'muster-nightly.timer'],
    ...['muster-worker@.service', 'muster.service'],
  ])
})

describe.each(services)('%s', (name) => {
  const service = unitOf(textOf(name)).get('Service') ?? new Map<string, readonly string[]>()
  const last = (key: string) => service.get(key)?.at(-1)

  it('may touch and become no more than it needs', () => {
    const found = Object.fromEntries(Object.keys(HARDENED).map((key) => [key, last(key)]))

    expect(found).toEqual(HARDENED)
    expect(service.get('SystemCallFilter')).toEqual(['@system-service', '~@privileged'])
    expect(last('RestrictAddressFamilies')).toBe('AF_INET AF_INET6 AF_UNIX AF_NETLINK')
  })

  it('lets Node compile', () => {
    expect(service.has('MemoryDenyWriteExecute')).toBe(false)
  })

  it('runs a command there is', () => {
    const [, command = ''] =
      /--config \/opt\/muster\/muster\.yaml (\S+)/u.exec(last('ExecStart') ?? '') ?? []

    expect([...COMMANDS.keys()]).toContain(command)
  })

  it('is handed secrets by the names of their variables, those left out too', () => {
    const offered = [...textOf(name).matchAll(/^#?LoadCredential=([^:]+):(.+)$/gmu)]

    expect(offered.length).toBeGreaterThan(0)
    expect(offered.filter(([, variable = '']) => !SECRETS.includes(variable))).toEqual([])
    expect(textOf(name)).not.toMatch(/^Environment=.*(?:PASSWORD|SECRET|TOKEN)/mu)
  })
})

it.each(timers)('%s starts a service there is', (name) => {
  const unit = unitOf(textOf(name))

  expect(services).toContain(name.replace('.timer', '.service'))
  expect(unit.get('Timer')?.get('OnCalendar')).toHaveLength(1)
  expect(unit.get('Install')?.get('WantedBy')).toEqual(['timers.target'])
})
