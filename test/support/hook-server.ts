import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A receiver of webhooks on this machine, and what it received. */
export interface HookServer {
  readonly url: string
  readonly received: readonly Received[]
  close(): Promise<void>
}

export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What it answers: a status and a text, or nothing at all. */
export type HookAnswer = { readonly status: number; readonly said?: string } | 'silence'

/** Starts a receiver that gives its answers one after another, and the last one from then on. */
export async function hookServer(...answers: HookAnswer[]): Promise<HookServer> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    received.push({ method, path, headers, body: await text(request) })
    const answer = answers[received.length - 1] ?? answers.at(-1) ?? { status: 204 }
    if (answer === 'silence') return
    response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.said)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens at a port
  return {
    url: `http://127.0.0.1:${port}/hooks/muster`,
    received,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
