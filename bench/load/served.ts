import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const MAIN = join(import.meta.dirname, '../../src/main.ts')

/** A `muster` of its own process under way. */
export interface ServedMuster {
  /** What it has printed. */
  out(): string
  /** Memory that it holds now. */
  residentBytes(): Promise<number>
  stop(): Promise<void>
}

/** Starts `muster serve` or `muster work`, and waits until it says `words`. */
export async function startMuster(
  { config, databaseUrl }: { readonly config: string; readonly databaseUrl: string },
  [command, words]: readonly [command: string, words: string],
): Promise<ServedMuster> {
  const child = spawn(process.execPath, [MAIN, '--config', config, command], {
    env: { ...process.env, DATABASE_URL: databaseUrl, LANG: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err = (said.err + text).slice(-2000)
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  while (!said.out.includes(words)) {
    if (child.exitCode !== null) throw new Error(`muster ${command} ended: ${said.err}`)
    await sleep(50)
  }
  return {
    out: () => said.out,
    residentBytes: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1]) * 1024
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
