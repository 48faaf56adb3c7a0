import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, answer, refusal } from './answer.ts'
import type { Misbehaviour } from './traits.ts'

const HTML = '<!doctype html><html><head><title>Down for maintenance</title></head></html>'

/** Sends an answer as it should be, or as the trouble has it. */
export async function reply(
  response: ServerResponse,
  proper: Answer,
  does: Misbehaviour | null,
): Promise<void> {
  switch (does?.kind) {
    case undefined:
      return send(response, proper)
    case 'status':
      return send(response, refusal(does.status, reasonOf(does.status), does.body))
    case 'too-many':
      return send(response, tooMany(does.retryAfter))
    case 'html':
      return sendText(response, { status: does.status, type: 'text/html', text: HTML })
    case 'empty-page':
      return send(response, answer([]))
    case 'empty-body':
      return sendText(response, { status: 200, type: 'application/json', text: '' })
    case 'slow':
      await wait(does.milliseconds, undefined, { ref: false })
      return send(response, proper)
    case 'cut-json':
      return sendText(response, { status: 200, type: 'application/json', text: half(proper) })
    case 'short-body':
    case 'reset':
      return breakOff(response, proper, does.kind)
    case 'lost-answer':
      response.destroy()
  }
}

function tooMany(retryAfter: number | string | null): Answer {
  const headers = retryAfter === null ? {} : { 'retry-after': String(retryAfter) }
  return { ...refusal(429, 'rate_limit_exceeded'), headers }
}

function reasonOf(status: number): string {
  const reasons: Readonly<Record<number, string>> = {
    400: 'bad_request',
    401: 'unauthorized',
    403: 'forbidden',
    404: 'not_found',
    502: 'bad_gateway',
  }
  return reasons[status] ?? `status_${status}`
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(text)
}

function sendText(
  response: ServerResponse,
  { status, type, text }: { status: number; type: string; text: string },
): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

function half({ body }: Answer): string {
  const text = JSON.stringify(body)
  return text.slice(0, Math.ceil(text.length / 2))
}

/** Promises the whole body, gives half of it, and ends the connection: in peace or with a reset. */
function breakOff(response: ServerResponse, proper: Answer, how: 'short-body' | 'reset'): void {
  const { socket } = response
  const length = Buffer.byteLength(JSON.stringify(proper.body))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': length })
  response.write(half(proper), () => {
    if (how === 'reset') socket?.resetAndDestroy()
    else socket?.end()
  })
}
