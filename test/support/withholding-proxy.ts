import { createServer, type Server, type Socket, connect as tcpConnect } from 'node:net'

/** A way to a server that keeps one message back, as a network does that is down for a while. */
export interface WithholdingProxy {
  readonly port: number
  /** Resolves once the message is held. */
  readonly held: Promise<void>
  /** Hands the message over, whether or not its sender still lives. */
  letGo(): void
  close(): void
}

/** Opens a proxy to `host:port` that keeps back, once, the first message with these words. */
export async function withholdingProxy(
  target: { host: string; port: number },
  words: string,
): Promise<WithholdingProxy> {
  const { promise: held, resolve: hold } = Promise.withResolvers<void>()
  const { promise: release, resolve: letGo } = Promise.withResolvers<void>()
  const sockets = new Set<Socket>()
  let isArmed = true
  const server = createServer((client) => {
    const upstream = tcpConnect(target.port, target.host)
    let isHolding = false
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => {}))
    client.on('data', (sent) => {
      if (!isArmed || !sent.includes(words)) return upstream.write(sent)
      isArmed = false
      isHolding = true
      hold()
      return release.then(() => upstream.end(sent))
    })
    client.on('close', () => isHolding || upstream.destroy())
    upstream.on('data', (answer) => client.write(answer))
    upstream.on('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: portOf(server),
    held,
    letGo,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return address.port
}
