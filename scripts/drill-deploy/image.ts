import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Instruction, instructionsOf } from '../../test/deploy/dockerfile-rules.ts'
import { run } from './run.ts'

const ROOT = join(import.meta.dirname, '../..')
/** In the image Muster is an account of its own; here `nobody` plays it where this is root. */
const NOBODY = 65_534
const INSIDE = '/opt/muster/'
const UP_WITHIN_MS = 180_000

/** Does what the stages of the Dockerfile do, in folders, and serves from what comes of it. */
export async function drillImage(folder: string): Promise<void> {
  const instructions = instructionsOf(await readFile(join(ROOT, 'deploy/Dockerfile'), 'utf8'))
  const second = instructions.findLastIndex(({ word }) => word === 'FROM')
  await chmod(folder, 0o755)
  const build = join(folder, 'build')
  await copyTree(build)
  for (const { word, rest } of instructions.slice(0, second)) {
    if (word !== 'RUN') continue
    const [program = '', ...args]: string[] = JSON.parse(rest)
    console.log(`build: ${[program, ...args].join(' ')}`)
    run(program, args, build)
  }
  const program = join(folder, 'run')
  await copyShipped(instructions.slice(second), { build, program })
  await serveFrom(program, folder)
}

/** What git has or would take, as it is now, as far as the image's ignore file lets it through. */
async function copyTree(to: string): Promise<void> {
  const names = run('git', [
    '-C',
    ROOT,
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
  ])
  const isSent = sentToBuild(await readFile(join(ROOT, 'deploy/Dockerfile.dockerignore'), 'utf8'))
  const deleted = new Set(run('git', ['-C', ROOT, 'ls-files', '-z', '--deleted']).split('\0'))
  for (const name of names.split('\0').filter((each) => !deleted.has(each) && isSent(each))) {
    await mkdir(join(to, dirname(name)), { recursive: true })
    await cp(join(ROOT, name), join(to, name), { verbatimSymlinks: true })
  }
}

/** The file begins by refusing everything; tests are refused again from what it lets through. */
function sentToBuild(ignore: string): (name: string) => boolean {
  const lines = ignore.split('\n').filter((line) => line.startsWith('!'))
  const paths = lines.map((line) => line.slice(1))
  return (name) =>
    paths.some((path) => name === path || name.startsWith(`${path}/`)) &&
    !/\.test\.tsx?$/u.test(name)
}

async function copyShipped(
  stage: readonly Instruction[],
  { build, program }: { readonly build: string; readonly program: string },
): Promise<void> {
  const paths = stage
    .filter(({ word, rest }) => word === 'COPY' && rest.startsWith('--from=build '))
    .flatMap(({ rest }) => rest.split(' ').filter((part) => part.startsWith(INSIDE)))
  for (const path of paths.map((each) => each.slice(INSIDE.length))) {
    await cp(join(build, path), join(program, path), { recursive: true, verbatimSymlinks: true })
  }
  run('chmod', ['-R', 'a-w,a+rX', program])
}

async function serveFrom(program: string, folder: string): Promise<void> {
  const data = join(folder, 'data')
  const port = await freePort()
  await mkdir(data)
  const config = join(folder, 'muster.yaml')
  await writeFile(config, JSON.stringify({ sources: {}, dataFolder: data, server: { port } }))
  const isRoot = process.getuid?.() === 0
  if (isRoot) await chown(data, NOBODY, NOBODY)
  const args = [
    '--max-semi-space-size=32',
    join(program, 'src/main.ts'),
    '--config',
    config,
    'serve',
  ]
  const server = spawn(process.execPath, args, {
    cwd: data,
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  })
  try {
    await untilHealthy(server, port)
    console.log(
      `run: ${run(process.execPath, [join(program, 'deploy/container/health.mjs'), `${port}`])}healthy`,
    )
    const ready = await fetch(`http://127.0.0.1:${port}/ready`)
    if (!ready.ok) throw new Error(`not ready: ${ready.status} ${await ready.text()}`)
    console.log('run: ready')
  } finally {
    await stop(server)
  }
}

async function untilHealthy(server: ChildProcess, port: number): Promise<void> {
  const until = Date.now() + UP_WITHIN_MS
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null) // not yet
    if (answer?.ok) return
    await sleep(500)
  }
  throw new Error('the server did not come up')
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  const [code] = await ended
  if (code !== 0) throw new Error(`told to stop, the server ended with ${code}`)
  console.log('run: stopped when told to')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
