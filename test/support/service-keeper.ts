import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A private server that lives as long as this process does, and what one needs to talk to it. */
export interface KeptService<Connection> {
  connection: Connection
  stop(): Promise<void>
}

/**
 * Runs `script` as a child that starts a server, prints its connection as one line of JSON, and
 * takes the server down when its standard input ends: so also after a crash or Ctrl-C of this process.
 */
export function keepService<Connection>(
  script: string,
  args: readonly string[],
): Promise<KeptService<Connection>> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.stdin.end()
    const code = await ended
    if (code !== 0) throw new Error(`${script} ended with code ${code}`)
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    ended.then((code) => reject(new Error(`${script} ended with code ${code} before it was ready`)))
    createInterface({ input: child.stdout }).once('line', (line) =>
      resolve({ connection: JSON.parse(line), stop }),
    )
  })
}

interface Shared {
  users: number
  service: Promise<KeptService<unknown>>
}

/** One service for all test projects of a run: started by the first, stopped by the last. */
export async function shareService<Connection>(
  name: string,
  start: () => Promise<KeptService<Connection>>,
): Promise<KeptService<Connection>> {
  const key = Symbol.for(`muster.test.${name}`)
  const place = globalThis as unknown as Record<symbol, Shared | undefined>
  place[key] ??= { users: 0, service: start() }
  const shared = place[key]
  shared.users += 1
  const service = (await shared.service) as KeptService<Connection>
  const stop = async () => {
    shared.users -= 1
    if (shared.users > 0) return
    delete place[key]
    await service.stop()
  }
  return { connection: service.connection, stop }
}

/** Tells the parent how to connect, then waits until it closes the pipe or ends. */
export async function serveUntilParentEnds(connection: unknown): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  process.stdout.write(`${JSON.stringify(connection)}\n`)
  process.stdin.resume()
  await new Promise((resolve) => process.stdin.once('close', resolve))
}
