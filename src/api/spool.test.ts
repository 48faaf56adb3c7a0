import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openSpool } from './spool.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-spool-'))
afterAll(() => rm(folder, { recursive: true }))
const root = join(folder, 'spool')
beforeEach(() => rm(root, { recursive: true, force: true }))
const spoolAt = () => openSpool({ root, limits: { perCaller: 1, perServer: 1 }, deadMs: 60_000 })
const longAgo = new Date(Date.now() - 120_000)

/** A server's folder with an upload in it. */
async function left(name: string, saidAliveAt: Date | null) {
  const own = join(root, name)
  await mkdir(join(own, 'muster-sent-a'), { recursive: true })
  await writeFile(join(own, 'muster-sent-a', 'rows.csv'), 'x')
  if (saidAliveAt) {
    await writeFile(join(own, 'alive'), '.')
    await utimes(join(own, 'alive'), saidAliveAt, saidAliveAt)
  }
  await utimes(own, longAgo, longAgo)
}

describe('lookAfter', () => {
  it('makes nothing where nothing was sent', async () => {
    await spoolAt().lookAfter()
    await expect(readdir(root)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('removes what dead servers left, and nothing of the living or of others', async () => {
    await left('server-dead', longAgo)
    await left('server-cut-short', null)
    await left('server-living', new Date())
    await left('kept-by-somebody', null)
    const spool = spoolAt()
    await spool.lookAfter()
    await spool.close()

    expect((await readdir(root)).toSorted()).toEqual(['kept-by-somebody', 'server-living'])
  })

  it('says that this server is alive, so that no other takes it for dead', async () => {
    const [mine, other] = [spoolAt(), spoolAt()]
    const place = await mine.folder()
    await utimes(join(place, '../alive'), longAgo, longAgo)
    await mine.lookAfter()
    await other.folder()
    await other.lookAfter()

    expect(await readdir(place)).toEqual([])
  })
})

describe('folder', () => {
  it('is a new one even where another server took this one for dead', async () => {
    const spool = spoolAt()
    await spool.folder()
    await rm(root, { recursive: true })

    expect(await readdir(await spool.folder())).toEqual([])
  })

  it('goes with the server', async () => {
    const spool = spoolAt()
    await spool.folder()
    await spool.close()

    expect(await readdir(root)).toEqual([])
  })
})
