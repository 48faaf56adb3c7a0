import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Whoever is told what is wrong. */
export interface Hook {
  readonly url: string
  /** How many digests came. */
  count(): number
  close(): Promise<void>
}

/** Starts a receiver of webhooks on this machine that takes everything and keeps nothing. */
export async function startHook(): Promise<Hook> {
  let count = 0
  const server = createServer((request, response) => {
    count += 1
    request.resume().once('end', () => response.writeHead(204).end())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens at a port
  return {
    url: `http://127.0.0.1:${port}/`,
    count: () => count,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
