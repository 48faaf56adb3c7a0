import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { explain } from '../../language/error-words.ts'
import { AppError } from '../../lib/errors.ts'
import { systemAccount } from './embedded-account.ts'
import { findBinaries } from './embedded-binaries.ts'
import { type Cluster, filesOf } from './embedded-files.ts'
import { initialise } from './embedded-initdb.ts'
import { startServer, stopServer } from './embedded-server.ts'

const LONG_AGO = 0
const IN_A_MINUTE = Date.now() + 60_000
/** Sentences of ours would show here: what people read is made of codes, in their language. */
const ENGLISH = /\b(?:the|not|did|does|is|was|there|any|this|with|it)\b/u

const root = mkdtempSync(join(tmpdir(), 'muster-f-'))
const started: ChildProcess[] = []
let folders = 0

afterEach(() => vi.unstubAllEnvs())

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

function newFolder(): string {
  folders += 1
  const folder = join(root, `${folders}`)
  mkdirSync(folder)
  return folder
}

/** A folder of programs that do what their shell text says. */
function programs(textByName: Record<string, string>): string {
  const folder = newFolder()
  for (const [name, text] of Object.entries(textByName)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

/** A cluster with nothing in it, whose programs lie in `binFolder`. */
function emptyCluster(binFolder: string): Cluster {
  const folder = newFolder()
  mkdirSync(join(folder, 'data'))
  mkdirSync(join(folder, 'sockets'))
  const binaries = { folder: binFolder, major: 18, shippedAs: null }
  return { folder, account: null, binaries }
}

async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const end = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(end instanceof AppError)) throw new Error(`no named failure: ${String(end)}`)
  return end
}

describe.skipIf(process.platform === 'win32')('findBinaries', () => {
  const triedIn = async (binFolder: string, major: number | null) => {
    const error = await failureOf(findBinaries({ binFolder, major }))
    return { code: error.code, details: error.details, es: explain(error, 'es') }
  }

  it.each([
    ['no-program', {}, ''],
    ['does-not-run', { postgres: 'echo "libz.so.9: falta" >&2; exit 127' }, 'libz.so.9: falta'],
    ['does-not-run', { postgres: 'exit 3' }, '3'],
    ['unknown-version', { postgres: 'echo PostgreSQL' }, 'PostgreSQL'],
    ['other-version', { postgres: 'echo PostgreSQL 14.9' }, 'PostgreSQL 14.9'],
  ])('says %s of a folder by its code, and what its program said', async (reason, texts, said) => {
    const binFolder = programs(texts)
    const { code, details, es } = await triedIn(binFolder, null)
    expect(code).toBe('database.no-binaries')
    expect(details).toEqual({
      needed: { kind: 'from', major: 15 },
      tried: [{ place: binFolder, reason, said }],
    })
    expect(es).not.toMatch(ENGLISH)
  })

  it('says that a program which is there but lacks its loader does not run', async () => {
    const binFolder = programs({})
    writeFileSync(join(binFolder, 'postgres'), '#!/no/such/loader\n')
    chmodSync(join(binFolder, 'postgres'), 0o755)
    const { details } = await triedIn(binFolder, null)
    expect(details).toMatchObject({ tried: [{ reason: 'does-not-run' }] })
  })

  it('asks for the version that made the database, and no newer one', async () => {
    const binFolder = programs({ postgres: 'echo PostgreSQL 18.1' })
    const { details } = await triedIn(binFolder, 17)
    expect(details).toMatchObject({
      needed: { kind: 'only', major: 17 },
      tried: [{ reason: 'other-version', said: 'PostgreSQL 18.1' }],
    })
    expect((await findBinaries({ binFolder, major: 18 })).major).toBe(18)
  })
})

describe.skipIf(process.platform === 'win32')('systemAccount', () => {
  it('says at once that the system has no tool to make an account', async () => {
    vi.stubEnv('PATH', newFolder())
    const error = await failureOf(systemAccount())
    expect(error.code).toBe('database.no-system-user')
    expect(error.details).toEqual({ user: 'muster-db', reason: 'no-tool', said: '' })
    expect(explain(error, 'es')).not.toMatch(ENGLISH)
  })
})

describe.skipIf(process.platform === 'win32')('initialise', () => {
  it.each([
    ['echo "sin espacio" >&2; exit 3', 'initdb (3): sin espacio'],
    ['kill -9 $$', 'initdb (SIGKILL)'],
  ])('quotes initdb that did this: %s', async (text, said) => {
    const error = await failureOf(initialise(emptyCluster(programs({ initdb: text }))))
    expect(error).toMatchObject({
      code: 'database.start-failed',
      details: { reason: 'not-made', said },
    })
    expect(explain(error, 'es')).not.toMatch(ENGLISH)
  })

  it('quotes the system where initdb cannot be run', async () => {
    const error = await failureOf(initialise(emptyCluster(newFolder())))
    expect(error.details).toMatchObject({
      reason: 'not-made',
      said: expect.stringMatching(/ENOENT/u),
    })
  })
})

describe.skipIf(process.platform === 'win32')('startServer', () => {
  const absent = async () => ({ kind: 'absent' }) as const
  const busy = async () => ({ kind: 'busy' }) as const

  it.each([
    { reason: 'not-launched', texts: {}, until: IN_A_MINUTE, attempt: absent, said: /ENOENT/u },
    {
      reason: 'ended-at-once',
      texts: { postgres: 'echo "FATAL: XX" >&2; exit 1' },
      until: IN_A_MINUTE,
      attempt: absent,
      said: /^FATAL: XX$/u,
    },
    { reason: 'does-not-answer', texts: {}, until: LONG_AGO, attempt: busy, said: /^$/u },
  ])('says $reason by its code', async ({ reason, texts, until, attempt, said }) => {
    const cluster = emptyCluster(programs(texts))
    const error = await failureOf(startServer(cluster, until, attempt))
    expect(error.code).toBe('database.start-failed')
    const { folder } = cluster
    expect(error.details).toEqual({ folder, reason, said: expect.stringMatching(said) })
    expect(explain(error, 'es')).not.toMatch(ENGLISH)
  })

  it('says by its code that another process has been starting the server for too long', async () => {
    const cluster = emptyCluster(newFolder())
    const other = new DatabaseSync(filesOf(cluster).startLock)
    other.exec('begin exclusive')
    const error = await failureOf(startServer(cluster, LONG_AGO, absent))
    other.close()
    expect(error.details).toMatchObject({ reason: 'started-elsewhere', said: '' })
  })
})

describe.skipIf(process.platform !== 'linux')('stopServer', () => {
  it('names a server that does not stop in time, in words of its own', async () => {
    const cluster = emptyCluster(newFolder())
    const { data, postmaster } = filesOf(cluster)
    const stubborn = spawn('sh', ['-c', 'trap "" INT; echo up; while :; do sleep 1; done'], {
      cwd: data,
    })
    started.push(stubborn)
    await once(stubborn.stdout, 'data')
    writeFileSync(postmaster, `${stubborn.pid}\n${data}\n1\n5432\n\n\n`)
    const error = await failureOf(stopServer(cluster, stubborn.pid ?? 0, LONG_AGO))
    expect(error.code).toBe('database.stop-failed')
    expect(error.details).toEqual({ folder: cluster.folder, said: '' })
    expect(explain(error, 'es')).not.toMatch(ENGLISH)
  })
})
