import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { PASSWORD } from '../support/access-server.ts'
import { violationsOn } from '../support/axe.ts'
import { browserOffice } from '../support/browser-office.ts'
import { readRows, rowTexts } from '../support/read-cells.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-screens-'))
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

const SHOTS = process.env.SHOTS
async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true })
}

let planned = 0

describe('a run', () => {
  it('tells how it went: steps by their words, what came of it, its log', async () => {
    const { page } = await office.open('operator', { path: '/runs' })
    const { accessToken: token } = await office.server.tokensOf('operator', PASSWORD)
    const { body } = await office.server.call('POST /api/plans', {
      token,
      body: { corrects: 'tags' },
    })
    planned = body.run
    await page.goto(`${office.url}/runs/${planned}`)
    await page.getByText("Reading finance's register").first().waitFor()
    await page.getByText('Ended').waitFor()
    await shot(page, 'run')

    expect(await page.locator('h1').textContent()).toBe(`Make a plan, run ${planned}`)
    await page.getByRole('region', { name: 'Log' }).first().getByText('Begun').first().waitFor()
  })

  it('tells all that can happen in one in words', async () => {
    const { page } = await office.open('operator', { path: '/runs', language: 'es' })
    const { pool } = office.server.app.database
    const { rows } = await pool.query<{ id: number }>(
      `insert into run (task, state, cause, actor, host, pid, version, ended_at)
       values ('collect', 'agreed', 'person', 'test', 'pc-1', 1, '0', now())
       returning id`,
    )
    const id = rows[0]?.id
    await pool.query(
      `insert into run_log (run_id, kind)
       select $1, unnest(array['started', 'taken-over', 'step', 'retry', 'cancel-asked', 'given-up'])`,
      [id],
    )
    await page.goto(`${office.url}/runs/${id}`)
    const log = page.getByRole('region', { name: 'Bitácora' }).first()
    await log.locator('li').nth(5).waitFor()

    expect(await log.locator('li span:nth-of-type(1)').allTextContents()).toEqual([
      'Comenzada',
      'Comenzada de nuevo, tras caer su servidor o no poder terminarla',
      'Paso comenzado',
      'Se intentará de nuevo',
      'Parada pedida',
      'Abandonada tras demasiados intentos',
    ])
  })

  it('says in words why it failed and what to do', async () => {
    const { page } = await office.open('operator', { path: '/runs', language: 'es' })
    await office.server.app.database.pool.query(
      `insert into run (task, state, cause, actor, host, pid, version, ended_at, error)
       values ('collect', 'failed', 'person', 'test', 'pc-1', 1, '0', now(),
         '{"code": "source.not-configured", "details": {"source": "viejo"}}')`,
    )
    await page.goto(`${office.url}/runs?state=failed`)
    await page.getByRole('table').getByRole('link').first().click()
    const failure = page.getByRole('region', { name: 'Por qué falló' })
    await failure.waitFor()
    await shot(page, 'run-failed')

    expect(await failure.textContent()).toContain('viejo')
    expect(await failure.locator('p').textContent()).not.toContain('source.not-configured')
  })
})

describe('reports', () => {
  it('are written on a plan, appear when that has ended, and are downloaded whole', async () => {
    const { page } = await office.open('operator', { path: '/reports' })
    await page.getByText('No report was written yet').waitFor()
    await page.getByRole('button', { name: 'Write it now' }).click()
    const whole = page.getByRole('button', { name: 'Download muster-P1.xlsx' })
    await whole.waitFor()
    await shot(page, 'reports')
    const [download] = await Promise.all([page.waitForEvent('download'), whole.click()])
    const kept = join(folder, 'kept.xlsx')
    await download.saveAs(kept)

    expect(download.suggestedFilename()).toBe('muster-P1.xlsx')
    expect(rowTexts(await readRows(kept)).length).toBeGreaterThan(3)
  })
})

const SCREENS = [
  ...['/sources', '/sources?view=held', '/sources?view=books', '/sources?view=sites'],
  ...['/sources?collection=1', '/runs', '/runs/1', '/reports'],
]

it.each([
  ['light', 360],
  ['dark', 1440],
] as const)(
  'leaves axe nothing to find on any of its screens, %s and %i wide',
  async (scheme, width) => {
    const { page } = await office.open('approver', { scheme, width, path: '/sources' })
    for (const screen of SCREENS) {
      await page.goto(`${office.url}${screen}`)
      await page.locator('main [aria-busy=false]').first().waitFor()
      await page.waitForLoadState('networkidle')
      await shot(page, `${scheme}-${width}${screen.replaceAll(/\W/gu, '-')}`)

      expect([screen, await violationsOn(page)]).toEqual([screen, []])
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect([screen, Math.max(0, Number(overflow))]).toEqual([screen, 0])
    }
  },
)
