import type { NinjaoneFleet, Wire } from '../fleet.ts'
import { type Answer, answer, refusal } from './answer.ts'
import { deviceFilter } from './device-filter.ts'
import { type DeviceList, takeDevices } from './device-list.ts'
import type { NinjaoneTraits } from './traits.ts'

/** Which part of a list is asked for. */
export interface Page {
  /** Rows with a greater id; minus infinity for the list's beginning. */
  readonly after: number
  readonly size: number
}

/** The page a caller asks for: unknown parameters, `limit` among them, count for nothing. */
export function askedPage(query: URLSearchParams, traits: NinjaoneTraits): Page {
  const asked = Number(query.get('pageSize') ?? traits.defaultPageSize)
  const after = traits.isStuck ? null : query.get('after')
  return {
    after: after === null ? Number.NEGATIVE_INFINITY : Number(after),
    size: Math.max(1, Math.min(asked, traits.largestPageSize)),
  }
}

/** One page of organisations or locations. */
export function listPage(things: readonly Wire[], { after, size }: Page): Answer {
  const left = things
    .toSorted((one, other) => Number(one.id) - Number(other.id))
    .filter(({ id }) => Number(id) > after)
  return answer(left.slice(0, size))
}

/** One page of devices, each as `shape` gives it. */
export function devicePage(
  list: DeviceList,
  { page, df, shape }: { page: Page; df: string | null; shape: (device: Wire) => Wire },
): Answer {
  const filter = df === null ? () => true : deviceFilter(df)
  if (filter === null) return refusal(400, 'invalid_device_filter', 'coded')
  const place = list.placeAfter(page.after)
  const taken = takeDevices(list, { place, size: page.size, filter })
  return answer(taken.map(({ device }) => shape(device)))
}

/** The answer with the next page named in a `Link` header, where the page is full. */
export function withLink(page: Answer, { size }: Page, path: string): Answer {
  if (!Array.isArray(page.body) || page.body.length < size) return page
  const last: unknown = page.body.at(-1)?.id
  return { ...page, headers: { ...page.headers, link: `<${path}?after=${last}>; rel="next"` } }
}

/** An organisation with its locations, as `/v2/organizations-detailed` gives it. */
export function detailedOrganization(organization: Wire, { locations }: NinjaoneFleet): Wire {
  const own = locations.filter(({ organizationId }) => organizationId === organization.id)
  return { ...organization, locations: own, policies: [], settings: {} }
}

/** What only the detailed list has of a device. */
const DETAILS: ReadonlySet<string> = new Set([
  'ipAddresses',
  'macAddresses',
  'publicIP',
  'notes',
  'deviceType',
  'os',
  'system',
  'memory',
  'processors',
  'volumes',
  'lastLoggedInUser',
])

/** A device as `/v2/devices` gives it. */
export function plainDevice(device: Wire): Wire {
  return Object.fromEntries(Object.entries(device).filter(([name]) => !DETAILS.has(name)))
}
