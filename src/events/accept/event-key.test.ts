import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EventIdentity, eventKey, identityText } from './event-key.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')
const EVENT: EventIdentity = {
  ...{ id: null, source: 'till', at: '2026-01-31T08:00:00Z', metric: 'sales', subject: 'ana' },
  dimensions: { shop: 'North', till: '4' },
}
const keyOf = (event: Partial<EventIdentity>) => eventKey({ ...EVENT, ...event }, sha256)

/** Texts in which lengths, separators and marks of the encoding occur all the time. */
const text = fc.string({
  unit: fc.constantFrom('a', '1', '2', ':', '-', ' ', 'é', '🙂'),
  maxLength: 4,
})
const identity: fc.Arbitrary<EventIdentity> = fc.record({
  id: fc.option(text, { nil: null, freq: 3 }),
  source: text,
  at: text,
  metric: text,
  subject: fc.option(text, { nil: null }),
  dimensions: fc.dictionary(text, text, { maxKeys: 3 }),
})

describe('eventKey', () => {
  it('is the first half of a hash of all that is said of an event, and stays so for ever', () => {
    expect(identityText(EVENT)).toBe(
      'event 4:till20:2026-01-31T08:00:00Z5:sales3:ana4:shop5:North4:till1:4',
    )
    expect(identityText({ ...EVENT, subject: null, dimensions: {} })).toBe(
      'event 4:till20:2026-01-31T08:00:00Z5:sales-',
    )
    expect(identityText({ ...EVENT, id: '77' })).toBe('id 4:till2:77')
    expect(keyOf({})).toBe(sha256(identityText(EVENT)).slice(0, 32))
    expect(keyOf({})).toBe('ba3e90f2a7deb46b70c701ecf929a6d8')
  })

  it.each<Partial<EventIdentity>>([
    { source: 'till 2' },
    { at: '2026-01-31T08:00:00.000001Z' },
    { metric: 'Sales' },
    { subject: null },
    { subject: '' },
    { dimensions: { shop: 'North' } },
    { dimensions: { shop: '4', till: 'North' } },
    { dimensions: { shop: 'North', till: '4', lane: '' } },
    { id: '' },
  ])('is another one with %j', (other) => {
    expect(keyOf(other)).not.toBe(keyOf({}))
  })

  it('does not mind in which order dimensions stand', () => {
    expect(keyOf({ dimensions: { till: '4', shop: 'North' } })).toBe(keyOf({}))
  })

  it('is that of the id at its source, whatever else is said', () => {
    const one = keyOf({ id: '77' })
    expect(keyOf({ id: '77', at: '2026-02-01T08:00:00Z', metric: 'x', dimensions: {} })).toBe(one)
    expect(keyOf({ id: '77', source: 'other' })).not.toBe(one)
  })

  it('gives two different events never one encoding', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        const isSame = JSON.stringify(told(one)) === JSON.stringify(told(other))
        expect(identityText(one) === identityText(other)).toBe(isSame)
      }),
      { numRuns: 20_000 },
    )
  })

  it('gives neighbours never one encoding: what moves from one part to the next is another event', () => {
    fc.assert(
      fc.property(fc.tuple(text, text, text), fc.nat(4), ([one, other, third], at) => {
        const whole = one + other
        const moved = [whole.slice(0, at), whole.slice(at)] as const
        const parts = (a: string, b: string) =>
          [
            { ...EVENT, source: a, at: b },
            { ...EVENT, metric: a, subject: b },
            { ...EVENT, dimensions: { [a]: b, z: third } },
            { ...EVENT, dimensions: { [third]: a, [`${third}z`]: b } },
            { ...EVENT, id: b, source: a },
          ].map(identityText)
        const [before, after] = [parts(one, other), parts(...moved)]
        const isSame = one === moved[0]
        before.forEach((encoding, index) => {
          if (isSame) expect(after[index]).toBe(encoding)
          else expect(after[index]).not.toBe(encoding)
        })
      }),
      { numRuns: 5_000 },
    )
  })
})

/** What an event is recognised by, in a form that JSON tells apart. */
function told({ id, source, at, metric, subject, dimensions }: EventIdentity): unknown {
  if (id !== null) return [source, id]
  return [
    source,
    at,
    metric,
    subject,
    Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]
}
