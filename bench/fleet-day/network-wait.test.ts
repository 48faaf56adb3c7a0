import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { watchNetwork } from './network-wait.ts'

it('counts requests whose answers came to their end while it watched', async () => {
  const server = createServer((_, response) => response.end('an answer'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ask = () =>
    new Promise((resolve, reject) =>
      get({ port, host: '127.0.0.1' }, (response) => text(response).then(resolve, reject)),
    )

  const watch = watchNetwork()
  await ask()
  await ask()
  const waited = watch.stop()
  await ask()
  server.close()

  expect(waited.requests).toBe(2)
  expect(watch.stop().requests).toBe(2)
})
