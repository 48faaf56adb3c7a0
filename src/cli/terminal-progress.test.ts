import { Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { terminalProgress } from './terminal-progress.ts'

describe('progress on a terminal', () => {
  it('shows a step, its rows, rate and time left, and how long it took', async () => {
    const { stream, text } = screen({ isTTY: true })

    const result = await terminalProgress(stream, 'en').step('read-ocs', async (tick) => {
      await pause(1_050)
      tick(20, 40)
      await pause(700)
      return 'read'
    })

    expect(result).toBe('read')
    expect(text()).toContain('Reading OCS Inventory')
    expect(text()).toMatch(/20 of 40 rows, \d\d\/s, 0:0[12] left/)
    expect(text()).toMatch(/Reading OCS Inventory \[1\.\d s\]/)
  })

  it('passes on what went wrong in a step, and does not tell it itself', async () => {
    const { stream, text } = screen({ isTTY: true })
    const failing = terminalProgress(stream, 'es').step('apply', () =>
      Promise.reject(new Error('the cable was cut')),
    )

    await expect(failing).rejects.toThrow('the cable was cut')
    expect(text()).not.toContain('cable')
  })

  it('says nothing in a pipe', async () => {
    const { stream, text } = screen({ isTTY: false })

    await terminalProgress(stream, 'en').step('read-ocs', async (tick) => tick(1, 2))

    expect(text()).toBe('')
  })
})

/** A stream that keeps what is written to it, and claims to be a terminal or not. */
function screen({ isTTY }: { isTTY: boolean }) {
  const chunks: string[] = []
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk))
      done()
    },
  })
  const stream = Object.assign(sink, { isTTY, columns: 100, rows: 30 })
  return {
    stream: stream as unknown as NodeJS.WriteStream, // all of it that progress uses
    text: () => stripVTControlCharacters(chunks.join('')),
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
