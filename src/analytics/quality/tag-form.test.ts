import { describe, expect, it } from 'vitest'
import { tagReader } from './tag-form.ts'

const read = tagReader([
  { building: 'Torre Norte', description: 'Sala 2', municipality: 'Sur' },
  { building: 'Torre Norte ', description: 'Cuarto-B', municipality: 'Sur' },
  { building: 'Torre Norte-Sur', description: 'Taller', municipality: 'Este' },
  { building: 'Anexo', description: 'Taller', municipality: 'Norte' },
  { building: 'Anexo', description: 'Patio', municipality: 'Oeste' },
  { building: null, description: null, municipality: null },
])

describe('tagReader', () => {
  it.each([
    ['Torre_Norte-Sala_2', null, 'Torre Norte', 'Sur'],
    ['Torre_Norte-Cuarto-B', null, 'Torre Norte', 'Sur'],
    ['Torre_Norte-Sur-Taller', null, 'Torre Norte-Sur', 'Este'],
    ['Anexo-Sala_2', null, 'Anexo', null],
    ['Anexo-Sótano', 'description-unknown', 'Anexo', null],
    ['Torre_Norte-Sur-Sótano', 'description-unknown', null, null],
    ['Otro-Taller', 'building-unknown', null, null],
    ['Otro-Sótano', 'both-sides-unknown', null, null],
    ['torre_norte-Sala_2', 'building-unknown', null, null],
    ['Torre_Norte-Sala_2 ', 'description-unknown', 'Torre Norte', 'Sur'],
    ['Torre_Norte', 'no-hyphen', null, null],
    ['-Taller', 'no-hyphen', null, null],
    ['Anexo-', 'no-hyphen', null, null],
  ])('reads %s', (tag, ...expected) => {
    const { fault, building, municipality } = read(tag)
    expect([fault, building, municipality]).toEqual(expected)
  })
})
