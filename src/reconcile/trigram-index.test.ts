import { expect, it } from 'vitest'
import { trigramIndex } from './trigram-index.ts'

const find = trigramIndex(['TORRE-SALA 1', 'TORRE-SALA 2', 'ANEXO-SALA 1', 'NX', ''])

it('keeps the texts that share the rarest three characters in a row', () => {
  expect(find('*SALA*', /[*]/u)).toEqual([0, 1, 2])
  expect(find('TORRE-*2', /[*]/u)).toEqual([0, 1])
  expect(find('*EXO*', /[*]/u)).toEqual([2])
})

it('knows how texts begin and end', () => {
  expect(find('*LA 1', /[*]/u)).toEqual([0, 2])
  expect(find('NX*', /[*]/u)).toEqual([3])
})

it('leaves none out for a pattern that asks for no three characters in a row', () => {
  expect(find('*A*', /[*]/u)).toEqual([0, 1, 2, 3, 4])
  expect(find('', /[*]/u)).toEqual([0, 1, 2, 3, 4])
})
