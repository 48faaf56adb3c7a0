import type { Wire } from '../fleet.ts'
import { type Answer, answer, refusal } from './answer.ts'
import { type DeviceFilter, deviceFilter } from './device-filter.ts'
import { type DeviceList, type ListedDevice, takeDevices } from './device-list.ts'
import type { NinjaoneTraits } from './traits.ts'

/** A report over the whole fleet, begun and not yet read to its end. */
interface OpenReport {
  /** Where its next page begins in the device list. */
  readonly place: number
  /** Rows given so far. */
  readonly offset: number
  readonly count: number
}

interface ReportRequest {
  readonly name: string
  readonly query: URLSearchParams
  readonly list: DeviceList
}

type ReportRow = (listed: ListedDevice, query: URLSearchParams) => Wire

const SNAPSHOT_TIME = 1764201000
const CURSOR_EXPIRES = 1764205200

const ROWS: Readonly<Record<string, ReportRow>> = {
  'custom-fields': ({ customFields }, query) => ({
    fields: chosen(customFields(), query.get('fields')),
  }),
  'computer-systems': ({ device }) => ({ ...blockOf(device, 'system') }),
  'operating-systems': ({ device }) => ({ ...blockOf(device, 'os') }),
}

/** Answers the routes below `/v2/queries/`, by cursors that each lead through one report. */
export function openReports(traits: () => NinjaoneTraits) {
  const open = new Map<string, OpenReport>()
  let number = 0
  return { read }

  function read({ name, query, list }: ReportRequest): Answer {
    const row = ROWS[name]
    if (row === undefined) return refusal(404, 'not_found')
    const filter = deviceFilter(query.get('df') ?? '') ?? (() => true)
    const cursor = traits().isStuck ? null : query.get('cursor')
    const begun = cursor === null ? begin(list, query.has('df') ? filter : null) : open.get(cursor)
    if (begun === undefined) return refusal(400, 'invalid_cursor', 'coded')

    const { defaultPageSize, largestPageSize } = traits()
    const asked = Number(query.get('pageSize') ?? defaultPageSize)
    const size = Math.min(asked, largestPageSize)
    const taken = takeDevices(list, { place: begun.place, size, filter })
    const next = (taken.at(-1)?.place ?? begun.place - 1) + 1
    const results = taken.map((listed) => ({
      deviceId: listed.device.id,
      timestamp: SNAPSHOT_TIME,
      ...row(listed, query),
    }))
    const under = advance(cursor, { ...begun, place: next, offset: begun.offset + taken.length })
    if (results.length === 0) return answer({ results })
    const { offset, count } = begun
    return answer({ cursor: { name: under, offset, count, expires: CURSOR_EXPIRES }, results })
  }

  function begin(list: DeviceList, filter: DeviceFilter | null): OpenReport {
    const count = filter === null ? list.places : countOf(list, filter)
    return { place: 0, offset: 0, count: count + traits().overcount }
  }

  /** Keeps where the report goes on, and gives the name it does so under. */
  function advance(cursor: string | null, report: OpenReport): string {
    const isNew = cursor === null || traits().cursorNames === 'new'
    if (isNew) number += 1
    const name = isNew ? `c-${number.toString(16)}` : cursor
    if (cursor !== null) open.delete(cursor)
    open.set(name, report)
    return name
  }
}

function countOf(list: DeviceList, filter: DeviceFilter): number {
  let count = 0
  for (const { device } of list.from(0)) if (filter(device)) count += 1
  return count
}

function blockOf(device: Wire, name: string): object {
  const block = device[name]
  return typeof block === 'object' && block !== null ? block : {}
}

function chosen(fields: Wire, names: string | null): Wire {
  if (names === null) return fields
  const wanted = new Set(names.split(','))
  return Object.fromEntries(Object.entries(fields).filter(([name]) => wanted.has(name)))
}
