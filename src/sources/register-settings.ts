import { z } from 'zod'

/** Where a register kept in a workbook lies, and what of its layout a person pinned. */
export const RegisterSettings = z.strictObject({
  /** Folder in which people put the workbook. */
  folder: z.string().min(1, 'must not be empty').default('inbox'),
  /** Name of the file; `*` and `?` are wild, any case; of several the newest is read. */
  file: z.string().min(1, 'must not be empty'),
  /** Name of the sheet; without it the first sheet that has the header. */
  sheet: z.string().min(1, 'must not be empty').optional(),
  /** 1-based row of the header; without it the header is found by its words. */
  headerRow: z.int().min(1).optional(),
  /** Letters by column name, where the words above a column mislead. */
  columns: z
    .record(z.string(), z.string().regex(/^[A-Za-z]{1,3}$/u, 'must be column letters'))
    .optional(),
})
export type RegisterSettings = z.output<typeof RegisterSettings>
