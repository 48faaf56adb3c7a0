import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { PICTURE_TIME, type PicturedDemo } from './open-demo.ts'

/** How a screen is looked at. */
export interface Look {
  readonly scheme: 'light' | 'dark'
  readonly width: number
  readonly language: 'en' | 'es'
}

const QUALITY = 82
/** Charts are drawn after what they show has come. */
const DRAWN_MS = 900
const PATIENCE_MS = 15_000

/** Signs in to look so; what it gives goes to an address and takes a picture of it as WebP. */
export async function openScreens(
  browser: Browser,
  { address, name, password }: Pick<PicturedDemo, 'address' | 'name' | 'password'>,
  { scheme, width, language }: Look,
): Promise<(path: string) => Promise<Buffer>> {
  const context = await browser.newContext({
    ...{ colorScheme: scheme, locale: language === 'es' ? 'es-CU' : 'en-GB' },
    ...{ reducedMotion: 'reduce', timezoneId: 'America/Havana' },
    viewport: { width, height: width < 600 ? 844 : 900 },
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(PICTURE_TIME)
  await page.goto(address)
  await page.locator('input[name=name]').fill(name)
  await page.locator('input[name=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('main#content').waitFor()
  return async (path) => {
    await page.goto(new URL(path, address).href)
    await page.locator('main#content h1').waitFor()
    await isDrawn(page)
    return picture(page)
  }
}

async function isDrawn(page: Page): Promise<void> {
  const busy = page.locator('main [aria-busy=true], main [role=status] .mantine-Skeleton-root')
  const until = Date.now() + PATIENCE_MS
  await sleep(DRAWN_MS)
  while ((await busy.count()) > 0 && Date.now() < until) await sleep(100)
  await sleep(DRAWN_MS)
}

async function picture(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    ...{ format: 'webp' as const, quality: QUALITY },
  })
  await session.detach()
  return Buffer.from(data, 'base64')
}
