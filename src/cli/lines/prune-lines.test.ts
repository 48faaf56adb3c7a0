import { describe, expect, it } from 'vitest'
import { keyLines, rotationLines } from './key-lines.ts'
import { pruneLines } from './prune-lines.ts'

const DUE = { days: ['2026-08-01', '2026-08-02', '2026-08-05'], versions: 1, links: 1_200 }

describe('pruneLines', () => {
  it('tell what would go, and that nothing went', () => {
    expect(pruneLines(DUE, 'en')).toEqual([
      'Would go (nothing was taken):',
      '  3 days',
      '    2026-08-01 - 2026-08-02',
      '    2026-08-05',
      '  1 version of a record',
      '  1,200 links to machines',
    ])
  })

  it('tell what went, rows as received among it', () => {
    const lines = pruneLines({ ...DUE, payloads: 7 }, 'es')

    expect([lines[0], lines.at(-1)]).toEqual(['Se quitó:', '  7 filas tal como se recibieron'])
  })

  it('say so when nothing is due', () => {
    const nothing = { days: [], versions: 0, links: 0 }

    expect(pruneLines(nothing, 'en')).toEqual(['Nothing is due to go.'])
    expect(pruneLines({ ...nothing, payloads: 1 }, 'en')[0]).toBe('Gone:')
  })
})

describe('keyLines', () => {
  it('tell which key seals what is new, and where the keys lie', () => {
    const keys = [
      { id: 'k1', isCurrent: false, payloads: 0, chunks: 0 },
      { id: 'k2', isCurrent: true, payloads: 1_200, chunks: 3 },
    ]

    const [titles, old, current, , advice] = keyLines(keys, '/a/key-ring.json', 'en')

    expect([titles, old, current]).toEqual([
      'KEY  ROWS SEALED  PIECES OF FILES',
      'k1             0                0',
      'k2         1,200                3  seals what is new',
    ])
    expect(advice).toContain('/a/key-ring.json')
  })
})

describe('rotationLines', () => {
  it('name the new key, how much it seals, and the keys that went', () => {
    const rotated = { key: 'k2', payloads: 1_200, tokens: 1, chunks: 2, dropped: ['k1'] }

    expect(rotationLines(rotated, 'en')).toEqual([
      'New key: k2',
      'Sealed anew with it: rows as received 1,200, tokens 1, pieces of files 2',
      'Gone, since it sealed nothing more: k1',
    ])
  })
})
