import { once } from 'node:events'
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { errorCode } from '../../db/system-error.ts'

const WITHIN_MS = 10_000

/** Opens a connection to the host of an address and closes it; says why where that fails, else null. */
export async function reach(url: URL): Promise<string | null> {
  const isTls = url.protocol === 'https:'
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  const port = Number(url.port) || (isTls ? 443 : 80)
  const socket = isTls ? connectTls({ host, port, servername: host }) : connect({ host, port })
  try {
    const signal = AbortSignal.timeout(WITHIN_MS)
    await once(socket, isTls ? 'secureConnect' : 'connect', { signal })
    return null
  } catch (error) {
    return errorCode(error) ?? (error instanceof Error ? error.message : String(error))
  } finally {
    socket.destroy()
  }
}
