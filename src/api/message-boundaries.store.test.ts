import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { accessServer } from '../../test/support/access-server.ts'
import { testDatabase } from '../../test/support/postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-boundaries-'))
afterAll(() => rm(folder, { recursive: true }))
const server = await accessServer({ folder, database: await testDatabase() })
afterAll(() => server.close())
const { port } = new URL(await server.http.listen({ host: '127.0.0.1', port: 0 }))

/** The first lines of what is answered to bytes as they are, until the line is closed or silent. */
function answersTo(...lines: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1')
    let said = ''
    socket.setTimeout(2_000, () => socket.destroy())
    socket.on('data', (bytes) => (said += bytes.toString('latin1')))
    socket.on('error', reject)
    socket.on('close', () =>
      resolve([...said.matchAll(/HTTP\/1\.1 (\d{3})/gu)].map(([, n = '']) => n)),
    )
    socket.write(lines.join('\r\n'))
  })
}

const POST = ['POST /api/session HTTP/1.1', 'host: localhost', 'content-type: application/json']
const SMUGGLED = 'GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n'

describe('where a message ends', () => {
  it('is said by its length, and a second one on the line is answered as such', async () => {
    expect(await answersTo(...POST, 'content-length: 2', '', `{}${SMUGGLED}`)).toEqual([
      '400',
      '200',
    ])
  })

  it.each([
    [
      'two that disagree',
      ['content-length: 2', 'transfer-encoding: chunked', '', '0', '', SMUGGLED],
    ],
    ['two lengths', ['content-length: 2', 'content-length: 40', '', `{}${SMUGGLED}`]],
    ['a length that is no number', ['content-length: 0x2', '', `{}${SMUGGLED}`]],
    ['an encoding nobody knows', ['transfer-encoding: xchunked', '', '0', '', SMUGGLED]],
    ['chunked before another', ['transfer-encoding: chunked, identity', '', '0', '', SMUGGLED]],
    ['a chunk of no length', ['transfer-encoding: chunked', '', 'zz', '{}', '0', '', SMUGGLED]],
    ['a blank before the colon', ['transfer-encoding : chunked', '', '0', '', SMUGGLED]],
    ['a header that is folded', ['content-length: 2', ' , 40', '', `{}${SMUGGLED}`]],
  ])('is refused where it is said by %s, with all that follows', async (_, lines) => {
    const answers = await answersTo(...POST, ...lines)

    expect(answers).toEqual(['400'])
  })

  it('is refused where lines end without a return', async () => {
    expect(await answersTo('GET /health HTTP/1.1\nhost: localhost\ncontent-length: 0\n\n')).toEqual(
      ['400'],
    )
  })
})
