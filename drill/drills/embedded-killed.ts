import { setTimeout as sleep } from 'node:timers/promises'
import type { Drill, Scene } from '../drill.ts'
import { instants } from '../kill/instants.ts'
import { until } from '../kill/jobs.ts'
import { endingOf, partsOf, wholeFiles } from '../kill/own-events.ts'
import type { Tally, Verdict } from '../tally.ts'
import { type OwnFolder, withOwnFolder } from '../world/own-folder.ts'

const SERVER_WITHIN_MS = 60_000
const QUICK_ROUNDS = 1
const ROUNDS = 8

/** The first process of the server, once there is one. */
async function serverOf(own: OwnFolder): Promise<number> {
  let pid: number | null = null
  const isUp = await until(SERVER_WITHIN_MS, async () => {
    pid = await own.serverPid()
    return pid !== null
  })
  if (!isUp || pid === null) throw new Error('the server that comes along did not start')
  return pid
}

/** Kills the server under a command; every other time the command with it. */
async function killUnder(
  own: OwnFolder,
  { waitMs, isBoth }: { readonly waitMs: number; readonly isBoth: boolean },
  { saw }: Tally,
): Promise<Verdict> {
  const first = own.ingest(2)
  const server = await serverOf(own)
  await sleep(waitMs)
  if (isBoth) first.signal('SIGKILL')
  const isKilled = kill(server)
  const end = await first.ended
  saw(isKilled ? `the command: ${endingOf(end)}` : 'the server had ended before')
  const parts = await partsOf(own, 2)
  const again = await own.ingest(2).ended
  const { lost, wrong } = await wholeFiles(own, [1, 2])
  const said = endingOf(again)
  const isTold = isBoth || end.answer !== null
  return {
    lost,
    wrong: [
      ...[...parts, ...wrong],
      ...(said === 'taken' || said === 'same' ? [] : [`run again it said ${again.said}`]),
      ...(isTold ? [] : [`nothing was said of it: ${end.said}`]),
    ],
  }
}

function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

async function run({ seed, isQuick, tally }: Scene): Promise<void> {
  const kills = isQuick ? QUICK_ROUNDS : ROUNDS
  for (const [at, share] of instants({ seed, drill: 'embedded-killed', kills }).entries()) {
    const isBoth = at % 2 === 1
    const how = `seed ${seed}, at ${share.toFixed(4)}${isBoth ? ', with its command' : ''}`
    await tally.attempt(how, () =>
      withOwnFolder(async (own) => {
        await own.ingest(1).ended
        const from = performance.now()
        const other = own.ingest(3)
        await serverOf(own)
        const startMs = performance.now() - from
        await other.ended
        const lifeMs = performance.now() - from - startMs
        return killUnder(own, { waitMs: share * lifeMs, isBoth }, tally)
      }),
    )
  }
}

export const embeddedKilled: Drill = {
  name: 'embedded-killed',
  does: 'kill -9 of the PostgreSQL that comes along, alone and with the command that uses it',
  killShare: 0,
  run,
}
