import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { PASSWORD } from '../support/access-server.ts'
import { browserOffice, signIn } from '../support/browser-office.ts'

const office = await browserOffice()

/** From here on nothing that the page asks for reaches the server. */
const cutOff = (page: Page) => page.route('**/api/**', (route) => route.abort('connectionrefused'))

const LANGUAGES = [
  {
    language: 'en',
    collect: 'Collect all now',
    views: 'Views',
    name: 'Save these filters as',
    save: 'Save',
    told: 'The server cannot be reached. Try again when it can.',
  },
  {
    language: 'es',
    collect: 'Recopilar todo ahora',
    views: 'Vistas',
    name: 'Guardar estos filtros como',
    save: 'Guardar',
    told: 'No se puede alcanzar el servidor. Inténtelo de nuevo cuando se pueda.',
  },
] as const

it.each(LANGUAGES)(
  'says on the sign-in that the server cannot be reached, $language',
  async ({ language, told }) => {
    const { page } = await office.openStranger({ language })
    await page.locator('input[name=name]').waitFor()
    await cutOff(page)
    await signIn(page, 'vera', PASSWORD)

    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toBe(told)
  },
)

it.each(LANGUAGES)(
  'says beside a button that the server cannot be reached, $language',
  async ({ language, collect, told }) => {
    const { page } = await office.open('operator', { language, path: '/sources' })
    const button = page.getByRole('button', { name: collect })
    await button.and(page.locator(':enabled')).waitFor()
    await cutOff(page)
    await button.click()

    await page.getByRole('alert').filter({ hasText: told }).waitFor()
  },
)

it.each(LANGUAGES)(
  'says in a form that the server cannot be reached, and says it no more when it can, $language',
  async ({ language, views, name, save, told }) => {
    const { page } = await office.open('operator', { language, path: '/devices' })
    await page.getByRole('button', { name: views, exact: true }).click()
    await page.getByLabel(name).fill(`mine ${language}`)
    await cutOff(page)
    await page.getByRole('button', { name: save, exact: true }).click()
    const alert = page.getByRole('alert').filter({ hasText: told })
    await alert.waitFor()

    await page.unroute('**/api/**')
    await page.getByRole('button', { name: save, exact: true }).click()
    await page.getByRole('button', { name: `mine ${language}`, exact: true }).waitFor()
    expect(await alert.count()).toBe(0)
  },
)
