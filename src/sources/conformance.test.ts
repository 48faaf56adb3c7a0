import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listedFleet as listedNinjaone } from '../../demo/vendors/ninjaone/listed-fleet.ts'
import { startNinjaone } from '../../demo/vendors/ninjaone/simulator.ts'
import { listedFleet as listedThreatlocker } from '../../demo/vendors/threatlocker/listed-fleet.ts'
import { startThreatlocker } from '../../demo/vendors/threatlocker/simulator.ts'
import { testOutside } from '../../test/support/outside.ts'
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
const READING = ['close', 'expected', 'missing', 'notes', 'rows', 'scopes']
/** Rows no source delivers. */
const JUNK = [null, undefined, 7, 'row', [], {}, { ID: 'x', inventoryNumber: 7, id: {} }]

const temporary = mkdtempSync(join(tmpdir(), 'muster-conformance-'))
afterAll(() => rmSync(temporary, { recursive: true }))

const playing: { close(): Promise<void> }[] = []
afterAll(async () => {
  for (const played of playing) await played.close()
})

/** What stands for the words of a fixture's settings that begin with `$`. */
type Stands = Readonly<Record<string, string>>

/** Plays what a source reads where that is no file that could lie in its fixture. */
const PLAYED: Readonly<Record<string, (fixture: string, folder: string) => Promise<Stands>>> = {
  async ocs(fixture, folder) {
    const estate = join(fixture, 'estate.json')
    const file = join(folder, 'ocs.sqlite')
    if (existsSync(estate)) {
      await createOcsTables({ file })
      await fillOcs({ file }, readJson(estate))
    }
    return { $FOLDER: folder }
  },
  async ninjaone(fixture): Promise<Stands> {
    const fleet = join(fixture, 'fleet.json')
    if (!existsSync(fleet)) return {}
    const vendor = await startNinjaone(listedNinjaone(readJson(fleet)))
    playing.push(vendor)
    return { $URL: vendor.url }
  },
  async threatlocker(fixture): Promise<Stands> {
    const traits = join(fixture, 'traits.json')
    const fleet = listedThreatlocker(readJson(join(fixture, 'fleet.json')))
    const vendor = await startThreatlocker(fleet, existsSync(traits) ? readJson(traits) : {})
    playing.push(vendor)
    return { $URL: vendor.url, $TOKEN: vendor.token }
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

    expect(JSON.parse(JSON.stringify(delivery))).toEqual(fixture.expected) // instants as texts
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
  const stands = await standsFor(source.id, folder)
  const settings = Object.entries(stands).reduce(
    (text, [word, stand]) => text.replaceAll(word, JSON.stringify(stand).slice(1, -1)),
    readFileSync(join(folder, 'settings.json'), 'utf8'),
  )
  return source.connect(source.settings.parse(JSON.parse(settings)), testOutside())
}

const known = new Map<string, Promise<Stands>>()

/** Played once for each fixture. */
function standsFor(source: string, fixture: string): Promise<Stands> {
  const stands = known.get(fixture) ?? play(source, fixture)
  known.set(fixture, stands)
  return stands
}

async function play(source: string, fixture: string): Promise<Stands> {
  const playIt = PLAYED[source]
  if (!playIt) return { $FOLDER: fixture }
  const folder = join(temporary, source, fixture.replaceAll(/\W/gu, '_'))
  mkdirSync(folder, { recursive: true })
  return playIt(fixture, folder)
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
