import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { runEvents } from '../contract/runs.ts'
import { isAppError } from '../lib/errors.ts'
import type { Caller } from './caller.ts'
import { eventLines, type LineLimits } from './event-lines.ts'
import { handleEvents, heardIn } from './handle-events.ts'

const ana: Caller = {
  ...{ name: 'ana', kind: 'person', personId: 1, permissions: new Set(['read']), sites: null },
}
const closing: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

/** A server that tells something which never ends by itself; `caller`: who listens, when looked up again. */
async function endless(limits: Partial<LineLimits>, caller: { now: Caller | null }) {
  const http = Fastify()
  http.setValidatorCompiler(() => (value) => ({ value }))
  http.setSerializerCompiler(() => JSON.stringify)
  http.decorateRequest('caller', null)
  http.addHook('onRequest', async (request) => {
    request.caller = ana
  })
  http.decorate('eventLines', eventLines(limits))
  http.decorate('lookAgain', async () => caller.now)
  handleEvents(http, runEvents, async (line) => forever(line.closing))
  http.setErrorHandler((error, _request, reply) =>
    reply.code(429).send(isAppError(error, 'request.too-many-lines') ? error.code : `${error}`),
  )
  const address = await http.listen({ host: '127.0.0.1', port: 0 })
  closing.push(() => http.close())
  return { http, listen: () => fetch(`${address}/api/runs/1/events`) }
}

async function* forever(until: AbortSignal) {
  yield { event: 'run', data: 1 }
  if (until.aborted) return
  await new Promise((resolve) => until.addEventListener('abort', resolve, { once: true }))
}

describe('handleEvents', () => {
  it.each([
    ['was disabled', null],
    ['lost the permission', { ...ana, permissions: new Set<never>() }],
    ['sees other sites', { ...ana, sites: ['Norte'] }],
  ])('ends a line whose listener %s', async (_what, now) => {
    const caller: { now: Caller | null } = { now: ana }
    const { listen } = await endless({ lookAgainMs: 20 }, caller)
    const answer = await listen()
    caller.now = now
    expect(await answer.text()).toContain('event: run')
  })

  it('ends a line that was open long enough', async () => {
    const { listen } = await endless({ mostOpenMs: 20 }, { now: ana })
    expect(await (await listen()).text()).toContain('event: run')
  })

  it('refuses a line too many, and takes one again after another was closed', async () => {
    const { http, listen } = await endless({ perCaller: 1 }, { now: ana })
    const first = await listen()
    const refused = await listen()
    expect([refused.status, await refused.text()]).toEqual([429, 'request.too-many-lines'])

    await first.body?.cancel()
    await expect.poll(() => takes(http)).toBe(true)
  })
})

/** Whether one more line would be taken; it is given back. */
function takes({ eventLines: lines }: Pick<FastifyInstance, 'eventLines'>): boolean {
  try {
    lines.take(ana)()
    return true
  } catch {
    return false
  }
}

describe('heardIn', () => {
  it.each([
    ['12', 12],
    [undefined, 0],
    ['Infinity', 0],
    ['1.5', 0],
    ['1e300', 0],
    ['-3', 0],
    ['9'.repeat(20), 0],
    ['', 0],
  ])('reads %s as %i', (header, heard) => {
    expect(heardIn(header)).toBe(heard)
  })
})
