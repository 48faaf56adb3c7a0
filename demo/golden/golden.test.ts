import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCases } from '../../src/cases/read-cases.ts'
import { runCase } from '../../src/reconcile/golden/run-case.ts'

const folder = import.meta.dirname
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ file: name, text: readFileSync(join(folder, name), 'utf8') }))
const cases = readCases(files, { base: {}, language: 'en' })

/** The cases that fail by other rules. */
function failingBy(base: object): string[] {
  return readCases(files, { base: { ...base }, language: 'en' })
    .filter(({ golden, rules }) => runCase(golden, rules).length > 0)
    .map(({ golden }) => golden.name)
}

it('the case that is shown in the documentation passes', () => {
  const page = readFileSync(join(folder, '../../docs/reconciliation-as-code.md'), 'utf8')
  const shown = [...page.matchAll(/^```yaml\n(cases:\n.*?)^```$/gmsu)].map(([, text = '']) => text)

  const ready = readCases(
    shown.map((text) => ({ file: 'docs', text })),
    { base: {}, language: 'en' },
  )

  expect(ready.map(({ golden, rules }) => runCase(golden, rules))).toEqual([[]])
})

describe('the golden cases that come with Muster', () => {
  it.each(cases.map((each) => ({ name: each.golden.name, ...each })))(
    '$file: $name',
    ({ golden, rules }) => {
      expect(runCase(golden, rules)).toEqual([])
    },
  )

  it('fail by name once a rule they hold is changed', () => {
    expect(failingBy({ fleet: { spareWords: [] } })).toEqual([
      'a spare that still has its agent is found, and one in a stock room is not',
    ])
    expect(failingBy({ tags: { virtualMachineByEvidence: false } })).toEqual([
      'MV in any case is a virtual machine, and so is what the BIOS says',
    ])
    expect(failingBy({ checks: { staleDays: 13 } })).toEqual([
      'a machine is stale where it has been silent for fourteen days to the hour, and not an hour before',
    ])
    expect(failingBy({ fleet: { matching: { off: ['serial'] } } })).toContain(
      'a renamed machine is still itself by its serial',
    )
    expect(failingBy({ fleet: { sitesFrom: [] } })).toContain(
      'a machine that two vendors put with different customers is found',
    )
  })
})
