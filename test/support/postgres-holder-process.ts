import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import type { HolderOrder } from './postgres-holder.ts'

/** Who runs the process: an account of the system, or null for ourselves. */
export type RunAs = { uid: number; gid: number } | null

export interface Holder {
  child: ChildProcess
  /** Where the server is, as the process was told. */
  held: { host: string; port: number }
  query(statement: string): Promise<Record<string, unknown>[]>
  /** Ends in good order; gives the exit code. */
  release(): Promise<number | null>
}

/** A checkout to run from: its folder and its Node. */
export interface Clone {
  folder: string
  node: string
}

/** Starts a process that holds an embedded server, and waits until it does. */
export async function startHolder(clone: Clone, order: HolderOrder, as: RunAs): Promise<Holder> {
  const child = startProcess(clone, order, as)
  const lines = linesOf(child)
  const first = await nextLine(lines)
  if (first.failed) throw new Error(String(first.failed))
  return {
    child,
    held: first.held as Holder['held'],
    query: async (statement) => {
      child.stdin?.write(`${statement}\n`)
      const answer = await nextLine(lines)
      if (answer.failed) throw new Error(String(answer.failed))
      return answer.rows as Record<string, unknown>[]
    },
    release: async () => {
      child.stdin?.end()
      return ended(child)
    },
  }
}

/** Runs a process of rounds to its end; gives its last words. */
export async function runRounds(
  clone: Clone,
  order: HolderOrder,
  as: RunAs,
): Promise<Record<string, unknown>> {
  const child = startProcess(clone, order, as)
  const words = nextLine(linesOf(child))
  await ended(child)
  return words
}

function startProcess({ folder, node }: Clone, order: HolderOrder, as: RunAs): ChildProcess {
  const script = `${folder}/test/support/postgres-holder.ts`
  return spawn(node, [script, JSON.stringify(order)], {
    ...as,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', HOME: '/nonexistent' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

function linesOf(child: ChildProcess): Interface {
  if (child.stdout === null) throw new Error('a holder without output')
  return createInterface({ input: child.stdout })
}

async function nextLine(lines: Interface): Promise<Record<string, unknown>> {
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    once(lines, 'close').then(() => '{"failed":"the process ended without a word"}'),
  ])
  return JSON.parse(line)
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}
