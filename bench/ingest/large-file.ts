import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expectedOf } from './assert-kept.ts'
import { type EventFile, rowsIn, wholeFile, writeEventFile } from './event-file.ts'
import { withInstallation } from './installation.ts'
import { ingestAsMuster } from './muster-side.ts'
import type { SideRun } from './side-run.ts'
import { emptyTruth } from './truth.ts'

/** A large file, and what Muster took for it. */
export interface LargeIngest {
  readonly file: EventFile
  readonly muster: SideRun
}

const GIB = 1024 ** 3

/** Makes a file of so many GiB and takes it in; throws unless every row of it is kept. */
export async function ingestLarge(
  gigabytes: number,
  { folder, databaseUrl }: { readonly folder: string; readonly databaseUrl: string | undefined },
): Promise<LargeIngest> {
  try {
    const truth = emptyTruth()
    const order = wholeFile(rowsIn(gigabytes * GIB))
    console.error(`Writing ${order.rows} rows ...`)
    const file = await writeEventFile(join(folder, 'large.csv'), order, truth)
    const counts = { state: 'taken', rows: file.rows, inserted: file.rows, duplicates: 0 } as const
    const muster = await withInstallation({ folder, databaseUrl }, (installation) =>
      ingestAsMuster(installation, { file, counts, expected: expectedOf(truth) }),
    )
    return { file, muster }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
