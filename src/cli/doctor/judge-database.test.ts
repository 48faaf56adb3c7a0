import { describe, expect, it } from 'vitest'
import { type DatabaseFacts, judgeDatabase } from './judge-database.ts'

const APP = { name: 'muster_app', isSuperuser: false, createsRoles: false, ownsTables: false }
const OWNER = { ...APP, name: 'muster_owner', ownsTables: true }
const FACTS: DatabaseFacts = {
  ...{ where: 'db.provincia.cu/muster', version: '18.4', bytes: 28e6, isDurable: true },
  ...{ pending: [], role: APP, isProduction: true, isOwn: false },
}

const health = (changed: Partial<DatabaseFacts>) =>
  judgeDatabase({ ...FACTS, ...changed }).map((remark) => remark.health)

describe('judgeDatabase', () => {
  it('has nothing to say against a server with roles', () => {
    expect(judgeDatabase(FACTS).map(({ says }) => says.en)).toEqual([
      'PostgreSQL 18.4, db.provincia.cu/muster, 28 MB',
      'has the shape of this version',
      'works as muster_app',
    ])
    expect(health({})).toEqual(['ok', 'ok', 'ok'])
  })

  it('asks for attention where a power cut may cost rows', () => {
    expect(health({ isDurable: false })).toEqual(['attention', 'ok', 'ok'])
  })

  it('asks for a backup before migrations, and names the owner where we are not it', () => {
    const [, asOwner] = judgeDatabase({ ...FACTS, pending: ['0026-x.sql'], role: OWNER })
    const [, asApp] = judgeDatabase({ ...FACTS, pending: ['0026-x.sql'] })

    expect(asOwner?.todo?.en).toMatch(/^Make a backup .* then run "muster migrate"\.$/u)
    expect(asApp?.todo?.en).toContain('MUSTER_MIGRATE_URL')
  })

  it('minds a mighty role on a server in production alone', () => {
    const mighty = { ...OWNER, isSuperuser: true }

    expect(health({ role: mighty })[2]).toBe('attention')
    expect(health({ role: mighty, isProduction: false })[2]).toBe('ok')
    expect(health({ role: mighty, isOwn: true })[2]).toBe('ok')
  })
})
