import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { webApp } from './web-app.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-web-'))
afterAll(() => rm(folder, { recursive: true }))
const PAGE = { accept: 'text/html,application/xhtml+xml' }

async function serverOf(built: string) {
  const http = Fastify()
  await webApp(http, built)
  return http
}

describe('a web app that is built', async () => {
  const built = join(folder, 'built')
  await mkdir(join(built, 'assets'), { recursive: true })
  await writeFile(join(built, 'index.html'), '<!doctype html><title>Muster</title>')
  await writeFile(join(built, 'assets/main-abc.js'), 'start()')
  await writeFile(join(built, 'assets/main-abc.js.br'), 'pressed')
  const http = await serverOf(built)

  it.each(['/', '/devices', '/devices/ninjaone%3A5?asOf=2026-11-20'])(
    'is the page under %s, never from a cache',
    async (url) => {
      const answer = await http.inject({ url, headers: PAGE })

      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache'])
      expect(answer.body).toContain('<title>Muster')
    },
  )

  it('is the page under /metrics to a browser alone: others are told what is measured', async () => {
    const measured = Fastify()
    measured.get('/metrics', () => 'muster_up 1')
    await webApp(measured, built)
    const token = { ...PAGE, authorization: 'Bearer x' }
    const bodies = [PAGE, { accept: 'text/plain' }, token].map(async (headers) => {
      const { body } = await measured.inject({ url: '/metrics', headers })
      return body
    })

    expect(await Promise.all(bodies)).toEqual([
      '<!doctype html><title>Muster</title>',
      'muster_up 1',
      'muster_up 1',
    ])
  })

  it('has files that a browser keeps for a year, compressed where it can take that', async () => {
    const plain = await http.inject({ url: '/assets/main-abc.js' })
    const pressed = await http.inject({
      url: '/assets/main-abc.js',
      headers: { 'accept-encoding': 'br' },
    })

    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect([plain.body, pressed.body]).toEqual(['start()', 'pressed'])
    expect(pressed.headers['content-encoding']).toBe('br')
  })

  it.each([
    '/assets/main-gone.js',
    '/assets/..%2findex.html',
    '/favicon.ico',
    '/api/nowhere',
    '/health/nowhere',
  ])('answers %s with no page', async (url) => {
    const answer = await http.inject({ url, headers: PAGE })

    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.body).not.toContain('<title>')
  })

  it.each(['/assets', '/assets/', '/assets/.', '/assets/%2e'])(
    'lists nothing under %s',
    async (url) => {
      for (const headers of [PAGE, { accept: '*/*' }]) {
        const { body } = await http.inject({ url, headers })
        expect(body).not.toMatch(/main-abc|index\.html/u)
      }
    },
  )
})

it('says how it is built where it is not', async () => {
  const http = await serverOf(join(folder, 'nothing'))
  const answer = await http.inject({ url: '/', headers: PAGE })

  expect([answer.statusCode, answer.body.includes('npm run build:web')]).toEqual([503, true])
})
