import { expect, it } from 'vitest'
import { memorySettings } from './embedded-memory.ts'

const GIB = 1_073_741_824

it.each([
  [GIB, '128MB', '512MB'],
  [4 * GIB, '512MB', '2048MB'],
  [64 * GIB, '1024MB', '32768MB'],
])(
  'gives a server on a machine of %i bytes %s in common and %s of cache',
  (bytes, common, cache) => {
    expect(memorySettings(bytes)).toMatchObject({
      shared_buffers: common,
      effective_cache_size: cache,
    })
  },
)
