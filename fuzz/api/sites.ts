import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chance } from '../../demo/chance.ts'
import { callerOf } from '../../test/support/api-office.ts'
import { readParts } from '../../test/support/workbook-parts.ts'
import { Broken, type OpenFunction } from '../target.ts'
import { CANARY } from './fleet-with-canaries.ts'
import { fuzzedOffice } from './fuzzed-office.ts'
import { type KeptRequest, requestOf, sent } from './requests.ts'

const LIMITED = ['viewer', 'operator', 'approver'] as const
const PLACES: readonly (readonly string[])[] = [
  ['Norte'],
  ['Norte'],
  ['norte', 'Norte'],
  ['Nowhere'],
  [],
]

/** Somebody who sees Norte alone asks for everything: no word of another site is in any answer, file or header. */
export const openSites: OpenFunction = async (place) => {
  const { office, document, order } = await fuzzedOffice(place, 'sites')
  const split = document.operations.filter(({ isSplitBySite }) => isSplitBySite)
  const file = join(place.folder, 'answer.xlsx')
  await assertPlanted(office.get.bind(office))
  return {
    make: (chance: Chance) => {
      const operation = chance.pick(chance.happens(0.9) ? split : document.operations)
      const request = requestOf(operation, order, chance)
      return Buffer.from(
        JSON.stringify({ ...request, role: chance.pick(LIMITED), sites: chance.pick(PLACES) }),
      )
    },
    async run(input) {
      const {
        role,
        sites,
        ...kept
      }: KeptRequest & {
        role: (typeof LIMITED)[number]
        sites: readonly string[]
      } = JSON.parse(input.toString('utf8'))
      const answer = await office.send(callerOf(role, sites), sent(kept))
      const { statusCode, headers, body, rawPayload } = answer
      const isWorkbook = `${headers['content-type']}`.includes('spreadsheetml')
      const text = isWorkbook ? await textIn(file, rawPayload) : body
      const told = `${role} at ${sites}: ${kept.method} ${kept.url}: ${statusCode} ${text.slice(0, 2000)}`
      if (statusCode >= 500) throw new Broken(told)
      if (`${text}${JSON.stringify(headers)}`.toLowerCase().includes(CANARY)) {
        throw new Broken(`a word of another site: ${told}`)
      }
      return String(statusCode)
    },
    close: () => office.close(),
  }
}

/** Whoever sees all sites is shown canaries: else nothing would be proven by their absence. */
async function assertPlanted(
  get: (url: string) => Promise<{ readonly body: string }>,
): Promise<void> {
  const urls = [
    '/api/devices',
    '/api/findings',
    '/api/compare?from=2026-10-31&to=2026-11-20',
    '/api/sites',
  ]
  for (const url of [...urls, '/api/devices/export', '/api/dashboard/devices']) {
    const { body } = await get(url)
    if (!body.includes(CANARY)) throw new Error(`no canary in ${url}: ${body.slice(0, 200)}`)
  }
}

async function textIn(file: string, workbook: Buffer): Promise<string> {
  await writeFile(file, workbook)
  return [...(await readParts(file)).values()].join('\n')
}
