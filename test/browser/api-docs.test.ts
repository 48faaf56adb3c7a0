import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { peopleStore } from '../../src/access/people/store.ts'
import { accessServer, addPerson, PASSWORD } from '../support/access-server.ts'
import { startChromium } from '../support/browser-office.ts'
import { testDatabase } from '../support/postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-docs-'))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()
const server = await accessServer({ folder, database })
afterAll(() => server.close())
await peopleStore(database).createFirst(server.app.now())
await addPerson(server, 'vera', { role: 'viewer' })

/** What a page that is opened asks for, and what it complains of. */
async function watchedPage(browser: Browser) {
  const page = await browser.newPage()
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() !== 'log') complaints.push(`${message.type()}: ${message.text()}`)
  })
  return { page, asked, complaints }
}

describe('/api/docs', () => {
  it('goes through what every request goes through', async () => {
    const strange = await server.call('GET /api/docs', { headers: { host: 'elsewhere.example' } })
    const { status, headers, body } = await server.call('GET /api/docs')

    expect(strange).toMatchObject({ status: 421, body: { code: 'request.unknown-host' } })
    expect([status, headers['content-security-policy']]).toEqual([
      200,
      expect.stringContaining("script-src 'self';"),
    ])
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)/u)
  })

  describe('in a browser', () => {
    it('shows every operation, asks no other host, and breaks no policy', async () => {
      const address = await server.http.listen({ host: '127.0.0.1', port: 0 })
      const browser = await startChromium()
      const { page, asked, complaints } = await watchedPage(browser)
      await page.goto(`${address}/api/docs`)
      await page.waitForSelector('.opblock-tag-section')
      const paths = Object.values(
        (await server.call('GET /api/openapi.json')).body.paths as Record<string, object>,
      )

      const sections = page.locator('.opblock-tag-section')
      let operations = 0
      for (let at = 0; at < (await sections.count()); at += 1) {
        const section = sections.nth(at)
        await section.locator('.opblock-tag').click()
        await section.locator('.opblock').first().waitFor()
        operations += await section.locator('.opblock').count()
        await section.locator('.opblock-tag').click() // one tag at a time, as people read it
        await section.locator('.opblock').first().waitFor({ state: 'detached' })
      }

      await page.locator('.opblock-tag[data-tag="access"]').click()

      expect(operations).toBe(paths.flatMap((methods) => Object.keys(methods)).length)
      expect(asked.filter((url) => !url.startsWith(address) && !url.startsWith('data:'))).toEqual(
        [],
      )
      expect(complaints).toEqual([])

      const signedIn = await page.evaluate(
        async ([name, password]) => {
          const body = JSON.stringify({ name, password, means: 'cookies' })
          const headers = { 'content-type': 'application/json' }
          return (await fetch('/api/session', { method: 'POST', headers, body })).status
        },
        ['vera', PASSWORD],
      )
      const ending = page.locator('#operations-access-deleteSession')
      await ending.locator('.opblock-summary-control').click()
      await ending.locator('.try-out__btn').click()
      const answered = page.waitForResponse((response) => response.request().method() === 'DELETE')
      await ending.locator('.execute').click()
      expect([signedIn, (await answered).status()]).toEqual([200, 200])
      await browser.close()
    }, 60_000)
  })
})
