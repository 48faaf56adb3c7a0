import { describe, expect, it } from 'vitest'
import { OcsSettings } from './schema.ts'

const SERVER = { host: 'ocs.example', user: 'muster', password: 'p', inventoryField: 'NUMINV' }

function faultsOf(input: unknown): string[] {
  const parsed = OcsSettings.safeParse(input)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('OcsSettings', () => {
  it('completes the settings of a server', () => {
    expect(OcsSettings.parse(SERVER)).toEqual({
      ...SERVER,
      port: 3306,
      database: 'ocsweb',
      tls: false,
      includeArchived: false,
    })
  })

  it('takes a file in place of a server', () => {
    const settings = { file: 'ocs.sqlite', inventoryField: 'NUMINV' }

    expect(OcsSettings.parse(settings)).toEqual({ ...settings, includeArchived: false })
  })

  it('names every fault at its own key', () => {
    const { inventoryField: _, ...rest } = SERVER

    const faults = faultsOf({ ...rest, port: 70_000, user: '', passwrod: 'p' })

    expect(faults).toEqual([
      expect.stringMatching(/^port: /),
      'user: empty-text',
      expect.stringMatching(/^inventoryField: /),
      expect.stringMatching(/^: .*passwrod/),
    ])
  })

  it.each([
    [{}, ': no-place'],
    [{ ...SERVER, file: 'a' }, ': two-places'],
    ['ocs.sqlite', ': not-ocs-settings'],
  ])('refuses %o', (input, fault) => {
    expect(faultsOf(input)).toEqual([fault])
  })

  it('never repeats a password', () => {
    expect(faultsOf({ ...SERVER, password: 12_345_678 }).join()).not.toContain('12345678')
  })
})
