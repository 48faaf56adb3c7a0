import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from '../measure/measured.ts'

/** One finished process, from its start to its end. */
export interface Watched {
  readonly seconds: number
  /** The most memory the process itself ever held; what it started is not counted. */
  readonly peakBytes: number
  readonly output: string
}

const EVERY_MS = 50

/**
 * Runs a command to its end. Its memory is asked of the kernel by its number, so that the PostgreSQL it
 * may start is not taken for its own. Throws when it fails.
 */
export async function runWatched({ program, args, env, goodCodes }: Command): Promise<Watched> {
  const from = performance.now()
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  )
  const peak = watchPeak(child.pid, ended)
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  const code = await ended
  const seconds = (performance.now() - from) / 1000
  const [output, complaint] = await said
  if (!goodCodes.includes(code ?? -1)) {
    throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${complaint}${output}`)
  }
  return { seconds, peakBytes: await peak, output }
}

async function watchPeak(pid: number | undefined, ended: Promise<unknown>): Promise<number> {
  let [peak, isOver] = [0, false]
  const end = () => {
    isOver = true
  }
  ended.then(end, end)
  while (!isOver) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    peak = Math.max(peak, Number(/^VmHWM:\s+(\d+) kB/mu.exec(status)?.[1] ?? 0) * 1024)
    await sleep(EVERY_MS)
  }
  return peak
}
