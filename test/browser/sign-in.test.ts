import { expect, it } from 'vitest'
import { addPerson, PASSWORD } from '../support/access-server.ts'
import { violationsOn } from '../support/axe.ts'
import { browserOffice, signIn } from '../support/browser-office.ts'

const office = await browserOffice()
await addPerson(office.server, 'vera', { role: 'viewer' })
const ACCESS_SECONDS = 3_600
const REFRESH_SECONDS = 400 * 86_400

it('lets nobody in by a wrong password, says so, and keeps the name', async () => {
  const { page } = await office.openStranger()
  await signIn(page, 'vera', 'not the password')

  await page.getByRole('alert').waitFor()
  expect(await page.locator('input[name=name]').inputValue()).toBe('vera')
  expect(await page.locator('main#content').count()).toBe(0)
})

it('lets somebody in by their password, to the address they came for', async () => {
  const { page } = await office.openStranger({ path: '/findings?severity=high' })
  await signIn(page, 'vera', PASSWORD)

  await page.getByRole('heading', { level: 1, name: 'Findings' }).waitFor()
  expect(new URL(page.url()).search).toBe('?severity=high')
})

it.each(['light', 'dark'] as const)(
  'has nothing for axe to find on the sign-in, %s',
  async (scheme) => {
    const { page } = await office.openStranger({ scheme, width: 360 })
    await page.locator('input[name=name]').waitFor()

    expect(await violationsOn(page)).toEqual([])
  },
)

it('carries a sign-in on unseen when its hour is over, and asks again when it is over for good', async () => {
  const { page } = await office.open('analyst', { path: '/' })
  await page.locator('[data-figure]').first().waitFor()

  const renewed = page.waitForResponse((answer) => answer.url().endsWith('/api/session/refresh'))
  office.server.wait(ACCESS_SECONDS)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await renewed
  await page.locator('[data-figure]').first().waitFor()
  expect(await page.locator('input[name=password]').count()).toBe(0)

  office.server.wait(REFRESH_SECONDS)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.locator('input[name=password]').waitFor()
})

it('has somebody with a one-time password choose their own first', async () => {
  const id = await addPerson(office.server, 'nueva', { role: 'viewer' })
  await addPerson(office.server, 'root', { role: 'administrator' })
  const { accessToken: token } = await office.server.tokensOf('root', PASSWORD)
  const given = await office.server.call(`POST /api/people/${id}/one-time-password`, { token })
  const { page } = await office.openStranger()
  await signIn(page, 'nueva', given.body.password)

  await page.locator('input[name=current]').fill(given.body.password)
  await page.locator('input[name=next]').fill('otra frase muy larga 7')
  await page.locator('input[name=again]').fill('otra frase muy larga 7')
  await page.locator('button[type=submit]').click()
  await page.locator('main#content').waitFor()
})
