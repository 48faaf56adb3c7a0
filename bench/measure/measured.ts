import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** A command as it is run and measured. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Exit codes that mean it did its work. */
  readonly goodCodes: readonly number[]
}

/** What the kernel counted of one finished process, from start to end. */
export interface Measure {
  readonly seconds: number
  /** Of the largest single process, children it waited for included. */
  readonly peakBytes: number
}

const SCRIPT = join(import.meta.dirname, 'measured.py')

/** Runs a command to its end and gives what it printed, with what it took. Throws when it fails. */
export async function measured(
  python: string,
  { program, args, env, goodCodes }: Command,
): Promise<{ measure: Measure; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-measured-'))
  try {
    const file = join(folder, 'result.json')
    const child = spawn(python, [SCRIPT, file, program, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise((resolve, reject) =>
      child.once('error', reject).once('close', resolve),
    )
    const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    const { exitCode, ...measure } = JSON.parse(await readFile(file, 'utf8'))
    if (goodCodes.includes(exitCode)) return { measure, output }
    throw new Error(`${program} ${args.join(' ')} ended with ${exitCode}: ${complaint}${output}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
