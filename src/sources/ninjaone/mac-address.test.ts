import { expect, it } from 'vitest'
import { macAddress } from './mac-address.ts'

it.each(['02:00:00:00:05:0A', '02-00-00-00-05-0a', '0200.0000.050a', ' 02000000050A '])(
  'writes %j in lower case with colons',
  (text) => {
    expect(macAddress(text)).toBe('02:00:00:00:05:0a')
  },
)

it.each(['', 'none', '02:00:00:00:05', '02:00:00:00:05:0a:0b', '0g:00:00:00:05:0a'])(
  'finds none in %j',
  (text) => {
    expect(macAddress(text)).toBeNull()
  },
)
