import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What came of reading a workbook in a process of its own. */
export interface ReadOutcome {
  /** `read`, or the error's code and details. */
  readonly outcome: string
  readonly cells: number
  /** The most memory the whole process ever held. */
  readonly megabytes: number
}

/** Reads a workbook with the default limits in a process of its own, so that its memory can be told. */
export async function readInOwnProcess(file: string): Promise<ReadOutcome> {
  const program = join(import.meta.dirname, 'read-workbook-process.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, file], {
    timeout: 60_000,
  })
  return JSON.parse(stdout)
}
