import { execFile } from 'node:child_process'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../../src/main.ts')

/** What a person sees of a command on a terminal that is none. */
export interface Spoken {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the real command line as a person would, without `--json`. */
export function spokenMuster(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Spoken> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      { env: { ...process.env, LANG: 'C', ...env }, maxBuffer: 1e8 },
      (error, out, err) => done({ code: Number(error?.code ?? 0), out, err }),
    )
  })
}
