import { readFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readingFault } from '../../../test/support/read-events.ts'
import { temporaryFolder } from '../../../test/support/xlsx-parts.ts'
import { writeWorkbook } from '../../workbook/write/write-workbook.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let workbook: Buffer
beforeAll(async () => {
  folder = await temporaryFolder()
  const columns = [{ title: 'time' }, { title: 'value' }]
  const rows = Array.from({ length: 40 }, (_, at) => [`2026-01-${at}`, at / 8])
  await writeWorkbook(folder.path('days.xlsx'), [{ name: 'Days', columns, rows }])
  workbook = await readFile(folder.path('days.xlsx'))
})
afterAll(() => folder.remove())

const CSV = 'time;value;note\r\n2026-01-31;1,5;"año ""A"""\r\n2026-02-01;2;"x\r\ny"\r\n'
const EVENTS = Array.from({ length: 5 }, (_, at) => ({
  time: at,
  tags: { a: 'ñ' },
  value: 0.1 * at,
}))
const TEXTS: readonly Buffer[] = [
  Buffer.from(CSV),
  Buffer.from(CSV, 'latin1'),
  Buffer.from(`\ufeff${CSV}`, 'utf16le'),
  Buffer.from(CSV.replaceAll(';', '\t')),
  Buffer.from(JSON.stringify(EVENTS)),
  Buffer.from(JSON.stringify({ events: EVENTS, next: null }, null, 1)),
  Buffer.from(EVENTS.map((event) => JSON.stringify(event)).join('\n')),
  Buffer.from(EVENTS.map((event) => JSON.stringify(event, null, 1)).join('')),
]
const PACKED = TEXTS.map((bytes) => gzipSync(bytes))

/** A damage such as a disk, a line, or somebody who means harm does. */
interface Damage {
  readonly at: number
  readonly drop: number
  readonly put: Uint8Array
}

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(),
  drop: fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 400 })),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom(...['"', '\n', '\r', ',', ';', '{', '[', ']', '}', '\\', '\0', '\ufeff'])
      .map((text) => Buffer.from(text)),
    fc.constant(Buffer.from('[{"'.repeat(3000))),
    fc.constant(Buffer.alloc(3000, '"')),
  ),
})
const damages = fc.array(damage, { minLength: 1, maxLength: 4 })

function damaged(bytes: Buffer, done: readonly Damage[]): Buffer {
  return done.reduce((all, { at, drop, put }) => {
    const place = at % (all.length + 1)
    return Buffer.concat([all.subarray(0, place), put, all.subarray(place + drop)])
  }, bytes)
}

/** What is thrown and is no failure we can name fails the test; so does what never ends. */
async function expectNamed(bytes: Buffer): Promise<string> {
  const fault = await readingFault(bytes, { name: 'days' })
  expect(fault).toMatch(/^(?:read$|file\.[a-z-]+ |workbook\.(?:encrypted|legacy-xls) )/u)
  return fault.split(' ')[0] ?? ''
}

describe('a damaged file', () => {
  it('of text ends in rows or in a failure with a name', async () => {
    const endings = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...TEXTS), damages, async (bytes, done) => {
        endings.add(await expectNamed(damaged(bytes, done)))
      }),
      { numRuns: 2000 },
    )
    expect(endings).toContain('read')
    expect(endings).toContain('file.corrupt')
    expect(endings).toContain('file.undecodable')
  })

  it('of gzip data ends in rows or in a failure with a name', async () => {
    const endings = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PACKED), damages, async (bytes, done) => {
        endings.add(await expectNamed(damaged(bytes, done)))
        endings.add(await expectNamed(gzipSync(damaged(gunzipSync(bytes), done))))
      }),
      { numRuns: 500 },
    )
    expect(endings).toContain('file.corrupt')
  })

  it('of a workbook ends in rows or in a failure with a name', async () => {
    const endings = new Set<string>()
    await fc.assert(
      fc.asyncProperty(damages, async (done) => {
        endings.add(await expectNamed(damaged(workbook, done)))
      }),
      { numRuns: 400 },
    )
    expect(endings).toContain('file.corrupt')
  })

  it('of chance alone ends in rows or in a failure with a name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await expectNamed(Buffer.from(bytes))
      }),
      { numRuns: 1000 },
    )
  })
})
