import { describe, expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { browserOffice } from '../support/browser-office.ts'

const office = await browserOffice()

describe('the documentation', () => {
  it('is opened from the menu of the account, and leads on from page to page', async () => {
    const { page, asked, complaints } = await office.open('viewer')
    await page.getByRole('button', { name: 'viewer' }).click()
    await page.getByRole('menuitem', { name: 'Documentation' }).click()
    await page.getByRole('heading', { level: 1, name: 'Muster' }).waitFor()

    const pages = page.getByRole('navigation', { name: 'Pages' })
    await pages.getByRole('link', { name: 'Operations' }).click()
    await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor()
    expect(await pages.locator('[aria-current=page]').allTextContents()).toEqual(['Operations'])
    await page.getByRole('navigation', { name: 'On this page' }).getByText('Secrets').click()
    expect(new URL(page.url()).hash).toBe('#secrets')

    await page.getByRole('link', { name: 'Open Muster' }).click()
    await page.locator('main#content').waitFor()
    expect(asked.filter((url) => !url.startsWith(office.url))).toEqual([])
    expect(complaints).toEqual([])
  })

  it('is read by whoever is not signed in, under the same policy as every answer', async () => {
    const { status, headers } = await office.server.call('GET /docs/operations')
    const strange = await office.server.call('GET /docs', {
      headers: { host: 'elsewhere.example' },
    })

    expect([status, headers['content-security-policy']]).toEqual([
      200,
      expect.stringContaining("script-src 'self';"),
    ])
    expect(strange.status).toBe(421)
  })

  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    it.each([
      ['/docs', 1440],
      ['/docs/operations', 1440],
      ['/docs/configuration', 360],
    ])('has nothing for axe to find at %s, %i wide', async (path, width) => {
      const { page } = await office.openStranger({ scheme, width, path })
      await page.locator('h1').waitFor()

      expect(await violationsOn(page)).toEqual([])
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(overflow).toBeLessThanOrEqual(0)
    })
  })
})
