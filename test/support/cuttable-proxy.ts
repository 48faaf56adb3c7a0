import { createServer, type Socket, connect as tcpConnect } from 'node:net'

/** A way to a server that can be cut and mended, at one port. */
export interface CuttableProxy {
  /** How the server at the other end is reached through it. */
  readonly url: string
  /** Breaks every connection off, and refuses new ones. */
  cut(): void
  mend(): Promise<void>
  /** Lets nothing through on the connections there are, and breaks none off. */
  hush(): void
}

/** Opens a way to the PostgreSQL of a URL, by a socket or by a port. */
export async function cuttableProxy(target: string): Promise<CuttableProxy> {
  const url = new URL(target)
  const folder = url.searchParams.get('host')
  const port = Number(url.port)
  const open = () =>
    folder === null ? tcpConnect(port, url.hostname) : tcpConnect(`${folder}/.s.PGSQL.${port}`)
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = open()
    const breakOff = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', breakOff).on('close', () => {
        sockets.delete(socket)
        breakOff()
      })
    }
    client.pipe(upstream).pipe(client)
  })
  const listen = (at: number) =>
    new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  url.searchParams.delete('host')
  url.host = `127.0.0.1:${address.port}`
  return {
    url: url.href,
    cut() {
      server.close(() => {})
      for (const socket of sockets) socket.destroy()
    },
    mend: () => listen(address.port),
    hush() {
      for (const socket of sockets) socket.unpipe()
    },
  }
}
