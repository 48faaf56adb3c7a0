import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { musterAt } from '../../../test/support/muster-at.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster cases '))
afterAll(() => rm(folder, { recursive: true }))

const config = join(folder, 'muster.yaml')
const muster = musterAt({ env: {}, config, now: () => new Date('2026-11-21T09:00:00Z') })
const GIVEN = `
    given:
      ninjaone: [{ id: 1, organisation: Alder, displayName: Loan 1, hostname: desk-1, nodeClass: MAC }]
      threatlocker: []`
const PASSES = `cases:
  - name: a machine without its agent is found${GIVEN}
    expect: { findings: [{ check: missing-in-edr, records: [ninjaone:1] }] }
`
const FAILS = `cases:
  - name: a loan is a spare${GIVEN}
    expect:
      records: [{ record: ninjaone:1, isSpare: true }]
      findings: []
      counts: { spare_devices: 1 }
`

describe('muster test', async () => {
  await mkdir(join(folder, 'tests'))
  const passing = join(folder, 'tests', 'passing.yaml')
  const failing = join(folder, 'failing.yaml')
  await writeFile(passing, PASSES)
  await writeFile(failing, FAILS)

  it('runs the cases of the folder tests beside the configuration, and needs no secret for it', async () => {
    await writeFile(config, 'sources: { ninjaone: { clientId: c } }\n')

    const { code, out } = await muster.spoken('test')

    expect(code).toBe(0)
    expect(out).toBe(
      `${passing}\n  ok  a machine without its agent is found\n\n1 case: 1 passed, 0 failed; the rules of ${config}\n`,
    )
  })

  it('ends in 1 where a case fails, and says what was expected, what is found and why', async () => {
    const { code, out } = await muster.spoken('test', passing, failing)

    expect(code).toBe(1)
    expect(out).toContain(`  FAIL  a loan is a spare (${failing}:2)
      isSpare, ninjaone:1
        expected  true
        found     false
        why       ninjaone:1: workstation (the source's class of machine); it is in use; Alder
      a finding that is not expected
        expected  (nothing)
        found     missing-in-edr: ninjaone:1 (ninjaone+threatlocker)
        why       Missing in: ThreatLocker
                  ninjaone:1: nothing usable that it shares with another record
      Spares, (all sites)
        expected  1
        found     0
`)
    expect(out).toContain('2 cases: 1 passed, 1 failed;')
  })

  it('says it in Spanish', async () => {
    const { out } = await muster.spoken('--lang', 'es', 'test', failing)

    expect(out).toContain('una discrepancia que no se espera\n        se espera  (nada)')
    expect(out).toContain('1 caso: 0 superados, 1 fallido; las reglas de')
  })

  it('goes by the rules of the configuration', async () => {
    await writeFile(config, 'sources: {}\nfleet: { spareWords: [loan] }\n')

    expect((await muster.json('test', failing)).code).toBe(0)
    const { code, answer } = await muster.json('test', folder)
    expect(code).toBe(1) // muster.yaml lies there too, and holds no cases
    expect(answer.error.code).toBe('cases.invalid')
  })

  it('answers a program with every case and every miss', async () => {
    await writeFile(config, 'sources: {}\n')

    const { answer } = await muster.json('test', failing)

    expect(answer).toMatchObject({
      ...{ config, total: 1, failed: 1 },
      results: [{ file: failing, line: 2, misses: [{ kind: 'record-differs' }, {}, {}] }],
    })
  })

  it('says what to do where there is no case, no such file, or no such configuration', async () => {
    const empty = join(folder, 'empty')
    await mkdir(empty)
    const bare = musterAt({ env: {}, config: join(empty, 'muster.yaml'), now: () => new Date(0) })

    expect((await muster.spoken('test', empty)).err).toContain(`${empty} holds no YAML file`)
    expect((await bare.spoken('test')).err).toContain(join(empty, 'tests'))
    expect((await muster.spoken('test', join(folder, 'none.yaml'))).err).toContain('none.yaml')
    expect((await bare.spoken('test', passing)).err).toContain('There is no configuration file')
  })
})
