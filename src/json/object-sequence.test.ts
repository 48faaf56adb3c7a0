import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objectSequence } from './object-sequence.ts'
import type { SplitFault } from './split-state.ts'

function split(pieces: readonly string[]) {
  const sequence = objectSequence()
  const objects = pieces.flatMap((piece) => sequence.push(piece))
  return { objects, fault: sequence.end() }
}

describe('objectSequence', () => {
  it('finds the objects of a text, whatever space is between them and wherever it is cut', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 })
    const space = fc.constantFrom('', ' ', '\n', '\r\n\t')
    const drawn = fc.record({
      objects: fc.array(object, { maxLength: 6 }),
      between: space,
      indent: fc.constantFrom(undefined, 1),
      sizes: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
    })
    fc.assert(
      fc.property(drawn, ({ objects, between, indent, sizes }) => {
        const texts = objects.map((value) => JSON.stringify(value, null, indent))
        const whole = `${between}${texts.join(between)}${between}`
        const pieces: string[] = []
        for (let at = 0; at < whole.length; ) {
          const size = sizes[pieces.length % sizes.length] ?? 1
          pieces.push(whole.slice(at, at + size))
          at += size
        }

        expect(split(pieces)).toEqual({ objects: texts, fault: null })
      }),
      { numRuns: 500 },
    )
  })

  it.each<[string, SplitFault]>([
    ['{"a":1', 'ends-early'],
    ['{"a":"}', 'ends-early'],
    ['{"a":1},{"a":2}', 'json-broken'],
    ['{"a":1}]', 'json-broken'],
    ['[{"a":1}]', 'json-broken'],
    ['{"a":1}\nnull', 'json-broken'],
  ])('tells what is wrong with %s', (text, fault) => {
    expect(split([text]).fault).toBe(fault)
  })

  it('reads no further than its fault', () => {
    const sequence = objectSequence()
    sequence.push('{} x')

    expect(sequence.push('{}')).toEqual([])
    expect(sequence.fault()).toBe('json-broken')
  })

  it('holds no more than the object it is in', () => {
    const sequence = objectSequence()
    sequence.push('{"a":1}{"b"')

    expect(sequence.pending()).toBe('{"b"'.length)
    sequence.push(':2} ')
    expect(sequence.pending()).toBe(0)
  })
})
