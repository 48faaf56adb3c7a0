import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { browserOffice } from '../support/browser-office.ts'

const office = await browserOffice()

/** The row under the mark. */
const marked = (page: Page) => page.locator('[role=row][aria-current=true]')
const total = async (page: Page) => {
  const text = await page.locator('[role=table]').first().getAttribute('aria-rowcount')
  return Number(text) - 1
}

describe('findings by keyboard', async () => {
  const { page, complaints } = await office.open('operator', { path: '/findings' })
  page.setDefaultTimeout(8_000)
  await page.locator('[role=row] [role=cell]').first().waitFor()

  it('moves with j and k, shows the finding beside the list, and types nothing into decisions', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    expect(await marked(page).getAttribute('aria-rowindex')).toBe('2')
    await page.getByRole('heading', { name: 'Evidence' }).waitFor()
    await page.getByText('Opened').first().waitFor()

    await page.getByLabel('Name, note or evidence').focus()
    await page.keyboard.type('afx?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByLabel('Name, note or evidence').fill('')
  })

  it('accepts with a reason until a day, and takes it back by reopening', async () => {
    await page.getByRole('heading', { name: 'Work list' }).click()
    await page.waitForURL((url) => !url.searchParams.has('text'))
    const before = await total(page)
    const ref = (await page.getByRole('heading', { name: /^Finding F/u }).textContent()) ?? ''
    await page.keyboard.press('a')
    await page.getByText('It is said of 1 finding.').waitFor()
    await page.keyboard.type('on loan to the school')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator(`[role=table][aria-rowcount="${before}"]`).first().waitFor()

    await page.getByLabel('State', { exact: true }).selectOption('accepted')
    await page.locator('[role=table][aria-rowcount="2"]').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Work list' }).click()
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: ref }).waitFor()
    await page.getByText('on loan to the school').first().waitFor()
    await page.keyboard.press('r')
    await page.getByText('It is said of 1 finding.').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('No finding is as these filters ask.').waitFor()
    await page.getByLabel('State', { exact: true }).selectOption('')
    await page
      .locator(`[role=table][aria-rowcount="${before + 1}"]`)
      .first()
      .waitFor()
  })

  it.each(['a', 'o', '?'])('gives the focus back once the dialog of %s is closed', async (key) => {
    const desk = await office.open('operator', { path: '/findings' })
    await desk.page.locator('[role=row] [role=cell]').first().waitFor()
    const sorting = desk.page.getByRole('columnheader').getByRole('button').first()
    await desk.page.keyboard.press('j')
    await sorting.focus()
    await desk.page.keyboard.press(key)
    await desk.page.getByRole('dialog').waitFor()
    await desk.page.keyboard.press('Escape')
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' })

    await expect
      .poll(() => sorting.evaluate((button) => button === button.ownerDocument.activeElement))
      .toBe(true)
  })

  it('gives the whole list an owner, after saying how many that are', async () => {
    await page.getByRole('heading', { name: 'Work list' }).click()
    const count = await total(page)
    await page.keyboard.press('*')
    await page.keyboard.press('o')
    await page.getByText(`It is said of ${count} findings.`).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.goto(`${office.url}/findings?owner=operator`)
    await page
      .locator(`[role=table][aria-rowcount="${count + 1}"]`)
      .first()
      .waitFor()
    expect(complaints).toEqual([])
  })

  it('offers a viewer no decision, and says why', async () => {
    const viewer = await office.open('viewer', { path: '/findings' })
    await viewer.page.locator('[role=row] [role=cell]').first().waitFor()
    await viewer.page.keyboard.press('j')
    await viewer.page.getByText('Deciding them needs the permission').first().waitFor()
    await viewer.page.keyboard.press('f')
    expect(await viewer.page.getByRole('dialog').count()).toBe(0)
  })
})

describe.each(['light', 'dark'] as const)('axe, %s', (scheme) => {
  it.each([360, 1440])('finds nothing on the findings, %i wide', async (width) => {
    const { page } = await office.open('operator', { scheme, width, path: '/findings' })
    await page.locator('[role=row] [role=cell]').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'History' }).waitFor()

    expect(await violationsOn(page)).toEqual([])
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
  })
})
