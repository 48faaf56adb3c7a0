import type { Chance } from '../../demo/chance.ts'
import type { Caller } from '../../src/api/caller.ts'
import { PERMISSIONS, type Permission } from '../../src/contract/permission.ts'
import { Broken, type OpenFunction } from '../target.ts'
import { fuzzedOffice } from './fuzzed-office.ts'
import { type KeptRequest, requestOf, sent } from './requests.ts'

/** What a caller may, and at which sites; null: nobody is signed in. */
type Rights = {
  readonly permissions: readonly Permission[]
  readonly sites: readonly string[] | null
} | null

const REFUSED: ReadonlySet<number> = new Set([400, 401, 403, 404, 421])

/** Callers with permissions of every mixture: nothing is answered or done that theirs do not allow. */
export const openRoles: OpenFunction = async (place) => {
  const { office, document, order } = await fuzzedOffice(place, 'roles')
  const guarded = document.operations.filter(({ access }) => access !== 'anybody')
  const byId = new Map(guarded.map((operation) => [operation.id, operation]))
  return {
    make: (chance: Chance) => {
      const operation = chance.pick(guarded)
      const rights = chance.happens(0.15) ? null : rightsLacking(operation.access, chance)
      const { method, ...request } = requestOf(operation, order, chance)
      return Buffer.from(
        JSON.stringify({ ...request, method: operation.method, rights, said: method }),
      )
    },
    async run(input) {
      const { rights, ...kept }: KeptRequest & { rights: Rights } = JSON.parse(
        input.toString('utf8'),
      )
      const operation = byId.get(kept.operation)
      if (!operation) throw new Error(`no operation ${kept.operation}`)
      const { statusCode, body } = await office.send(callerWith(rights), sent(kept))
      const isOfOthers =
        rights !== null &&
        (operation.access === 'signed-in' ||
          rights.permissions.includes(operation.access as Permission))
      const told = `${kept.method} ${kept.url} by ${JSON.stringify(rights)}: ${statusCode} ${body.slice(0, 300)}`
      if (statusCode >= 500) throw new Broken(told)
      if (
        isOfOthers &&
        !(rights?.sites && !operation.isSplitBySite && operation.access !== 'signed-in')
      )
        return 'permitted'
      if (!REFUSED.has(statusCode)) throw new Broken(`let in without ${operation.access}: ${told}`)
      return String(statusCode)
    },
    close: () => office.close(),
  }
}

/** Mostly all but what is needed; sometimes all, at one site. */
function rightsLacking(access: string, chance: Chance): Rights {
  const others = PERMISSIONS.filter((permission) => permission !== access)
  const permissions = others.filter(() => chance.happens(0.7))
  if (chance.happens(0.6)) return { permissions, sites: chance.happens(0.3) ? ['Norte'] : null }
  return { permissions: [...PERMISSIONS], sites: ['Norte'] }
}

function callerWith(rights: Rights): Caller | null {
  if (rights === null) return null
  const { permissions, sites } = rights
  return { name: 'fuzz', kind: 'person', personId: null, permissions: new Set(permissions), sites }
}
