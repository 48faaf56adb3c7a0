import { expect, it } from 'vitest'
import type { InputSummary } from '../../jobs/read-books.task.ts'
import { AppError } from '../../lib/errors.ts'
import { inputLines } from './input-lines.ts'

const READ: InputSummary = {
  source: 'finance-register',
  collection: 1,
  origin: '/in/AR01 nuevo.xlsx',
  inputHash: null,
  records: 12_700,
  rejections: [],
  notes: [],
  holds: [],
  failure: null,
}

it('names the file that was left aside, not the one that was read, as left aside', () => {
  const notes = [{ code: 'other-files-ignored', place: '/in/AR01 viejo.xlsx', detail: '' }] as const

  expect(inputLines([{ ...READ, notes }], 'en')).toEqual([
    "Finance's register (AR01): /in/AR01 nuevo.xlsx",
    '  12,700 records read, 0 refused',
    '  An older file fits the name as well and was left aside: /in/AR01 viejo.xlsx',
    '',
  ])
})

it('counts nothing of an input that could not be read, and says why', () => {
  const failure = new AppError('ocs.unreachable', { where: 'ocs:3306', reason: 'ECONNREFUSED' })
  const input = { ...READ, source: 'ocs', origin: null, records: 0, failure }

  expect(inputLines([input], 'en')).toEqual([
    'OCS Inventory (database): could not be read',
    expect.stringMatching(/^ {2}OCS at ocs:3306 cannot be reached/u),
    '',
  ])
  expect(inputLines([input], 'es')[0]).toBe('OCS Inventory (base de datos): no se pudo leer')
})

it('counts nothing of a workbook whose header was not found', () => {
  const holds = [
    { code: 'header-not-found', source: 'finance-register', missing: ['No_Inventario'] },
  ] as const

  expect(inputLines([{ ...READ, records: 0, holds }], 'en')).toEqual([
    "Finance's register (AR01): /in/AR01 nuevo.xlsx",
    expect.stringMatching(/^ {2}HELD: no header row; missing No_Inventario/u),
    '',
  ])
})
