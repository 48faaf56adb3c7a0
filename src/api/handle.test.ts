import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { FILE_TYPES, route } from '../contract/route.ts'
import { AppError } from '../lib/errors.ts'
import { handle, handleFile } from './handle.ts'

const FILE = route({
  ...{ method: 'GET', path: '/api/file', summary: '', tag: 'test', access: 'anybody' },
  ...{ response: z.string(), produces: ['text/csv'] },
})
const ROW = route({
  ...{ method: 'GET', path: '/api/rows/{id}', summary: '', tag: 'test', access: 'anybody' },
  params: z.object({ id: z.coerce.number() }),
  response: z.object({ id: z.number() }),
})

function server() {
  const http = Fastify()
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  http.decorateRequest('caller', null)
  http.decorateRequest('language', 'en')
  return http
}

it('sends of an answer what the contract has, and nothing else', async () => {
  const http = server()
  handle(http, ROW, async ({ params }) => ({ ...params, secret: 's' }))

  const answer = await http.inject('/api/rows/7')

  expect(answer.json()).toEqual({ id: 7 })
})

it('sends a file under its name, whatever the name', async () => {
  const http = server()
  handleFile(http, FILE, async () => ({
    fileName: "año 'x'.csv",
    content: pieces('a\r\n', 'b\r\n'),
  }))

  const answer = await http.inject('/api/file')

  expect(answer.headers['content-disposition']).toBe(
    "attachment; filename*=UTF-8''a%C3%B1o%20%27x%27.csv",
  )
  expect([answer.headers['content-type'], answer.body]).toEqual([
    'text/csv; charset=utf-8',
    'a\r\nb\r\n',
  ])
})

it('tells what fails before the first piece of a file as of any other answer', async () => {
  const http = server()
  http.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof AppError ? 404 : 500).send(),
  )
  handleFile(http, FILE, async () => ({ fileName: 'a.csv', content: failing() }))

  expect((await http.inject('/api/file')).statusCode).toBe(404)
})

it('sends a file in the type that its answer chooses, of text with its encoding', async () => {
  const http = server()
  const [csv, xlsx] = [FILE_TYPES.csv, FILE_TYPES.xlsx]
  handleFile(http, { ...FILE, produces: [csv, xlsx] }, async () => ({
    ...{ fileName: 'a.xlsx', type: xlsx, content: bytes(Buffer.from([0, 159, 255])) },
  }))

  const answer = await http.inject('/api/file')

  expect(answer.headers['content-type']).toBe(xlsx)
  expect([...answer.rawPayload]).toEqual([0, 159, 255])
})

it('makes no file for who asks for its head alone', async () => {
  const http = server()
  handleFile(http, FILE, async () => ({ fileName: 'a.csv', content: pieces('a') }))

  expect((await http.inject({ method: 'HEAD', url: '/api/file' })).statusCode).toBe(404)
})

it('makes of a file hardly more than is taken, and ends it with who takes it', async () => {
  const http = server()
  let made = 0
  const ended = Promise.withResolvers<void>()
  async function* endless() {
    try {
      for (;;) {
        made += 1
        yield 'x'.repeat(65_536)
      }
    } finally {
      ended.resolve()
    }
  }
  handleFile(http, FILE, async () => ({ fileName: 'a.csv', content: endless() }))
  const address = await http.listen({ port: 0, host: '127.0.0.1' })

  const stop = new AbortController()
  const { body } = await fetch(`${address}/api/file`, { signal: stop.signal })
  let taken = 0
  for await (const piece of body ?? []) {
    taken += piece.length
    if (taken > 4_194_304) break
  }
  stop.abort()
  await ended.promise
  await http.close()

  expect(made * 65_536).toBeLessThan(taken + 67_108_864) // what sockets hold of it
})

it('breaks a file off that fails on its way, so that it passes for no whole one', async () => {
  const http = server()
  async function* broken() {
    yield 'a'.repeat(65_536)
    throw new Error('the database went')
  }
  handleFile(http, FILE, async () => ({ fileName: 'a.csv', content: broken() }))
  const address = await http.listen({ port: 0, host: '127.0.0.1' })

  const answer = await fetch(`${address}/api/file`)

  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow()
  await http.close()
})

async function* bytes(...all: readonly Uint8Array[]) {
  yield* all
}

async function* pieces(...texts: readonly string[]) {
  yield* texts
}

// biome-ignore lint/correctness/useYield: it fails before it has anything
async function* failing(): AsyncGenerator<string> {
  throw new AppError('upload.not-found', { upload: 'U1' })
}
