import { existsSync, globSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { webApp } from '../../src/api/web-app.ts'
import { anchors } from '../../web/build/docs/anchors.ts'
import { buildDocs } from '../../web/build/docs/build-docs.ts'
import { FIRST_PAGE, pageFiles } from '../../web/build/docs/page-files.ts'
import { brokenLinks } from './markdown-links.ts'

const ROOT = join(import.meta.dirname, '../..')
const files = pageFiles(ROOT)
const built = buildDocs(ROOT)
const pages = built
  .filter(({ name }) => name.endsWith('.html'))
  .map(({ name, content }) => ({ name, html: `${content}` }))
const addressOf = (name: string) => `/${name.replace(/(?:\/index)?\.html$/u, '')}`
const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id)
const pageAt = (address: string) => pages.find(({ name }) => addressOf(name) === address)

describe('the Markdown of the repository', () => {
  const written = [
    ...globSync('{*,docs/*,docs/decisions/*,bench/*,demo/*,src/**/*}.md', { cwd: ROOT }),
  ].map((file) => file.replaceAll('\\', '/'))

  it('links to files and headings that there are', () => {
    expect(written).toContain('README.md')
    expect(brokenLinks(ROOT, written)).toEqual([])
  })

  it('is told apart from Markdown that does not', () => {
    expect(brokenLinks(ROOT, ['test/docs/fixtures/broken.md'])).toEqual([
      'test/docs/fixtures/broken.md: ../../../docs/access.md#no-such-chapter',
      'test/docs/fixtures/broken.md: gone.md',
    ])
  })

  it('is named by the first page, file by file', () => {
    const first = pageAt('/docs')?.html ?? ''
    const unnamed = files.filter(
      ({ file, address }) => file !== FIRST_PAGE && !first.includes(`<li><a href="${address}">`),
    )
    expect(unnamed.map(({ file }) => file)).toEqual([])
  })
})

describe('the pages that are made of it', () => {
  it('link to pages, anchors and pictures that there are', () => {
    const served = new Set(built.map(({ name }) => `/${name}`))
    const broken = pages.flatMap(({ name, html }) =>
      [...html.matchAll(/ (?:href|src)="([^"]+)"/gu)]
        .map(([, href = '']) => href)
        .filter((href) => !/^https?:/u.test(href))
        .filter((href) => {
          const [path = '', anchor] = href.split('#')
          if (['/', '/icon.svg'].includes(path) || served.has(path)) return false
          const page = pageAt(path === '' ? addressOf(name) : path)
          return !page || (anchor !== undefined && !idsOf(page.html).includes(anchor))
        })
        .map((href) => `${name}: ${href}`),
    )
    expect(broken).toEqual([])
  })

  it('hold no script, no style of their own, and nothing of another host', () => {
    const wrong = pages.filter(({ html }) =>
      /&lt;!--|<script|<style| style="| on\w+="|src="(?!\/)|<link[^>]* href="(?!\/)/u.test(html),
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('have one title each, and no anchor twice', () => {
    const titles = pages.map(({ html }) => /<title>(.+)<\/title>/u.exec(html)?.[1])
    expect(new Set(titles).size).toBe(pages.length)
    for (const { html } of pages) {
      const ids = idsOf(html)
      expect(new Set(ids).size).toBe(ids.length)
      expect(html.match(/<h1 /gu)).toHaveLength(1)
    }
  })
})

it('an anchor is the heading without its signs, and counted where it comes again', () => {
  const anchorOf = anchors()
  const given = ['Is all well?', '`muster plan`', 'Is all well?', 'Año 2026'].map(anchorOf)

  expect(given).toEqual(['is-all-well', 'muster-plan', 'is-all-well-1', 'año-2026'])
})

describe('GET /docs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-docs-'))
  afterAll(() => rm(folder, { recursive: true }))
  for (const { name, content } of built) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  const http = Fastify()
  await webApp(http, folder)

  it('serves every page and every file of it', async () => {
    const asked = built.map(({ name }) => (name.endsWith('.html') ? addressOf(name) : `/${name}`))
    const answers = await Promise.all(
      asked.map(async (url) => [url, await http.inject(url)] as const),
    )
    const wrong = answers.filter(([, { statusCode, body }]) => statusCode !== 200 || body === '')
    expect(wrong.map(([url]) => url)).toEqual([])

    const page = await http.inject('/docs/access?x=1')
    expect([page.headers['content-type'], page.headers['cache-control']]).toEqual([
      'text/html; charset=utf-8',
      'no-cache',
    ])
    expect((await http.inject('/docs/')).headers.location).toBe('/docs')
  })

  it.each([
    '/docs/nowhere',
    '/docs/access.md',
    '/docs/access.html',
    '/docs/../index.html',
    '/docs/..%2f..%2fpackage.json',
    '/docs/images/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/docs/decisions/a/b',
  ])('answers %s with no file', async (url) => {
    const answer = await http.inject({ url, headers: { accept: '*/*' } })

    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.body).not.toMatch(/<title>|"dependencies"/u)
  })

  it('says how it is built where it is not', async () => {
    const unbuilt = Fastify()
    await webApp(unbuilt, join(folder, 'nothing'))
    const answer = await unbuilt.inject('/docs')

    expect([answer.statusCode, answer.body.includes('npm run build:web')]).toEqual([503, true])
    expect(existsSync(join(folder, 'nothing'))).toBe(false)
  })
})
