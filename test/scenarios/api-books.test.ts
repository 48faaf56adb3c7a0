import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { writeWorkbook } from '../../src/workbook/write/write-workbook.ts'
import { apiOffice, callerOf } from '../support/api-office.ts'
import { testDatabase } from '../support/postgres.ts'
import { rawPart, repeatedDeflate, writeRawZip } from '../support/raw-zip.ts'
import { readRows, rowTexts } from '../support/read-cells.ts'
import { workbookParts, writeParts } from '../support/xlsx-parts.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-books-'))
const inbox = join(folder, 'inbox')
const database = await testDatabase()
const NOW = '2026-11-20T06:30:00Z'
const settings = {
  'finance-register': { folder: inbox },
  locations: { folder: inbox, file: 'rooms.csv' },
}
const office = await apiOffice(database.url, {
  now: () => new Date(NOW),
  settings: { sources: settings },
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => rm(inbox, { recursive: true, force: true }))

const OPERATOR = callerOf('operator')
const ASSETS = [
  'Informe de activos,,,',
  'Área,No_Inventario,Valor,Local',
  'Dirección,12_001_000001,5,01A0001A',
  'Dirección,MV,5,01A0001A',
  'Dirección,,5,01A0002Ñ',
  'Dirección,12_001_000002,5,01A0002Ñ',
]
const CSV = { 'content-type': 'text/csv' }

interface Sent {
  readonly query?: string
  readonly body?: string | Buffer
  readonly language?: string
}

function preview({ query = '', body = ASSETS.join('\n'), language = 'en' }: Sent = {}) {
  const url = `/api/books/preview?book=finance-register&filename=AR01%20nov.csv${query}`
  const headers = { ...CSV, 'accept-language': language }
  return office.send(OPERATOR, { method: 'POST', url, payload: body, headers })
}

function put(name: string, { body = ASSETS.join('\n') }: Sent = {}, caller = OPERATOR) {
  const url = `/api/books/finance-register?filename=${encodeURIComponent(name)}`
  return office.send(caller, { method: 'PUT', url, payload: body, headers: CSV })
}

const namesIn = async (place: string) => (await readdir(place).catch(() => [])).toSorted()
const spooled = async () => {
  const names = await readdir(office.app.spoolFolder, { recursive: true })
  return names.filter((name) => name.includes('muster-sent-'))
}

describe('the preview of a workbook', () => {
  it('tells its header, what is wrong cell by cell, and its first rows as they are read', async () => {
    const answer = (await preview()).json()

    expect(answer).toMatchObject({
      ...{ book: 'finance-register', file: 'AR01 nov.csv', format: 'csv', records: 2 },
      header: {
        ...{ sheet: 'AR01 nov', row: 2 },
        columns: [
          { name: 'inventoryNumber', letters: 'B', heading: 'No_Inventario' },
          { name: 'locationId', letters: 'D', heading: 'Local' },
        ],
      },
      ...{ headerFault: null, holds: [], acceptedBefore: null, configuration: null },
    })
    expect(answer.faults.total).toBe(2)
    expect(answer.faults.items[0]).toMatchObject({
      ...{ place: 'AR01 nov!B4', code: 'number-is-virtual-machine-word', raw: 'MV' },
    })
    expect(answer.items[0]).toEqual({
      place: 'AR01 nov!3',
      fields: { inventoryNumber: '12_001_000001', locationId: '01A0001A' },
    })
    expect(answer.sheets[0].rows[0]).toEqual({
      row: 1,
      cells: expect.arrayContaining(['Informe de activos']),
    })
  })

  it('speaks the language of who asks', async () => {
    const [english, spanish] = [await preview(), await preview({ language: 'es' })]
    const said = (answer: typeof english) => answer.json().faults.items[0].message

    expect(said(spanish)).not.toBe(said(english))
  })

  it('keeps nothing: no file, no delivery, no run', async () => {
    await preview()
    const { rows } = await database.pool.query('select from collection union all select from run')

    expect([await namesIn(inbox), await spooled(), rows]).toEqual([[], [], []])
  })

  it('tells a header that is not there with the rows to point at, and reads by what is pointed at', async () => {
    const strange = ['Título,', 'Bien,Sitio', '12_001_000001,01A0001A'].join('\n')
    const lost = (await preview({ body: strange })).json()
    const columns = encodeURIComponent('{"inventoryNumber":"BIEN","locationId":"b"}')
    const found = (await preview({ body: strange, query: `&columns=${columns}` })).json()

    expect(lost).toMatchObject({ header: null, headerFault: { code: 'workbook.no-header' } })
    expect(lost.headerFault.message).not.toContain(tmpdir())
    expect(lost.sheets[0].rows.map(({ cells }: { cells: string[] }) => cells[0])).toContain('Bien')
    expect(found).toMatchObject({ records: 1, header: { row: 2 }, headerFault: null })
  })

  it('gives the yaml by which it is always read so, which the configuration takes', async () => {
    const strange = ['Bien,Sitio', '12_001_000001,01A0001A'].join('\n')
    const columns = encodeURIComponent('{"inventoryNumber":"Bien","locationId":"Sitio"}')
    const { configuration } = (
      await preview({ body: strange, query: `&columns=${columns}` })
    ).json()
    const place = { file: 'muster.yaml', folder, language: 'en' } as const
    const config = loadConfig({ ...place, text: configuration, env: {} })

    expect(config.sources['finance-register']).toMatchObject({
      ...{ headerRow: 1, columns: { inventoryNumber: 'A', locationId: 'B' } },
    })
  })

  it.each([
    ['no JSON', '{'],
    ['a list', '["F"]'],
    ['a column nobody knows', '{"price":"F"}'],
    ['a heading that is not there', '{"inventoryNumber":"Nowhere at all"}'],
  ])('refuses to point with %s', async (_what, said) => {
    const answer = await preview({ query: `&columns=${encodeURIComponent(said)}` })

    expect([answer.statusCode, answer.json().details.faults[0].place]).toEqual([
      ...[400, 'query.columns'],
    ])
  })

  it('says that a workbook that lost most of its rows would wait for a person', async () => {
    await database.pool.query(`
      insert into run (task, state, cause, actor, host, pid, version, ended_at)
      values ('check', 'agreed', 'person', 'ana', 'pc-1', 1, '0', now())`)
    await database.pool.query(`
      insert into collection (run_id, source, day, try, state, started_at, records)
      values (1, 'finance-register', '2026-11-19', 1, 'complete', now(), 12700)`)
    const answer = (await preview()).json()
    await database.pool.query('delete from collection')

    expect(answer).toMatchObject({ acceptedBefore: 12_700, holds: [{ code: 'shrunk' }] })
  })
})

describe('the marked copy', () => {
  it('is the workbook of the person with its bad cells listed in front', async () => {
    const file = join(folder, 'libro.xlsx')
    await writeWorkbook(file, [
      {
        name: 'Hoja1',
        columns: [{ title: 'No_Inventario' }, { title: 'Local' }],
        rows: [
          ['12_001_000001', '01A0001A'],
          ['MV', '01A0001A'],
        ],
      },
    ])
    const url = '/api/books/preview/marked?book=finance-register&filename=../AR01.xlsx'
    const payload = await readFile(file)
    const answer = await office.send(OPERATOR, { method: 'POST', url, payload, headers: CSV })
    const copy = join(folder, 'copy.xlsx')
    await writeFile(copy, answer.rawPayload)
    const rows = await readRows(copy)

    expect(answer.headers['content-disposition']).toContain("''AR01-marked.xlsx")
    expect(JSON.stringify(rowTexts(rows))).toContain('MV')
    expect(JSON.stringify(rowTexts(rows))).toContain('Hoja1')
    expect(await spooled()).toEqual([])
  })

  it('says of one in which nothing is to be marked that there is nothing', async () => {
    const url = '/api/books/preview/marked?book=finance-register&filename=AR01.csv'
    const payload = 'No_Inventario,Local\n12_001_000001,01A0001A\n'
    const answer = await office.send(OPERATOR, { method: 'POST', url, payload, headers: CSV })

    expect([answer.statusCode, answer.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })

  it('is refused as any other answer where no table is found', async () => {
    const url = '/api/books/preview/marked?book=finance-register'
    const answer = await office.send(OPERATOR, {
      method: 'POST',
      url,
      payload: 'a,b\n1,2\n',
      headers: CSV,
    })

    expect([answer.statusCode, answer.json().code]).toEqual([422, 'workbook.no-header'])
  })
})

describe('putting a workbook', () => {
  it('lays it where its source reads it, under a name with the moment, and says so in the trail', async () => {
    const answer = await put('AR01 nov.csv')
    const { putAs, isNewest, hash } = answer.json()

    expect([answer.statusCode, putAs, isNewest]).toEqual([
      200,
      'AR01 nov 2026-11-20 0630.csv',
      true,
    ])
    expect(await readFile(join(inbox, putAs), 'utf8')).toBe(ASSETS.join('\n'))
    const { items } = (await office.get('/api/audit?area=book')).json()
    expect(items[0]).toMatchObject({
      ...{ actor: 'operator', action: 'book.put', about: 'finance-register' },
      details: { file: putAs, hash, sentAs: 'AR01 nov.csv', records: 2 },
    })
  })

  it('replaces no file, also where two are sent at once', async () => {
    const [one, other] = await Promise.all([
      put('AR01.csv'),
      put('AR01.csv', { body: `${ASSETS.join('\n')}\n` }),
    ])

    const names = [one, other].map((answer) => answer.json().putAs)
    expect(new Set(names).size).toBe(2)
    expect(await namesIn(inbox)).toEqual(names.toSorted())
    expect((await readFile(join(inbox, names[0]), 'utf8')).length).not.toBe(
      (await readFile(join(inbox, names[1]), 'utf8')).length,
    )
  })

  it.each(['../../AR01.csv', 'C:\\AR01.csv', 'AR01\u0000\u001b[2J.csv', '/etc/AR01', '.AR01.csv'])(
    'stays in the folder and readable with the name %j',
    async (name) => {
      const url = '/api/books/finance-register'
      const form = multipart(name, ASSETS.join('\n'))
      const answer = await office.send(OPERATOR, { method: 'PUT', url, ...form })
      const { putAs, isNewest } = answer.json()

      expect([answer.statusCode, isNewest]).toEqual([200, true])
      expect(putAs).toMatch(/^[\w .-]+ 2026-11-20 0630\.csv$/u)
      expect(await namesIn(inbox)).toEqual([putAs])
      expect(await namesIn(folder)).not.toContain('AR01.csv')
    },
  )

  it('puts nothing of which no table can be read', async () => {
    const answer = await put('AR01.csv', { body: 'a,b\n1,2\n' })

    expect([answer.statusCode, answer.json().code]).toEqual([422, 'workbook.no-header'])
    expect(await namesIn(inbox)).toEqual([])
  })

  it('refuses where the configuration leaves no other name', async () => {
    const url = '/api/books/locations'
    const sent = {
      method: 'PUT',
      url,
      headers: CSV,
      payload: 'ID_Local,Descripción,Edificio\nA,B,C\n',
    } as const
    const first = await office.send(OPERATOR, sent)
    const second = await office.send(OPERATOR, sent)

    expect([first.statusCode, first.json().putAs]).toEqual([200, 'rooms.csv'])
    expect([second.statusCode, second.json().code]).toEqual([409, 'book.no-free-name'])
    expect(await namesIn(inbox)).toEqual(['rooms.csv'])
  })

  it('is for who operates all sites', async () => {
    const forbidden = await put('AR01.csv', {}, callerOf('analyst'))
    const limited = await put('AR01.csv', {}, callerOf('operator', ['Norte']))

    expect([forbidden.json().code, limited.json().code]).toEqual([
      ...['request.not-allowed', 'request.site-limited'],
    ])
    expect(await namesIn(inbox)).toEqual([])
  })
})

interface Hostile {
  readonly what: string
  readonly make: () => Promise<string | Buffer>
  readonly status: number
  readonly code: string
}

const OLD_XLS = [Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]
const HOSTILE: readonly Hostile[] = [
  { what: 'nothing', make: async () => '', status: 400, code: 'file.empty' },
  {
    ...{ what: 'a picture', status: 422, code: 'workbook.not-a-workbook' },
    make: async () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  },
  {
    ...{ what: 'an old xls', status: 422, code: 'workbook.legacy-xls' },
    make: async () => Buffer.concat(OLD_XLS),
  },
  {
    ...{ what: 'half a zip', status: 422, code: 'workbook.corrupt' },
    make: async () => (await honest()).subarray(0, 700),
  },
  { what: 'a zip bomb', make: bomb, status: 413, code: 'workbook.too-large' },
]

describe('hostile workbooks', () => {
  it.each(HOSTILE)('refuses $what and leaves nothing behind', async ({ make, status, code }) => {
    const body = await make()
    const [seen, laid] = [await preview({ body }), await put('AR01.xlsx', { body })]

    expect([seen.statusCode, seen.json().code]).toEqual([status, code])
    expect([laid.statusCode, laid.json().code]).toEqual([status, code])
    expect(seen.json().detail).not.toContain(tmpdir())
    expect([await namesIn(inbox), await spooled()]).toEqual([[], []])
  })

  it('refuses more bytes than a book has while they come', async () => {
    const answer = await preview({ body: Buffer.alloc(50_000_001, 'a') })

    expect([answer.statusCode, answer.json().code]).toEqual([413, 'file.too-large'])
    expect(await spooled()).toEqual([])
  })

  it('refuses a form without a file', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const payload = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'
    const url = '/api/books/preview?book=finance-register'
    const answer = await office.send(OPERATOR, { method: 'POST', url, payload, headers })

    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.invalid'])
  })
})

describe('the standing books', () => {
  it('are told with the file, its age and hash, and where its columns stand', async () => {
    const { putAs, hash } = (await put('AR01.csv')).json()
    const [finance, rooms] = (await office.get('/api/books')).json().items

    expect(finance).toMatchObject({
      ...{ book: 'finance-register', folder: inbox, pattern: '*AR01*', fault: null },
      file: { name: putAs, hash, others: 0 },
      header: { row: 2, columns: [{ letters: 'B' }, { letters: 'D' }] },
    })
    expect(rooms).toMatchObject({ file: null, fault: { code: 'workbook.not-found' } })
  })
})

function multipart(name: string, content: string) {
  const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name.replaceAll('\\', '\\\\')}"\r\n\r\n`
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: `${head}${content}\r\n--x--\r\n`,
  }
}

async function honest(): Promise<Buffer> {
  const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
  return readFile(await writeParts(join(folder, 'honest.xlsx'), workbookParts(row)))
}

/** A sheet of gigabytes in a few megabytes. */
async function bomb(): Promise<Buffer> {
  const row = Buffer.from(
    '<row><c t="inlineStr"><is><t>xxxxxxxxxxxxxxxxxxxx</t></is></c></row>'.repeat(1000),
  )
  const parts = Object.entries(workbookParts('')).map(([name, content]) =>
    rawPart(name, String(content)),
  )
  const packed = repeatedDeflate(row, 8000)
  const bombs = parts.map((part) =>
    /sheet1\.xml$/u.test(part.name) ? { ...part, packed, size: row.length * 8000 } : part,
  )
  return readFile(await writeRawZip(join(folder, 'bomb.xlsx'), bombs))
}
