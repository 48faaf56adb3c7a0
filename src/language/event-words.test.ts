import { describe, expect, it } from 'vitest'
import { FAULT_CODES } from '../events/accept/event.ts'
import { EVENT_FAULT_WORDS, eventFaultWords } from './event-words.ts'

describe('eventFaultWords', () => {
  it('has words for the reasons there are and no others', () => {
    expect(Object.keys(EVENT_FAULT_WORDS).toSorted()).toEqual(Object.keys(FAULT_CODES).toSorted())
  })

  it('says in whole sentences what is wrong and what to do', () => {
    for (const reason of Object.keys(FAULT_CODES)) {
      const { en, es } = eventFaultWords(reason)
      for (const said of [en, es]) expect(said).toMatch(/^\p{Lu}.+[;:.,].+\.$/u)
    }
  })

  it.each([
    'more-cells-than-headings',
    'text-after-quote',
    'json-broken',
    'no-object',
    'nested-too-deep',
    'key-twice',
  ])('says of a row that is none why: %s', (reason) => {
    const { en, es } = eventFaultWords(reason)
    expect(en).toMatch(/^The row cannot be read: [a-z].*\.$/u)
    expect(es).toMatch(/^La fila no se puede leer: [a-z].*\.$/u)
    expect(`${en}${es}`).not.toContain(reason)
  })
})
