import fc from 'fast-check'
import { ODD_TEXTS } from './words.ts'

const HEADINGS = [
  'time',
  'value',
  'metric',
  'source',
  'id',
  'subject',
  'shop',
  'fecha',
  'valor',
  '',
]
const heading = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...HEADINGS) }, fc.string())
const cell = fc.oneof(
  fc.constantFrom('2026-01-31', '2026-01-31T10:00:00+02:00', '31/01/2026', '1767225600', '45000.5'),
  fc.constantFrom('1', '1.5', '1,5', '1.234,5', "1'234", '(1)', '1 %', '-', '1e3', '٣'),
  fc.constantFrom(...ODD_TEXTS),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double().map(String),
)
const quoted = fc
  .tuple(cell, fc.constantFrom('', '"'))
  .map(([text, quote]) => (quote === '' ? text : `"${text.replaceAll('"', '""')}"`))
const layout = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8', 'utf8', 'latin1', 'utf16le'),
  mark: fc.constantFrom('', '\ufeff'),
})

/** A table of events as text, sane or not. */
export const tableGrammar: fc.Arbitrary<Buffer> = fc
  .tuple(
    layout,
    fc.array(heading, { maxLength: 8 }),
    fc.array(fc.array(quoted, { maxLength: 9 }), { maxLength: 20 }),
  )
  .map(([{ delimiter, lineEnd, encoding, mark }, head, rows]) => {
    const lines = [head, ...rows].map((cells) => cells.join(delimiter))
    return Buffer.from(mark + lines.join(lineEnd), encoding as BufferEncoding)
  })

const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HEADINGS, '__proto__') },
  fc.string(),
)
const leaf = fc.oneof(
  cell,
  fc.double({ noNaN: true }),
  fc.constantFrom(null, true, false, 0, -0, 1e308, 1e-308),
)
const event = fc.dictionary(
  key,
  fc.oneof({ weight: 8, arbitrary: leaf }, fc.jsonValue({ maxDepth: 4 })),
)

/** JSON of events, bare or in an object; some with keys that come twice and numbers no double holds. */
export const jsonGrammar: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(event, { maxLength: 12 }),
    fc.constantFrom<(events: unknown) => unknown>(
      (events) => events,
      (events) => ({ events }),
      (events) => ({ next: null, data: { rows: events } }),
      (events) => [events],
      (events) => ({ a: [], events, b: [1] }),
    ),
    fc.constantFrom(
      '',
      '"value":1e400',
      '"time":1,"time":2',
      '"a":12345678901234567890.123',
      '"a":"\\ud800"',
    ),
  )
  .map(([events, wrap, also]) => {
    const text = JSON.stringify(wrap(events))
    return also === '' ? text : text.replace('{', () => `{${also},`).replace(',}', '}')
  })

/** Lines of JSON. */
export const ndjsonGrammar: fc.Arbitrary<string> = fc
  .tuple(fc.array(event, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '', '\n\n', ' ', ','))
  .map(([events, between]) => events.map((each) => JSON.stringify(each)).join(between))
