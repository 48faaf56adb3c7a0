import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../test/support/chromium.ts'
import { openDemo } from './screenshots/open-demo.ts'
import { screensOf } from './screenshots/screens.ts'
import { type Look, openScreens } from './screenshots/take-screen.ts'

/** Takes a picture of every screen of the demo, in both themes and two widths: `npm run screenshots [NAME...]`. */
const TO = join(import.meta.dirname, '../docs/images/screens')
const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((scheme) =>
  [1440, 390].map((width) => ({ scheme, width, language: 'en' as const })),
)
const SPANISH: Look = { scheme: 'light', width: 1440, language: 'es' }

const only = process.argv.slice(2)
const executablePath = findChromium(process.env)
if (executablePath === null) throw new Error('no Chromium: install it, or set MUSTER_TEST_CHROMIUM')
const demo = await openDemo()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const screens = screensOf(demo).filter(({ name }) => only.length === 0 || only.includes(name))
  if (only.length === 0) await rm(TO, { recursive: true, force: true })
  await mkdir(TO, { recursive: true })
  for (const look of [...LOOKS, SPANISH]) {
    const isSpanish = look === SPANISH
    const take = await openScreens(browser, demo, look)
    for (const { name, path } of screens) {
      if (isSpanish && name !== 'today') continue
      const file = `${name}-${isSpanish ? 'es-' : ''}${look.scheme}-${look.width}.webp`
      await writeFile(join(TO, file), await take(path))
      process.stdout.write(`${file}\n`)
    }
  }
} finally {
  await browser.close()
  await demo.close()
}
