import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { apiOffice, callerOf } from '../../test/support/api-office.ts'
import { testDatabase } from '../../test/support/postgres.ts'

const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster-sent-files-'))
const spoolFolder = join(folder, 'spool')
const killed = join(spoolFolder, 'server-killed')
await mkdir(join(killed, 'muster-sent-1'), { recursive: true })
await writeFile(join(killed, 'muster-sent-1', 'rows.csv'), 'left by a server that was killed')
await utimes(killed, new Date(0), new Date(0))
const server = { maxUploads: 3, maxUploadsPerCaller: 2 }
const office = await apiOffice(database.url, {
  now: () => new Date('2026-11-21T09:00:00Z'),
  settings: { spoolFolder, server },
})
const address = await office.http.listen({ host: '127.0.0.1', port: 0 })
afterAll(async () => {
  await office.close()
  expect((await readdir(spoolFolder)).filter((name) => name !== 'server-living')).toEqual([])
  await rm(folder, { recursive: true })
})
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

  /** One that stays on its way. */
  const halfSent = (caller = callerOf('analyst')) => {
    const { port } = office.http.server.address() as AddressInfo
    const line = connect(port, '127.0.0.1')
    const told = Object.entries(office.headersOf(caller)).map(([name, v]) => `${name}: ${v}\r\n`)
    const head = `POST /api/ingest?source_name=slow HTTP/1.1\r\nhost: 127.0.0.1\r\n${told.join('')}`
    line.write(`${head}content-type: text/csv\r\ncontent-length: 5000\r\n\r\nmetric,`)
    return line
  }
  const laidDown = async () => {
    const names = await readdir(spoolFolder, { recursive: true })
    return names.filter((name) => name.endsWith('upload')).map((name) => join(spoolFolder, name))
  }
  const sends = (caller = callerOf('analyst')) =>
    fetch(`${address}/api/ingest?source_name=quick`, {
      ...{ method: 'POST', body: ROWS },
      headers: { ...office.headersOf(caller), 'content-type': 'text/csv' },
    })

  it('lie where only the account of the server reads them', async () => {
    await expect.poll(laidDown).toEqual([]) // those of the tests before are being removed
    const slow = halfSent()
    onTestFinished(() => void slow.destroy())
    await expect.poll(laidDown).toHaveLength(1)
    const [file = ''] = await laidDown()
    const modes = [file, join(file, '..'), join(file, '../..')].map(async (place) => {
      return ((await stat(place)).mode & 0o777).toString(8)
    })

    expect(await Promise.all(modes)).toEqual(['600', '700', '700'])
    slow.destroy()
    await expect.poll(laidDown).toEqual([])
  })

  it('that a killed server left are gone once another has begun', async () => {
    expect(await readdir(spoolFolder)).not.toContain('server-killed')
  })

  it('are no more at once than one person may send, nor than the server takes', async () => {
    await expect.poll(laidDown).toEqual([])
    const lines = [halfSent(), halfSent()]
    await expect.poll(laidDown).toHaveLength(2)
    const mine = await sends()
    lines.push(halfSent(callerOf('operator')))
    await expect.poll(laidDown).toHaveLength(3)
    const anybodys = await sends(callerOf('administrator'))

    expect([mine.status, mine.headers.get('retry-after'), await mine.json()]).toMatchObject([
      ...[429, '15'],
      { code: 'request.too-many-uploads', details: { of: 'caller', most: 2 } },
    ])
    expect([anybodys.status, await anybodys.json()]).toMatchObject([
      429,
      { code: 'request.too-many-uploads', details: { of: 'server', most: 3 } },
    ])
    for (const line of lines) line.destroy()
    await expect.poll(laidDown).toEqual([])
    expect((await sends()).status).toBe(200)
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
