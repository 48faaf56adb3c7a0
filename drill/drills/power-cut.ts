import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Drill, Scene } from '../drill.ts'
import { instants } from '../kill/instants.ts'
import { until } from '../kill/jobs.ts'
import { endingOf, partsOf, wholeFiles } from '../kill/own-events.ts'
import type { Tally, Verdict } from '../tally.ts'
import { type OwnFolder, withOwnFolder } from '../world/own-folder.ts'

const SERVER_WITHIN_MS = 60_000

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return text.split(' ').filter(Boolean).map(Number)
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {} // it has ended by itself
  }
}

/** Copies the data folder at one instant: every process of the server stands still meanwhile. */
async function copyAtOnce(own: OwnFolder): Promise<string> {
  const server = await own.serverPid()
  if (server === null) return own.copy() // it has ended, and nothing moves
  signalAll([server], 'SIGSTOP') // first, so that it starts no others
  const all = [server, ...(await childrenOf(server))]
  signalAll(all, 'SIGSTOP')
  try {
    return await own.copy()
  } finally {
    signalAll(all.toReversed(), 'SIGCONT')
  }
}

/** One file is acknowledged, another on its way; the copy has the first and all or nothing of the other. */
async function cutAt(own: OwnFolder, share: number, { saw }: Tally): Promise<Verdict> {
  await own.ingest(1).ended
  const lifeMs = await lifeOf(own)
  const second = own.ingest(2)
  await serverIsUp(own)
  await sleep(share * lifeMs)
  saw((await own.serverPid()) === null ? 'copied at rest' : 'copied while the server ran')
  const copy = await copyAtOnce(own)
  const end = await second.ended
  const before = await wholeFiles(own, [1], { from: copy, when: 'always' })
  const parts = await partsOf(own, 2, copy)
  const again = await own.ingest(2, copy).ended
  saw(`in the copy the file under way was ${endingOf(again)}`)
  const inCopy = await wholeFiles(own, [1, 2], { from: copy })
  const inPlace = await wholeFiles(own, [1, 2])
  const said = endingOf(end)
  return {
    lost: [...before.lost, ...inCopy.lost, ...inPlace.lost],
    wrong: [
      ...(said === 'taken' ? [] : [`what stood still for a while said ${end.said}`]),
      ...[...parts, ...before.wrong, ...inCopy.wrong, ...inPlace.wrong],
    ],
  }
}

/** How long the server is there for one file. */
async function lifeOf(own: OwnFolder): Promise<number> {
  const third = own.ingest(3)
  await serverIsUp(own)
  const from = performance.now()
  await third.ended
  return performance.now() - from
}

async function serverIsUp(own: OwnFolder): Promise<void> {
  const isUp = await until(SERVER_WITHIN_MS, async () => (await own.serverPid()) !== null)
  if (!isUp) throw new Error('the server that comes along did not start')
}

async function run({ seed, isQuick, tally }: Scene): Promise<void> {
  const kills = isQuick ? 1 : 8
  for (const share of instants({ seed, drill: 'power-cut', kills })) {
    await tally.attempt(`seed ${seed}, copied at ${share.toFixed(4)}`, () =>
      withOwnFolder((own) => cutAt(own, share, tally)),
    )
  }
}

export const powerCut: Drill = {
  name: 'power-cut',
  does: 'the data folder is copied at one instant while a file is taken in, and the copy is opened',
  killShare: 0,
  run,
}
