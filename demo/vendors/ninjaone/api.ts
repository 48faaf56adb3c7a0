import type { NinjaoneFleet, Wire } from '../fleet.ts'
import { type Answer, answer, refusal } from './answer.ts'
import { type DeviceList, deviceList } from './device-list.ts'
import {
  askedPage,
  detailedOrganization,
  devicePage,
  listPage,
  type Page,
  plainDevice,
  withLink,
} from './lists.ts'
import { oddFleet } from './oddities.ts'
import { openReports } from './reports.ts'
import type { NinjaoneTraits } from './traits.ts'

/** What is asked of a route once the caller is known. */
export interface ApiRequest {
  /** As `routeOf` names it. */
  readonly route: string
  readonly path: string
  readonly query: URLSearchParams
}

/** The routes of a simulated NinjaOne that a token is needed for. */
export interface Api {
  read(request: ApiRequest): Answer
  /** Pages of devices are counted anew from here. */
  restart(): void
}

/** The fleet as it is at one call, and what of it is asked for. */
interface Reading {
  readonly fleet: NinjaoneFleet
  readonly devices: DeviceList
  readonly page: Page
  /** The number in the path. */
  readonly id: number
  readonly df: string | null
}

const REPORTS = '/v2/queries/'
const DEVICE_ROUTES: ReadonlySet<string> = new Set(['/v2/devices', '/v2/devices-detailed'])
const NUMBERED = /^\/v2\/(organization|device)\/(\d+)(\/locations|\/devices|\/custom-fields)?$/u

const ROUTES: Readonly<Record<string, (reading: Reading) => Answer>> = {
  '/v2/organizations': ({ fleet, page }) => listPage(fleet.organizations, page),
  '/v2/organizations-detailed': ({ fleet, page }) =>
    listPage(
      fleet.organizations.map((organization) => detailedOrganization(organization, fleet)),
      page,
    ),
  '/v2/organization/{id}': ({ fleet, id }) => {
    const found = fleet.organizations.find((organization) => organization.id === id)
    return found ? answer(detailedOrganization(found, fleet)) : refusal(404, 'not_found')
  },
  '/v2/organization/{id}/locations': ({ fleet, id }) =>
    answer(fleet.locations.filter(({ organizationId }) => organizationId === id)),
  '/v2/organization/{id}/devices': ({ devices, page, id }) =>
    devicePage(devices, { page, df: `org = ${id}`, shape: plainDevice }),
  '/v2/locations': ({ fleet, page }) => listPage(fleet.locations, page),
  '/v2/roles': ({ fleet }) => answer(fleet.roles),
  '/v2/devices': ({ devices, page, df }) => devicePage(devices, { page, df, shape: plainDevice }),
  '/v2/devices-detailed': ({ devices, page, df }) =>
    devicePage(devices, { page, df, shape: (device) => device }),
  '/v2/device/{id}': ({ devices, id }) => {
    const found = findDevice(devices, id)
    return found ? answer(found.device) : refusal(404, 'not_found')
  },
  '/v2/device/{id}/custom-fields': ({ devices, id }) => {
    const found = findDevice(devices, id)
    return found ? answer(found.customFields()) : refusal(404, 'not_found')
  },
}

/** The route of a path, ids left open. @example routeOf('/api/v2/device/7') // => '/v2/device/{id}' */
export function routeOf(path: string): string {
  const plain = path.replace(/^\/api(?=\/v2\/)/u, '').replace(/^\/oauth\//u, '/ws/oauth/')
  return plain.replace(NUMBERED, '/v2/$1/{id}$3')
}

/** Opens the routes over a fleet that goes by the traits of the moment. */
export function openApi(fleet: NinjaoneFleet, traits: () => NinjaoneTraits): Api {
  const reports = openReports(traits)
  let devicePages = 0

  return {
    restart: () => {
      devicePages = 0
    },
    read: ({ route, path, query }) => {
      const odd = oddFleet(fleet, traits().oddities)
      const devices = devicesAfter(odd, devicePages, traits())
      if (DEVICE_ROUTES.has(route)) devicePages += 1
      if (route.startsWith(REPORTS)) {
        return reports.read({ name: route.slice(REPORTS.length), query, list: devices })
      }
      const page = askedPage(query, traits())
      const id = Number(/\/(\d+)/u.exec(path)?.[1])
      const read = ROUTES[route]?.({ fleet: odd, devices, page, id, df: query.get('df') })
      if (read === undefined) return refusal(404, 'not_found')
      return traits().linkHeader ? withLink(read, page, path) : read
    },
  }
}

/** The device list once so many of its pages have been given. */
function devicesAfter(fleet: NinjaoneFleet, pages: number, { upheavals }: NinjaoneTraits) {
  const past = upheavals.filter(({ afterPages }) => pages >= afterPages)
  return deviceList(fleet, {
    gone: new Set(past.flatMap(({ gone = [] }) => gone)),
    added: past.flatMap(({ added = [] }): readonly Wire[] => added),
  })
}

function findDevice(devices: DeviceList, id: number) {
  const [found] = devices.from(devices.placeAfter(id - 1))
  return found?.device.id === id ? found : null
}
