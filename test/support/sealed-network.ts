import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Readable } from 'node:stream'

/** All that the programs started here find on their path: no Node, no npm, no PostgreSQL, nothing that fetches. */
const TOOLS = ['sh', 'dirname', 'readlink', 'mkdir']
/** Root gives the database an account of its own. */
const TOOLS_OF_ROOT = ['id', 'useradd']
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
/** Nobody answers at this port, whatever is asked for. */
const NOWHERE = 'http://127.0.0.1:9'

/** A place from which no other machine is reached. */
export interface SealedNetwork {
  /**
   * `namespace`: the kernel gives it a loopback and no other way out. `environment`: where that may not be made, only
   * proxies and registries that are not there.
   */
  readonly kind: 'namespace' | 'environment'
  /** Starts a program in it, as this account or, where root asks, as another. */
  start(program: string, args: readonly string[], how: StartedHow): Started
  /** A program that does the same as `program`, from within. */
  within(program: string): string
  /** The routes out of it that the kernel knows; null where they are those of the machine. */
  routes(): string[] | null
  close(): void
}

/** Nothing is typed to it; what it says can be read. */
export type Started = ChildProcessByStdio<null, Readable, Readable>

/** In which environment, and as whom when not as this account. */
export interface StartedHow {
  readonly env: Readonly<Record<string, string>>
  readonly as?: { readonly uid: number; readonly gid: number }
}

/** @param folder where helpers of it may lie; taken away by who made it. */
export async function sealedNetwork(folder: string): Promise<SealedNetwork> {
  const path = join(folder, 'tools')
  mkdirSync(path)
  const tools = process.getuid?.() === 0 ? [...TOOLS, ...TOOLS_OF_ROOT] : TOOLS
  for (const tool of tools) symlinkSync(findTool(tool), join(path, tool))
  const keeper = await keepNamespace()
  const enter = keeper ? [findTool('nsenter'), `--net=/proc/${keeper.pid}/ns/net`] : []
  return {
    kind: keeper ? 'namespace' : 'environment',
    start(program, args, { env, as }) {
      const account = as ? [findTool('setpriv'), ...accountWords(as)] : []
      const [first = '', ...rest] = [...enter, ...account, program, ...args]
      return spawn(first, rest, {
        cwd: '/',
        env: { PATH: path, ...(keeper ? {} : PROXIES), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    },
    within(program) {
      if (!keeper) return program
      const file = join(folder, 'within.sh')
      writeFileSync(file, `#!/bin/sh\nexec ${enter.join(' ')} "${program}" "$@"\n`)
      chmodSync(file, 0o755)
      return file
    },
    routes: () => (keeper ? routesOf(keeper) : null),
    close: () => void keeper?.kill('SIGKILL'),
  }
}

const PROXIES = {
  ...{ http_proxy: NOWHERE, https_proxy: NOWHERE, HTTP_PROXY: NOWHERE, HTTPS_PROXY: NOWHERE },
  ...{ npm_config_registry: NOWHERE, npm_config_offline: 'true', NODE_USE_ENV_PROXY: '1' },
}

function accountWords({ uid, gid }: { readonly uid: number; readonly gid: number }): string[] {
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
}

/** A process that holds a network of its own open; null where this account may not make one. */
async function keepNamespace(): Promise<ChildProcess | null> {
  const script = "exec unshare --net sh -c 'ip link set lo up && echo up && exec sleep 3600'"
  const keeper = spawn('sh', ['-c', script], {
    env: { PATH: FOLDERS.join(delimiter) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const isUp = await Promise.race([
    once(keeper.stdout, 'data').then(() => true),
    once(keeper, 'close').then(() => false),
    once(keeper, 'error').then(() => false),
  ])
  return isUp ? keeper : null
}

/** One line each, but for the heading and what leads to the machine itself. */
function routesOf({ pid }: ChildProcess): string[] {
  const read = (name: string) =>
    readFileSync(`/proc/${pid}/net/${name}`, 'utf8').trimEnd().split('\n')
  const elsewhere = read('ipv6_route').filter((line) => !/\blo$/u.test(line))
  return [...read('route').slice(1), ...elsewhere].filter(Boolean)
}

function findTool(name: string): string {
  const { stdout } = spawnSync('sh', ['-c', `command -v ${name}`], {
    ...{ encoding: 'utf8', env: { PATH: FOLDERS.join(delimiter) } },
  })
  const path = stdout.trim()
  if (path === '') throw new Error(`this test needs the program ${name}`)
  return path
}
