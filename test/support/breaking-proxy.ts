import { createServer, type Server, type Socket, connect as tcpConnect } from 'node:net'

/** When the connection breaks: as the words leave for the server, or as its answer comes back. */
export type BreakAt = 'request' | 'answer'

/** A way to a server that breaks when certain words are sent over it. */
export interface BreakingProxy {
  readonly port: number
  /** Lets nobody in any more. */
  refuse(): Promise<void>
  close(): Promise<void>
}

/** Opens a proxy to `host:port` that breaks a connection, once, when `words` are sent over it. */
export async function breakingProxy(
  target: { host: string; port: number },
  { words, at }: { words: string; at: BreakAt },
): Promise<BreakingProxy> {
  let isArmed = true
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = tcpConnect(target.port, target.host)
    let isBreaking = false
    const breakOff = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', breakOff).on('close', breakOff)
    }
    client.on('data', (sent) => {
      if (isArmed && sent.includes(words)) {
        isArmed = false
        isBreaking = true
        if (at === 'request') return breakOff()
      }
      upstream.write(sent)
    })
    upstream.on('data', (answer) => (isBreaking ? breakOff() : client.write(answer)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: portOf(server),
    refuse: () => closed(server),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await closed(server)
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return address.port
}

/** Stops listening; connections that stand go on. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {})
    resolve()
  })
}
