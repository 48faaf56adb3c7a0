import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FLEET_CHECKS } from './fleet-checks.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/checks.md'), 'utf8')

it.each(FLEET_CHECKS)('$code is described with its severity', ({ code, severity }) => {
  expect(page).toMatch(new RegExp(`^\\| \`${code}\` +\\| ${severity} `, 'mu'))
})
