import { afterAll, describe, expect, it } from 'vitest'
import { apiOffice, callerOf } from '../support/api-office.ts'
import { testDatabase } from '../support/postgres.ts'

const database = await testDatabase()
const office = await apiOffice(database.url, { now: () => new Date('2026-11-21T09:00:00Z') })
const address = await office.http.listen({ host: '127.0.0.1', port: 0 })
afterAll(() => office.close())

const { tryExclusive } = office.app.database
const operator = callerOf('operator')
const post = async (url: string) => (await office.send(operator, { method: 'POST', url })).json()
const recount = () => post('/api/kpi/run')

interface Heard {
  readonly event: string
  readonly id: number | null
  // biome-ignore lint/suspicious/noExplicitAny: whatever was sent, looked at by tests
  readonly data: any
}

/** What is told of a run until it ends; `seen` hears each message. */
async function listen(
  run: number,
  { after, seen = () => {} }: { after?: number; seen?: (heard: Heard) => void } = {},
): Promise<Heard[]> {
  const headers = {
    ...office.headersOf(operator),
    ...(after === undefined ? {} : { 'last-event-id': String(after) }),
  }
  const answer = await fetch(`${address}/api/runs/${run}/events`, { headers })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const heard: Heard[] = []
  let rest = ''
  for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
    const messages = (rest + piece).split('\n\n')
    rest = messages.pop() ?? ''
    for (const message of messages.filter((text) => !text.startsWith(':'))) {
      const said = heardIn(message)
      heard.push(said)
      seen(said)
    }
  }
  return heard
}

function heardIn(message: string): Heard {
  const {
    event = '',
    id,
    data = 'null',
  } = Object.fromEntries(
    message
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  return { event, id: id === undefined ? null : Number(id), data: JSON.parse(data) }
}

const states = (heard: readonly Heard[]) =>
  heard.filter(({ event }) => event === 'run').map(({ data }) => data.state)

describe('the events of a run', () => {
  it('tell how it waits, begins, gets on and ends', async () => {
    const lock = await tryExclusive('ingest')
    const { run } = await recount()
    const heard = await listen(run, {
      seen: ({ data }) => {
        if (data.state === 'queued') lock?.release()
      },
    })

    expect(states(heard)[0]).toBe('queued')
    expect(states(heard).at(-1)).toBe('agreed')
    const log = heard.filter(({ event }) => event === 'log')
    expect(log.map(({ data }) => data.kind)).toEqual(['started', 'step'])
    expect(log.map(({ id, data }) => id === data.n)).toEqual([true, true])
  })

  it('go on where a browser that comes back had stopped', async () => {
    const { run } = await recount()
    const [first] = (await listen(run)).filter(({ event }) => event === 'log')
    const again = await listen(run, { after: first?.id ?? 0 })

    expect(again.filter(({ event }) => event === 'log').map(({ data }) => data.kind)).toEqual([
      'step',
    ])
    expect((await office.get(`/api/runs/${run}/log?after=${first?.id}`)).json().items).toHaveLength(
      1,
    )
  })

  it('are of a run that there is', async () => {
    expect((await office.get('/api/runs/987654/events')).json().code).toBe('run.not-found')
    expect((await office.get('/api/runs/987654/log')).json().code).toBe('run.not-found')
  })

  it('end when the server closes', async () => {
    const other = await apiOffice(database.url, { now: () => new Date('2026-11-21T09:00:00Z') })
    const there = await other.http.listen({ host: '127.0.0.1', port: 0 })
    const lock = await tryExclusive('ingest')
    const { run } = await recount()
    const headers = other.headersOf(operator)
    const answer = await fetch(`${there}/api/runs/${run}/events`, { headers })
    const text = answer.text()
    await other.close()
    await lock?.release()

    expect(await text).toContain('"state":"queued"')
    await office.ended(run)
  })
})

describe('a run that somebody stops', () => {
  it('does nothing where it waited', async () => {
    const lock = await tryExclusive('ingest')
    const { run } = await recount()
    expect(await post(`/api/runs/${run}/cancel`)).toEqual({ run })
    await lock?.release()
    await office.ended((await recount()).run)

    expect(await office.ended(run)).toMatchObject({
      ...{ state: 'interrupted', tries: 0, cancelAskedBy: 'operator' },
    })
    expect((await post(`/api/runs/${run}/cancel`)).code).toBe('run.ended')
  })
})

describe('the list of runs', () => {
  it('is of a task and a state where these are asked for', async () => {
    await office.ended((await recount()).run)
    const of = async (query: string) => (await office.get(`/api/runs?${query}`)).json()

    const stopped = await of('task=recompute&state=interrupted')
    expect(stopped.total).toBe(1)
    expect(stopped.items).toMatchObject([{ task: 'recompute', state: 'interrupted' }])
    expect((await of('task=nightly')).total).toBe(0)
    expect((await of('state=asleep')).code).toBe('request.invalid')
  })
})
