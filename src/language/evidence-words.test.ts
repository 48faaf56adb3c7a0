import { describe, expect, it } from 'vitest'
import { evidenceRank, evidenceValueWords, evidenceWords } from './evidence-words.ts'

describe('evidenceWords', () => {
  it('calls parts by words, sources by their names, and what it does not know as it is kept', () => {
    expect(evidenceWords('serial').es).toBe('Número de serie')
    expect(evidenceWords('ninjaone').en).toBe('NinjaOne')
    expect(evidenceWords('toString').en).toBe('toString')
  })

  it('puts what it does not know last', () => {
    expect(evidenceRank('hostname')).toBeLessThan(evidenceRank('place'))
    expect(evidenceRank('place')).toBeLessThan(evidenceRank('colour'))
  })
})

describe('evidenceValueWords', () => {
  it.each([
    [['why'], 'too-long', 'supera los 255 caracteres de su columna'],
    [['near', 'differences'], 'accents', 'acentos'],
    [['classes', 'ninjaone'], 'server', 'servidor'],
    [['missingIn'], 'threatlocker', 'ThreatLocker'],
    [
      ['lost', 'reason', 'kind'],
      'same-source',
      'una misma fuente tiene ambos, cada uno por su lado',
    ],
    [['missing'], 'building', 'falta el edificio'],
    [['hostname'], 'server', 'server'],
    [['lastContact'], '2026-11-02 07:30:00', '2026-11-02 07:30:00 (hora de OCS)'],
    [['isArchived'], true, 'sí'],
  ])('says of %j that it is %s: %s', (path, value, said) => {
    expect(evidenceValueWords(path, value).es).toBe(said)
  })
})
