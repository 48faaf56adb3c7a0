import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testOutside } from '../../../test/support/outside.ts'
import { failureOf } from '../../../test/support/read-cells.ts'
import { readDelivery, readSource } from '../../../test/support/read-delivery.ts'
import { writeWorkbook } from '../../workbook/write/write-workbook.ts'
import { deviceFile } from './device-file.ts'

const home = mkdtempSync(join(tmpdir(), 'muster-device-file-'))
afterAll(() => rmSync(home, { recursive: true }))
let folders = 0

/** A folder of its own with these files, the later ones newer. */
function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(home, String(++folders))
  mkdirSync(folder)
  for (const [at, [name, content]] of Object.entries(files).entries()) {
    writeFileSync(join(folder, name), content)
    utimesSync(join(folder, name), 1_764_000_000 + at, 1_764_000_000 + at)
  }
  return folder
}

const COLUMNS = { nativeKey: 'id', hostname: 'name' }

function read(name: string, content: string | Buffer, more: object = {}) {
  const folder = folderWith({ [name]: content })
  return readSource(deviceFile, { folder, file: name, columns: COLUMNS, ...more })
}

function failure(name: string, content: string | Buffer, more: object = {}) {
  return failureOf(read(name, content, more))
}

const keysOf = ({ records }: { records: readonly { nativeKey: string }[] }) =>
  records.map(({ nativeKey }) => nativeKey)

const EVERY_COLUMN = {
  nativeKey: 'Asset ID',
  organisation: 'Customer',
  organisationKey: 'Customer No',
  location: 'Site',
  displayName: 'Label',
  hostname: 'Name',
  serial: 'Serial',
  inventoryNumber: 'Inv No',
  uuid: 'UUID',
  macs: 'MAC',
  nodeClass: 'Class',
  role: 'Role',
  operatingSystem: 'OS',
  manufacturer: 'Maker',
  model: 'Model',
  tags: 'Tags',
  lastContact: 'Seen',
  isOnline: 'Online',
  addresses: 'IP',
  freeBytes: 'Free',
  lastUser: 'User',
  extra: { warranty: 'Warranty end' },
}
const EVERY_VALUE = {
  nativeKey: '0042',
  organisation: { key: '7', name: 'Alder & Birch' },
  location: { key: 'Main Office', name: 'Main Office' },
  displayName: 'Front desk',
  hostname: 'ALB-01',
  serial: 'SIM0501',
  inventoryNumber: '000123',
  uuid: '5c1d0000-0000-4000-8000-000000000501',
  macs: ['02:00:00:00:05:01', '02:00:00:00:05:02'],
  nodeClass: 'Desktop',
  role: 'Till',
  operatingSystem: 'Windows 11 Pro',
  manufacturer: 'Contoso',
  model: 'Desk 9',
  tags: ['blue', 'front'],
  extra: { warranty: '2027-01-31' },
  pulse: {
    lastContact: new Date('2025-11-26T23:58:12Z'),
    isOnline: true,
    addresses: ['10.7.0.21', 'fe80::1'],
    freeBytes: 300_000,
    lastUser: 'sam',
  },
}

describe('a table', () => {
  const header =
    'Asset ID;Customer;Customer No;Site;Label;Name;Serial;Inv No;UUID;MAC;Class;Role;OS;Maker;Model;Tags;Seen;Online;IP;Free;User;Warranty end'
  const row =
    '0042;Alder & Birch;7;Main Office;Front desk; ALB-01 ;SIM0501;000123;{5C1D0000-0000-4000-8000-000000000501};"02-00-00-00-05-02, 0200.0000.0501";Desktop;Till;Windows 11 Pro;Contoso;Desk 9;front, blue, front;2025-11-26T23:58:12Z;Yes;10.7.0.21 fe80::1;300000;sam;2027-01-31'

  it('says of a device what its columns say by the mapping', async () => {
    const { records, rejections, notes } = await read('export.csv', `${header}\n${row}\n`, {
      columns: EVERY_COLUMN,
    })

    expect(records).toEqual([EVERY_VALUE])
    expect([rejections, notes]).toEqual([[], []])
  })

  it('may be a workbook, with dates and numbers as such', async () => {
    const folder = folderWith({})
    await writeWorkbook(join(folder, 'devices.xlsx'), [
      {
        name: 'Devices',
        preamble: ['Export of a tool'],
        columns: [{ title: 'ID' }, { title: 'Name' }, { title: 'Free' }, { title: 'Seen' }],
        rows: [
          ['a-1', 'PC-1', 1024, '2025-11-26'],
          [7, 'PC-2', null, ''],
        ],
      },
    ])
    const columns = { ...COLUMNS, freeBytes: 'Free', lastContact: 'Seen' }
    const { records, places, notes } = await readSource(deviceFile, {
      folder,
      file: '*.xlsx',
      columns,
    })

    expect(records).toMatchObject([
      {
        nativeKey: 'a-1',
        hostname: 'PC-1',
        pulse: { freeBytes: 1024, lastContact: new Date('2025-11-26T00:00:00Z') },
      },
      { nativeKey: '7', hostname: 'PC-2', pulse: { freeBytes: null, lastContact: null } },
    ])
    expect(places).toEqual(['Devices!3', 'Devices!4'])
    expect(notes).toEqual([{ code: 'number-typed-as-number', place: 'Devices!A4', detail: '1' }])
  })

  it('is refused by name where a column that is mapped is not there', async () => {
    const missing = await failure('export.csv', 'id,title\n1,PC-1\n')

    expect(missing).toMatchObject({
      code: 'workbook.no-header',
      details: { missing: ['hostname'] },
    })
  })

  it('is read by letters where a heading stands twice', async () => {
    const twice = 'id,name,name\n1,PC-1,Sam\n'
    const unclear = await failure('export.csv', twice)
    const { records } = await read('export.csv', twice, { letters: { hostname: 'B' } })

    expect(unclear.code).toBe('workbook.header-unclear')
    expect(records).toMatchObject([{ nativeKey: '1', hostname: 'PC-1' }])
  })

  it('refuses rows without a usable key at their cell, and takes the others', async () => {
    const delivery = await read('export.csv', 'id,name\n1,PC-1\n,PC-2\nNA,PC-3\n#N/A,PC-4\n,\n')

    expect(keysOf(delivery)).toEqual(['1'])
    expect(delivery.rejections).toEqual([
      { place: 'export!A3', code: 'id-missing', raw: '' },
      { place: 'export!A4', code: 'id-missing', raw: 'NA' },
      { place: 'export!A5', code: 'error-value', raw: '#N/A' },
    ])
    expect(delivery.notes).toContainEqual({ code: 'blank-rows', place: 'export!6', detail: '1' })
  })

  it('refuses a key that came before and names both cells', async () => {
    const delivery = await read('export.csv', 'name,id\nPC-1,a\nPC-2,b\nPC-3, a \n')

    expect(delivery.records.map(({ hostname }) => hostname)).toEqual(['PC-1', 'PC-2'])
    expect(delivery.rejections).toMatchObject([{ place: 'export!B4', raw: ' a ' }])
    expect(delivery.notes).toEqual([
      { code: 'repeated-key', place: 'export!B2', detail: 'export!B4' },
    ])
  })

  it('takes a device without the fields that cannot be read, and counts those', async () => {
    const content =
      'id,name,mac,seen,size\n1,#REF!,junk,2025-02-30,5 GB\n2,PC-2,02:00:00:00:05:01;x,2025-11-26,5\n'
    const columns = { ...COLUMNS, macs: 'mac', lastContact: 'seen', freeBytes: 'size' }
    const { records, rejections, notes } = await read('export.csv', content, { columns })

    expect(rejections).toEqual([])
    expect(records).toMatchObject([
      { hostname: null, macs: [], pulse: { lastContact: null, freeBytes: null } },
      { hostname: 'PC-2', macs: ['02:00:00:00:05:01'] },
    ])
    expect(notes).toEqual(
      [
        ['export!B2', '1'],
        ['export!C2', '2'],
        ['export!D2', '1'],
        ['export!E2', '1'],
      ].map(([place, detail]) => ({ code: 'optional-cell-unreadable', place, detail })),
    )
  })

  it('may hide behind any name', async () => {
    expect(keysOf(await read('devices.txt', 'id\tname\n1\tPC-1\n'))).toEqual(['1'])
  })
})

describe('JSON', () => {
  const item = {
    'Asset ID': '0042',
    Customer: 'Alder & Birch',
    'Customer No': '7',
    place: { name: ' Main Office ' },
    Label: 'Front desk',
    Name: 'ALB-01',
    Serial: 'SIM0501',
    'Inv No': '000123',
    UUID: '5C1D0000000040008000000000000501',
    net: { macs: ['02:00:00:00:05:02', '02:00:00:00:05:01'], ips: ['fe80::1', '10.7.0.21'] },
    Class: 'Desktop',
    Role: 'Till',
    OS: 'Windows 11 Pro',
    Maker: 'Contoso',
    Model: 'Desk 9',
    Tags: ['front', 'blue'],
    Seen: '2025-11-26T18:58:12-05:00',
    Online: true,
    Free: 300_000,
    User: 'sam',
    'Warranty end': '2027-01-31',
  }
  const columns = {
    ...EVERY_COLUMN,
    location: 'place.name',
    macs: 'net.macs',
    addresses: 'net.ips',
  }

  it('says of a device what the ways with dots lead to', async () => {
    const { records, rejections, notes, places } = await read(
      'export.json',
      JSON.stringify([item]),
      { columns },
    )

    expect(records).toEqual([EVERY_VALUE])
    expect([rejections, notes, places]).toEqual([[], [], ['item 1']])
  })

  it('may be an object with one list', async () => {
    const text = JSON.stringify({ total: 2, devices: [{ id: 'a' }, { id: 'b' }], next: null })

    expect(keysOf(await read('export.json', text))).toEqual(['a', 'b'])
  })

  it('needs the name of the list where an object has several', async () => {
    const text = JSON.stringify({ errors: [], devices: [{ id: 'a' }] })
    const unclear = await failure('export.json', text)

    expect(unclear).toMatchObject({
      code: 'workbook.corrupt',
      details: { reason: 'several-lists' },
    })
    expect(keysOf(await read('export.json', text, { list: 'devices' }))).toEqual(['a'])
  })

  it('may be one object in each line', async () => {
    const text = '{"id":"a","name":"PC-1"}\r\n\n{"id":"b","name":null}\n{"id":"c"}'
    for (const name of ['export.ndjson', 'export.jsonl', 'export.json', 'export']) {
      const delivery = await read(name, text)

      expect(keysOf(delivery)).toEqual(['a', 'b', 'c'])
      expect(delivery.places).toEqual(['line 1', 'line 3', 'line 4'])
    }
  })

  it('refuses what is no device at its item or line, and takes the others', async () => {
    const list = await read('export.json', '[{"id":"a"},7,null,[],{"id":{"n":1}},{"name":"x"}]')
    const lines = await read('export.ndjson', '{"id":"a"}\n{"id":\n7\n{"id":"b"}\n')

    expect(keysOf(list)).toEqual(['a'])
    expect(list.rejections).toMatchObject([
      { place: 'item 2', code: 'row-unreadable', raw: '7' },
      { place: 'item 3', code: 'row-unreadable', raw: 'null' },
      { place: 'item 4', code: 'row-unreadable', raw: '[]' },
      { place: 'item 5', code: 'row-unreadable', raw: 'nativeKey: {"json":{"n":1}}' },
      { place: 'item 6', code: 'id-missing' },
    ])
    expect(keysOf(lines)).toEqual(['a', 'b'])
    expect(lines.rejections).toMatchObject([
      { place: 'line 2', code: 'row-unreadable', raw: '{"id":' },
      { place: 'line 3', code: 'row-unreadable', raw: '7' },
    ])
  })

  it('refuses a key that came before and names both places', async () => {
    const list = await read('export.json', '[{"id":7},{"id":"8"},{"id":"7"}]')
    const lines = await read('export.ndjson', '{"id":"a"}\n\n{"id":"a"}\n')

    expect(list.rejections).toMatchObject([{ place: 'item 3' }])
    expect(list.notes).toContainEqual({ code: 'repeated-key', place: 'item 1', detail: 'item 3' })
    expect(lines.notes).toContainEqual({ code: 'repeated-key', place: 'line 1', detail: 'line 3' })
  })

  it('refuses a key of more digits than JSON keeps', async () => {
    const { rejections } = await read('export.json', '[{"id":12345678901234567890}]')

    expect(rejections).toMatchObject([{ place: 'item 1', code: 'number-imprecise' }])
  })

  it('takes a device without the fields that are of another kind, and counts those', async () => {
    const text = '[{"id":"a","name":{"x":1}},{"id":"b","name":["x","y"]},{"id":"c","name":true}]'
    const { records, notes } = await read('export.json', text)

    expect(records.map(({ hostname }) => hostname)).toEqual([null, null, null])
    expect(notes).toEqual([
      { code: 'optional-cell-unreadable', place: 'item 1 hostname', detail: '3' },
    ])
  })

  it('says which mapped ways led nowhere in the whole file', async () => {
    const columns = { ...COLUMNS, serial: 'hw.serial' }
    const { notes } = await read('export.json', '[{"id":"a","name":null},{"id":"b"}]', { columns })

    expect(notes).toEqual([{ code: 'column-missing', place: 'export.json', detail: 'hw.serial' }])
  })

  it('reads a member that is called like a way with dots', async () => {
    const { records } = await read('export.json', '[{"id":"a","host.name":"PC-1"}]', {
      columns: { nativeKey: 'id', hostname: 'host.name' },
    })

    expect(records).toMatchObject([{ hostname: 'PC-1' }])
  })

  it('finds nothing under the names that every object inherits', async () => {
    const { rejections } = await read('export.json', '[{"id":"a"}]', {
      columns: { nativeKey: 'constructor.name' },
    })

    expect(rejections).toMatchObject([{ code: 'id-missing' }])
  })

  it.each<[string, object]>([
    ['[{"id":"a"},{"id":', { part: 'item: 2', reason: 'ends-early' }],
    ['[{"id":"a"},{"id":"b"', { part: 'item: 2', reason: 'ends-early' }],
    ['[{"id":"a"},{id:"b"}]', { part: 'item: 2', reason: 'json-broken' }],
    ['[{"id":"a"}]]', { part: 'item: 2', reason: 'foreign-bytes' }],
    ['{"id":"a"}', { part: 'item: 1', reason: 'no-list' }],
    ['"devices"', { part: 'item: 1', reason: 'no-list' }],
  ])('that is broken is told by name: %s', async (text, details) => {
    expect(await failure('export.json', text)).toMatchObject({ code: 'workbook.corrupt', details })
  })

  it('in lines that was copied halfway is told by name', async () => {
    expect(await failure('export.ndjson', '{"id":"a"}\n{"id":"b"')).toMatchObject({
      code: 'workbook.corrupt',
      details: { part: 'line: 2', reason: 'ends-early' },
    })
  })

  it('is delivered in batches, none before it is asked for', async () => {
    const many = Array.from({ length: 1_200 }, (_, at) => ({ id: `pc-${at}` }))
    const folder = folderWith({ 'export.json': JSON.stringify(many) })
    const settings = deviceFile.settings.parse({ folder, file: '*', columns: { nativeKey: 'id' } })
    const connection = await deviceFile.connect(settings, testOutside())
    const sizes: number[] = []
    for await (const batch of connection.rows()) sizes.push(batch.length)
    const again = await readDelivery(deviceFile, connection)
    await connection.close()

    expect(sizes).toEqual([500, 500, 200])
    expect(again.records).toHaveLength(1_200)
  })
})

describe('the bytes of a file', () => {
  const text = '[{"id":"a","name":"Señal-01"}]'

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('may be %s', async (_, bytes) => {
    const { records } = await read('export.json', bytes)

    expect(records).toMatchObject([{ hostname: 'Señal-01' }])
  })

  it('are refused where they are neither', async () => {
    const mixed = Buffer.concat([
      Buffer.from('[{"id":"ñá"},{"id":"'),
      Buffer.from([0x81]),
      Buffer.from('"}]'),
    ])

    expect((await failure('export.json', mixed)).code).toBe('workbook.undecodable')
  })

  it.each<[string, string, string]>([
    ['HTML', '<!doctype html><html></html>', 'workbook.not-a-workbook'],
    ['nothing', '', 'workbook.not-a-workbook'],
    ['another table', 'serial,title\n1,2\n', 'workbook.no-header'],
  ])('that are %s are told by name', async (_, content, code) => {
    expect((await failure('export.json.csv', content)).code).toBe(code)
  })
})

describe('the file that is read', () => {
  const settings = { file: '?.json*', columns: { nativeKey: 'id' } }

  it('is the newest that fits, and the others are noted', async () => {
    const folder = folderWith({
      'b.json': '[{"id":"old"}]',
      'a.json': '[{"id":"new"}]',
      'c.csv': 'id\nother\n',
      '.hidden.json': '[{"id":"hidden"}]',
      'd.json.part': '[{"id":"half"',
    })
    const delivery = await readSource(deviceFile, { folder, ...settings })

    expect(keysOf(delivery)).toEqual(['new'])
    expect(delivery.notes).toEqual([
      { code: 'other-files-ignored', place: join(folder, 'a.json'), detail: 'b.json' },
    ])
  })

  it('is noted likewise where it is a table', async () => {
    const folder = folderWith({ 'b.csv': 'id\nold\n', 'a.csv': 'id\nnew\n' })
    const delivery = await readSource(deviceFile, { folder, ...settings, file: '*.csv' })

    expect(keysOf(delivery)).toEqual(['new'])
    expect(delivery.notes).toEqual([
      { code: 'other-files-ignored', place: join(folder, 'a.csv'), detail: 'b.csv' },
    ])
  })

  it('is told by name when there is none, with what there is', async () => {
    const folder = folderWith({ 'c.csv': 'id\n' })

    expect(await failureOf(readSource(deviceFile, { folder, ...settings }))).toMatchObject({
      code: 'workbook.not-found',
      details: { file: join(folder, '?.json*'), inFolder: ['c.csv'] },
    })
  })

  it('is known by its hash', async () => {
    const folder = folderWith({ 'a.json': '[]' })
    const connect = () =>
      deviceFile.connect(deviceFile.settings.parse({ folder, ...settings }), testOutside())
    const first = await connect()
    await first.close()

    expect(first.origin).toMatchObject({ name: join(folder, 'a.json'), bytes: 2 })
    expect(first.origin.hash).toMatch(/^[0-9a-f]{64}$/u)
  })

  it('is taken for what is set where that is set', async () => {
    const brackets = '[id],[name]\n1,PC-1\n'
    const columns = { nativeKey: '[id]', hostname: '[name]' }
    const { records } = await read('export.csv', brackets, { format: 'table', columns })

    expect(records).toMatchObject([{ nativeKey: '1', hostname: 'PC-1' }])
  })
})

describe('what is the same for all devices', () => {
  it('stands where the file says nothing', async () => {
    const constants = { organisation: 'Alder', nodeClass: 'Desktop', tags: 'b, a' }
    const columns = { nativeKey: 'id', organisation: 'customer' }
    const text = '[{"id":"1"},{"id":"2","customer":"Birch"}]'
    const { records } = await read('export.json', text, { columns, constants })

    expect(records).toMatchObject([
      { organisation: { key: 'Alder', name: 'Alder' }, nodeClass: 'Desktop', tags: ['a', 'b'] },
      { organisation: { key: 'Birch', name: 'Birch' }, nodeClass: 'Desktop', tags: ['a', 'b'] },
    ])
  })
})
