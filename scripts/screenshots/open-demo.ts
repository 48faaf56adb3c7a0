import { mkdir, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { type App, createApp } from '../../src/app.ts'
import { prepareDemo } from '../../src/cli/demo.ts'
import { type ServedDemo, startDemo } from '../../src/cli/demo-serving.ts'
import { playDemo } from '../../src/cli/play-demo.ts'
import { readConfig } from '../../src/cli/read-config.ts'
import { SILENT } from '../../src/lib/progress.ts'

/** The hour at which all pictures are taken, so that they differ only where the screens do. */
export const PICTURE_TIME = new Date('2026-11-21T15:00:00Z')

/** A demo that is served, with something of each kind that has a page of its own. */
export interface PicturedDemo {
  readonly address: string
  readonly name: string
  readonly password: string
  readonly record: string
  readonly run: number
  close(): Promise<void>
}

/** Plays the demo at the hour of the pictures in a folder of its own, and serves it. */
export async function openDemo(): Promise<PicturedDemo> {
  const folder = join(tmpdir(), 'muster-screens')
  await mkdir(folder, { recursive: true })
  const { config, ocsFile } = await prepareDemo(folder, 'en')
  const app = await createApp(await readConfig({}, config, 'en'), {
    ...{ actor: 'ana', host: 'pc-1', pid: process.pid, version: '0.1.0', language: 'en' },
    ...{ progress: SILENT, now: () => PICTURE_TIME, signal: new AbortController().signal },
    input: () => Readable.from([]),
  })
  await playDemo(app, { tell: () => {}, folder, ocsFile })
  await haveAllBefore(app)
  const served = await startDemo(app, 0)
  const { address, name, password, close } = served
  return {
    ...{ address, name, password, ...(await examplesOf(served)) },
    async close() {
      await close()
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Runs, plans and files are timed by clocks of their own; they are put before the hour of the pictures. */
async function haveAllBefore({ database, settings }: App): Promise<void> {
  await database.pool.query(
    `update run
     set asked_at = asked_at + shift, started_at = started_at + shift, ended_at = ended_at + shift
     from (select $1::timestamptz - interval '5 minutes' - max(ended_at) as shift from run) as latest`,
    [PICTURE_TIME],
  )
  await database.pool.query(`update plan set made_at = $1::timestamptz - interval '6 minutes'`, [
    PICTURE_TIME,
  ])
  const { folder: reports } = settings.reports
  for (const file of await readdir(reports)) {
    await utimes(join(reports, file), PICTURE_TIME, PICTURE_TIME)
  }
}

const SignedIn = z.object({ accessToken: z.string() })
const Listed = z.object({
  items: z.array(z.object({ ref: z.string().optional(), id: z.number().optional() })),
})

/** A machine that something is wrong with, and the run that made the plan, as the API tells them. */
async function examplesOf({
  address,
  name,
  password,
}: Pick<ServedDemo, 'address' | 'name' | 'password'>) {
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password, means: 'tokens' }),
  })
  const { accessToken } = SignedIn.parse(await signedIn.json())
  const first = async (path: string) => {
    const answer = await fetch(`${address}${path}`, {
      headers: { authorization: `Bearer ${accessToken}` },
    })
    return Listed.parse(await answer.json()).items[0]
  }
  const machine = await first('/api/devices?limit=1&source=threatlocker')
  const run = await first('/api/runs?task=plan&limit=1')
  return { record: machine?.ref ?? '', run: run?.id ?? 1 }
}
