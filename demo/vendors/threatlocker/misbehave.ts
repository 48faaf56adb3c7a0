import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, answer, refusal } from './answer.ts'
import type { Misbehaviour } from './traits.ts'

const HTML = '<!DOCTYPE html><html><head><title>Bad Gateway</title></head><body></body></html>'
const OTHER_SHAPE = { action: 'refresh', messages: {} }
const JSON_TYPE = 'application/json; charset=utf-8'

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
      return send(response, statusAnswer(does))
    case 'html':
      response.writeHead(does.status, { 'content-type': 'text/html' })
      response.end(HTML)
      return
    case 'other-shape':
      return send(response, answer(OTHER_SHAPE))
    case 'slow':
      await wait(does.milliseconds, undefined, { ref: false })
      return send(response, proper)
    case 'cut-json':
      response.writeHead(200, { ...proper.headers, 'content-type': JSON_TYPE })
      response.end(half(proper))
      return
    case 'short-body':
    case 'reset':
      return breakOff(response, proper, does.kind)
  }
}

function statusAnswer(does: Extract<Misbehaviour, { kind: 'status' }>): Answer {
  const { status, message = `Status ${status}`, retryAfter } = does
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter }
  return { ...refusal(status, message), headers }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-type': JSON_TYPE })
  response.end(textOf(body))
}

/** Promises the whole body, gives half of it, and ends the connection: in peace or with a reset. */
function breakOff(response: ServerResponse, proper: Answer, how: 'short-body' | 'reset'): void {
  const { socket } = response
  const length = Buffer.byteLength(textOf(proper.body))
  response.writeHead(200, {
    ...proper.headers,
    'content-type': JSON_TYPE,
    'content-length': String(length),
  })
  response.write(half(proper), () => {
    if (how === 'reset') socket?.resetAndDestroy()
    else socket?.end()
  })
}

function half({ body }: Answer): string {
  const text = textOf(body)
  return text.slice(0, Math.ceil(text.length / 2))
}

function textOf(body: unknown): string {
  return body === undefined ? '' : JSON.stringify(body)
}
