import { AppError } from '../../lib/errors.ts'
import { type HttpClient, httpClient } from '../http.ts'
import type { Outside } from '../outside.ts'
import type { Connection, DeliveredRow } from '../source.ts'
import { computerDelivery, type ListedOrganisation, missingOf, textOf } from './delivery.ts'
import { rowsOf, totalsOf } from './list-answer.ts'
import { isWhole, type ListPage, type PageWalk, pageWalk, type WalkedPage } from './page-walk.ts'
import { COMPUTERS, ORGANISATIONS, type PortalList } from './requests.ts'
import { baseUrlOf, signedBy, type ThreatlockerSettings } from './schema.ts'

const SOURCE = 'threatlocker'

/** A portal that can be asked. */
interface Portal {
  readonly http: HttpClient
  readonly settings: ThreatlockerSettings
}

/**
 * Opens a ThreatLocker account for reading: signs in and learns its organisations. A list of computers
 * that moved while it was read, or gave fewer than it said, is read once more.
 */
export async function connectThreatlocker(
  settings: ThreatlockerSettings,
  outside: Outside,
): Promise<Connection> {
  const to = { source: SOURCE, baseUrl: baseUrlOf(settings), settings: settings.http }
  const portal = { http: httpClient(to, outside), settings }
  const organisations = await readOrganisations(portal)
  let walk = newWalk(portal, COMPUTERS)
  let delivery = computerDelivery(organisations)

  async function* reading(name: string): AsyncGenerator<readonly DeliveredRow[]> {
    for await (const { number, walked } of pages(portal, COMPUTERS, walk)) {
      const delivered = delivery.take(`${name} page ${number}`, walked)
      if (delivered.length > 0) yield delivered
    }
  }

  async function* rows(): AsyncGenerator<readonly DeliveredRow[]> {
    walk = newWalk(portal, COMPUTERS)
    delivery = computerDelivery(organisations)
    yield* reading('computers')
    if (isWhole(walk.sum())) return
    walk = newWalk(portal, COMPUTERS, walk.seen)
    yield* reading('computers again')
  }

  return {
    origin: { name: baseUrlOf(settings), hash: null, bytes: null },
    expected: () => walk.sum().said,
    rows,
    notes: () => delivery.notes(),
    missing: () => missingOf(walk.sum()),
    close: async () => {},
  }
}

/** By id, the parent among them: the portal's list of its children lacks it. */
async function readOrganisations(portal: Portal): Promise<ReadonlyMap<string, ListedOrganisation>> {
  const parent = portal.settings.organisationId
  const organisations = new Map<string, ListedOrganisation>([
    [parent, { organizationId: parent, name: '', displayName: '' }],
  ])
  for await (const { walked } of pages(portal, ORGANISATIONS, newWalk(portal, ORGANISATIONS))) {
    for (const { row } of walked.fresh) {
      const id = textOf(row, ORGANISATIONS.id).toLowerCase()
      organisations.set(id, {
        organizationId: id,
        name: textOf(row, 'name'),
        displayName: textOf(row, 'displayName'),
      })
    }
  }
  return organisations
}

function newWalk(
  { settings: { pageSize } }: Portal,
  { id }: PortalList,
  known?: ReadonlySet<string>,
): PageWalk {
  const idOf = (row: unknown) => textOf(row, id).toLowerCase() || null
  return pageWalk({ pageSize, idOf, ...(known && { known }) })
}

/** The pages of a list, one after the other. */
async function* pages(
  portal: Portal,
  list: PortalList,
  walk: PageWalk,
): AsyncGenerator<{ readonly number: number; readonly walked: WalkedPage }> {
  for (let number = 1; ; number += 1) {
    const walked = walk.take(await readPage(portal, list, number))
    if (walked.isStuck) {
      const url = urlOf(portal, list)
      throw new AppError('api.page-loop', { source: SOURCE, url, page: String(number) })
    }
    yield { number, walked }
    if (walked.isLast) return
  }
}

async function readPage(portal: Portal, list: PortalList, number: number): Promise<ListPage> {
  const { headers, body } = await portal.http.send({
    method: 'POST',
    path: list.path,
    headers: signedBy(portal.settings),
    json: { ...list.asks, pageNumber: number, pageSize: portal.settings.pageSize },
    isSafe: true,
  })
  const rows = rowsOf(body)
  if (rows === null) {
    const url = urlOf(portal, list)
    throw new AppError('api.unexpected', { source: SOURCE, url, problem: 'not-a-list' })
  }
  return { number, rows, totals: totalsOf(headers, rows) }
}

function urlOf({ settings }: Portal, { path }: PortalList): string {
  return `${baseUrlOf(settings)}${path}`
}
