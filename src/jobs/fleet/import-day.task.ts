import { basename, dirname } from 'node:path'
import { type Day, dayIn } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { deviceFile } from '../../sources/device-file/device-file.ts'
import type { Connection } from '../../sources/source.ts'
import { failureOf } from '../books/failure-of.ts'
import type { JobContext } from '../context.ts'
import { openRing } from '../open-ring.ts'
import { runRecorded } from '../run-recorded.ts'
import { type CollectSummary, collectFeeds, stateOfSources } from './collect-fleet.task.ts'
import { machineFeed } from './feeds.ts'
import { outsideFor } from './outside.ts'

/** An old export, and the day it tells of. */
export interface DayImport {
  readonly day: Day
  /** The name of a configured feed of device files. */
  readonly source: string
  readonly file: string
  /** What its sender calls it, where it lies somewhere only for the time being. */
  readonly calledAs?: string
}

/** Takes a dated export of a configured feed into the history as what it said that day. */
export function importDay(context: JobContext, { day, source, file, calledAs }: DayImport) {
  return runRecorded<CollectSummary>(context, 'import-day', async (handle) => {
    const { settings, now, database } = context
    const today = dayIn(settings.timeZone, now())
    if (day > today) throw new AppError('day.in-future', { day, today })
    const configured = settings.fleet.deviceFiles[source]
    if (!configured) throw new AppError('source.not-configured', { source })
    const ring = await openRing(database, settings.fleet.keyRing)
    const place = { ...configured, folder: dirname(file), file: basename(file) }
    const outsideOf = () => outsideFor({ database, now, ring }, source)
    const own = machineFeed(deviceFile, place, outsideOf)
    const connect = async () => {
      try {
        return called(await own.connect(), calledAs)
      } catch (error) {
        throw calledAs === undefined ? error : failureOf(error, { path: file, name: calledAs })
      }
    }
    const feed = { ...own, key: source, connect }
    const summary = await collectFeeds(context, handle, { feeds: [feed], ring, day })
    return { state: stateOfSources(summary.sources), summary }
  })
}

/** The history keeps where a delivery came from: not a place in which it lay for a moment. */
function called(connection: Connection, name: string | undefined): Connection {
  if (name === undefined) return connection
  const { origin } = connection
  const named = (text: string) => text.replaceAll(origin.name, name)
  return {
    ...connection,
    origin: { ...origin, name },
    notes: () => {
      const notes = connection.notes()
      return notes.map((note) => ({
        ...note,
        place: named(note.place),
        detail: named(note.detail),
      }))
    },
  }
}
