import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { accessServer, addPerson, PASSWORD } from '../support/access-server.ts'
import { type CurlRequest, curlsOf } from '../support/curl-command.ts'
import { testDatabase } from '../support/postgres.ts'

const PAGE = join(import.meta.dirname, '../../docs/api.md')
const FILES: Readonly<Record<string, string>> = {
  'visits.csv': 'time,metric,value\n2026-02-18T10:00:00Z,visits,3\n',
  'AR01.xlsx': 'No_Inventario,,,,,Local\n10_240_000001,,,,,02A0101A\n',
}

const folder = await mkdtemp(join(tmpdir(), 'muster api guide '))
const server = await accessServer({
  ...{ folder, database: await testDatabase() },
  ...{ start: new Date('2026-11-20T15:00:00Z') },
  settings: { sources: { 'finance-register': { folder: 'inbox' } } },
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})
await addPerson(server, 'ana', { role: 'administrator' })
const { accessToken } = await server.tokensOf('ana', PASSWORD)
const made = await server.call('POST /api/tokens', {
  token: accessToken,
  body: { name: 'guide', permissions: ['read', 'analyse', 'operate'] },
})
const variables = { PASSWORD, ACCESS_TOKEN: accessToken, TOKEN: `${made.body.secret}` }
const curls = curlsOf(await readFile(PAGE, 'utf8'), variables)

const BOUNDARY = 'guide'

async function send({ method, url, headers, data, formFile }: CurlRequest) {
  const text = data?.startsWith('@') ? FILES[data.slice(1)] : data
  const payload = formFile === null ? text : formOf(formFile, FILES[formFile] ?? '')
  const form = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
  const { statusCode, body } = await server.http.inject({
    ...{ method, url },
    headers: { ...headers, ...(formFile === null ? {} : form) },
    ...(payload ? { payload } : {}),
  })
  return [statusCode, url.split('?')[0], statusCode < 300 ? 'taken' : JSON.parse(body).code]
}

function formOf(name: string, content: string): string {
  const head = `Content-Disposition: form-data; name="file"; filename="${name}"`
  return `--${BOUNDARY}\r\n${head}\r\n\r\n${content}\r\n--${BOUNDARY}--\r\n`
}

it('every curl of the guide is understood by a server on which there is nothing yet', async () => {
  const answers: unknown[] = []
  for (const curl of curls) answers.push(await send(curl))

  expect(answers).toEqual([
    [200, '/api/session', 'taken'],
    [201, '/api/tokens', 'taken'],
    [404, '/api/dashboard/today', 'day.not-kept'],
    [200, '/api/ingest', 'taken'],
    [404, '/api/devices/export', 'day.not-kept'],
    [404, '/api/findings/decide', 'site.not-found'],
    [200, '/api/books/preview', 'taken'],
  ])
})
