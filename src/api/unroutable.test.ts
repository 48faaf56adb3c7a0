import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { tellUnroutable } from './unroutable.ts'

const http = Fastify({ frameworkErrors: tellUnroutable('en'), genReqId: () => 'r-1' })
http.get('/api/runs/:id', async () => 'a run')

async function asked(url: string, language = 'en') {
  const answer = await http.inject({ url, headers: { 'accept-language': language } })
  return { ...answer, told: answer.json() }
}

describe('tellUnroutable', () => {
  it.each(['/api/runs/%', '/api/runs/%zz', '/api/runs/%c0%af'])(
    'tells of %s, as a problem, that its address cannot be read',
    async (url) => {
      const { statusCode, headers, told } = await asked(url)

      expect([statusCode, told.code, told.requestId]).toEqual([400, 'request.invalid', 'r-1'])
      expect(told.details.faults).toEqual([
        { place: 'path', message: 'a percent sign stands before what is no character' },
      ])
      expect(headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'x-request-id': 'r-1',
        'cache-control': 'no-store',
      })
    },
  )

  it('knows nothing of so long a name', async () => {
    const { statusCode, told } = await asked(`/api/runs/${'9'.repeat(101)}`)

    expect([statusCode, told.code]).toEqual([404, 'request.unknown-route'])
  })

  it('speaks the language asked for', async () => {
    expect((await asked('/api/runs/%', 'es')).told.details.faults[0].message).toMatch(/porcentaje/u)
  })
})
