import { expect, it } from 'vitest'
import { browserOffice } from '../support/browser-office.ts'

interface Listed {
  readonly ref: string
  readonly deviceId: number
}

const office = await browserOffice()
const { page, complaints } = await office.open('operator')
const { accessToken: token } = await office.server.tokensOf('operator', 'correo lento tejado gris')
const { body } = await office.server.call('GET /api/devices?limit=1000', { token })
const pairs = [...Map.groupBy(body.items as Listed[], ({ deviceId }) => deviceId).values()].filter(
  (records) => records.length === 2,
)
const [one, other] = (pairs[0] ?? []).map(({ ref }) => ref)

it('shows by what two records are one machine', async () => {
  await page.goto(`${office.url}/devices/${one}`)
  await page.getByRole('heading', { name: 'Why these are one machine' }).waitFor()

  expect(await page.getByText('have the same').count()).toBe(1)
})

it('parts them by the word of an operator, who is asked why', async () => {
  await page.getByRole('button', { name: 'They are two machines' }).click()
  const dialog = page.getByRole('dialog', { name: /two machines\?$/u })
  await dialog.getByLabel('Why').fill('Two boxes on one desk')
  await dialog.getByRole('button', { name: 'They are two machines' }).click()
  await page.getByRole('heading', { name: 'What people said' }).waitFor()
  const { body: told } = await office.server.call(`GET /api/devices/of-record?record=${one}`, {
    token,
  })

  expect(told.story.decisions).toMatchObject([
    { kind: 'cannot-link', by: 'operator', reason: 'Two boxes on one desk' },
  ])
  expect(told.records.map(({ ref }: Listed) => ref)).toEqual([one])
  expect(await page.locator('section', { hasText: 'Two boxes on one desk' }).count()).toBe(1)
})

it('tells why not that one, and takes the word back', async () => {
  await page.getByRole('link', { name: other ?? '' }).waitFor()
  await page.getByRole('button', { name: 'Take back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await page.getByText('have the same').waitFor()

  expect(await page.getByRole('heading', { name: 'What people said' }).count()).toBe(0)
})

it('offers nothing of it to who only reads', async () => {
  const reader = await office.open('viewer')
  await reader.page.goto(`${office.url}/devices/${one}`)
  await reader.page.getByText('have the same').waitFor()

  expect(await reader.page.getByRole('button', { name: 'They are two machines' }).count()).toBe(0)
  expect([...complaints, ...reader.complaints]).toEqual([])
})
