import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Where a NinjaOne answers, and how to sign in to it. */
export interface Account {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
}

/** A simulated NinjaOne in a process of its own. */
export interface Vendor {
  readonly account: Account
  /** From now on it holds the fleet of that day. */
  show(day: number): Promise<void>
  close(): Promise<void>
}

const PROCESS = join(import.meta.dirname, 'vendor-process.ts')

/** Starts a NinjaOne that holds a fleet of so many devices, on its first day. */
export async function startVendor(count: number): Promise<Vendor> {
  const child = fork(PROCESS, [String(count)])
  const account: Account = await told(child)
  return {
    account,
    async show(day) {
      child.send(day)
      await told(child)
    },
    async close() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

/** What the child says next; throws when it ends instead. */
async function told(child: ChildProcess): Promise<Account> {
  const ended = new AbortController()
  const message = once(child, 'message', { signal: ended.signal })
  child.once('exit', () => ended.abort(new Error('the simulated NinjaOne ended')))
  const [said] = await message
  return said
}
