import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { makeFleet } from '../../demo/fleet/fleet.ts'
import type { Role } from '../../src/contract/permission.ts'
import { type AccessServer, accessServer, addPerson, PASSWORD } from './access-server.ts'
import { findChromium } from './chromium.ts'
import { fleetOffice } from './fleet-office.ts'
import { testDatabase } from './postgres.ts'

/** A server with the demo's fleet that listens at a port, and a browser to look at it. */
export interface BrowserOffice {
  readonly server: AccessServer
  /** Where it listens. */
  readonly url: string
  readonly browser: Browser
  /** A window of its own, signed in as somebody with this role. */
  open(role: Role, window?: WindowOptions): Promise<OpenWindow>
  /** A window in which nobody is signed in. */
  openStranger(window?: WindowOptions): Promise<OpenWindow>
}

/** What a test configures besides. */
export interface BrowserSettings {
  readonly sources?: object
  readonly reports?: object
  readonly access?: object
}

/** How a window looks. */
export interface WindowOptions {
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly language?: 'en' | 'es'
  readonly path?: string
}

/** A window, and every address it asked something of. */
export interface OpenWindow {
  readonly page: Page
  readonly context: BrowserContext
  readonly asked: readonly string[]
  /** What a script complained of. */
  readonly complaints: readonly string[]
}

export const MONTH_END = '2026-10-31'
export const YESTERDAY = '2026-11-19'
export const TODAY = '2026-11-20'

const SIZE = 80
const SEED = 20261121
const SETTINGS = {
  sources: {
    ninjaone: { clientId: 'c' },
    threatlocker: { organisationId: 'cccc0000-0000-4000-8000-000000000001' },
  },
  access: { requestsPerMinute: 100_000 },
}
const ENV = { MUSTER_NINJAONE_CLIENT_SECRET: 's', MUSTER_THREATLOCKER_TOKEN: 't' }

/**
 * Opens all of it for one test file; the fleet was collected at a month-end, yesterday and today. `sources` stand in
 * the configuration beside the two vendors.
 */
export async function browserOffice({
  sources = {},
  access = {},
  ...more
}: BrowserSettings = {}): Promise<BrowserOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-browser-'))
  const database = await testDatabase()
  await collectDemoFleet(database, folder)
  const server = await accessServer({
    ...{ folder: join(folder, 'server'), database, env: ENV },
    settings: {
      ...{ keyRing: await keyRingIn(folder), ...SETTINGS, ...more },
      ...{
        access: { ...SETTINGS.access, ...access },
        sources: { ...SETTINGS.sources, ...sources },
      },
    },
    ...{ start: new Date(`${TODAY}T15:00:00Z`), doesJobs: true },
  })
  const url = await server.http.listen({ host: '127.0.0.1', port: 0 })
  const browser = await startChromium()
  afterAll(async () => {
    await browser.close()
    await server.close()
    await rm(folder, { recursive: true })
  })
  const openStranger = (window: WindowOptions = {}) => openWindow({ browser, url }, window)
  const known = new Set<string>()
  return {
    ...{ server, url, browser, openStranger },
    async open(role, window) {
      if (!known.has(role)) await addPerson(server, role, { role })
      known.add(role)
      const opened = await openStranger(window)
      await signIn(opened.page, role, PASSWORD)
      await opened.page.locator('main#content').waitFor()
      return opened
    },
  }
}

/** Fills the sign-in as a person does. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.locator('input[name=name]').fill(name)
  await page.locator('input[name=password]').fill(password)
  await page.locator('button[type=submit]').click()
}

async function collectDemoFleet(
  database: Awaited<ReturnType<typeof testDatabase>>,
  folder: string,
): Promise<void> {
  const fleet = makeFleet({ seed: SEED, size: SIZE, firstDay: '2026-10-01', lastDay: TODAY })
  const office = fleetOffice(database, folder)
  for (const day of [MONTH_END, YESTERDAY, TODAY]) {
    const { ninjaone, threatlocker } = fleet.on(day)
    await office.collect({ day, ninjaone, threatlocker })
  }
}

/** The keys the fleet was sealed with as it was collected. */
async function keyRingIn(folder: string): Promise<string> {
  const keys = (await readdir(folder)).find((name) => name.startsWith('keys-')) ?? ''
  return join(folder, keys, 'key-ring.json')
}

/** A browser of this machine. Throws where it has none. */
export async function startChromium(): Promise<Browser> {
  const executablePath = findChromium(process.env)
  if (executablePath === null) {
    throw new Error(
      'These tests need Chromium: install chromium, or set MUSTER_TEST_CHROMIUM to its program',
    )
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

async function openWindow(
  { browser, url }: { readonly browser: Browser; readonly url: string },
  { scheme = 'light', width = 1440, language = 'en', path = '/' }: WindowOptions,
): Promise<OpenWindow> {
  const context = await browser.newContext({
    ...{ colorScheme: scheme, locale: language === 'es' ? 'es-CU' : 'en-GB' },
    viewport: { width, height: width < 600 ? 780 : 900 },
  })
  const page = await context.newPage()
  const [asked, complaints]: [string[], string[]] = [[], []]
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (said) => {
    if (said.type() === 'error' && !said.text().includes('status of 40'))
      complaints.push(said.text())
  })
  await page.goto(new URL(path, url).href)
  return { page, context, asked, complaints }
}
