import { readFile, stat, statfs } from 'node:fs/promises'
import { freemem, release, totalmem, type, userInfo } from 'node:os'
import { dirname } from 'node:path'
import { judgeAccount, judgeDisk, judgeMemory, judgeVersions } from './judge-machine.ts'
import type { Remark } from './remark.ts'

/** The programs and the memory, which need no configuration to be looked at. */
export async function lookAtMachine(version: string): Promise<Remark[]> {
  const system = `${type()} ${release()} ${process.arch}`
  return [
    judgeVersions({ muster: version, node: process.versions.node, system }),
    judgeMemory({ free: await availableMemory(), total: totalmem() }),
  ]
}

/** The account by which Muster runs. */
export function lookAtAccount(isProduction: boolean): Remark {
  const isRoot = process.geteuid?.() === 0
  return judgeAccount({ name: userInfo().username, isRoot, isProduction })
}

/** The disk a folder lies on, or would lie on. */
export async function lookAtDisk(folder: string): Promise<Remark> {
  const { bavail, blocks, bsize } = await statfs(await nearestFolder(folder))
  return judgeDisk({ folder, free: bavail * bsize, total: blocks * bsize })
}

/** On Linux what caches hold can be had as well, which `freemem` does not count everywhere. */
async function availableMemory(): Promise<number> {
  const text = await readFile('/proc/meminfo', 'utf8').catch(() => '') // other systems have none
  const [, kilobytes] = /^MemAvailable:\s+(\d+) kB$/mu.exec(text) ?? []
  return kilobytes === undefined ? freemem() : Number(kilobytes) * 1_024
}

async function nearestFolder(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  )
  return isThere || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
}
