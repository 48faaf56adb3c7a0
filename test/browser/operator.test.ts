import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { violationsOn } from '../support/axe.ts'
import { browserOffice, type OpenWindow } from '../support/browser-office.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-operator-'))
const { inbox, ocsFile } = await writeEstate(folder, makeEstate({ seed: 5, computers: 220 }))
const office = await browserOffice({
  sources: {
    ocs: { file: ocsFile, inventoryField: 'NUMINV' },
    'finance-register': { folder: inbox },
    locations: { folder: inbox },
  },
  reports: { folder: join(folder, 'reports') },
  access: { fourEyes: true },
})
afterAll(() => rm(folder, { recursive: true }))

function tags(): Map<number, string | null> {
  const ocs = new DatabaseSync(ocsFile, { readOnly: true })
  const rows = ocs.prepare('select HARDWARE_ID as id, TAG as tag from accountinfo').all()
  ocs.close()
  return new Map(rows.map(({ id, tag }) => [Number(id), tag === null ? null : String(tag)]))
}

describe('a plan, from made to undone', async () => {
  const before = tags()
  let maker: OpenWindow
  let second: OpenWindow
  let address = ''
  const deed = (page: Page, name: string) => page.locator(`[data-deed=${name}]`)
  const confirm = async (page: Page, name: string) => {
    await deed(page, name).getByRole('button').click()
    await page.getByRole('dialog').getByRole('button').last().click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  it('is made while its progress is shown, and leads to what it would change', async () => {
    maker = await office.open('approver', { path: '/plans' })
    maker.page.setDefaultTimeout(20_000)
    await maker.page.getByRole('button', { name: 'Plan of TAGs' }).click()
    await maker.page.getByRole('link', { name: /^Open P/u }).click()
    await maker.page.locator('[role=row] [role=cell]').first().waitFor()
    address = maker.page.url()

    await maker.page.getByText('Passed: nothing about it is unusual.').waitFor()
    expect(tags()).toEqual(before)
  })

  it('is not approved by who made it where two people are needed, and says so', async () => {
    const approving = deed(maker.page, 'approve')
    expect(await approving.getAttribute('data-offered')).toBe('false')
    await approving.getByText('You made it, and here another person must approve it.').waitFor()
    await deed(maker.page, 'apply').getByText('second person').waitFor()
  })

  it('is approved by another person once, with a reason', async () => {
    second = await office.open('administrator', { path: new URL(address).pathname })
    await deed(second.page, 'approve').getByRole('button').click()
    await second.page.getByLabel('Reason, if any').fill('seen row by row')
    await second.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await second.page.getByText('seen row by row').waitFor()

    await deed(second.page, 'approve').getByText('You approved it.').waitFor()
  })

  it('is applied in front of who made it, and stands in OCS as it said', async () => {
    const { page } = maker
    await page.reload()
    await page.locator('[data-deed=apply][data-offered=true]').waitFor()
    await deed(page, 'apply').getByRole('button').click()
    await page
      .getByRole('dialog')
      .getByText(/values are written to/u)
      .waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click()
    await page.locator('h1 ~ * >> text=Applied').first().waitFor()

    expect(tags()).not.toEqual(before)
  })

  it('is verified, and tells what no longer stands', async () => {
    const { page } = maker
    await page.locator('[data-deed=verify][data-offered=true] button:enabled').waitFor()
    await confirm(page, 'verify')
    await page.getByText(/^All \d+ written values stand as written\.$/u).waitFor()
  })

  it('has its report written and downloaded', async () => {
    const { page } = maker
    await confirm(page, 'report')
    const link = page.getByRole('button', { name: /^muster-P\d+\.xlsx$/u })
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()])

    expect(file.suggestedFilename()).toMatch(/^muster-P\d+\.xlsx$/u)
  })

  it('is undone, and OCS is as it was', async () => {
    const { page } = maker
    await page.locator('[data-deed=undo][data-offered=true] button:enabled').waitFor()
    await confirm(page, 'undo')
    await deed(page, 'undo').getByText('It was taken back already.').waitFor()

    expect(tags()).toEqual(before)
    expect(maker.complaints).toEqual([])
  })
})

describe.each(['light', 'dark'] as const)('axe, %s', (scheme) => {
  it.each([360, 1440])('finds nothing on the plans, %i wide', async (width) => {
    const { page } = await office.open('operator', { scheme, width, path: '/plans' })
    for (const path of ['/plans', '/plans/1']) {
      await page.goto(office.url + path)
      await page.locator('[role=row] [role=cell]').first().waitFor()
      expect([path, await violationsOn(page)]).toEqual([path, []])
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(overflow).toBeLessThanOrEqual(0)
    }
  })
})
