import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { serverProtection } from './server-protection.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-ca-'))
afterAll(() => rm(folder, { recursive: true }))
const authority = join(folder, 'ca.pem')
await writeFile(authority, 'a certificate')
const FAR = 'postgres://app:long-and-own@db.provincia.cu/muster'
const protection = (url: string) => serverProtection(url).protection

describe('a connection to a server far away', () => {
  it.each([
    ['verify-full', `${FAR}?sslmode=verify-full`],
    ['an authority of its own', `${FAR}?sslmode=verify-full&sslrootcert=${authority}`],
    ['require, which the driver verifies', `${FAR}?sslmode=require`],
    [
      'require in the sense of libpq, with an authority',
      `${FAR}?uselibpqcompat=true&sslmode=require&sslrootcert=${authority}`,
    ],
    ['ssl=true', `${FAR}?ssl=true`],
  ])('is verified with %s', (_what, url) => {
    expect(protection(url)).toBe('verified')
  })

  it.each([
    ['nothing said', FAR],
    ['disable', `${FAR}?sslmode=disable`],
    ['no-verify', `${FAR}?sslmode=no-verify`],
    [
      'require in the sense of libpq, without an authority',
      `${FAR}?uselibpqcompat=true&sslmode=require`,
    ],
    ['prefer in the sense of libpq', `${FAR}?uselibpqcompat=true&sslmode=prefer`],
    ['a name that begins like this machine', 'postgres://app:x@127.0.0.1.provincia.cu/muster'],
  ])('is not verified with %s', (_what, url) => {
    expect(protection(url)).toBe('unverified')
  })
})

it.each([
  'postgres://app@127.0.0.1:5433/muster',
  'postgres://app@localhost/muster',
  'postgres://app@[::1]/muster',
  'postgres://app@/muster?host=/run/postgresql',
  '/run/postgresql muster',
])('stays on this machine with %s', (url) => {
  expect(protection(url)).toBe('on-this-machine')
})

it.each([
  ['app', 'app', true],
  ['app', 'Changeme', true],
  ['app', 'k7mwp-x2qha', false],
])('knows a password that is tried first: %s, %s', (user, password, isDefault) => {
  const told = serverProtection(`postgres://${user}:${password}@localhost/muster`)
  expect(told).toMatchObject({ user, hasDefaultPassword: isDefault })
})
