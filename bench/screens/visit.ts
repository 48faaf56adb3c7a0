import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Frames, framesOf } from './frames.ts'
import { type Opening, openingOf } from './opening.ts'
import type { BenchPerson } from './person.ts'
import { DEVICES, type MeasuredScreen } from './screens.ts'
import { IS_THERE, IS_WHOLE, WATCHED, type Watched, watching } from './watch-page.ts'

const DIST = join(import.meta.dirname, '../../web/dist')
const PATIENCE = { timeout: 120_000 }
const SCROLLED_MS = 4000
const WHEEL_PIXELS = 180
const ROW_PIXELS = 36
const REST_MS = 1500

/** A browser at a served installation. */
export interface Visit {
  readonly browser: Browser
  readonly address: string
  readonly person: BenchPerson
}

/** A screen opened by a browser that has never been there, and by the same one again. */
export interface ColdAndWarm {
  readonly cold: Opening
  readonly warm: Opening
}

/** Opens a screen twice: with nothing of the web app kept, and again. */
export async function openColdAndWarm(visit: Visit, screen: MeasuredScreen): Promise<ColdAndWarm> {
  const context = await newcomer(visit)
  try {
    const page = await context.newPage()
    await page.addInitScript(watching(screen.there))
    const cold = await open(page, visit.address, screen)
    await page.goto('about:blank')
    return { cold, warm: await open(page, visit.address, screen) }
  } finally {
    await context.close()
  }
}

/** Signed in, with nothing of the web app in its cache. */
async function newcomer({ browser, address, person }: Visit): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const answer = await context.request.post(`${address}/api/session`, { data: person })
  if (!answer.ok()) throw new Error(`not signed in: ${await answer.text()}`)
  return context
}

async function open(page: Page, address: string, { path }: MeasuredScreen): Promise<Opening> {
  await page.goto(new URL(path, address).href, { waitUntil: 'commit', ...PATIENCE })
  await page.evaluate(IS_THERE)
  await page.keyboard.press('Tab')
  await page.evaluate(IS_WHOLE)
  await sleep(REST_MS) // what observers have to tell comes late
  const seen: Watched = await page.evaluate(WATCHED)
  return openingOf(seen, (file) => statSync(`${join(DIST, file)}.gz`).size)
}

/** What scrolling the list of devices came to. */
export interface Scrolling {
  readonly frames: Frames
  /** How many rows went by. */
  readonly rows: number
  /** From a jump to the middle of the list until the rows there were painted, in milliseconds. */
  readonly jump: number
}

const BOX = `[...document.querySelectorAll('main [role=group]')].find((box) => box.querySelector('[role=table]'))`
const WATCH_FRAMES = `(() => {
  const frames = (window.__frames = [])
  const note = (at) => { frames.push(at); window.__frame = requestAnimationFrame(note) }
  window.__frame = requestAnimationFrame(note)
})()`
const JUMP = `new Promise((resolve) => {
  const box = ${BOX}
  const from = performance.now()
  box.scrollTop = box.scrollHeight / 2
  const isThere = () => {
    const rows = [...box.querySelectorAll('[role=rowgroup] [role=row]')]
    const middle = rows.find((row) => Math.abs(row.getBoundingClientRect().top - box.getBoundingClientRect().top - 200) < 40)
    return Number(middle?.ariaRowIndex ?? middle?.getAttribute('aria-rowindex')) > 1000 && middle.querySelector('a') !== null
  }
  const look = () => isThere()
    ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
    : requestAnimationFrame(look)
  look()
})`

/** Scrolls the list of devices with the wheel, then jumps to its middle. */
export async function scrollDevices(visit: Visit): Promise<Scrolling> {
  const context = await newcomer(visit)
  try {
    const page = await context.newPage()
    await page.addInitScript(watching(DEVICES.there))
    await open(page, visit.address, DEVICES)
    const box = await page.locator('main [role=table]').boundingBox()
    if (box === null) throw new Error('there is no list of devices')
    await page.mouse.move(box.x + 300, box.y + 300)
    await page.evaluate(WATCH_FRAMES)
    const until = performance.now() + SCROLLED_MS
    while (performance.now() < until) await page.mouse.wheel(0, WHEEL_PIXELS)
    const instants: number[] = await page.evaluate(
      '(cancelAnimationFrame(window.__frame), window.__frames)',
    )
    const scrolled: number = await page.evaluate(`${BOX}.scrollTop`)
    if (scrolled === 0) throw new Error('the list of devices did not scroll')
    const jump: number = await page.evaluate(JUMP)
    return { frames: framesOf(instants), rows: Math.round(scrolled / ROW_PIXELS), jump }
  } finally {
    await context.close()
  }
}
