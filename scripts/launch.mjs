// Starts a part of Muster on any Node from 18 on: installs what is missing, then runs it on a Node that can.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withInstallLock } from './install-lock.mjs'
import { isInstalled, nodeOfStamp, writeStamp } from './launch-stamp.mjs'
import { say } from './launch-words.mjs'
import { buildWeb, isWebBuilt } from './web-build.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OLDEST_NODE = [22, 18]
const SHIPPED = join('node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')

const [entry, ...args] = process.argv.slice(2)
/** The product itself needs no tools; tests and benchmarks do. Without an entry, all is installed. */
const wanted = { root: ROOT, tools: !entry?.startsWith('src/') }
const node = nodeOfStamp(wanted) ?? (await prepare())
if (showsWeb() && !isWebBuilt(ROOT)) await withInstallLock(ROOT, async () => buildOnce())
if (entry !== undefined) await start(resolve(ROOT, node), resolve(ROOT, entry))

/** Installs what is missing and finds the Node to run on. */
async function prepare() {
  if (!isInstalled(wanted)) {
    await withInstallLock(ROOT, async () => {
      if (!isInstalled(wanted)) await install()
    })
  }
  const found = chooseNode()
  writeStamp(wanted, found)
  return found
}

/** Commands that show the web app see to it that it is there; the others need not look. */
function showsWeb() {
  const shown = ['scripts/test.ts', 'scripts/screenshots.ts']
  return args.includes('serve') || args.includes('demo') || shown.includes(entry)
}

function buildOnce() {
  if (isWebBuilt(ROOT)) return
  say('building')
  if (!buildWeb(ROOT, resolve(ROOT, node))) say('buildFailed')
}

async function install() {
  say('installing')
  await npm(['ci'], process.env)
  if (isNewEnough(process.versions.node) || !runs(SHIPPED)) return
  // An old Node's npm leaves out optional packages that want a newer one; the one that came along is.
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  await npm(['install', '--no-save'], { ...process.env, PATH: path, NODE_NO_WARNINGS: '1' })
}

async function npm(words, env) {
  const windows = process.platform === 'win32'
  const child = spawn(windows ? 'npm.cmd' : 'npm', [...words, '--no-audit', '--no-fund'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 2, 2],
    shell: windows,
  })
  const end = await new Promise((done) => {
    child.once('error', (error) => done(error.message))
    child.once('exit', (code, signal) => done(code ?? signal))
  })
  if (end !== 0) stop('npmFailed', end)
}

/** The Node that came along where it runs, else the one that runs this, when it is new enough. */
function chooseNode() {
  if (runs(SHIPPED)) return SHIPPED
  if (!isNewEnough(process.versions.node)) stop('nodeTooOld', process.versions.node)
  return process.execPath
}

function runs(node) {
  const asked = spawnSync(join(ROOT, node), ['--version'], { encoding: 'utf8' })
  return asked.status === 0 && isNewEnough(asked.stdout.trim().slice(1))
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
}

async function start(program, file) {
  if (!existsSync(file)) stop('noEntry', file)
  const bin = join(ROOT, 'node_modules', '.bin')
  process.env.PATH = `${bin}${delimiter}${process.env.PATH ?? ''}`
  process.env.NODE_COMPILE_CACHE ??= join(ROOT, 'node_modules', '.cache', 'node')
  if (realpathSync(program) !== realpathSync(process.execPath)) return runAs(program, file)
  process.argv = [process.execPath, file, ...args]
  await import(pathToFileURL(file).href)
}

/** Ends as the child ends. The terminal tells the child of Ctrl-C by itself; other signals are passed on. */
async function runAs(program, file) {
  const child = spawn(program, [file, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGQUIT']) process.on(signal, () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise((done, failed) => {
    child.once('error', failed)
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]))
  })
}

function stop(word, detail) {
  say(word, detail)
  process.exit(1)
}
