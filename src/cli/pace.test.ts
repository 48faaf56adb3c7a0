import { expect, it } from 'vitest'
import { paceWords } from './pace.ts'

it('tells rows, rate and time left', () => {
  expect(paceWords({ step: 'read-ocs', done: 20_000, total: 100_000, elapsedMs: 4_000 })).toEqual({
    en: '20,000 of 100,000 rows, 5,000/s, 0:16 left',
    es: '20.000 de 100.000 filas, 5000/s, faltan 0:16',
  })
})

it('tells no time left where nobody knows how many there are', () => {
  expect(paceWords({ step: 'read-ocs', done: 300, total: null, elapsedMs: 2_000 }).en).toBe(
    '300 rows, 150/s',
  )
})

it('tells no rate in the first second', () => {
  expect(paceWords({ step: 'read-ocs', done: 300, total: 600, elapsedMs: 999 }).en).toBe(
    '300 of 600 rows',
  )
})

it('tells no time left before the first row', () => {
  expect(paceWords({ step: 'read-ocs', done: 0, total: 600, elapsedMs: 5_000 }).en).toBe(
    '0 of 600 rows, 0/s',
  )
})

it('speaks of a single row as one', () => {
  expect(paceWords({ step: 'read-ocs', done: 1, total: null, elapsedMs: 0 })).toEqual({
    en: '1 row',
    es: '1 fila',
  })
})

it('counts megabytes of a file, and series of a study', () => {
  const reach = { done: 250_000_000, total: 2_000_000_000, elapsedMs: 10_000 }
  expect(paceWords({ step: 'read-events', ...reach }).en).toBe('250 of 2,000 MB, 25/s, 1:10 left')
  expect(paceWords({ step: 'study-series', done: 50, total: 100, elapsedMs: 500 }).es).toBe(
    '50 de 100 series',
  )
})
