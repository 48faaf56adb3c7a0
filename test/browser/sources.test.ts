import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { writeWorkbook } from '../../src/workbook/write/write-workbook.ts'
import { browserOffice } from '../support/browser-office.ts'
import { readRows, rowTexts } from '../support/read-cells.ts'
import { readParts } from '../support/workbook-parts.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-sources-'))
const { inbox, ocsFile } = await writeEstate(folder, makeEstate({ seed: 5, computers: 200 }))
const office = await browserOffice({
  sources: {
    ocs: { file: ocsFile, inventoryField: 'NUMINV' },
    'finance-register': { folder: inbox },
    locations: { folder: inbox },
  },
  reports: { folder: join(folder, 'reports'), splitBy: 'municipality' },
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const FAULTY = join(folder, 'AR01-1 corregido.xlsx')
await writeWorkbook(FAULTY, [
  {
    name: 'AR01-1',
    columns: ['No_Inventario', 'Local'].map((title) => ({ title })),
    rows: [
      ['12_001_000001', '01A0001A'],
      ['MV', '01A0001A'],
      ['12_001_000002', '01A0002B'],
    ],
  },
])

const SHOTS = process.env.SHOTS
async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true })
}

/** Collects one source as a person does, and waits for the end. */
async function collect(page: Page, source: string, state: string): Promise<void> {
  await page.getByRole('button', { name: 'Collect one source' }).click()
  await page.getByRole('menuitem', { name: source }).click()
  const progress = page.getByRole('region', { name: 'Collection under way' })
  await progress.getByText(state).waitFor()
}

describe('an approver with a workbook', async () => {
  const { page, complaints } = await office.open('approver', { path: '/sources?view=books' })
  page.setDefaultTimeout(12_000)
  const preview = page.locator('[data-file="AR01-1 corregido.xlsx"]')

  it('collects what lies there, and watches it end', async () => {
    await page.getByText('AR01-1 2026-11.xlsx').waitFor()
    await collect(page, 'finance-register', 'Differences')
    await shot(page, 'collected')
    await page.getByRole('button', { name: 'Dismiss' }).click()
  })

  it('drops another, sees what is wrong by cell, and that it would be held', async () => {
    await page.locator('input[type=file]').setInputFiles(FAULTY)
    await preview.waitFor()
    const fault = page.locator('[data-fault="number-is-virtual-machine-word"]')
    await shot(page, 'books')

    expect(await fault.locator('th').textContent()).toBe('AR01-1!A3')
    expect(await fault.locator('td').first().textContent()).toBe('MV')
    await preview.getByText('It would be held for a person').waitFor()
  })

  it('downloads the marked copy, in which that cell has a comment', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      preview.getByRole('button', { name: 'Download the marked copy' }).click(),
    ])
    const copy = join(folder, 'marked.xlsx')
    await download.saveAs(copy)
    const parts = await readParts(copy)
    const comments = [...parts].filter(([name]) => name.includes('comments')).map(([, xml]) => xml)

    expect(download.suggestedFilename()).toBe('AR01-1 corregido-marked.xlsx')
    expect(JSON.stringify(rowTexts(await readRows(copy)))).toContain('A3')
    expect(comments.join()).toContain('ref="A3"')
  })

  it('puts it into place, collects, and it is held', async () => {
    await preview.getByRole('button', { name: 'Put into place' }).click()
    await page.getByRole('button', { name: 'Put it there' }).click()
    await page.getByText('The next collection reads this one.').waitFor()
    await collect(page, 'finance-register', 'Held')
  })

  it('accepts it with a reason, and the ledger shows it complete in their name', async () => {
    await page.getByRole('link', { name: /^Held/u }).click()
    const row = page.getByRole('row', { name: /finance-register/u })
    await row.waitFor()
    await shot(page, 'held')
    await row.getByRole('button', { name: 'Accept…' }).click()
    const yes = page.getByRole('button', { name: 'Accept it' })
    expect(await yes.isDisabled()).toBe(true)
    await page.getByLabel('Why it is right all the same').fill('the others were written off')
    await shot(page, 'accepting')
    await yes.click()
    await page.getByText('Nothing is held').waitFor()
    await page.getByRole('link', { name: 'Ledger' }).click()
    await page
      .getByRole('link', { name: /^finance-register, 20 Nov 2026: Complete, 2 records/u })
      .click()
    await page.getByText('“the others were written off”').waitFor()
    await page.getByRole('row', { name: /AR01-1!A3/u }).waitFor()
    await shot(page, 'collection')

    expect(complaints).toEqual([])
  })
})

describe('the ledger', () => {
  it('is left for another part and for another page', async () => {
    const { page, complaints } = await office.open('operator', { path: '/sources' })
    await page.getByRole('grid').waitFor()
    await page.getByRole('link', { name: /^Held/u }).click()
    await page.getByText('Nothing is held').waitFor()
    await page.getByRole('link', { name: 'Ledger' }).click()
    await page.getByRole('grid').waitFor()
    await page.getByRole('link', { name: 'Findings' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Findings' }).waitFor()

    expect(complaints).toEqual([])
  })

  it('is walked by arrows, and focus comes back to the day that was opened', async () => {
    const { page } = await office.open('viewer', { path: '/sources' })
    const today = page.locator('[aria-label^="ninjaone, 20 Nov 2026"]')
    await today.press('ArrowLeft')
    expect(await page.locator(':focus').getAttribute('aria-label')).toContain('19 Nov 2026')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'ninjaone, 19 Nov 2026' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('[aria-label^="ninjaone, 19 Nov 2026"]:focus').waitFor()
  })
})

describe('a site to map', () => {
  it('is confirmed from what speaks for it, and taken back', async () => {
    const { page } = await office.open('operator', { path: '/sources?view=sites' })
    const first = page.getByRole('article').first()
    await first.waitFor()
    await shot(page, 'sites')
    const name = (await first.getByRole('heading').textContent()) ?? ''
    await first
      .getByRole('button', { name: /^It is /u })
      .first()
      .click()
    const row = page.getByRole('row', { name: new RegExp(`${name}.*confirmed, operator`, 'u') })
    await row.waitFor()
    await row.getByRole('button', { name: 'Take back' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
    await page.getByRole('article', { name }).waitFor()
  })
})
