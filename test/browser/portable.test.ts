import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { freePort } from '../../src/cli/free-port.ts'
import { signIn } from '../support/browser-office.ts'
import { findChromium } from '../support/chromium.ts'
import {
  type SealedNetwork,
  type Started,
  type StartedHow,
  sealedNetwork,
} from '../support/sealed-network.ts'
import { unpackZip } from '../support/unpack-zip.ts'

const ROOT = join(import.meta.dirname, '../..')
const NAME = `muster-${packageFile.version}-linux-x64`
const ZIP = `${NAME}.zip`
const WHERE = 'un disco de José'
const NOBODY = { uid: 65_534, gid: 65_534 }
/** Where the database of root lies, which can be no place only root may enter. */
const CLUSTERS_OF_ROOT = '/var/lib/muster/clusters'
/** Two cores for a browser, a server, a database and a compressor, and others use them too. */
const LONG_MS = 300_000

const isRoot = process.getuid?.() === 0
const accounts: readonly (readonly [string, StartedHow['as']])[] = isRoot
  ? [
      ['root', undefined],
      ['somebody who may not write to it', NOBODY],
    ]
  : [['its owner', undefined]]

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('the portable zip', () => {
  let folder: string
  let said: string
  let names: string[]
  let network: SealedNetwork
  let browser: Browser

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'muster-portable-'))
    await chmod(folder, 0o755)
    const made = ['scripts/portable.ts', '--target', 'this', '--output', join(folder, 'made')]
    said = execFileSync(process.execPath, made, { cwd: ROOT, encoding: 'utf8' })
    names = await unpackZip(join(folder, 'made', ZIP), join(folder, WHERE))
    network = await sealedNetwork(folder)
    const executablePath = network.within(findChromium(process.env) ?? '')
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  }, LONG_MS)

  afterAll(async () => {
    await browser?.close()
    network?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('is made of what is installed, and its sum is told and stands beside it', async () => {
    const sum = createHash('sha256')
      .update(await readFile(join(folder, 'made', ZIP)))
      .digest('hex')

    expect(said).not.toContain('fetched')
    expect(said).toContain(`${sum}  ${ZIP}`)
    expect(await readFile(join(folder, 'made/SHA256SUMS'), 'utf8')).toBe(`${sum}  ${ZIP}\n`)
  })

  it('holds no test, no tool, no history of the source and nothing of who made it', () => {
    const own = names.filter((name) => !name.startsWith(`${NAME}/node_modules/`))
    const tools = Object.keys(packageFile.devDependencies)

    expect(names.every((name) => name.startsWith(`${NAME}/`))).toBe(true)
    expect(names).toEqual(names.toSorted())
    expect(names.filter((name) => /\/\.(?:git|svn|hg)(?:\/|$)/u.test(name))).toEqual([])
    expect(own.filter((name) => /\.test\.|\/(?:test|bench|data|\.[^/]+)\//u.test(name))).toEqual([])
    expect(
      tools.filter((tool) =>
        names.some((name) => name.startsWith(`${NAME}/node_modules/${tool}/`)),
      ),
    ).toEqual([])
  })

  it('holds the licences of the libraries whose code is in the web app', async () => {
    const notices = await readFile(join(folder, WHERE, NAME, 'web/dist/licences.md'), 'utf8')

    for (const library of ['react', 'echarts', '@mantine/core']) {
      expect(notices).toMatch(new RegExp(`^## ${library} - \\d`, 'mu'))
    }
  })

  it.each(accounts)(
    'is started as %s, without a network, and shows its first page',
    async (_who, as) => {
      const data = join(folder, as ? 'datos de nadie' : WHERE, 'muster-data')
      if (as) {
        await mkdir(join(data, '..'))
        await chmod(join(data, '..'), 0o777)
      }
      const how = { env: as ? { MUSTER_DATA: data } : {}, ...(as ? { as } : {}) }
      const begin = (...words: string[]) =>
        network.start(join(folder, WHERE, NAME, 'start.sh'), words, how)

      const [, written] = await ended(begin('init'))
      expect(written).toContain(join(data, 'muster.yaml'))
      expect((await stat(data)).mode & 0o777).toBe(0o700)
      await listenAtFreePort(join(data, 'muster.yaml'))

      const server = begin()
      onTestFinished(async () => {
        await stopped(server)
        if (isRoot && !as) await removeClusterOfRoot(data)
      })
      const told = collectTold(server)
      const address = await told.until(/^Muster listens at (\S+)$/mu)
      const password = await told.until(/one-time password (\S+)$/mu)
      expect(network.routes() ?? []).toEqual([])

      const { asked, complaints } = await signInAt(browser, address, password)
      expect(asked.filter((url) => !url.startsWith(`${address}/`))).toEqual([])
      expect(complaints).toEqual([])

      expect(await stopped(server)).toBe(0)
    },
    LONG_MS,
  )
})

/** As far as the page on which a first administrator chooses a password. */
async function signInAt(browser: Browser, address: string, password: string) {
  const page = await browser.newPage({ locale: 'en-GB' })
  const [asked, complaints]: [string[], string[]] = [[], []]
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${address}/`)
  expect(await page.title()).toContain('Muster')
  await signIn(page, 'admin', password)
  await page.locator('input[name=next]').waitFor()
  await page.close()
  return { asked, complaints }
}

async function listenAtFreePort(config: string): Promise<void> {
  const written = await readFile(config, 'utf8')
  const port = await freePort('127.0.0.1', 8080)
  await writeFile(config, written.replace('port: 8080', `port: ${port}`))
}

async function ended(child: Started): Promise<[number | null, string]> {
  const [[code], out, errors] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ])
  if (code !== 0) throw new Error(`ended with ${code}: ${out}${errors}`)
  return [code, out]
}

/** Asks a server to stop, where it runs; gives the code it ended with. */
async function stopped(server: Started): Promise<number | null> {
  if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit')
  return server.exitCode
}

/** What a program says, waited for line by line. Fails where the program ends first. */
function collectTold(child: Started) {
  let all = ''
  let isOver = false
  const more = () => Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  child.stdout.on('data', (chunk) => (all += chunk))
  child.stderr.on('data', (chunk) => (all += chunk))
  child.once('exit', () => (isOver = true))
  return {
    async until(pattern: RegExp): Promise<string> {
      for (;;) {
        const found = pattern.exec(all)?.[1]
        if (found !== undefined) return found
        if (isOver) throw new Error(`it ended having said: ${all}`)
        await more()
      }
    },
  }
}

/** Outside of the data folder there is but this. */
async function removeClusterOfRoot(data: string): Promise<void> {
  const id = await readFile(join(data, 'data/postgres-cluster'), 'utf8')
  await rm(join(CLUSTERS_OF_ROOT, id.trim()), { recursive: true })
}
