import { z } from 'zod'

/** How files of events come in, as a person configures it. */
export const EventSettings = z.strictObject({
  inbox: z
    .string()
    .min(1, 'empty-text')
    .nullable()
    .default(null)
    .describe(
      'Folder with a folder for each source, whose files "muster inbox" and "muster nightly" take in; null for none.',
    ),
  mode: z
    .enum(['strict', 'lenient'])
    .default('strict')
    .describe(
      'Of the files of the inbox: whether one bad row refuses a file (strict), or only that row (lenient).',
    ),
})
