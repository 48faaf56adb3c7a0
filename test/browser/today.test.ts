import { expect, it } from 'vitest'
import { browserOffice, MONTH_END, TODAY } from '../support/browser-office.ts'

const office = await browserOffice()
const { page, asked, complaints } = await office.open('operator')
await page.locator('[data-figure]').first().waitFor()

it('shows the seven counts and the distinct machines as the API tells them, with both dates', async () => {
  const { accessToken: token } = await office.server.tokensOf(
    'operator',
    'correo lento tejado gris',
  )
  const { body } = await office.server.call('GET /api/counts', { token })
  const shown = await page
    .locator('[data-figure]')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent ?? ''))

  expect(Object.keys(body.totals)).toHaveLength(8)
  expect(shown).toHaveLength(8)
  for (const [name, value] of Object.entries(body.totals)) {
    const cell = page.locator(`[data-figure=${name}] a`)
    expect([name, await cell.textContent()]).toEqual([name, String(value)])
  }
  expect(body).toMatchObject({ counted_on: TODAY, last_month_end_date: MONTH_END })
  await page.getByText('20 Nov 2026 against month-end 31 Oct 2026').waitFor()
})

it('asks nothing of another host, and no script complains', async () => {
  const hosts = new Set(asked.map((address) => new URL(address).origin))

  expect([...hosts]).toEqual([office.url])
  expect(complaints).toEqual([])
})

it('renews itself when a run ends', async () => {
  const asksBefore = asked.filter((address) => address.endsWith('/api/counts')).length
  await office.server.app.database.pool.query(
    `insert into run (task, state, cause, actor, host, pid, version, ended_at)
     values ('collect', 'agreed', 'person', 'test', 'pc-1', 1, '0', now() + interval '1 day')`,
  )
  await page.waitForRequest((request) => request.url().endsWith('/api/counts'))

  const asksAfter = asked.filter((address) => address.endsWith('/api/counts')).length
  expect(asksAfter).toBeGreaterThan(asksBefore)
})
