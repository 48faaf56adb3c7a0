import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const text = readFileSync(join(ROOT, 'docs/asvs.md'), 'utf8')
const rows = text
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, id = '']) => /^\d+\.\d+\.\d+$/u.test(id))
  .map(([, id = '', what = '', state = '', why = '']) => ({ id, what, state, why }))
const count = (state: string) => rows.filter((row) => row.state === state).length

describe('docs/asvs.md', () => {
  it('judges each of the 253 requirements of levels 1 and 2 once', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(253)
    expect(rows).toHaveLength(253)
    expect(rows.filter(({ what, why }) => what === '' || why === '')).toEqual([])
  })

  it('counts right what is met, does not apply, and is open', () => {
    const [met, absent, open] = [count('met'), count('n/a'), count('open')]

    expect(met + absent + open).toBe(253)
    expect(text).toContain(`${met} are met, ${absent} do not apply, ${open} are open.`)
  })

  it('names for whatever is met a test that is there', () => {
    const missing = rows
      .filter(({ state }) => state === 'met')
      .filter(({ why }) => {
        const tests = [...why.matchAll(/`((?:src|test)\/[^`]+\.test\.ts)`/gu)].map(
          ([, path = '']) => path,
        )
        return tests.length === 0 || tests.some((path) => !existsSync(join(ROOT, path)))
      })
    expect(missing).toEqual([])
  })
})
