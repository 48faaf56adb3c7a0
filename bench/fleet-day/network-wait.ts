import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage } from 'node:http'

/** How long a process waited for services, from the sending of each request to its last byte. */
export interface NetworkWait {
  readonly requests: number
  readonly seconds: number
}

const SENT = 'http.client.request.start'
const ANSWERED = 'http.client.response.finish'

/** Watches all requests of this process until stopped; meant for requests one after another. */
export function watchNetwork(): { stop(): NetworkWait } {
  const sentAt = new Map<ClientRequest, number>()
  let requests = 0
  let milliseconds = 0
  const sent = (message: unknown) => {
    const { request } = message as { request: ClientRequest }
    sentAt.set(request, performance.now())
  }
  const answered = (message: unknown) => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage }
    const from = sentAt.get(request) ?? performance.now()
    sentAt.delete(request)
    response.once('end', () => {
      requests += 1
      milliseconds += performance.now() - from
    })
  }
  subscribe(SENT, sent)
  subscribe(ANSWERED, answered)
  return {
    stop() {
      unsubscribe(SENT, sent)
      unsubscribe(ANSWERED, answered)
      return { requests, seconds: milliseconds / 1000 }
    },
  }
}
