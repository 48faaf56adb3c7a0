import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { failureOf } from '../../test/support/read-cells.ts'
import { type ReadDelivery, readDelivery } from '../../test/support/read-delivery.ts'
import { createOcsTables, fillOcs } from './ocs/simulator.ts'
import { SOURCES } from './registry.ts'
import { rejectionOf } from './rejection.ts'
import { type Connection, REJECTION_CODES, type Source } from './source.ts'

/**
 * A folder `fixtures/<name>/` with `settings.json` as in `muster.yaml`, where `$FOLDER` stands for
 * the folder itself, and `expected.json`: what is read there, or the code of the failure to open it.
 */
interface Fixture<Expected> {
  readonly name: string
  readonly folder: string
  readonly expected: Expected
}

type Delivery = Omit<ReadDelivery<unknown>, 'places'>
interface Failure {
  readonly failure: string
}

/** What may be called on a connection: all of it only reads. */
const READING = ['close', 'expected', 'notes', 'rows', 'scopes']
/** Rows no source delivers. */
const JUNK = [null, undefined, 7, 'row', [], {}, { ID: 'x', inventoryNumber: 7, id: {} }]

const temporary = mkdtempSync(join(tmpdir(), 'muster-conformance-'))
afterAll(() => rmSync(temporary, { recursive: true }))

/** Fills `folder` where what a source reads is no file that could lie in its fixture. */
const PLAYED: Readonly<Record<string, (fixture: string, folder: string) => Promise<void>>> = {
  async ocs(fixture, folder) {
    const estate = join(fixture, 'estate.json')
    if (!existsSync(estate)) return
    const file = join(folder, 'ocs.sqlite')
    await createOcsTables({ file })
    await fillOcs({ file }, readJson(estate))
  },
}

const sources: readonly Source[] = SOURCES

describe.each(sources)('the source $id', (source) => {
  const home = join(import.meta.dirname, source.id)
  const fixtures = fixturesIn(join(home, 'fixtures'))
  const deliveries = fixtures.filter((it): it is Fixture<Delivery> => 'records' in it.expected)
  const failures = fixtures.filter((it): it is Fixture<Failure> => 'failure' in it.expected)
  const rejections = deliveries.flatMap(({ expected }) => expected.rejections)

  it('has fixtures: rows taken, rows refused, and one that cannot be opened', () => {
    expect(deliveries.some(({ expected }) => expected.records.length > 0)).toBe(true)
    expect(rejections).not.toEqual([])
    expect(failures).not.toEqual([])
  })

  it('has a README that bears its title and names every refusal of its fixtures', () => {
    const readme = readFileSync(join(home, 'README.md'), 'utf8')

    expect(readme.split('\n')[0]).toBe(`# ${source.title}`)
    expect(rejections.filter(({ code }) => !readme.includes(`\`${code}\``))).toEqual([])
  })

  it.each(deliveries)('reads $name as expected, twice over', async (fixture) => {
    const connection = await open(source, fixture)
    const first = await readDelivery(source, connection)
    const second = await readDelivery(source, connection)
    await connection.close()
    const { places, ...delivery } = first

    expect(delivery).toEqual(fixture.expected)
    expect(second).toEqual(first)
    expect(places).toHaveLength(delivery.records.length + delivery.rejections.length)
    expect(new Set(places).size).toBe(places.length)
  })

  it.each(deliveries)('opens $name anew at the same origin and with the same rows', async (it) => {
    const once = await readAndClose(source, it)
    const again = await readAndClose(source, it)

    expect(again).toEqual(once)
  })

  it.each(deliveries)('refuses the bad rows of $name in words people can use', ({ expected }) => {
    for (const { place, code, raw } of expected.rejections) {
      expect(place).not.toBe('')
      expect(REJECTION_CODES).toContain(code)
      expect(raw.length).toBeLessThanOrEqual(200)
      expect(raw).not.toMatch(/\p{Cc}/u)
    }
  })

  it.each(deliveries)('has nothing to write with once $name is open', async (fixture) => {
    const connection = await open(source, fixture)
    const callable = Object.entries(connection).filter(([, it]) => typeof it === 'function')
    await connection.close()

    expect(callable.map(([name]) => name).filter((name) => !READING.includes(name))).toEqual([])
  })

  it.each(failures)('fails by name on $name', async (fixture) => {
    expect((await failureOf(open(source, fixture))).code).toBe(fixture.expected.failure)
  })

  it.each(JUNK.map((row) => ({ row })))('refuses the row $row and does not break on it', (it) => {
    const parsed = source.record.safeParse(it.row)

    expect(parsed.success).toBe(false)
    const rejection = rejectionOf({ place: 'here', row: it.row }, parsed.error?.issues[0])
    expect(rejection).toMatchObject({ place: 'here', code: 'row-unreadable' })
  })
})

function fixturesIn(folder: string): Fixture<object>[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      folder: join(folder, name),
      expected: readJson(join(folder, name, 'expected.json')),
    }))
}

async function open(source: Source, { folder }: Fixture<object>): Promise<Connection> {
  const settings = readFileSync(join(folder, 'settings.json'), 'utf8')
  const place = JSON.stringify(await playedFolder(source.id, folder)).slice(1, -1)
  return source.connect(source.settings.parse(JSON.parse(settings.replaceAll('$FOLDER', place))))
}

async function playedFolder(source: string, fixture: string): Promise<string> {
  const play = PLAYED[source]
  if (!play) return fixture
  const folder = join(temporary, source, fixture.replaceAll(/\W/gu, '_'))
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true })
    await play(fixture, folder)
  }
  return folder
}

async function readAndClose(source: Source, fixture: Fixture<object>) {
  const connection = await open(source, fixture)
  const delivery = await readDelivery(source, connection)
  await connection.close()
  return { origin: connection.origin, ...delivery }
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
