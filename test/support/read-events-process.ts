import { openRows } from '../../src/events/parse/open-rows.ts'
import { AppError } from '../../src/lib/errors.ts'
import { HOSTILE_FILES } from '../fixtures/hostile-events/hostile-events.ts'
import type { HostileFile } from '../fixtures/hostile-events/hostile-file.ts'

/** Run as a program: reads every hostile file and prints for each what came of it, and the memory so far. */
for (const file of HOSTILE_FILES) {
  const outcome = await outcomeOf(file)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(`${JSON.stringify({ name: file.name, outcome, megabytes })}\n`)
}

async function outcomeOf({ name, pieces }: HostileFile): Promise<string> {
  let rows = 0
  let faults = 0
  try {
    const stream = await openRows(arriving(pieces()), { name })
    for await (const batch of stream.batches()) {
      rows += batch.rows.length
      faults += batch.faults.length
    }
    return `read ${rows} rows, ${faults} faults`
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return `${error.code} ${JSON.stringify({ ...error.details, file: undefined })}`
  }
}

async function* arriving(pieces: ReturnType<HostileFile['pieces']>): AsyncGenerator<Uint8Array> {
  yield* pieces
}
