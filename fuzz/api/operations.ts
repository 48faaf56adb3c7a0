import type { Chance } from '../../demo/chance.ts'
import { ROLES } from '../../src/contract/permission.ts'
import { callerOf } from '../../test/support/api-office.ts'
import { Broken, type OpenFunction } from '../target.ts'
import { fuzzedOffice } from './fuzzed-office.ts'
import { type KeptRequest, requestOf, sent } from './requests.ts'

/** Every operation of the OpenAPI document, asked for rightly and wrongly by everybody. */
export const openOperations: OpenFunction = async (place) => {
  const { office, document, order } = await fuzzedOffice(place, 'operations')
  return {
    make: (chance: Chance) => {
      const role = chance.happens(0.6) ? 'administrator' : chance.pick([...ROLES, null])
      const request = requestOf(chance.pick(document.operations), order, chance)
      return Buffer.from(JSON.stringify({ ...request, role }))
    },
    async run(input) {
      const { role, ...kept }: KeptRequest & { role: (typeof ROLES)[number] | null } = JSON.parse(
        input.toString('utf8'),
      )
      const caller = role && { ...callerOf(role), personId: null }
      const answer = await office.send(caller, sent(kept))
      const { statusCode, headers, body } = answer
      const told = `${kept.method} ${kept.url}: ${statusCode} ${body.slice(0, 500)}`
      if (statusCode >= 500) throw new Broken(told)
      const isProblem = `${headers['content-type']}`.startsWith('application/problem+json')
      if (kept.method === 'HEAD') return `HEAD ${statusCode}`
      if (statusCode >= 400 && !(isProblem && typeof answer.json().code === 'string')) {
        throw new Broken(`a refusal that is no problem: ${told}`)
      }
      return String(statusCode)
    },
    close: () => office.close(),
  }
}
