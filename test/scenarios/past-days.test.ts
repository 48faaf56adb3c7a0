import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandsOn } from '../support/fleet-commands.ts'
import { fleetOffice } from '../support/fleet-office.ts'
import { smallFleet, workstation } from '../support/ninjaone.ts'
import { testDatabase } from '../support/postgres.ts'
import { readRows, rowTexts } from '../support/read-cells.ts'
import { protectedComputer, protectedFleet } from '../support/threatlocker-fleet.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster past days '))
afterAll(() => rm(folder, { recursive: true }))

/** A tenant whose name says nothing of where it belongs. */
const AWAY = {
  ...{ organization: 'A & B Law', organizationId: 'cccc0000-0000-4000-8000-000000000008' },
}
const edr = (...ids: number[]) => protectedFleet(ids.map((id) => protectedComputer(id, AWAY)))

describe('a list of a past day', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const { json, spoken } = await commandsOn(database, { folder, day: '2025-11-06', sources: {} })
  const past = ['devices', '--as-of', '2025-11-04', '--source', 'ninjaone', '--sort', 'source']
  const heard = (items: { ref: string; lastContact: string | null }[]) =>
    items.map(({ ref, lastContact }) => [ref, lastContact !== null])

  beforeAll(async () => {
    const fleetOf = (...ids: number[]) =>
      smallFleet(0, {
        devices: ids.map((id) => workstation(id, { lastLoggedInUser: 'ALDER\\sam' })),
      })
    await office.collect({ day: '2025-11-04', ninjaone: fleetOf(1, 2, 3, 4, 5) })
    await office.collect({ day: '2025-11-06', ninjaone: fleetOf(1, 2, 3, 4) })
  })

  it('names no contact of a later day as its own; one that was the last still stands', async () => {
    const { answer } = await json(...past)
    expect(answer.isPast).toBe(true)
    expect(heard(answer.items)).toEqual([
      ...['ninjaone:1', 'ninjaone:2', 'ninjaone:3', 'ninjaone:4'].map((ref) => [ref, false]),
      ['ninjaone:5', true],
    ])
    const now = await json('devices')
    expect(now.answer.isPast).toBe(false)
    expect(heard(now.answer.items).map(([, isHeard]) => isHeard)).toEqual([true, true, true, true])
    const bySam = await json(...past, '--text', 'alder\\sam')
    expect(bySam.answer.items.map(({ ref }: { ref: string }) => ref)).toEqual(['ninjaone:5'])
  })

  it('says so on a terminal, and is as empty in every kind of file', async () => {
    const { out } = await spoken(...past)
    expect(out).toContain('  A later day is known: last contact and user, ')
    expect(out).toMatch(/^ninjaone:1 .* -$/mu)
    expect(out).toMatch(/^ninjaone:5 .* \d{4}-\d\d-\d\d \d\d:\d\d$/mu)
    expect((await spoken('devices')).out).not.toContain('A later day is known')

    const file = (ending: string) => join(folder, `list.${ending}`)
    for (const ending of ['csv', 'xlsx', 'json']) {
      expect((await json(...past, '--out', file(ending))).code).toBe(0)
    }
    const [keys, ...rows] = (await readFile(file('csv'), 'utf8')).trimEnd().split('\r\n')
    expect(keys).toMatch(/,last_contact$/u)
    expect(rows.map((row) => row.endsWith(','))).toEqual([true, true, true, true, false])
    const sheet = rowTexts(await readRows(file('xlsx'))).map(([, ...cells]) => cells)
    const titles = sheet.findIndex((cells) => cells.at(-1) === 'Last contact')
    expect(sheet[titles - 1]?.[0]).toContain('A later day is known')
    expect(sheet.slice(titles + 1).map((cells) => cells.length)).toEqual([20, 20, 20, 20, 21])
    const written = JSON.parse(await readFile(file('json'), 'utf8'))
    expect(written.items).toEqual((await json(...past)).answer.items)
  })
})

describe('what is at no site', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const { json, spoken } = await commandsOn(database, { folder, day: '2025-11-06', sources: {} })
  const refs = (items: { ref: string }[]) => items.map(({ ref }) => ref)
  const edrRef = (id: number) =>
    `threatlocker:aaaa0000-0000-4000-8000-${String(id).padStart(12, '0')}`

  beforeAll(async () => {
    const [two, three] = [smallFleet(2), smallFleet(3)]
    await office.collect({ day: '2025-11-05', ninjaone: two, threatlocker: edr(1, 2, 3) })
    await office.collect({ day: '2025-11-06', ninjaone: three, threatlocker: edr(1, 2, 3, 4) })
  })

  it('is listed by name, as many as are counted there', async () => {
    const { answer: counts } = await json('counts')
    const line = counts.sites.find(({ site_name: site }: { site_name: null }) => site === null)
    const { answer } = await json('devices', '--no-site', '--sort', 'source')

    expect(answer.total).toBe(line.total_devices)
    expect(refs(answer.items)).toEqual([1, 2, 3, 4].map(edrRef))
    expect(answer.filter).toMatchObject({ site: null, isAtNoSite: true })
    expect((await json('devices', '--no-site', '--limit', '1')).answer).toMatchObject({ total: 4 })
    expect((await json('devices')).answer).toMatchObject({
      ...{ total: 7, filter: { site: null, isAtNoSite: false } },
    })
  })

  it('is compared alone: what is new at a site was at none before, and yet is not of it', async () => {
    const { answer } = await json('compare', '2025-11-05', '2025-11-06', '--no-site')

    expect(answer).toMatchObject({ scope: 'site', site: null, isSwapped: false, total: 1 })
    expect(refs(answer.changes)).toEqual([edrRef(4)])
    expect(answer.bridges).toHaveLength(5)
    expect(answer.bridges[0]).toMatchObject({ scope: 'site', site: null, start: 3, end: 4 })
    expect((await json('compare', '2025-11-05', '2025-11-06')).answer).toMatchObject({
      ...{ scope: 'all', site: null, total: 2 },
    })
  })

  it('is told of two days in their order, and says so when they were named in the other', async () => {
    const { answer } = await json('compare', '2025-11-06', '2025-11-05')
    expect(answer).toMatchObject({ first: '2025-11-05', last: '2025-11-06', isSwapped: true })

    const said = /^2025-11-06 was named first; .* from 2025-11-05 to 2025-11-06/u
    expect((await spoken('compare', '2025-11-06', '2025-11-05')).out).toMatch(said)
    const file = join(folder, 'swapped.xlsx')
    const { out } = await spoken('compare', '2025-11-06', '2025-11-05', '--out', file)
    expect(out).toMatch(said)
    expect(out.trimEnd().split('\n').at(-1)).toBe(file)
  })
})
