import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { browserOffice, MONTH_END, TODAY, YESTERDAY } from '../support/browser-office.ts'

const office = await browserOffice()
const { page, complaints } = await office.open('operator')
const { accessToken: token } = await office.server.tokensOf('operator', 'correo lento tejado gris')

async function answered(path: string) {
  return (await office.server.call(`GET ${path}`, { token })).body
}

/** How many rows the list on the screen says it has. */
async function shownRows(on: Page = page): Promise<number> {
  const told = await on.locator('[role=status]', { hasText: /rows$/u }).first().textContent()
  return Number((told ?? '').replaceAll(/\D/gu, ''))
}

async function ndjsonRows(press: () => Promise<void>): Promise<number> {
  const download = page.waitForEvent('download')
  await press()
  const path = await (await download).path()
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '').length
}

async function exportNdjson(within: string): Promise<number> {
  return ndjsonRows(async () => {
    await page.locator(within).getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: /ndjson|json lines/iu }).click()
  })
}

it('opens a figure of Today into as many devices as it says', async () => {
  const servers = page.locator('[data-figure=servers] a')
  const figure = Number(await servers.textContent())
  await servers.click()
  await page.getByRole('heading', { name: 'Listed on 20 Nov 2026' }).waitFor()

  expect(new URL(page.url()).search).toBe('?class=server')
  expect(await shownRows()).toBe(figure)
  expect(await page.getByRole('row').count()).toBe(Math.min(figure, 1000) + 1)
})

it('opens the distinct machines into one record of each', async () => {
  const manager = await office.open('operator')
  const distinct = manager.page.locator('[data-figure=distinct_devices] a')
  const figure = Number(await distinct.textContent())
  await distinct.click()
  await manager.page.getByRole('heading', { name: 'Listed on 20 Nov 2026' }).waitFor()
  await manager.page
    .locator('[role=status]', { hasText: new RegExp(`^${figure} rows$`, 'u') })
    .waitFor()

  const { items } = await answered('/api/devices?distinct=true&limit=500')
  const machines = items.map(({ deviceId }: { deviceId: number }) => deviceId)
  expect(new Set(machines).size).toBe(figure)
  await manager.context.close()
})

it('shows the list of another day, and says which collection answers', async () => {
  await page.getByRole('textbox', { name: 'As of' }).fill(YESTERDAY)
  await page.getByRole('heading', { name: 'Listed on 19 Nov 2026' }).waitFor()
  const { total } = await answered(`/api/devices?kind=server&asOf=${YESTERDAY}`)

  expect(await shownRows()).toBe(total)
  expect(await page.locator('[data-rests-on]').textContent()).toContain('NinjaOne 19 Nov')
  expect(await exportNdjson('main')).toBe(total)
})

it('tells a day that cannot be answered for, and where the nearest one is', async () => {
  await page.getByRole('textbox', { name: 'As of' }).fill('2026-10-05')
  await page.getByRole('button', { name: 'Go to 31 Oct 2026' }).click()
  await page.getByRole('heading', { name: 'Listed on 31 Oct 2026' }).waitFor()

  expect(new URL(page.url()).searchParams.get('asOf')).toBe(MONTH_END)
})

it('compares that day with today, and its bars come to the count of the API', async () => {
  await page.getByRole('link', { name: 'Compare with today' }).click()
  await page.locator('[data-step=end]').waitFor()
  const { bridges } = await answered(`/api/compare?from=${MONTH_END}&to=${TODAY}`)
  const bridge = bridges[0]

  expect(bridge).toMatchObject({ scope: 'all', measure: 'total' })
  expect(await page.locator('[data-step=start] strong').textContent()).toBe(`${bridge.start}`)
  expect(await page.locator('[data-step=end] strong').textContent()).toBe(`${bridge.end}`)
  await page.locator('canvas').waitFor()
})

it('draws what it showed before as such until other days are answered for', async () => {
  const other = await office.open('operator', { path: `/compare?from=${MONTH_END}&to=${TODAY}` })
  const bridge = other.page.locator('section:has(h2:text("Bridge"))')
  await bridge.locator('[data-step=end]').waitFor()
  const start = await bridge.locator('[data-step=start]').textContent()
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await other.page.route('**/api/compare?*', async (route) => {
    await asked
    await route.continue()
  })
  await other.page.getByRole('textbox', { name: 'From' }).fill(YESTERDAY)
  await bridge.getByText('Loading').waitFor()

  expect(await bridge.getAttribute('aria-busy')).toBe('true')
  expect(await bridge.locator('[data-step=start]').textContent()).toBe(start)
  answer()
  await bridge.locator('[data-step=start]', { hasText: '19 Nov 2026' }).waitFor()
  expect(await bridge.getAttribute('aria-busy')).toBe('false')
  await other.context.close()
})

it('opens a bar into its machines, and exports exactly these', async () => {
  const came = page.locator('[data-step=added] a')
  const length = Number((await came.locator('strong').textContent())?.replace('+', ''))
  await came.click()
  await page.getByRole('heading', { name: 'Came · Total' }).waitFor()
  await page.locator('[role=status]', { hasText: new RegExp(`^${length} rows$`, 'u') }).waitFor()
  const { total, items } = await answered(
    `/api/compare?from=${MONTH_END}&to=${TODAY}&term=added&measure=total`,
  )

  expect(length).toBeGreaterThan(0)
  expect([await shownRows(), total]).toEqual([length, length])
  await page.getByRole('link', { name: items[0].name }).first().waitFor()
  expect(await exportNdjson('section:has(h2:text("Came"))')).toBe(length)
})

it('saves the filters as a view, and opens it again', async () => {
  await page.goto(`${office.url}/devices?class=workstation&sort=site`)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByLabel('Save these filters as').fill('Desks')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Desks', exact: true }).waitFor()
  await page.goto(`${office.url}/devices`)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('button', { name: 'Desks', exact: true }).click()
  await page.waitForURL('**/devices?class=workstation&sort=site')
})

it('tells of a machine what each source says, why it is one, and what changed', async () => {
  const { items } = await answered('/api/devices?source=ninjaone&limit=100')
  const linked = items.find(({ ref }: { ref: string }) => ref !== undefined)
  await page.goto(`${office.url}/devices/${linked.ref}`)
  await page.getByRole('heading', { level: 1, name: linked.displayName }).waitFor()
  await page.getByRole('heading', { name: 'What each source says' }).waitFor()

  expect(await page.locator('[data-winner]').count()).toBeGreaterThan(3)
  await page.getByRole('heading', { name: 'Timeline' }).waitFor()
})

it('has no script that complains', () => {
  expect(complaints).toEqual([])
})

it.each(['light', 'dark'] as const)('can be read by everybody, %s', async (scheme) => {
  const { items } = await answered('/api/devices?limit=1')
  const other = await office.open('operator', { scheme, width: scheme === 'dark' ? 360 : 1440 })
  const pages = ['/devices', '/devices?view=questions', '/compare', `/devices/${items[0].ref}`]
  for (const path of pages) {
    await other.page.goto(office.url + path)
    await other.page.locator('main h2').first().waitFor()
    await other.page.waitForLoadState('networkidle')
    expect([path, await violationsOn(other.page)]).toEqual([path, []])
  }
  await other.context.close()
})
