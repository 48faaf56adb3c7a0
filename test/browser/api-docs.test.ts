import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
const address = await server.http.listen({ host: '127.0.0.1', port: 0 })
const browser = await startChromium()
afterAll(() => browser.close())

/** How many operations there are. */
async function operationCount(): Promise<number> {
  const { paths } = (await server.call('GET /api/openapi.json')).body
  return Object.values(paths as Record<string, object>).flatMap((each) => Object.keys(each)).length
}

/** Opens every group at once. */
const OPEN_ALL = `for (const tag of document.querySelectorAll('.opblock-tag')) tag.click()`

/** Goes down the page and tells which operations and which closed groups were met. */
const MEET_ALL = `(async () => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  const [operations, closed] = [new Set(), new Set()]
  for (let top = 0; top < document.documentElement.scrollHeight; top += 200) {
    scrollTo(0, top)
    await drawn()
    for (const { id } of document.querySelectorAll('.opblock')) operations.add(id)
    for (const { id } of document.querySelectorAll('.opblock-tag[data-is-open=false]')) closed.add(id)
  }
  return { operations: operations.size, closed: [...closed] }
})()`

/** What the page asks for when it is opened, and what it complains of. */
async function watchedPage() {
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
      const { page, asked, complaints } = await watchedPage()
      await page.goto(`${address}/api/docs`)
      await page.waitForSelector('.opblock-tag-section')
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

      expect(operations).toBe(await operationCount())
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
    }, 60_000)

    it('shows every operation on the way down when all groups are open at once', async () => {
      const { page, complaints } = await watchedPage()
      await page.goto(`${address}/api/docs`)
      await page.waitForSelector('.opblock-tag-section')
      await page.evaluate(OPEN_ALL)
      await page.waitForSelector('.opblock')

      expect(await page.evaluate(MEET_ALL)).toEqual({
        operations: await operationCount(),
        closed: [],
      })
      expect(complaints).toEqual([])
    }, 60_000)
  })
})
