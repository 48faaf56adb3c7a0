import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import Fastify from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { isAppError } from '../lib/errors.ts'
import { arriving, limitBodyTimes } from './slow-body.ts'

const http = Fastify()
limitBodyTimes(http, { wholeMs: 100, idleMs: 100 })
http.post('/words', async ({ body }) => ({ body }))
http.setErrorHandler((error, _request, reply) => {
  const code = isAppError(error, 'request.too-slow') ? error.code : `${error}`
  return reply.code(408).header('connection', 'close').send(code)
})
await http.listen({ host: '127.0.0.1', port: 0 })
afterAll(() => http.close())
const { port } = http.server.address() as AddressInfo

/** What is answered to a request of which no more is sent, until the connection ends. */
async function answerTo(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (piece: string) => {
    heard += piece
  })
  socket.write(text)
  await once(socket, 'close')
  return heard
}

const HEAD = 'POST /words HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n'

describe('limitBodyTimes', () => {
  it('answers a body that never comes whole, and ends its connection', async () => {
    const answer = await answerTo(`${HEAD}content-length: 50\r\n\r\n{"half":`)
    expect(answer).toContain('408 Request Timeout')
    expect(answer).toContain('request.too-slow')
  })

  it('ends a body in pieces that has no end', async () => {
    const answer = await answerTo(`${HEAD}transfer-encoding: chunked\r\n\r\n2\r\n{"\r\n`)
    expect(answer).toContain('request.too-slow')
  })

  it('ends a connection on which a body still comes after its answer', async () => {
    const answer = await answerTo('GET /words HTTP/1.1\r\nhost: a\r\ncontent-length: 50\r\n\r\nx')
    expect(answer).toContain('404 Not Found')
  })

  it('reads one that comes in time', async () => {
    const { body } = await http.inject({ method: 'POST', url: '/words', payload: { a: 1 } })
    expect(JSON.parse(body)).toEqual({ body: { a: 1 } })
  })
})

describe('arriving', () => {
  it('gives what comes, and ends where nothing more does', async () => {
    const heard: number[] = []
    const hear = async () => {
      for await (const [byte = 0] of arriving(stalling(), 50)) heard.push(byte)
    }
    await expect(hear()).rejects.toMatchObject({ code: 'request.too-slow' })
    expect(heard).toEqual([1])
  })
})

async function* stalling() {
  yield Uint8Array.of(1)
  await new Promise(() => {})
}
