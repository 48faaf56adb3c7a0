import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Ended } from './muster-command.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')

/** A command under way in a process of its own that can be asked to stop, and reads what is piped in. */
export interface StoppableMuster {
  readonly pid: number
  readonly ended: Promise<Ended & { readonly said: string }>
  /** Sends it a signal: SIGINT is Ctrl-C, SIGKILL is `kill -9`. */
  signal(name: NodeJS.Signals): void
  /** What it has printed so far. */
  out(): string
  /** What it has told beside it: its log, and what it waits for. */
  err(): string
}

export interface StoppableOrder {
  readonly env: NodeJS.ProcessEnv
  readonly args: readonly string[]
  /** What is piped in; nothing where it is absent. */
  readonly input?: Readable
}

/** Starts the real command line. Its answer is null unless it printed one document of JSON. */
export function startStoppable({ env, args, input }: StoppableOrder): StoppableMuster {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, LANG: 'C', ...env },
    stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  if (input && child.stdin) pipeline(input, child.stdin).catch(() => {}) // it may end before
  const ended = new Promise<Ended & { said: string }>((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => {
      done({ code, signal, answer: documentIn(said.out), said: said.out + said.err })
    })
  })
  return {
    pid: child.pid ?? 0,
    ended,
    signal: (name) => child.kill(name),
    out: () => said.out,
    err: () => said.err,
  }
}

function documentIn(text: string): unknown {
  return text.startsWith('{') ? JSON.parse(text) : null
}
