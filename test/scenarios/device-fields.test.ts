import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fleetOffice } from '../support/fleet-office.ts'
import { musterAt } from '../support/muster-at.ts'
import { smallFleet, workstation } from '../support/ninjaone.ts'
import { testDatabase } from '../support/postgres.ts'
import { protectedComputer, protectedFleet } from '../support/threatlocker-fleet.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster device '))
afterAll(() => rm(folder, { recursive: true }))

const edrRef = (id: number) =>
  `threatlocker:aaaa0000-0000-4000-8000-${String(id).padStart(12, '0')}`
const heardBy = (day: string) => Date.parse(`${day}T02:00:00Z`) / 1_000

describe('a machine that two vendors know', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const commands = async (name: string, fields: object = {}) => {
    const config = join(folder, `${name}.yaml`)
    await writeFile(config, JSON.stringify({ sources: {}, fleet: { fields } }))
    const now = () => new Date('2026-11-20T09:00:00Z')
    return musterAt({ env: { DATABASE_URL: database.url }, config, now })
  }
  const { json, spoken } = await commands('plain')
  // biome-ignore lint/suspicious/noExplicitAny: a JSON answer, read as a program would
  const fieldOf = (answer: any, name: string) =>
    answer.fields.find(({ field }: { field: string }) => field === name)

  const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const twin = { dnsName: 'twin.alder.example', systemName: 'TWIN' }
  const twins = [
    workstation(11, { ...twin, lastContact: heardBy('2026-11-20') }),
    workstation(12, { ...twin, lastContact: null }),
  ]
  /** Desks that NinjaOne heard of last on 2 November, and ThreatLocker on the day. */
  const night = (day: string, desks: readonly number[], more: Record<string, object> = {}) =>
    office.collect({
      day,
      ninjaone: smallFleet(0, {
        devices: [
          ...desks.map((id) =>
            workstation(id, { lastContact: heardBy('2026-11-02'), ...more[id] }),
          ),
          ...twins,
        ],
      }),
      threatlocker: protectedFleet(
        ids
          .filter((id) => day < '2026-11-20' || id !== 3)
          .map((id) =>
            protectedComputer(id, {
              lastCheckin: `${day}T02:00:00.000Z`,
              serialNumber: id === 2 ? '' : `SIM${id}`,
            }),
          ),
      ),
    })

  beforeAll(async () => {
    const renamed = { 1: { displayName: 'Reception' } }
    await night('2026-11-02', ids)
    await night('2026-11-10', ids, renamed)
    await night(
      '2026-11-20',
      ids.filter((id) => id !== 3),
      renamed,
    )
  })

  it('is told by the next source where the first has not heard of it for long', async () => {
    const { code, answer } = await json('device', 'ninjaone:1')

    expect(code).toBe(0)
    expect(answer).toMatchObject({
      ...{ kind: 'described', asOf: '2026-11-20', isSilenceKnown: true, yieldsAfter: 14 },
      records: [
        { ref: 'ninjaone:1', heard: { kind: 'silent', days: 18 } },
        { ref: edrRef(1), heard: { kind: 'heard', days: 0 } },
      ],
      orders: [{ field: '*', sources: ['ninjaone', 'threatlocker'] }],
      story: { records: [{ ref: 'ninjaone:1', rule: 'serial' }, { ref: edrRef(1) }] },
    })
    expect(fieldOf(answer, 'displayName')).toMatchObject({
      rule: 'owner-silent',
      winner: { ref: edrRef(1), value: 'ALB-DESK-0001', since: '2026-11-02' },
      losers: [{ ref: 'ninjaone:1', value: 'Reception', because: 'silent', since: '2026-11-10' }],
    })
    expect(fieldOf(answer, 'hostname')).toMatchObject({ losers: [{ agrees: true }] })
  })

  it('keeps what only the silent source says: nothing never overwrites something', async () => {
    const { answer } = await json('device', 'ninjaone:2')

    expect(fieldOf(answer, 'serial')).toMatchObject({
      rule: 'all-silent',
      winner: { ref: 'ninjaone:2', value: 'SIM2', since: '2026-11-02' },
      blank: [edrRef(2)],
    })
  })

  it('is told in the configured order, and yields after the configured days', async () => {
    const patient = await commands('patient', {
      yieldsAfter: 18,
      order: { displayName: ['threatlocker'] },
    })
    const { answer } = await patient.json('device', 'ninjaone:1')

    expect(fieldOf(answer, 'displayName')).toMatchObject({
      ...{ rule: 'order', winner: { ref: edrRef(1) } },
      losers: [{ ref: 'ninjaone:1', because: 'later' }],
    })
    expect(fieldOf(answer, 'operatingSystem')).toMatchObject({
      ...{ rule: 'order', winner: { ref: 'ninjaone:1' } },
    })
  })

  it('is told by the order alone as of a past day, and the answer says so', async () => {
    const past = ['device', 'ninjaone:1', '--as-of', '2026-11-10']
    const { answer } = await json(...past)

    expect(answer).toMatchObject({
      isSilenceKnown: false,
      records: [{ heard: { kind: 'not-kept' } }, {}],
    })
    expect(fieldOf(answer, 'displayName')).toMatchObject({
      rule: 'order',
      winner: { value: 'Reception', since: '2026-11-10', lastContact: null },
    })
    expect(fieldOf(answer, 'lastUser')).toEqual({ field: 'lastUser', kind: 'not-kept' })
    const { out } = await spoken(...past)
    expect(out).toContain('of this day the order decides, whoever was silent')
  })

  it('is found by its number and by a name that it alone has', async () => {
    const { answer } = await json('device', 'ninjaone:1')
    const number = answer.deviceId

    for (const asked of [`${number}`, `device:${number}`, 'alb-desk-0001', 'RECEPTION']) {
      expect((await json('device', asked)).answer.deviceId).toBe(number)
    }
    const { code, out } = await spoken('device', 'Reception', '--lang', 'es')
    expect(code).toBe(0)
    expect(out).toMatch(
      /^Equipo \d+ al 2026-11-20: ALB-DESK-0001, estación de trabajo, en Alder & Birch LLP$/mu,
    )
    expect(out).toMatch(/^ {2}ninjaone:1 .* sin señales desde hace 18 días: cede tras 14 días$/mu)
    expect(out).toMatch(
      /^ {2}Nombre +Reception +NinjaOne +no da señales y cede +2026-11-10 \(10 días\)$/mu,
    )
    expect(out).toContain('Por qué son un solo equipo:')
  })

  it('is listed with the others where several go by the name', async () => {
    const { code, answer } = await json('device', 'twin')

    expect(code).toBe(1)
    expect(answer).toMatchObject({ kind: 'several', asked: 'twin' })
    const machines: { deviceId: number; records: { ref: string }[] }[] = answer.candidates
    const numberOf = new Map(machines.map(({ deviceId, records }) => [records[0]?.ref, deviceId]))
    expect([...numberOf.keys()].toSorted()).toEqual(['ninjaone:11', 'ninjaone:12'])
    const { answer: twelve } = await json('device', String(numberOf.get('ninjaone:12')))
    expect(twelve.records).toMatchObject([{ ref: 'ninjaone:12', heard: { kind: 'unknown' } }])
    expect((await spoken('device', 'Twin')).out).toMatch(/^2 machines go by "Twin"/u)
  })

  it('is not told of on a day that no source lists it, but the days nearest to it are', async () => {
    const { answer: before } = await json('device', 'ninjaone:3', '--as-of', '2026-11-10')
    const { code, answer } = await json('device', 'ninjaone:3')

    expect(code).toBe(1)
    expect(answer).toEqual({
      ...{ kind: 'not-listed', asOf: '2026-11-20', asked: 'ninjaone:3' },
      ...{ deviceId: before.deviceId, before: '2026-11-10', after: null },
    })
    expect((await spoken('device', 'ninjaone:3')).out).toContain(
      `muster device ${before.deviceId} --as-of 2026-11-10`,
    )
    expect(await json('device', 'nobody')).toMatchObject({
      code: 1,
      answer: { error: { code: 'machine.not-found', details: { machine: 'nobody' } } },
    })
    expect(await json('device', ' ')).toMatchObject({
      answer: { error: { code: 'command.bad-argument' } },
    })
  })

  it('is told by the machine it was merged into, both by its number and by a record', async () => {
    const numberOf = async (ref: string) => (await json('device', ref)).answer.deviceId
    const [one, other] = [await numberOf('ninjaone:11'), await numberOf('ninjaone:12')]
    await json('link', 'ninjaone:11', 'ninjaone:12', '--by', 'Ana')
    const kept = await numberOf('ninjaone:11')
    const [gone] = [one, other].filter((each) => each !== kept)

    expect((await json('device', `${gone}`)).answer).toMatchObject({
      ...{ deviceId: kept, standsFor: { kind: 'merged', device: gone }, mergedDevices: [gone] },
      records: [{ ref: 'ninjaone:11' }, { ref: 'ninjaone:12' }],
    })
    expect((await spoken('device', `${gone}`)).out).toContain(
      `Machine ${gone} was merged into ${kept}`,
    )
    const { answer: past } = await json('device', `${gone}`, '--as-of', '2026-11-10')
    expect(past).toMatchObject({ deviceId: gone, standsFor: null, mergedLaterInto: kept })
  })

  it('is told of where the record asked for has gone and the machine has not', async () => {
    await night('2026-11-20', [2, 4, 5, 6, 7, 8, 9, 10])
    const { answer } = await json('device', 'ninjaone:1')

    expect(answer).toMatchObject({
      standsFor: { kind: 'other-days', ref: 'ninjaone:1' },
      records: [{ ref: edrRef(1) }],
    })
  })
})
