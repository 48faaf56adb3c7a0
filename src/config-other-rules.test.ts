import { expect, it } from 'vitest'
import { settingsOf } from './app.ts'
import { loadConfig } from './config.ts'
import { otherRules } from './config-other-rules.ts'

const written = { sources: {}, checks: { staleDays: 20, off: ['class-mismatch'] } }
const config = loadConfig({
  ...{ file: 'muster.yaml', folder: '/', text: JSON.stringify(written), language: 'en', env: {} },
})
const TODAY = settingsOf(config)

it('leaves a part that is not given as it is configured', () => {
  expect(otherRules(TODAY, {}, 'en')).toEqual({ kind: 'read', settings: TODAY })
})

it('puts a part that is given in place of the whole of it, as a file does', () => {
  const other = otherRules(TODAY, { checks: { needsEdr: false } }, 'en')

  const { checks, fleet, policy } = other.kind === 'read' ? other.settings : TODAY
  expect(checks).toMatchObject({ policy: { needsEdr: false, staleDays: 14 }, off: [] })
  expect([fleet, policy]).toEqual([TODAY.fleet, TODAY.policy])
})

it('tells every fault by its place, in the language asked for', () => {
  const other = otherRules(TODAY, { checks: { staleDays: 0, stale: 1 }, tags: 7 }, 'es')

  expect(other).toMatchObject({
    kind: 'faulty',
    faults: expect.arrayContaining([
      { place: 'checks.staleDays', message: expect.stringContaining('checks.staleDays') },
      { place: 'checks.stale', message: expect.any(String) },
      { place: 'tags', message: expect.any(String) },
    ]),
  })
})
