import { expect, it } from 'vitest'
import { addPerson, PASSWORD } from '../support/access-server.ts'
import { violationsOn } from '../support/axe.ts'
import { browserOffice, signIn } from '../support/browser-office.ts'

const office = await browserOffice()
await addPerson(office.server, 'vera', { role: 'viewer' })
const ACCESS_SECONDS = 3_600
const REFRESH_SECONDS = 400 * 86_400
/** How a person likes the app to look and speak, which columns they chose, and where they had scrolled to. */
const KEPT =
  /^(?:muster\.language|mantine-color-scheme-value|muster\.columns\..+|tsr-scroll-restoration-\w+)$/u

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

it('asks for the password in a masked field that can be pasted into and filled by a manager', async () => {
  const { page, context } = await office.openStranger()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const field = page.locator('input[name=password]')
  await field.waitFor()
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(PASSWORD)})`)
  await field.focus()
  await page.keyboard.press('Control+V')

  expect(await field.inputValue()).toBe(PASSWORD)
  expect(await field.getAttribute('type')).toBe('password')
  expect(await field.getAttribute('autocomplete')).toBe('current-password')
  expect(await page.locator('input[name=name]').getAttribute('autocomplete')).toBe('username')
})

/** All that scripts can keep in a browser. */
const KEPT_BY_SCRIPTS = `(async () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  databases: await indexedDB.databases(),
  caches: await caches.keys(),
}))()`
interface KeptByScripts {
  readonly local: Readonly<Record<string, string>>
  readonly session: Readonly<Record<string, string>>
  readonly databases: readonly unknown[]
  readonly caches: readonly unknown[]
}

it('keeps nothing of a person in the browser, has the way out on its pages, and leaves nothing there', async () => {
  const { page, context } = await office.open('viewer', { path: '/devices' })
  const account = page.getByRole('button', { name: 'viewer', exact: true })
  await account.waitFor()
  await page.goto(new URL('/runs', office.url).href)
  await account.waitFor()
  const during = await page.evaluate<KeptByScripts>(KEPT_BY_SCRIPTS)
  const secrets = (await context.cookies()).map(({ value }) => value)
  await account.click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.locator('input[name=password]').waitFor()
  const after = await page.evaluate<KeptByScripts>(KEPT_BY_SCRIPTS)

  expect(secrets.length).toBeGreaterThan(1)
  for (const kept of [during, after]) {
    for (const secret of secrets) expect(JSON.stringify(kept)).not.toContain(secret)
    const names = Object.keys({ ...kept.local, ...kept.session })
    expect(names.filter((name) => !KEPT.test(name))).toEqual([])
    expect([kept.databases, kept.caches]).toEqual([[], []])
  }
  expect(await context.cookies()).toEqual([])
  await page.goBack()
  await page.locator('input[name=password]').waitFor()
  expect(await page.locator('main#content').count()).toBe(0)
})
