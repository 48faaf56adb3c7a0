import type { z } from 'zod'
import type { App } from '../../app.ts'
import type { getDevice } from '../../contract/devices.ts'
import type { FieldAnswer, LostValue, SaidValue } from '../../inventory/field/describe-fields.ts'
import { fieldStore } from '../../inventory/field/store.ts'
import type { JobContext } from '../../jobs/context.ts'
import {
  type DescribedDevice,
  describeDevice,
  describeDeviceAt,
} from '../../jobs/fleet/describe-device.task.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { Caller } from '../caller.ts'
import { toldStory } from './told-story.ts'

type Answer = z.input<(typeof getDevice)['response']>

/** A machine by its number as the caller sees it. Throws `machine.not-found`, alike where it lies at other sites. */
export async function seenDevice(
  context: JobContext,
  {
    device,
    day,
    caller,
  }: { readonly device: number; readonly day: Day; readonly caller: Caller | null },
): Promise<Answer> {
  if (caller?.sites) {
    return toldDevice(await describeDeviceAt(context, device, { day, sites: caller.sites }))
  }
  const answer = await describeDevice(context, `device:${device}`, day)
  switch (answer.kind) {
    case 'described':
      return toldDevice(answer)
    case 'not-listed': {
      const { kind, asOf, deviceId, before, after } = answer
      return { kind, asOf, deviceId, before, after }
    }
    case 'several': // of a name alone
      throw new AppError('machine.not-found', { machine: String(device), day })
  }
}

/** The machine that a record speaks of at the time nearest to a day. Throws `machine.not-found`. */
export async function deviceOfRecord(
  { database }: Pick<App, 'database'>,
  ref: string,
  day: Day,
): Promise<number> {
  const at = ref.indexOf(':')
  const device =
    at < 0
      ? null
      : await fieldStore(database).findDeviceOf(ref.slice(0, at), ref.slice(at + 1), day)
  if (device !== null) return device
  throw new AppError('machine.not-found', { machine: ref, day })
}

function toldDevice({ standsFor, ...device }: DescribedDevice): Answer {
  return {
    ...device,
    standsFor: standsFor?.kind === 'merged' ? { device: standsFor.device } : null,
    mergedDevices: [...device.mergedDevices],
    restsOn: [...device.restsOn],
    records: device.records.map(({ lastContact, ...record }) => ({
      ...{ ...record, lastContact: lastContact?.toISOString() ?? null },
    })),
    orders: device.orders.map(({ field, sources }) => ({ field, sources: [...sources] })),
    fields: device.fields.map(toldField),
    story: toldStory(device.story),
  }
}

function toldField(answer: FieldAnswer) {
  if (answer.kind === 'not-kept') return { ...answer }
  const others = { losers: answer.losers.map(toldLoser), blank: [...answer.blank] }
  if (answer.kind === 'nothing-said') return { ...answer, ...others }
  return { ...answer, ...others, winner: toldValue(answer.winner) }
}

function toldLoser({ because, agrees, ...said }: LostValue) {
  return { ...toldValue(said), because, agrees }
}

function toldValue({ value, lastContact, ...said }: SaidValue) {
  return {
    ...said,
    value: typeof value === 'string' || typeof value === 'boolean' ? value : [...value],
    lastContact: lastContact?.toISOString() ?? null,
  }
}
