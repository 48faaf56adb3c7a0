import { expect, it } from 'vitest'
import { wildcard, wildcardAsWritten } from './wildcard.ts'

it.each([
  ['*', ''],
  ['**', 'abc'],
  ['*AR01*', 'informe ar01 enero.xlsx'],
  ['AR01 [2026].xlsx', 'ar01 [2026].xlsx'],
  ['AR01 (1) {a,b} !x $.xlsx', 'AR01 (1) {a,b} !x $.xlsx'],
  ['a\\b', 'A\\B'],
  ['*ab?', 'aababc'],
  ['a*b*c', 'a-b-b-c'],
  ['?', '😀'],
  ['Ubicación*', 'UBICACIÓN 2.xlsx'.normalize('NFD')],
  ['line*end', 'line\nend'],
])('%s fits %s', (pattern, text) => {
  expect(wildcard(pattern)(text)).toBe(true)
})

it.each([
  ['', 'a'],
  ['?', ''],
  ['??', '😀'],
  ['*a', 'ab'],
  ['a*a', 'a'],
  ['a.c', 'abc'],
  ['[ab]', 'a'],
  ['Peñon*', 'Peñón'],
])('%s does not fit %s', (pattern, text) => {
  expect(wildcard(pattern)(text)).toBe(false)
})

it('comes to an end with a pattern of many runs and a long text', () => {
  const fits = wildcard(`${'*a'.repeat(50)}*b`)

  expect(fits('a'.repeat(100_000))).toBe(false)
})

it('takes other wild characters, and tells case apart when asked to', () => {
  const fits = wildcardAsWritten('A_*%z', { run: '*%', one: '?_' })

  expect(['Axz', 'A__z', 'axz', 'Az'].map(fits)).toEqual([true, true, false, false])
})
