import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import { tokenStore } from '../tokens/store.ts'
import { peopleStore } from './store.ts'

const database = await testDatabase()
const people = peopleStore(database)
const tokens = tokenStore(database)
const AT = new Date('2026-03-01T12:00:00Z')
const deed = { by: 'root', at: AT }

describe('people', () => {
  it('begin with one administrator, however many servers start at once', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => people.createFirst(AT)))
    const all = await people.list()

    expect(made.filter((each) => each !== null)).toMatchObject([
      { name: 'admin', password: expect.stringMatching(/^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/u) },
    ])
    expect(all).toMatchObject([{ name: 'admin', role: 'administrator', isDisabled: false }])
    expect(await people.createFirst(AT)).toBeNull()
  })

  it('always keep one administrator who is not disabled', async () => {
    const admin = await people.getByName(' Admin ')
    const last = { code: 'access.last-administrator', details: { name: 'admin' } }

    await expect(people.change(admin.id, { role: 'viewer' }, deed)).rejects.toMatchObject(last)
    await expect(people.change(admin.id, { isDisabled: true }, deed)).rejects.toMatchObject(last)
    expect(await people.getByName('admin')).toEqual(admin)
  })

  it('are no administrators of some sites only', async () => {
    const { id } = await people.register('luis', 'correo lento tejado gris', AT)
    const limited = { role: 'administrator', sites: ['North'] } as const

    await expect(people.change(id, limited, deed)).rejects.toThrow('administrator-everywhere')
    expect(await people.change(id, { ...limited, role: 'operator' }, deed)).toMatchObject({
      role: 'operator',
      sites: ['North'],
    })
  })

  it('are each called by another name', async () => {
    await expect(people.register('luis', 'correo lento tejado gris', AT)).rejects.toThrow(
      'name-taken',
    )
  })
})

describe('API tokens', async () => {
  const maker = async () => {
    const { id } = await people.getByName('luis')
    return { personId: id, permissions: ['read', 'analyse', 'operate'], sites: ['North'] } as const
  }
  const asked = {
    name: 'export',
    permissions: ['read'],
    sites: ['North'],
    expiresInDays: 30,
  } as const
  const by = { by: 'luis', at: AT }

  it('never may more than their maker', async () => {
    const wide = tokens.make({ ...asked, permissions: ['approve'], sites: null }, await maker(), by)
    await expect(wide).rejects.toMatchObject({ details: { beyond: ['approve', '*'] } })
  })

  it('are found by their secret, which is kept nowhere, until they expire or are revoked', async () => {
    const { token, secret } = await tokens.make(asked, await maker(), by)
    const { rows } = await database.pool.query('select t::text as text from api_token t')
    const [later, expired] = [new Date('2026-03-02T00:00:00Z'), new Date('2026-04-01T00:00:00Z')]

    expect(secret).toMatch(/^mst_[\w-]{43}$/u)
    expect(rows[0].text).not.toContain(secret)
    expect(await tokens.findStanding(secret, later)).toMatchObject({ tokenName: 'export' })
    expect(await tokens.findStanding(`${secret.slice(0, -1)}!`, later)).toBeNull()
    expect(await tokens.findStanding(secret, expired)).toBeNull()
    expect(await tokens.list(null)).toMatchObject([{ id: token.id, lastUsedAt: later }])

    await expect(tokens.revoke(token.id, token.id + 9999, by)).rejects.toThrow('token-not-found')
    await tokens.revoke(token.id, null, by)
    expect(await tokens.findStanding(secret, later)).toBeNull()
    await expect(tokens.revoke(token.id, null, by)).rejects.toThrow('token-not-found')
  })

  it('count no more once their maker is disabled', async () => {
    const { secret } = await tokens.make(asked, await maker(), by)
    const { id } = await people.getByName('luis')
    await people.change(id, { isDisabled: true }, deed)
    expect(await tokens.findStanding(secret, AT)).toBeNull()
  })
})
