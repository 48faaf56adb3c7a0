import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { freePort } from './free-port.ts'

const HOST = '127.0.0.1'

it('passes by a port that somebody listens at, and takes one that nobody does', async () => {
  const taken = createServer().listen({ host: HOST, port: 0 })
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const found = await freePort(HOST, port)
  expect([found === 0 || found > port, found]).toEqual([true, expect.any(Number)])

  taken.close()
  await once(taken, 'close')
  expect(await freePort(HOST, port)).toBe(port)
})
