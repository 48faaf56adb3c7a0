import {
  describeFields,
  type FieldAnswer,
  type KnownRecord,
} from '../../inventory/field/describe-fields.ts'
import {
  type FieldOrder,
  ordersFor,
  type SourceOrder,
  usualOrder,
} from '../../inventory/field/field-policy.ts'
import { type Heard, heardOf } from '../../inventory/field/heard.ts'
import type {
  DaysBeside,
  KeptPulse,
  MachineRef,
  NamedRecord,
} from '../../inventory/field/queries.ts'
import { type FieldStore, fieldStore } from '../../inventory/field/store.ts'
import { listStore, type SourceDay } from '../../inventory/list/store.ts'
import { type Day, dayIn } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { FleetSettings, JobContext } from '../context.ts'
import { explainMachine, type MachineStory } from './link-machines.task.ts'
import { storyAt } from './story-at.ts'

/** What is known of the machine that a person named, or why none can be told of. */
export type DeviceAnswer = DescribedDevice | SeveralDevices | UnlistedDevice

/** A machine as of a day: each field with the value that stands for it, and what the others say. */
export interface DescribedDevice {
  readonly kind: 'described'
  readonly asOf: Day
  readonly deviceId: number
  /** What was asked for, where it is not listed by itself on that day. */
  readonly standsFor: StandsFor | null
  /** Machines that turned out to be this one. */
  readonly mergedDevices: readonly number[]
  /** The machine that it turned out to be after that day. */
  readonly mergedLaterInto: number | null
  readonly restsOn: readonly SourceDay[]
  /** Days after which a silent source yields to the next. */
  readonly yieldsAfter: number
  /** False for a past day: when its records were last heard of is kept as of the newest day alone. */
  readonly isSilenceKnown: boolean
  readonly records: readonly {
    readonly ref: string
    readonly source: string
    readonly lastContact: Date | null
    readonly heard: Heard
  }[]
  /** In which order its sources are believed. */
  readonly orders: readonly SourceOrder[]
  readonly fields: readonly FieldAnswer[]
  readonly story: MachineStory
}

export type StandsFor =
  /** A machine that turned out to be the one described. */
  | { readonly kind: 'merged'; readonly device: number }
  /** A record that spoke of the machine described on other days. */
  | { readonly kind: 'other-days'; readonly ref: string }

/** Several machines go by the name that was asked for. */
export interface SeveralDevices {
  readonly kind: 'several'
  readonly asOf: Day
  readonly asked: string
  readonly candidates: readonly Candidate[]
}

export interface Candidate {
  readonly deviceId: number
  readonly records: readonly (Pick<NamedRecord, 'displayName' | 'hostname' | 'site'> & {
    readonly ref: string
  })[]
}

/** No source lists the machine on that day; these are the days kept nearest to it that have it. */
export interface UnlistedDevice extends DaysBeside {
  readonly kind: 'not-listed'
  readonly asOf: Day
  readonly asked: string
  readonly deviceId: number
}

/**
 * Tells all that is known of a machine: by its number (`17`, `device:17`), one of its records
 * (`ninjaone:501`) or a name that it alone has. Throws `machine.not-found`.
 */
export async function describeDevice(
  context: JobContext,
  asked: string,
  day: Day,
): Promise<DeviceAnswer> {
  const fields = fieldStore(context.database)
  const meant = await deviceMeant(fields, asked, day)
  if (meant === null) throw new AppError('machine.not-found', { machine: asked, day })
  if (meant.kind === 'several') return { ...meant, asOf: day, asked }
  const livesOnAs = (await fields.findDevice(meant.device))?.livesOnAs ?? meant.device
  const own = await fields.recordsOf(meant.device, day)
  const refs = own.length > 0 ? own : await fields.recordsOf(livesOnAs, day)
  const [first] = refs
  if (!first) {
    const beside = await fields.daysBeside(livesOnAs, day)
    return { kind: 'not-listed', asOf: day, asked, deviceId: livesOnAs, ...beside }
  }
  const { device } = first
  return {
    ...(await described(context, { device, refs }, day)),
    standsFor: standsFor(meant, refs),
    mergedDevices: await fields.mergedInto(device),
    mergedLaterInto: device === livesOnAs ? null : livesOnAs,
    story: await explainMachine(context, refOf(first), day),
  }
}

/**
 * As `describeDevice`, by its number, of a machine's records at some sites alone. Throws `machine.not-found` where it
 * has none there, as for a number that no machine has.
 */
export async function describeDeviceAt(
  context: JobContext,
  device: number,
  { day, sites }: { readonly day: Day; readonly sites: readonly string[] },
): Promise<DescribedDevice> {
  const fields = fieldStore(context.database)
  const own = await fields.recordsOf(device, day)
  const livesOnAs = (await fields.findDevice(device))?.livesOnAs ?? device
  const all = own.length > 0 ? own : await fields.recordsOf(livesOnAs, day)
  const versions = await fields.versions(
    all.map(({ recordId }) => recordId),
    day,
  )
  const refs = all.filter(({ recordId }) => {
    const site = versions.get(recordId)?.[0]?.said.site ?? null
    return site !== null && sites.includes(site)
  })
  const [first] = refs
  if (!first) throw new AppError('machine.not-found', { machine: String(device), day })
  return {
    ...(await described(context, { device: first.device, refs }, day)),
    standsFor: standsFor(one(device), refs),
    mergedDevices: [],
    mergedLaterInto: null,
    story: storyAt(await explainMachine(context, refOf(first), day), sites),
  }
}

type Meant =
  | {
      readonly kind: 'one'
      readonly device: number
      /** The record it was named by. */
      readonly ref: string | null
    }
  | Pick<SeveralDevices, 'kind' | 'candidates'>

const DEVICE_NUMBER = /^(?:device:)?(?<number>\d{1,15})$/u

/** A number, else a record, else a name. */
async function deviceMeant(fields: FieldStore, asked: string, day: Day): Promise<Meant | null> {
  const number = DEVICE_NUMBER.exec(asked)?.groups?.number
  const numbered = number === undefined ? null : await fields.findDevice(Number(number))
  if (numbered) return one(numbered.id)
  const at = asked.indexOf(':')
  const ofRecord =
    at < 0 ? null : await fields.findDeviceOf(asked.slice(0, at), asked.slice(at + 1), day)
  if (ofRecord !== null) return { ...one(ofRecord), ref: asked }
  if (number !== undefined && at >= 0) return null // it was said to be a number, so it is no name
  const named = Map.groupBy(await fields.named(asked, day), ({ device }) => device)
  const [only, ...others] = named.keys()
  if (only === undefined) return null
  return others.length === 0
    ? one(only)
    : { kind: 'several', candidates: [...named].map(candidateOf) }
}

function one(device: number) {
  return { kind: 'one', device, ref: null } as const
}

function candidateOf([deviceId, records]: readonly [number, readonly NamedRecord[]]): Candidate {
  return {
    deviceId,
    records: records.map(({ displayName, hostname, site, ...ref }) => ({
      ...{ ref: refOf(ref), displayName, hostname, site },
    })),
  }
}

function standsFor(
  { device, ref }: Extract<Meant, { kind: 'one' }>,
  refs: readonly MachineRef[],
): StandsFor | null {
  if (refs.every((each) => each.device !== device)) return { kind: 'merged', device }
  if (ref === null || refs.some((each) => refOf(each) === ref)) return null
  return { kind: 'other-days', ref }
}

type Described = Omit<DescribedDevice, 'standsFor' | 'mergedDevices' | 'mergedLaterInto' | 'story'>

async function described(
  { database, settings }: JobContext,
  { device, refs }: { readonly device: number; readonly refs: readonly MachineRef[] },
  day: Day,
): Promise<Described> {
  const ids = refs.map(({ recordId }) => recordId)
  const { versions, pulses } = await keptOf(fieldStore(database), ids, day)
  const isSilenceKnown = [...pulses.values()].every((pulse) => pulse.day <= day)
  const records = refs.map((ref): KnownRecord => {
    const pulse = isSilenceKnown ? (pulses.get(ref.recordId) ?? null) : null
    return {
      ...{ recordId: ref.recordId, source: ref.source, ref: refOf(ref), pulse },
      versions: versions.get(ref.recordId) ?? [],
      lastContact: pulse?.lastContact ?? null,
      heard: isSilenceKnown ? heardBy(pulse, settings) : { kind: 'not-kept' },
    }
  })
  const restsOn = await listStore(database).restsOn(day)
  const sources = [...new Set(refs.map(({ source }) => source))]
  const order = orderIn(settings.fleet, sources)
  return {
    kind: 'described',
    asOf: day,
    deviceId: device,
    restsOn: restsOn.filter(({ source }) => sources.includes(source)),
    yieldsAfter: order.policy.yieldsAfter,
    isSilenceKnown,
    records: records.map(({ ref, source, lastContact, heard }) => ({
      ...{ ref, source, lastContact, heard },
    })),
    orders: ordersFor(sources, order),
    fields: describeFields(records, order),
  }
}

/** Sources that are configured no more come last. */
function orderIn(
  { fields: policy, deviceFiles }: FleetSettings,
  sources: readonly string[],
): FieldOrder {
  return { policy, usual: [...usualOrder(Object.keys(deviceFiles)), ...sources.toSorted()] }
}

async function keptOf(fields: FieldStore, recordIds: readonly number[], day: Day) {
  const [versions, pulses] = await Promise.all([
    fields.versions(recordIds, day),
    fields.pulses(recordIds),
  ])
  return { versions, pulses }
}

/** The newest day of a record that is still there is the day its source was last collected. */
function heardBy(
  pulse: KeptPulse | null,
  { timeZone, fleet }: Pick<JobContext['settings'], 'timeZone' | 'fleet'>,
): Heard {
  if (pulse === null) return { kind: 'unknown' }
  const { lastContact, day: collected } = pulse
  const lastHeard = lastContact === null ? null : dayIn(timeZone, lastContact)
  return heardOf({ lastHeard, collected }, fleet.fields)
}

function refOf({ source, nativeKey }: Pick<MachineRef, 'source' | 'nativeKey'>): string {
  return `${source}:${nativeKey}`
}
