import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const REPOSITORY = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), "muster launch's "))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Does what npm ci does: takes all away, then puts it back, slowly. Two at once break each other. */
const NPM = `#!/bin/sh
echo "$PWD" >>"$NPM_LOG"
[ -n "$NPM_FAILS" ] && { echo 'network is unreachable' >&2; exit 7; }
mkdir busy || exit 9
rm -rf node_modules
sleep 1
mkdir -p node_modules/.bin
cp node "node_modules/.bin/node"
cp package-lock.json node_modules/.package-lock.json
rmdir busy
`

const MAIN = `
const [what, ...rest] = process.argv.slice(2)
if (what === 'end') process.exitCode = Number(rest[0])
if (what === 'wait') {
  process.on('SIGTERM', () => process.exit(5))
  setInterval(() => {}, 1000)
}
console.log(JSON.stringify({ rest, cwd: process.cwd(), path: process.env.PATH }))
`

/** Writes what a build would, where it is told to. */
const VITE = `
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
const out = join('web', process.argv[process.argv.indexOf('--outDir') + 1])
mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'index.html'), 'built')
`

let clones = 0

/** A checkout without its packages, in a folder with a space and a quote in its name. */
function freshClone(): string {
  clones += 1
  const clone = join(folder, `clone ${clones}`)
  mkdirSync(join(clone, 'src'), { recursive: true })
  for (const file of [
    'muster',
    'scripts/launch.mjs',
    'scripts/launch-stamp.mjs',
    'scripts/launch-words.mjs',
    'scripts/install-lock.mjs',
    'scripts/web-build.mjs',
    'scripts/build-web-once.mjs',
  ]) {
    cpSync(join(REPOSITORY, file), join(clone, file))
  }
  writeFileSync(join(clone, 'package.json'), '{"type":"module"}')
  writeFileSync(join(clone, 'package-lock.json'), lockFile('1.0.0'))
  writeFileSync(join(clone, 'src/main.ts'), MAIN)
  writeProgram(join(clone, 'node'), `echo start >>"$NODE_LOG"\nexec '${process.execPath}' "$@"`)
  writeProgram(join(clone, 'bin/npm'), NPM)
  return clone
}

function lockFile(version: string): string {
  const packages = {
    '': {},
    'node_modules/one': { version },
    'node_modules/two': { optional: true },
  }
  return JSON.stringify({ lockfileVersion: 3, packages })
}

function writeProgram(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text.startsWith('#!') ? text : `#!/bin/sh\n${text}\n`)
  chmodSync(file, 0o755)
}

interface Start {
  clone: string
  args?: readonly string[]
  program?: string
  cwd?: string
  environment?: Record<string, string>
}

function start({ clone, args = [], program, cwd, environment }: Start): ChildProcess {
  return spawn(program ?? join(clone, 'muster'), args, {
    cwd: cwd ?? '/',
    env: {
      ...process.env,
      LANG: 'C',
      LC_ALL: 'C',
      NPM_LOG: join(clone, 'npm.log'),
      NODE_LOG: join(clone, 'node.log'),
      PATH: `${join(clone, 'bin')}:${join(process.execPath, '..')}:/usr/bin:/bin`,
      ...environment,
    },
  })
}

async function run(what: Start) {
  const child = start(what)
  let out = ''
  let error = ''
  child.stdout?.on('data', (part) => {
    out += part
  })
  child.stderr?.on('data', (part) => {
    error += part
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  return { code, out, error }
}

function linesOf(clone: string, log: string): number {
  const file = join(clone, log)
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0
}

describe('muster', () => {
  it('installs what is missing, says so, and runs from any folder with its arguments whole', async () => {
    const clone = freshClone()
    const { code, out, error } = await run({ clone, args: ['end', '3', 'a b', ''], cwd: folder })
    expect(error).toContain('Installing the packages')
    expect(JSON.parse(out)).toMatchObject({ rest: ['3', 'a b', ''], cwd: folder })
    expect(JSON.parse(out).path.startsWith(join(clone, 'node_modules/.bin'))).toBe(true)
    expect(code).toBe(3)
    expect(existsSync(join(clone, '.install-lock'))).toBe(false)
  })

  it('builds the web app once before it serves, also when all else is there', async () => {
    const clone = freshClone()
    await run({ clone })
    mkdirSync(join(clone, 'web'))
    writeFileSync(join(clone, 'web/index.html'), '')
    mkdirSync(join(clone, 'node_modules/vite/bin'), { recursive: true })
    writeFileSync(join(clone, 'node_modules/vite/bin/vite.js'), VITE)
    const serve = { clone, args: ['--config', 'muster.yaml', 'serve'] }
    const other = await run({ clone, args: ['plan'] })
    const [first, second] = [await run(serve), await run(serve)]

    expect(other.error).toBe('')
    expect(first.error).toContain('Building the web app')
    expect([second.error, second.code]).toEqual(['', 0])
    expect(readFileSync(join(clone, 'web/dist/index.html'), 'utf8')).toBe('built')
  })

  it('starts one Node and nothing else when all is installed', async () => {
    const clone = freshClone()
    await run({ clone })
    rmSync(join(clone, 'node.log'))
    const { code, error } = await run({ clone, args: ['end', '4'] })
    expect({ code, error }).toEqual({ code: 4, error: '' })
    expect(linesOf(clone, 'node.log')).toBe(1)
    expect(linesOf(clone, 'npm.log')).toBe(1)
  })

  it('runs through a link to a link in another folder', async () => {
    const clone = freshClone()
    symlinkSync(join(clone, 'muster'), join(clone, 'first link'))
    symlinkSync('first link', join(clone, 'second link'))
    const { code } = await run({ clone, program: join(clone, 'second link'), args: ['end', '6'] })
    expect(code).toBe(6)
  })

  it('installs once when three start together on a fresh clone', async () => {
    const clone = freshClone()
    const runs = await Promise.all([1, 2, 3].map(() => run({ clone, args: ['end', '0'] })))
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(runs.filter(({ error }) => error.includes('waiting for it')).length).toBeGreaterThan(0)
    expect(linesOf(clone, 'npm.log')).toBe(1)
  })

  it('installs again when the lock file asks for another version', async () => {
    const clone = freshClone()
    await run({ clone })
    writeFileSync(join(clone, 'package-lock.json'), lockFile('2.0.0'))
    utimesSync(join(clone, 'package-lock.json'), new Date(), new Date(Date.now() + 5000))
    await run({ clone })
    expect(linesOf(clone, 'npm.log')).toBe(2)
  })

  it('does not install again because a copy made the lock file newer', async () => {
    const clone = freshClone()
    await run({ clone })
    utimesSync(join(clone, 'package-lock.json'), new Date(), new Date(Date.now() + 5000))
    const { code } = await run({ clone, args: ['end', '2'], environment: { NPM_FAILS: '1' } })
    expect(code).toBe(2)
    expect(linesOf(clone, 'npm.log')).toBe(1)
  })

  it('takes over the installation of a start that was killed', async () => {
    const clone = freshClone()
    const lock = join(clone, '.install-lock')
    writeFileSync(lock, '1\n')
    utimesSync(lock, new Date(0), new Date(0))
    const { code } = await run({ clone, args: ['end', '0'] })
    expect(code).toBe(0)
  })

  it('says what to do when npm fails, and leaves no lock', async () => {
    const clone = freshClone()
    const { code, error } = await run({ clone, environment: { NPM_FAILS: '1' } })
    expect(code).toBe(1)
    expect(error).toContain('network is unreachable')
    expect(error).toContain('npm could not install the packages (7)')
    expect(existsSync(join(clone, '.install-lock'))).toBe(false)
  })

  it('speaks Spanish on a Spanish terminal', async () => {
    const clone = freshClone()
    const { error } = await run({ clone, environment: { NPM_FAILS: '1', LC_ALL: 'es_ES.UTF-8' } })
    expect(error).toContain('npm no pudo instalar los paquetes (7)')
  })

  it('runs on the Node at hand when the one that came along does not run', async () => {
    const clone = freshClone()
    writeProgram(join(clone, 'node'), 'exit 1')
    const { code, error } = await run({ clone, args: ['end', '8'] })
    expect(error).not.toContain('Node 22.18')
    expect(code).toBe(8)
  })

  it('passes a signal on and ends with the code of the program', async () => {
    const clone = freshClone()
    await run({ clone })
    rmSync(join(clone, 'node_modules/.muster-ready'))
    const launcher = [join(clone, 'scripts/launch.mjs'), 'src/main.ts', 'wait']
    const child = start({ clone, program: process.execPath, args: launcher })
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    child.kill('SIGTERM')
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect(code).toBe(5)
  })
})
