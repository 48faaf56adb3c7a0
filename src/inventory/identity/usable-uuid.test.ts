import { describe, expect, it } from 'vitest'
import { usableUuid } from './usable-uuid.ts'

const UUID = '4c4c4544-0042-3510-8052-b3c04f4b4e32'

describe('usableUuid', () => {
  it.each([UUID, UUID.toUpperCase(), `{${UUID}}`, UUID.replaceAll('-', ''), ` ${UUID} `])(
    'reads %s as one and the same',
    (text) => {
      expect(usableUuid(text)).toBe(UUID)
    },
  )

  it.each([
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    'FEFEFEFE-FEFE-FEFE-FEFE-FEFEFEFEFEFE',
    '03000200-0400-0500-0006-000700080009',
    '2',
    'Not Settable',
    '',
  ])('takes "%s" for no UUID of one machine', (text) => {
    expect(usableUuid(text)).toBeNull()
  })
})
