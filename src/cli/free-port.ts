import { once } from 'node:events'
import { createServer } from 'node:net'

const TRIED = 10

/** The first port from `wanted` on that nobody listens at; 0, which is any, where ten in a row are taken. */
export async function freePort(host: string, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + TRIED; port += 1) {
    if (await isFree(host, port)) return port
  }
  return 0
}

async function isFree(host: string, port: number): Promise<boolean> {
  const probe = createServer()
  const isHeard = once(probe.listen({ host, port }), 'listening').then(
    () => true,
    () => false,
  )
  if (!(await isHeard)) return false
  probe.close()
  await once(probe, 'close')
  return true
}
