import type { FastifyInstance } from 'fastify'
import {
  deviceTimeline,
  exportDevices,
  getDevice,
  getDeviceOfRecord,
  listDevices,
} from '../../contract/devices.ts'
import { FILE_TYPES } from '../../contract/route.ts'
import type { TimelineEntry } from '../../inventory/field/timeline.ts'
import type { ListedMachine } from '../../inventory/list/queries.ts'
import { listStore } from '../../inventory/list/store.ts'
import { deviceTimeline as timelineOfDevice } from '../../jobs/fleet/device-timeline.task.ts'
import { devicesTable } from '../../reports/fleet-devices.ts'
import { pulseNotes, restNotes } from '../../reports/rest-notes.ts'
import { streamTable } from '../../reports/stream-table.task.ts'
import { voiceOf } from '../../reports/voice.ts'
import type { Api } from '../api.ts'
import { handle, handleFile } from '../handle.ts'
import { handleRemembered } from '../handle-remembered.ts'
import { taskContext } from '../task-context.ts'
import { keptDay } from './asked-days.ts'
import { batchesBy } from './batches.ts'
import { deviceFilter, restsOnFor } from './device-filter.ts'
import { deviceOfRecord, seenDevice } from './seen-device.ts'

/** Records that are looked through at once for a file: what is held of it while it is sent. */
const BATCH = 2_000

/** Machines as of any day; those who are limited to sites see what was there on that day. */
export function deviceRoutes(http: FastifyInstance, api: Api): void {
  const { app } = api
  const lists = listStore(app.database)

  handleRemembered(http, listDevices, async ({ query, caller }) => {
    const { sort, limit, offset } = query
    const day = await keptDay(app, query.asOf)
    const filter = await deviceFilter(app, query, caller)
    const restsOn = await restsOnFor(app, day, filter.source)
    const { items, total, isPast } = await lists.machines(day, filter, { sort, limit, offset })
    return { asOf: day, isPast, restsOn, items: items.map(toldDevice), total }
  })

  handleFile(http, exportDevices, async ({ query, caller, language }) => {
    const { format } = query
    const day = await keptDay(app, query.asOf)
    const filter = await deviceFilter(app, query, caller)
    const restsOn = await restsOnFor(app, day, filter.source)
    const isPast = await lists.isPast(day)
    const notes = [...restNotes(day, restsOn), ...pulseNotes({ isPast })]
    const streamed = {
      batches: batchesBy((after) => lists.machinesAfter(day, filter, { after, limit: BATCH })),
      table: (machines: readonly ListedMachine[]) => devicesTable({ day, machines, notes }),
      told: toldDevice,
    }
    const content = streamTable(format, streamed, voiceOf(language, app.settings.timeZone))
    return { fileName: `devices-${day}.${format}`, content, type: FILE_TYPES[format] }
  })

  handle(http, getDevice, async ({ params: { id }, query, caller, language }) => {
    const day = await keptDay(app, query.asOf)
    return seenDevice(taskContext(api, { caller, language }), { device: id, day, caller })
  })

  handle(http, getDeviceOfRecord, async ({ query, caller, language }) => {
    const day = await keptDay(app, query.asOf)
    const device = await deviceOfRecord(app, query.record, day)
    return seenDevice(taskContext(api, { caller, language }), { device, day, caller })
  })

  handle(http, deviceTimeline, async ({ params: { id }, query, caller }) => {
    const day = await keptDay(app, query.asOf)
    const asked = { device: id, day, sites: caller?.sites ?? null }
    const items = (await timelineOfDevice(app, asked)).map(toldEntry)
    return { items, total: items.length }
  })
}

function toldEntry({ changes, ...entry }: TimelineEntry) {
  return {
    ...entry,
    changes: changes.map(({ field, before, after }) => ({
      ...{ field, before: toldValue(before), after: toldValue(after) },
    })),
  }
}

function toldValue(value: TimelineEntry['changes'][number]['before']) {
  return value === null || typeof value === 'string' || typeof value === 'boolean'
    ? value
    : [...value]
}

function toldDevice({ lastContact, ...machine }: ListedMachine) {
  const { source, nativeKey } = machine
  const ref = `${source}:${nativeKey}`
  return { ...machine, ref, lastContact: lastContact?.toISOString() ?? null }
}
