import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { fleetTable } from './fleet-table.ts'
import { streamTable } from './stream-table.task.ts'
import { voiceOf } from './voice.ts'

const VOICE = voiceOf('en', 'UTC')

function streamed(...batches: readonly (readonly string[])[]) {
  return {
    batches: (async function* () {
      yield* batches
    })(),
    table: (rows: readonly string[]) =>
      fleetTable({
        ...{ name: 'names', title: { en: 'Names', es: 'Nombres' }, notes: [], rows },
        columns: [
          { key: 'name', title: { en: 'Name', es: 'Nombre' }, code: (name: string) => name },
        ],
      }),
    told: (name: string) => ({ name }),
  }
}

function piecesOf(format: 'csv' | 'ndjson', ...batches: readonly (readonly string[])[]) {
  return Readable.from(streamTable(format, streamed(...batches), VOICE)).toArray()
}

describe('streamTable', () => {
  it('has one head in CSV, and a piece for each batch', async () => {
    expect(await piecesOf('csv', ['a', 'b'], ['=c'])).toEqual([
      '\ufeffname\r\na\r\nb\r\n',
      "'=c\r\n",
    ])
  })

  it('has the head alone in CSV where there are no rows', async () => {
    expect(await piecesOf('csv', [])).toEqual(['\ufeffname\r\n'])
  })

  it('has a line of JSON for each row, as it is told', async () => {
    expect((await piecesOf('ndjson', ['a', 'b'], ['c'])).join('')).toBe(
      '{"name":"a"}\n{"name":"b"}\n{"name":"c"}\n',
    )
  })
})
