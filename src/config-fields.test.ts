import { describe, expect, it } from 'vitest'
import { loadConfig } from './config.ts'
import { AppError } from './lib/errors.ts'

const load = (fields: string, sources = '{}', language: 'en' | 'es' = 'en') =>
  loadConfig({
    ...{ file: '/etc/muster.yaml', folder: '/etc', env: {}, language },
    text: `sources: ${sources}\nfleet:\n  fields: ${fields}\n`,
  }).fleet.fields

function faultsOf(work: () => unknown): readonly string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError && 'faults' in error.details) return error.details.faults
    throw error
  }
  return []
}

const FILES = '{device-files: {intune: {folder: in, file: i.csv, columns: {nativeKey: Id}}}}'

describe('fleet.fields', () => {
  it('yields after 14 days and orders nothing where nothing is said', () => {
    expect(load('{}')).toEqual({ yieldsAfter: 14, order: {} })
  })

  it('takes an order for a field and for all, of vendors and of files that are configured', () => {
    const fields = '{yieldsAfter: 0, order: {serial: [intune, ocs], "*": [threatlocker]}}'

    expect(load(fields, FILES)).toEqual({
      yieldsAfter: 0,
      order: { serial: ['intune', 'ocs'], '*': ['threatlocker'] },
    })
  })

  it('refuses a source that there is not, beside whatever else is wrong, in both languages', () => {
    const fields = '{yieldsAfter: -1, order: {serial: [intune, ninjaon]}}'

    expect(faultsOf(() => load(fields, FILES))).toEqual([
      expect.stringMatching(/^line 3, fleet\.fields\.yieldsAfter: must be 0 or more$/u),
      expect.stringMatching(
        /^line 3, fleet\.fields\.order\.serial\.2: must be one of: ninjaone, threatlocker, ocs, intune$/u,
      ),
    ])
    expect(faultsOf(() => load('{order: {"*": [intune]}}', '{}', 'es'))).toEqual([
      expect.stringMatching(/^línea 3, fleet\.fields\.order\.\*\.1: debe ser uno de: /u),
    ])
  })

  it('refuses a field that there is not', () => {
    expect(faultsOf(() => load('{order: {serialNumber: [ocs]}}'))).toEqual([
      'line 3, fleet.fields.order.serialNumber: Muster has no such setting',
    ])
  })
})
