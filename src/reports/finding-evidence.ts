import { z } from 'zod'
import type { TagCheckCode } from '../reconcile/checks/tag-checks.ts'
import type { KeyDifference } from '../reconcile/near-key.ts'
import type { Placed } from './place.ts'
import type { ReportData } from './report-data.ts'

const KEY_DIFFERENCES = [
  'invisible-characters',
  'accents',
  'case',
  'letter-for-digit',
  'decimal-point',
  'punctuation',
  'leading-zeros',
] as const satisfies KeyDifference[]

/** A row of finance's register, as kept with a finding. */
export const KeptAsset = z.object({
  inventoryNumber: z.string(),
  locationId: z.string().nullable(),
  place: z.string(),
  locationPlace: z.string(),
})

/** A room of the classifier, as kept with a finding. */
export const KeptLocation = z.object({
  id: z.string(),
  description: z.string().nullable(),
  building: z.string().nullable(),
  place: z.string(),
})
export type KeptLocation = z.output<typeof KeptLocation>

/** A key that is almost the one looked for. */
export const KeptNearKey = z.object({
  key: z.string(),
  differences: z.array(z.enum(KEY_DIFFERENCES)),
})
export type KeptNearKey = z.output<typeof KeptNearKey>

/** What a person needs to find a computer, as kept with a finding. */
export const KeptComputer = z.object({
  hardwareId: z.number(),
  hostname: z.string().nullable(),
  serial: z.string().nullable(),
  lastContact: z.string().nullable(),
  tag: z.string().nullable(),
  inventoryNumber: z.string().nullable(),
})
export type KeptComputer = z.output<typeof KeptComputer>

/** What finance says of one inventory number, as kept with a finding. */
export const KeptBooking = z.object({ inventoryNumber: z.string(), rows: z.array(KeptAsset) })

/** Reads the disagreements of one check that stood when the plan was made, with their evidence. */
export function seenBy<Schema extends z.ZodType<object>>(
  check: TagCheckCode,
  schema: Schema,
): (data: ReportData) => (z.output<Schema> & Placed)[] {
  return ({ findings }) =>
    (findings?.open ?? [])
      .filter((finding) => finding.check === check)
      .map(({ evidence, municipality, building }) => ({
        ...schema.parse(evidence),
        municipality,
        building,
      }))
}
