import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What came of reading a hostile file. */
export interface HostileReading {
  readonly name: string
  /** `read` with rows and faults, or the failure's code and details, the file's name left out. */
  readonly outcome: string
  /** The most memory the whole process had held until then. */
  readonly megabytes: number
}

const TIMEOUT_MS = 100_000
/** Little enough that whatever grows with a file ends the process. */
const HEAP = ['--max-old-space-size=64', '--max-semi-space-size=8']

/** Reads all hostile files of events in a process of their own with a small heap. */
export async function readHostileEvents(): Promise<readonly HostileReading[]> {
  const program = join(import.meta.dirname, 'read-events-process.ts')
  const options = { timeout: TIMEOUT_MS }
  const { stdout } = await promisify(execFile)(process.execPath, [...HEAP, program], options)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
