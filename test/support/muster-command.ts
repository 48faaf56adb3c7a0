import { spawn } from 'node:child_process'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../../src/main.ts')

/** How a command ended. */
export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** What `--json` printed; null when it was killed. */
  // biome-ignore lint/suspicious/noExplicitAny: a JSON answer, read as a program would
  readonly answer: any
}

/** A command under way, in a process of its own. */
export interface Started {
  readonly ended: Promise<Ended>
  /** Ends it as `kill -9` does: at once, with no last word. */
  kill(): Promise<Ended>
}

/** Starts the real command line with `--json`. */
export function startMuster(env: NodeJS.ProcessEnv, args: readonly string[]): Started {
  const child = spawn(process.execPath, [MAIN, '--json', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const ended = new Promise<Ended>((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => {
      if (signal) done({ code, signal, answer: null })
      else if (said.out === '') fail(new Error(`muster ${args.join(' ')}: ${said.err}`))
      else done({ code, signal, answer: JSON.parse(said.out) })
    })
  })
  const kill = () => {
    child.kill('SIGKILL')
    return ended
  }
  return { ended, kill }
}
