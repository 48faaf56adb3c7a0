import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { browserOffice } from '../support/browser-office.ts'

const office = await browserOffice()
const DIST = join(import.meta.dirname, '../../web/dist')

describe('by keyboard alone', () => {
  it('one skips to the content, and focus goes to the heading of a page that is opened', async () => {
    const { page } = await office.open('operator')
    await page.locator('[data-figure]').first().waitFor()

    await page.evaluate('document.activeElement?.blur()')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to content')
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('id')).toBe('content')

    await page.getByRole('link', { name: 'Compare' }).first().focus()
    await page.keyboard.press('Enter')
    await page.locator('h1:focus', { hasText: 'Compare' }).waitFor()
    expect(await page.title()).toBe('Compare · Muster')
  })

  it('one opens what explains a figure, and focus comes back from it', async () => {
    const { page } = await office.open('operator')
    const why = page.getByRole('button', { name: 'Why Distinct' })
    await why.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Each machine once at each site').waitFor()
    await page.keyboard.press('Escape')

    await page.locator('button:focus[aria-label="Why Distinct"]').waitFor()
  })
})

describe.each(['light', 'dark'] as const)('Today, %s', (scheme) => {
  it.each([360, 1440])('has nothing for axe to find, %i wide', async (width) => {
    const { page } = await office.open('operator', { scheme, width })
    await page.locator('[data-figure]').first().waitFor()
    await page.getByRole('heading', { name: 'Findings' }).waitFor()

    expect(await violationsOn(page)).toEqual([])
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
  })
})

it('speaks Spanish to a browser that asks for it, and English to whoever chooses it', async () => {
  const { page } = await office.open('operator', { language: 'es' })
  await page.getByRole('heading', { level: 1, name: 'Hoy' }).waitFor()
  await page.getByText('20 nov 2026 frente al cierre de mes del 31 oct 2026').waitFor()

  await page.getByRole('button', { name: 'operator' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
})

it('tells a viewer that the page of access is not for them, and of an address that is none', async () => {
  const viewer = await office.open('viewer', { path: '/access' })
  await viewer.page.getByRole('heading', { level: 1, name: 'Not for your role' }).waitFor()

  await viewer.page.goto(`${office.url}/no-such-page`)
  await viewer.page.getByRole('heading', { level: 1, name: 'No such page' }).waitFor()
})

it('loads less than 250 KB of JavaScript, compressed, for its first screen', () => {
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(join(DIST, 'manifest.json'), 'utf8'),
  )
  const needed = new Set<string>()
  const need = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || needed.has(chunk.file)) return
    needed.add(chunk.file)
    for (const other of chunk.imports ?? []) need(other)
  }
  need('index.html')
  need('pages/today/today-page.tsx')
  const bytes = [...needed].map((file) => gzipSync(readFileSync(join(DIST, file))).length)

  expect(needed.size).toBeGreaterThan(2)
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(250_000)
})

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}
