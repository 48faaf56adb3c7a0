import { expect, it } from 'vitest'
import { browserOffice } from '../support/browser-office.ts'

const office = await browserOffice()
/** More than a decision names one by one. */
const MANY = 10_050

const { pool } = office.server.app.database

/** Adds findings with numbered names. */
async function addFindings(from: number, to: number): Promise<void> {
  await pool.query(
    `insert into finding (check_code, scope, subject, state, severity, name, evidence, first_seen,
       standing_since)
     select 'missing-in-edr', 'ninjaone+threatlocker', 'device:' || 900000 + n, 'open', 'low', 'many ' || n, '{}',
       '2026-11-20', '2026-11-20'
     from generate_series($1::int, $2::int) as n`,
    [from, to],
  )
}

const ownersOfMany = async () =>
  (await pool.query(`select distinct owner from finding where name like 'many %'`)).rows

it('says nothing of a list of more than 10,000 that has changed since it was counted, and says so', async () => {
  await addFindings(1, MANY)
  const { page } = await office.open('operator', { path: '/findings?text=many' })
  await page
    .locator(`[role=table][aria-rowcount="${MANY + 1}"]`)
    .first()
    .waitFor()
  await page.getByRole('heading', { name: 'Work list' }).click()
  await page.keyboard.press('*')
  await page.keyboard.press('o')
  await page.getByText('It is said of 10,050 findings.').waitFor()
  // one leaves the list and another comes: as many as before, and not the same
  await pool.query(`update finding set name = 'few 1' where name = 'many 1'`)
  await addFindings(MANY + 1, MANY + 1)
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'The list has changed since' }).waitFor()
  expect(await ownersOfMany()).toEqual([{ owner: null }])

  await page.getByText('It is said of 10,050 findings.').waitFor()
  await page.getByRole('button', { name: 'Owner (10,050)' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await ownersOfMany()).toEqual([{ owner: 'operator' }])
})
