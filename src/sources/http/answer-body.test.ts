import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerBody, failureText } from './answer-body.ts'

const read = (text: string, contentType: string | null = 'application/json') =>
  answerBody(new TextEncoder().encode(text), contentType)

it.each([
  ['[{"id":1}]', [{ id: 1 }]],
  ['\ufeff{"a":"ñ"}', { a: 'ñ' }],
  ['"text"', 'text'],
  ['0', 0],
  ['', null],
  [' \r\n', null],
])('reads %j', (text, body) => {
  expect(read(text)).toEqual({ kind: 'json', body })
})

it('reads JSON whatever it is said to be', () => {
  expect(read('[1]', 'text/html')).toEqual({ kind: 'json', body: [1] })
  expect(read('[1]', null)).toEqual({ kind: 'json', body: [1] })
})

it('reads the character set it is said to be in', () => {
  const latin = Uint8Array.from([0x22, 0xf1, 0x22])
  expect(answerBody(latin, 'application/json; charset="ISO-8859-1"')).toEqual({
    kind: 'json',
    body: 'ñ',
  })
})

it.each([
  ['application/json', 'utf-8'],
  ['text/plain; charset=klingon', 'klingon'],
])('does not guess at the letters of bytes that are no text of %s', (contentType, charset) => {
  const latin = Uint8Array.from([0x22, 0xf1, 0x22])
  expect(answerBody(latin, contentType)).toEqual({ kind: 'undecodable', charset })
  expect(failureText(latin, contentType)).toBe('"ñ"')
})

it.each([
  ['[{"id":1},{"id"', true],
  ['{"a":"b\\"', true],
  ['[1,2', true],
  ['"abc', true],
  ['{"a":"}]"', true],
  ['[1,2]]', false],
  ['{"a":1]', false],
  ['[1] and more', false],
  ['{a:1}', false],
])('says of %s whether it ends in the middle: %s', (text, isEarly) => {
  expect(read(text).kind).toBe(isEarly ? 'json-ends-early' : 'not-json')
})

it('knows every beginning of a list for one', () => {
  const value = fc.array(fc.jsonValue(), { minLength: 1 }).map((it) => JSON.stringify(it))
  fc.assert(
    fc.property(value, fc.nat(), (text, at) => {
      const beginning = text.slice(0, 1 + (at % (text.length - 1)))
      expect(read(beginning.replace(/\p{Cs}$/u, '')).kind).toBe('json-ends-early')
    }),
  )
})

it.each([
  ['<!DOCTYPE html><p>', 'html'],
  ['<?xml version="1.0"?><a/>', 'xml'],
  ['Service unavailable', 'plain-text'],
  ['PK\u0003\u0004', 'binary'],
])('says of %j that it looks like %s', (text, looksLike) => {
  expect(read(text)).toEqual({ kind: 'not-json', looksLike, text })
})

it('takes bytes that nobody calls text for binary', () => {
  const bytes = Uint8Array.from([0x89, 0x50, 0xff])
  const binary = { kind: 'not-json', looksLike: 'binary', text: '' }
  expect(answerBody(bytes, 'image/png')).toEqual(binary)
  expect(answerBody(bytes, null)).toEqual(binary)
})
