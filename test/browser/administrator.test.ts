import { describe, expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { browserOffice, signIn } from '../support/browser-office.ts'

const office = await browserOffice()
const { page } = await office.open('administrator', { path: '/access' })
await page.getByRole('button', { name: 'Change administrator' }).waitFor()

const dialog = page.getByRole('dialog')
const secret = async () => (await dialog.locator('[data-secret]').textContent()) ?? ''
const choose = (view: string) => page.getByText(view, { exact: true }).click()
const ACCESS_SECONDS = 3_600
const REFRESH_SECONDS = 400 * 86_400
const OWN = 'tejado gris de la abuela'

describe('an administrator', () => {
  it('invites somebody, who accepts by the link and is in', async () => {
    const invite = page.getByRole('button', { name: 'Invite somebody' })
    await invite.click()
    await dialog.getByLabel('Name').fill('rosa')
    await dialog.getByLabel('Role').selectOption('operator')
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    const link = await secret()
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/invitation#\S{20,}$/u)
    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('row', { name: /rosa.*Operator/u }).waitFor()
    await page.locator('button:focus', { hasText: 'Invite somebody' }).waitFor()

    const { page: theirs } = await office.openStranger()
    await theirs.goto(link)
    expect(await violationsOn(theirs)).toEqual([])
    await theirs.reload()
    await theirs.locator('input[name=next]').fill(OWN)
    await theirs.locator('input[name=again]').fill(OWN)
    await theirs.locator('button[type=submit]').click()
    await theirs.getByRole('button', { name: 'rosa' }).waitFor()
    expect(new URL(theirs.url()).pathname).toBe('/')

    await theirs.goBack()
    expect(theirs.url()).not.toContain('#')
  })

  it('makes them a viewer, and that counts at once', async () => {
    const { page: theirs } = await office.openStranger({ path: '/settings' })
    await signIn(theirs, 'rosa', OWN)
    await theirs.getByText('Operator', { exact: true }).waitFor()

    await page.reload()
    await page.getByRole('button', { name: 'Change rosa' }).click()
    await dialog.getByLabel('Role').selectOption('viewer')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: /rosa.*Viewer/u }).waitFor()
    await theirs.reload()
    await theirs.getByText('Viewer', { exact: true }).waitFor()
  })

  it('makes a token that calls the API until it is revoked', async () => {
    await choose('API tokens')
    await page.getByRole('button', { name: 'Make a token' }).click()
    await dialog.getByLabel('What it is for').fill('nightly export')
    await dialog.getByRole('button', { name: 'Make a token' }).click()
    const authorization = `Bearer ${await secret()}`
    const asked = (path: string) => fetch(`${office.url}${path}`, { headers: { authorization } })
    expect((await asked('/api/counts')).status).toBe(200)
    expect((await asked('/api/people')).status).toBe(403)

    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Revoke' }).click()
    await dialog.getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('row', { name: /nightly export.*revoked/u }).waitFor()
    expect((await asked('/api/counts')).status).toBe(401)
  })

  it('finds all of it in the trail, which is whole', async () => {
    await choose('Audit trail')
    await page.getByRole('button', { name: 'Verify the trail' }).click()
    await page.getByText('The trail is whole').waitFor()
    for (const done of ['Invited', 'Changed what a person may do', 'Revoked a token']) {
      await page.getByRole('cell', { name: done }).first().waitFor()
    }

    await page.getByLabel('Area').selectOption('token')
    await page.getByText('2 rows').waitFor()
    expect(new URL(page.url()).search).toContain('area=token')
    await page.getByLabel('Who, what or about').fill('revoked')
    await page.getByText('1 rows').waitFor()
  })
})

it('is back at the same place after signing in again, once the sign-in has run out', async () => {
  const { page: late } = await office.open('administrator', { path: '/access?view=tokens' })
  await late.getByRole('row', { name: /nightly export/u }).waitFor()
  office.server.wait(REFRESH_SECONDS)
  office.server.wait(ACCESS_SECONDS)
  await late.getByRole('button', { name: 'Make a token' }).click()
  await late.locator('input[name=password]').waitFor()

  await signIn(late, 'administrator', 'correo lento tejado gris')
  await late.getByRole('row', { name: /nightly export/u }).waitFor()
  expect(new URL(late.url()).search).toBe('?view=tokens')
})

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it.each([
    ['/access', 'Change'],
    ['/access?view=tokens', 'Make a token'],
    ['/access?view=audit', 'Verify the trail'],
    ['/settings', 'Change password'],
  ])('%s has nothing for axe to find, and fits 360', async (path, button) => {
    const { page: small } = await office.open('administrator', { scheme, width: 360, path })
    await small.getByRole('button', { name: button }).first().waitFor()
    await small.waitForLoadState('networkidle')

    expect(await violationsOn(small)).toEqual([])
    const overflow = await small.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
  })
})

it('says in Spanish what each setting means', async () => {
  const { page: ajustes } = await office.open('administrator', {
    ...{ path: '/settings', language: 'es' },
  })
  await ajustes.getByLabel('Ajuste o significado').fill('zona horaria IANA')
  await ajustes.getByText('Zona horaria IANA en la que un día es un día.').waitFor()

  await ajustes.getByRole('button', { name: 'administrator' }).click()
  await ajustes.getByRole('menuitem', { name: 'English' }).click()
  await ajustes.getByLabel('Setting or meaning').fill('IANA time zone')
  await ajustes.getByText('IANA time zone in which a day is a day.').waitFor()
})

it('shows the configuration without a secret, and the timetable with its next times', async () => {
  const { page: settings } = await office.open('administrator', { path: '/settings' })
  await settings.getByText('MUSTER_NINJAONE_CLIENT_SECRET').waitFor()
  await settings.getByRole('row', { name: /The whole night.*0 2 \* \* \*/u }).waitFor()
  await settings.getByLabel('Setting or meaning').fill('requestsPerMinute')
  await settings.getByText('100000').waitFor()

  const rows = settings.getByRole('row', { name: /access\./u })
  expect(await rows.count()).toBe(1)
})
