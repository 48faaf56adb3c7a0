import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HTTP_REASONS, HTTP_REASONS_ABOUT } from '../sources/http/reason.ts'
import { failureWords } from './failure-words.ts'
import { API_REASONS, API_REASONS_ABOUT } from './reasons/api-reasons.ts'
import { SERVER_REASONS, SERVER_REASONS_ABOUT } from './reasons/server-reasons.ts'
import { WORKBOOK_REASONS, WORKBOOK_REASONS_ABOUT } from './reasons/workbook-reasons.ts'

const REASONS = [
  ...[SERVER_REASONS, WORKBOOK_REASONS, API_REASONS].flatMap((words) => [...words.keys()]),
  ...[SERVER_REASONS_ABOUT, WORKBOOK_REASONS_ABOUT, API_REASONS_ABOUT].flatMap((words) =>
    [...words.keys()].map((code) => `${code}: X-1, Y`),
  ),
]

describe('failureWords', () => {
  it.each(REASONS.filter((reason) => !reason.startsWith('byte')))(
    'says %s in each language, with all that it is about',
    (reason) => {
      const { en, es } = failureWords(reason)
      expect(en).not.toBe(es)
      expect(`${en} ${es}`).not.toMatch(/undefined|\[object/u)
      const [, about = ''] = reason.split(/: (.*)/u)
      expect([en.includes(about), es.includes(about)]).toEqual([true, true])
    },
  )

  it('says where in a row the fault lies', () => {
    expect(failureWords('cell: B7, after-column: C')).toEqual({
      en: 'cell B7: it follows column C',
      es: 'celda B7: está después de la columna C',
    })
  })

  it.each(['ECONNRESET: reset', 'missing: x', 'line', 'Deadlock found', ''])(
    'leaves as it is what another program says: %s',
    (reason) => {
      expect(failureWords(reason)).toEqual({ en: reason, es: reason })
    },
  )

  it('says what the operating system refuses, with its code', () => {
    expect(failureWords("ENOENT: no such file or directory, open '/a/b.csv'")).toEqual({
      en: 'there is no such file or folder (ENOENT)',
      es: 'no existe tal archivo o carpeta (ENOENT)',
    })
  })

  it('understands what was kept before the reason had a code', () => {
    expect(failureWords('the database stored "A-1" instead').es).toBe(
      'la base de datos guardó "A-1" en su lugar',
    )
  })

  it.each([...HTTP_REASONS, ...HTTP_REASONS_ABOUT.map((code) => `${code}: X-1`)])(
    'has words for %s, which asking a service gives',
    (reason) => {
      expect(failureWords(reason).es).not.toBe(reason)
    },
  )

  it('has words for every reason that reading a workbook gives', () => {
    const codes = sources('../workbook').flatMap((text) =>
      [
        ...text.matchAll(
          /(?:\b(?:corrupt|fail)\([^'`\n]*|SyntaxError\(|(?:reason|fault): )['`]([a-z-]+)(: )?/gu,
        ),
      ].map(([, code, about]) => `${code}${about ?? ''}`),
    )
    const known = new Set([
      ...WORKBOOK_REASONS.keys(),
      ...[...WORKBOOK_REASONS_ABOUT.keys(), 'cell'].map((code) => `${code}: `),
    ])
    expect(codes.length).toBeGreaterThan(30)
    expect(codes.filter((code) => !known.has(code))).toEqual([])
  })
})

function sources(folder: string): string[] {
  const root = join(import.meta.dirname, folder)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, name), 'utf8'))
}
