import { expect, it } from 'vitest'
import { paceWords } from './pace.ts'

it('tells rows, rate and time left', () => {
  expect(paceWords({ done: 20_000, total: 100_000, elapsedMs: 4_000 })).toEqual({
    en: '20,000 of 100,000 rows, 5,000/s, 0:16 left',
    es: '20.000 de 100.000 filas, 5000/s, faltan 0:16',
  })
})

it('tells no time left where nobody knows how many there are', () => {
  expect(paceWords({ done: 300, total: null, elapsedMs: 2_000 }).en).toBe('300 rows, 150/s')
})

it('tells no rate in the first second', () => {
  expect(paceWords({ done: 300, total: 600, elapsedMs: 999 }).en).toBe('300 of 600 rows')
})

it('tells no time left before the first row', () => {
  expect(paceWords({ done: 0, total: 600, elapsedMs: 5_000 }).en).toBe('0 of 600 rows, 0/s')
})

it('speaks of a single row as one', () => {
  expect(paceWords({ done: 1, total: null, elapsedMs: 0 })).toEqual({ en: '1 row', es: '1 fila' })
})
