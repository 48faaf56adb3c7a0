import { expect, it } from 'vitest'
import { macAddress, plainUuid } from './hardware-id.ts'

it.each(['02:00:00:00:05:0A', '02-00-00-00-05-0a', '0200.0000.050a', '02000000050A'])(
  'writes the MAC address %s in one way',
  (text) => {
    expect(macAddress(text)).toBe('02:00:00:00:05:0a')
  },
)

it.each(['', '02:00:00:00:05', '02:00:00:00:05:0g', '02:00:00:00:05:0a:0b', 'none'])(
  'takes %j for no MAC address',
  (text) => {
    expect(macAddress(text)).toBeNull()
  },
)

it.each([
  '5C1D0000-0000-4000-8000-000000000501',
  '{5c1d0000-0000-4000-8000-000000000501}',
  '5c1d0000000040008000000000000501',
])('writes the UUID %s in one way', (text) => {
  expect(plainUuid(text)).toBe('5c1d0000-0000-4000-8000-000000000501')
})

it.each(['', '5c1d0000', 'To be filled by O.E.M.', '5c1d0000-0000-4000-8000-00000000050g'])(
  'takes %j for no UUID',
  (text) => {
    expect(plainUuid(text)).toBeNull()
  },
)
