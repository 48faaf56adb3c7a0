import { type AddressInfo, connect } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { apiOffice, callerOf } from '../../test/support/api-office.ts'
import { testDatabase } from '../../test/support/postgres.ts'

const database = await testDatabase()
const office = await apiOffice(database.url, { now: () => new Date('2026-11-21T09:00:00Z') })
const address = await office.http.listen({ host: '127.0.0.1', port: 0 })
afterAll(() => office.close())
const headers = office.headersOf(callerOf('analyst'))
const ROWS = 'metric,time,value\nsold,2026-11-01,1\nsold,2026-11-02,2\n'

describe('files that are sent', () => {
  it('keep no other waiting while they are on their way', async () => {
    const { port } = office.http.server.address() as AddressInfo
    const slow = connect(port, '127.0.0.1')
    const told = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const head = `POST /api/ingest?source_name=slow HTTP/1.1\r\nhost: 127.0.0.1\r\n${told.join('')}`
    slow.write(`${head}content-type: text/csv\r\ncontent-length: 5000\r\n\r\nmetric,`)
    const answer = await fetch(`${address}/api/ingest?source_name=quick`, {
      ...{ method: 'POST', headers: { ...headers, 'content-type': 'text/csv' }, body: ROWS },
    })
    slow.destroy()

    expect([answer.status, await answer.json()]).toMatchObject([200, { metrics: ['sold'] }])
  })

  it('come in a form with little before them', async () => {
    const send = (fields: number) => {
      const body = new FormData()
      for (let n = 0; n < fields; n += 1) body.append(`field-${n}`, 'x')
      body.append('file', new Blob([ROWS], { type: 'text/csv' }), 'rows.csv')
      const url = `${address}/api/ingest?source_name=form`
      return fetch(url, { method: 'POST', headers: { ...headers, 'accept-language': 'es' }, body })
    }
    const refused = await send(500)

    expect((await send(2)).status).toBe(200)
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('demasiado delante de su archivo')
  })
})

describe('a source that there is none of', () => {
  it.each(['metrics', 'metrics/daily', 'metrics/anomaly/robust', 'forecast/daily', 'anomalies'])(
    'is told to who sees some sites without the names of others by %s',
    async (route) => {
      const url = `/api/${route}?source_name=nobodys&metric=sold`
      const limited = await office.send(callerOf('analyst', ['Norte']), { method: 'GET', url })
      expect(limited.statusCode).toBeGreaterThanOrEqual(400)
      expect(limited.body).not.toContain('quick')
    },
  )

  it('is told to others with the names there are', async () => {
    const { body } = await office.get('/api/metrics/daily?source_name=nobodys&metric=sold')
    expect(body).toContain('quick')
  })
})
