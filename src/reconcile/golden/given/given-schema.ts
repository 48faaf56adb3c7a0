import { z } from 'zod'
import { isDay } from '../../../lib/day.ts'
import { macAddress } from '../../../sources/ninjaone/mac-address.ts'
import { isContact } from './contact.ts'

/** YAML takes what looks like a number for one and loses its zeros, so that a text must be in quotes. */
export const Text = z.string({ error: 'text-in-quotes' }).min(1, 'empty-text')
const Said = Text.nullable().default(null)
/** Exactly as stored, also blank. */
const Stored = z
  .string({ error: 'text-in-quotes' })
  .refine((text) => !text.includes('\0'), 'control-character')
  .nullable()
  .default(null)

export const CaseDay = z.string({ error: 'day-form' }).refine(isDay, 'day-form')

const Contact = z.string({ error: 'contact-form' }).refine(isContact, 'contact-form')
const LastContact = Contact.nullable().default(null)

const RecordId = z
  .union([Text, z.int().positive()], { error: 'id-form' })
  .transform((id) => String(id))

/** An organisation, or a location within one: its name, which is its key as well, or both. */
const Named = z
  .union([Text, z.strictObject({ key: Text, name: Text.nullable() })], { error: 'named-form' })
  .transform((named) => (typeof named === 'string' ? { key: named, name: named } : named))
  .nullable()
  .default(null)

const Mac = z
  .string({ error: 'text-in-quotes' })
  .refine((text) => macAddress(text) !== null, 'mac-form')
  .transform((text) => macAddress(text) ?? text)

/** A record of a machine in Muster's own words. */
const GivenRecord = z.strictObject({
  id: RecordId,
  organisation: Named,
  location: Named,
  displayName: Said,
  hostname: Said,
  serial: Said,
  inventoryNumber: Said,
  uuid: Said.transform((uuid) => uuid?.toLowerCase() ?? null),
  macs: z
    .array(Mac)
    .default([])
    .transform((macs) => [...new Set(macs)].sort()),
  nodeClass: Said,
  role: Said,
  operatingSystem: Said,
  manufacturer: Said,
  model: Said,
  tags: z.array(Text).default([]),
  lastContact: LastContact,
})
export type GivenRecord = z.output<typeof GivenRecord>

/** A computer of OCS, texts exactly as OCS stores them. */
const GivenComputer = z.strictObject({
  id: z.int({ error: 'hardware-id-form' }).positive('hardware-id-form'),
  hostname: Stored,
  serial: Stored,
  uuid: Stored,
  inventoryNumber: Stored,
  tag: Stored,
  lastContact: LastContact,
  manufacturer: Stored,
  model: Stored,
  chassis: Stored,
  operatingSystem: Stored,
  archived: z.boolean().default(false),
  /** The UUID of a guest that some host reports, where it is this computer's. */
  guestUuid: Stored,
})
export type GivenComputer = z.output<typeof GivenComputer>

/** A cell of a workbook: a text, a number typed as a number, or blank. */
const GivenCell = z.union([z.string(), z.number()], { error: 'cell-form' }).nullable().default(null)
export type GivenCell = z.output<typeof GivenCell>

const GivenAsset = z.strictObject({ inventoryNumber: GivenCell, locationId: GivenCell })
export type GivenAsset = z.output<typeof GivenAsset>

const GivenLocation = z.strictObject({
  id: GivenCell,
  description: GivenCell,
  building: GivenCell,
  municipality: GivenCell,
})
export type GivenLocation = z.output<typeof GivenLocation>

/** What every source lists: records by source, and the rows of OCS and of the two workbooks. */
export const Given = z
  .object({
    ocs: z.array(GivenComputer).optional(),
    finance: z.array(GivenAsset).optional(),
    locations: z.array(GivenLocation).optional(),
  })
  .catchall(z.array(GivenRecord))
export type Given = z.output<typeof Given>
