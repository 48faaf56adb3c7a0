import { z } from 'zod'

const ThreatlockerNames = z.strictObject({
  enabled: z
    .boolean()
    .default(false)
    .describe('Whether names in ThreatLocker are planned to follow the display names of the RMM.'),
  apply: z
    .boolean()
    .default(false)
    .describe('Whether "muster nightly" writes a plan of names that no guard holds.'),
  share: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .describe('Largest share of the computers a plan may rename unasked, the first too, 0 to 1.'),
})

/** What is corrected in other systems beside the TAGs, as a person configures it. */
export const CorrectionSettings = z.strictObject({
  threatlockerNames: ThreatlockerNames.prefault({}).describe(
    'Names of computers in ThreatLocker, by the display names of remote management.',
  ),
})
