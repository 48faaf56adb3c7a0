import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { PASSWORD } from '../support/access-server.ts'
import { measureSmallInventory, plantedSales } from '../support/analyst-data.ts'
import { violationsOn } from '../support/axe.ts'
import { browserOffice, TODAY } from '../support/browser-office.ts'

const office = await browserOffice()
const sales = plantedSales(TODAY)
const SERIES = '/metrics?source=shop&metric=sold'
const ODD = `[data-odd-day="${sales.spike}"]`
const { page, asked, complaints } = await office.open('analyst', { path: '/metrics' })
const { accessToken: token } = await office.server.tokensOf('analyst', PASSWORD)

it('takes a file with a bad row in without that row, and says which cell is at fault', async () => {
  await page.getByRole('tab', { name: 'Files' }).click()
  await page.getByLabel('Source').first().fill('shop')
  await page.keyboard.press('Escape')
  await page.getByLabel('A file with faulty rows').selectOption('lenient')
  await sendFile(page, 'sales.csv', sales.csv)
  const taken = page.locator('[data-sent=taken]')
  await taken.waitFor()

  expect(await taken.locator('[data-count=rows] dd').textContent()).toBe(String(sales.lines))
  expect(await taken.locator('[data-count=inserted] dd').textContent()).toBe(
    String(sales.lines - 1),
  )
  expect(await taken.locator('[data-count=rejected] dd').textContent()).toBe('1')
  expect(await taken.locator('[data-fault] code').textContent()).toBe('many')
})

it('gives the refused row back, corrected it is taken in, and what was known is not doubled', async () => {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Refused rows as CSV' }).click(),
  ])
  const refused = await readFile(await saved.path(), 'utf8')
  expect(refused).toContain(`${sales.badDay}T12:00:00Z,sold,many`)

  await page.getByLabel('A file with faulty rows').selectOption('strict')
  await sendFile(page, 'sales.csv', sales.csv.replace(',many', ',101'))
  const again = page.locator('[data-sent=taken]').nth(1)
  await again.waitFor()
  const newest = page.locator('[data-sent=taken]').first()
  expect(await newest.locator('[data-count=inserted] dd').textContent()).toBe('1')
  expect(await newest.locator('[data-count=duplicates] dd').textContent()).toBe(
    String(sales.lines - 1),
  )
})

it('refuses a file with a bad row whole where that is asked for, with its place', async () => {
  await sendFile(page, 'worse.csv', 'time,metric,value\n2026-11-01T08:00:00Z,sold,nothing\n')
  const refused = page.locator('[data-sent=refused]')
  await refused.waitFor()

  expect(await refused.locator('[data-fault] th').textContent()).toBe('line 2, value')
})

it('charts the series with its silent days as gaps, and flags the planted spike with why', async () => {
  await page.goto(`${office.url}${SERIES}`)
  await page.locator(ODD).waitFor()

  expect(await page.locator(`${ODD} td`).first().textContent()).toBe('240')
  await page.getByText(`${sales.lines} days, ${sales.silent.length} without a figure`).waitFor()
  await page.getByRole('button', { name: 'Show as table' }).click()
  const silent = page.locator('figure tr', { hasText: 'no figure' })
  expect(await silent.count()).toBe(sales.silent.length)
  const why = (await page.locator(`${ODD} td`).nth(2).textContent()) ?? ''
  expect(why.length).toBeGreaterThan(10)
  expect(await page.locator('figure tr', { hasText: why }).count()).toBe(1)
  await page.getByRole('button', { name: 'Show as chart' }).click()
})

it('says why a day is odd on the chart as soon as its row has the focus', async () => {
  const why = (await page.locator(`${ODD} td`).nth(2).textContent()) ?? ''
  await page.locator('figure canvas').waitFor()
  await page.locator(`${ODD} button`).first().focus()

  await page.locator('figure div', { hasText: why }).last().waitFor()
})

it('leaves a day out that somebody says was expected, and flags it again when that is taken back', async () => {
  const expected = page.locator(`${ODD} button`).first()
  await expected.click()
  await page.getByLabel('Reason').fill('stocktaking sale')
  await page.keyboard.press('Enter')
  const spoken = page.locator(`[data-spoken-day="${sales.spike}"]`)
  await spoken.getByText('stocktaking sale').waitFor()
  await page.locator(ODD).waitFor({ state: 'detached' })

  await spoken.getByRole('button').click()
  await page.locator(ODD).waitFor()
  await page.locator(`${ODD} button`).nth(1).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await spoken.getByText('Not an anomaly').waitFor()
  await page.locator(ODD).waitFor({ state: 'detached' })
})

it('studies the series now, and shows a forecast from the day after the last with its folds', async () => {
  await page.getByText('This series was not studied yet').waitFor()
  await page.getByRole('button', { name: 'Study now' }).click()
  const badge = page.getByRole('button', { name: /^Reliability/u })
  await badge.waitFor()

  await page.getByRole('button', { name: 'Show as table' }).click()
  const ahead = page.locator('figure tr', { hasText: '20 Nov 2026' }).locator('td')
  const { body } = await office.server.call(
    'GET /api/forecast/daily?source_name=shop&metric=sold&horizon=30',
    { token },
  )
  const told = (await ahead.allTextContents()).slice(2).map(Number)
  const { mean, lower, upper } = body.items[0]
  expect(body.items[0].day).toBe(TODAY)
  expect(told).toEqual([mean, lower, upper].map((figure: number) => Number(figure.toFixed(2))))
  await page.getByRole('button', { name: 'Show as chart' }).click()

  await badge.click()
  const folds = page.getByRole('dialog')
  await folds.getByRole('heading', { name: 'Folds' }).waitFor()
  expect(await folds.locator('table', { hasText: 'RMSE' }).locator('tbody tr').count()).toBe(5)
  await page.keyboard.press('Escape')
  await page.locator('button:focus', { hasText: 'Reliability' }).waitFor()
})

it('saves the chart as a PNG of twice its size on the screen', async () => {
  const box = page.locator('figure [role=img]')
  await page.locator('figure canvas').waitFor()
  const size = await box.boundingBox()
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as PNG' }).click(),
  ])
  const bytes = await readFile(await saved.path())

  expect(saved.suggestedFilename()).toBe('sold shop.png')
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const pixels = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  expect(pixels).toEqual([Math.floor(size?.width ?? 0) * 2, (size?.height ?? 0) * 2])
  expect(bytes.length).toBeGreaterThan(10_000)
})

it('saves the figures as the CSV that the API gives', async () => {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ])
  const { body } = await office.server.call(
    'GET /api/metrics/export.csv?source_name=shop&metric=sold',
    { token },
  )

  expect(await readFile(await saved.path(), 'utf8')).toBe(body)
  expect(body).toContain(sales.spike)
})

it('opens a share of quality into the rows that fail it, and a recommendation into its list', async () => {
  await measureSmallInventory(office.server.app.database, ['2026-11-18', TODAY])
  await page.goto(`${office.url}/quality`)
  await page.locator('[data-part=uniqueness] a').click()
  const list = page.locator('#failing')
  await list.getByText('2 rows').waitFor()
  expect(await list.getByText('this inventory number stands on several computers').count()).toBe(2)

  await page.locator('[data-recommendation=fill_users] a').click()
  await list.getByText('Completeness: User').waitFor()
  await list.getByText('3 rows').waitFor()
})

it('opens the score of a site into how it went there, day by day', async () => {
  await page.goto(`${office.url}/quality`)
  const row = page.locator('tr[data-place]').first()
  await row.waitFor()
  const place = (await row.getAttribute('data-place')) ?? ''
  await row.getByRole('link', { name: `how it went at ${place}, day by day` }).click()
  await page.waitForURL('**/metrics?*')
  await page.getByRole('button', { name: 'Show as table' }).first().click()

  expect(new URL(page.url()).searchParams.get('source')).toBe(`muster:${place}`)
  expect(await page.locator('figure tbody tr').count()).toBeGreaterThan(1)
})

it.each(['light', 'dark'] as const)('has nothing for axe to find, %s', async (scheme) => {
  const width = scheme === 'light' ? 1440 : 360
  const look = await office.open('analyst', { scheme, width, path: SERIES })
  await look.page.getByRole('button', { name: /^Reliability/u }).waitFor()
  await look.page.locator('figure canvas').waitFor()
  const found = [await violationsOn(look.page)]
  for (const path of [
    '/metrics?view=files',
    '/metrics?view=anomalies',
    '/quality?measure=validity',
  ]) {
    await look.page.goto(`${office.url}${path}`)
    await look.page.getByRole('table').first().waitFor()
    found.push(await violationsOn(look.page))
    const overflow = await look.page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect([path, Number(overflow) <= 0]).toEqual([path, true])
  }

  expect(found).toEqual([[], [], [], []])
})

it('asks nothing of another host, and no script complains', () => {
  const hosts = new Set(asked.map((address) => new URL(address).origin))

  expect([...hosts].filter((host) => host !== 'null')).toEqual([office.url])
  expect(complaints).toEqual([])
})

async function sendFile(to: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
  await to.locator('input[type=file]').setInputFiles(file)
}
