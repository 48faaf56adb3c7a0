import { describe, expect, it } from 'vitest'
import { comparableUuid } from './uuid.ts'

describe('comparableUuid', () => {
  it.each([
    '4C4C4544-0042-3510-8052-B4C04F564433',
    '4c4c454400423510 8052b4c04f564433',
    '{4c4c4544-0042-3510-8052-b4c04f564433}',
    ' 4C4C454400423510-8052B4C04F564433 ',
  ])('brings %s to one form', (text) => {
    expect(comparableUuid(text)).toBe('4c4c4544004235108052b4c04f564433')
  })

  it.each([
    null,
    '',
    'Not Settable',
    '4c4c4544-0042-3510-8052-b4c04f56443',
    '00000000-0000-0000-0000-000000000000',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    'FEFEFEFE-FEFE-FEFE-FEFE-FEFEFEFEFEFE',
    '12345678-1234-5678-90AB-CDDEEFAABBCC',
    '03000200-0400-0500-0006-000700080009',
    '12345678-1234-1234-1234-123456789012',
  ])('refuses %s, which identifies nothing', (text) => {
    expect(comparableUuid(text)).toBeNull()
  })
})
