import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { AppError } from '../../lib/errors.ts'
import { giveTo } from './embedded-account.ts'
import { program } from './embedded-binaries.ts'
import { type Cluster, DATABASE, filesOf, SUPERUSER } from './embedded-files.ts'

/** Fills an empty cluster folder: PostgreSQL's data, our database in it, and the places of a server. */
export async function initialise(cluster: Cluster): Promise<void> {
  const files = filesOf(cluster)
  await writePassword(cluster)
  await run(cluster, { name: 'initdb', args: initdbArguments(cluster), input: '' })
  await run(cluster, {
    name: 'postgres',
    args: ['--single', '-D', files.data, 'postgres'],
    input: `create database ${DATABASE}
`,
  })
  await mkdir(files.sockets, { mode: 0o700 })
  await giveTo(cluster.account, files.sockets)
  for (const file of [files.log, files.startLock]) {
    await writeFile(file, '', { mode: 0o600 })
    await giveTo(cluster.account, file)
  }
}

/** Without sockets that a folder protects, whoever connects must know a password. */
async function writePassword(cluster: Cluster): Promise<void> {
  if (process.platform !== 'win32') return
  await writeFile(filesOf(cluster).password, randomBytes(24).toString('hex'), { mode: 0o600 })
}

function initdbArguments(cluster: Cluster): string[] {
  const { data, password } = filesOf(cluster)
  const usual = ['-D', data, '-U', SUPERUSER, '--encoding=UTF8', '--data-checksums']
  const access =
    process.platform === 'win32'
      ? ['--auth=scram-sha-256', `--pwfile=${password}`]
      : ['--auth=trust']
  return [...usual, ...localeArguments(cluster), ...access]
}

/** The same order of text everywhere: by code point. Only Linux is sure to know it as a locale. */
function localeArguments({ binaries }: Cluster): string[] {
  if (process.platform === 'linux') return ['--locale=C.UTF-8']
  if (binaries.major < 17) return ['--locale=C']
  return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
}

interface Step {
  name: string
  args: readonly string[]
  /** What the program reads. */
  input: string
}

async function run(cluster: Cluster, { name, args, input }: Step): Promise<void> {
  const child = spawn(program(cluster.binaries, name), args, {
    ...cluster.account,
    cwd: cluster.folder,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (part) => said.push(part))
  child.stderr.on('data', (part) => said.push(part))
  child.stdin.on('error', () => {}) // it may end before it reads; its exit code tells
  child.stdin.end(input)
  const end = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(code ?? signal ?? '?'))
  })
  if (end === 0) return
  const output = Buffer.concat(said).toString().trim().slice(-2000)
  throw new AppError('database.start-failed', {
    folder: cluster.folder,
    reason: 'not-made',
    said: `${name} (${end})${output && `: ${output}`}`,
  })
}
