import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../workbook/cell.ts'
import type { DateFormat } from '../schema.ts'
import { anyOf, bytesOf, flagOf, instantOf, textOf, textsOf } from './field-value.ts'

const UNREADABLE = { value: null, isWhole: false }
const NOTHING = { value: null, isWhole: true }
const whole = (value: unknown) => ({ value, isWhole: true })
const rules = (dateFormat: DateFormat = 'iso') => ({ emptyWords: ['NA'], dateFormat })

const placed = (cell: Cell) => ({ cell, place: 'here' })
const text = (written: string) => placed({ kind: 'text', text: written })
const number = (value: number) =>
  placed({ kind: 'number', value, text: String(value), shown: null })
const flag = (value: boolean) => placed({ kind: 'boolean', value })
const date = (iso: string) => placed({ kind: 'date', iso })
const ERROR = placed({ kind: 'error', error: '#N/A' })
const BLANKS = [undefined, [], placed({ kind: 'blank' }), text(' '), text(' na ')]
/** What is no cell and no list of cells. */
const FOREIGN = { json: { a: 1 } }

describe('every field', () => {
  it.each(BLANKS)('says nothing where %o stands', (blank) => {
    for (const read of [textOf, anyOf, instantOf, flagOf, bytesOf]) {
      expect(read(blank, rules())).toEqual(NOTHING)
    }
    expect(textsOf(blank, rules(), /,/u)).toEqual(whole([]))
  })

  it('is unreadable where something foreign, an error, or several cells stand', () => {
    for (const bad of [FOREIGN, ERROR, [text('a'), text('b')]]) {
      for (const read of [textOf, anyOf, instantOf, flagOf, bytesOf]) {
        expect(read(bad, rules())).toEqual(UNREADABLE)
      }
    }
  })
})

it('takes a text without its ends, and a number by its digits, but no date or truth for a text', () => {
  expect(textOf(text('  a b '), rules())).toEqual(whole('a b'))
  expect(textOf([text('a')], rules())).toEqual(whole('a'))
  expect(textOf(number(42), rules())).toEqual(whole('42'))
  expect(textOf(date('2025-11-26'), rules())).toEqual(UNREADABLE)
  expect(textOf(flag(true), rules())).toEqual(UNREADABLE)
  expect(textOf(number(1_234_567_890_123_456), rules())).toEqual(UNREADABLE)
})

it('keeps what stands beside the known fields as it is', () => {
  expect(anyOf(text(' a '), rules())).toEqual(whole('a'))
  expect(anyOf(number(4.5), rules())).toEqual(whole(4.5))
  expect(anyOf(flag(false), rules())).toEqual(whole(false))
  expect(anyOf(date('2025-11-26'), rules())).toEqual(whole('2025-11-26'))
})

it('takes a list from one cell or from several, sorted, each once, without words for nothing', () => {
  expect(textsOf(text('b, a;NA, b'), rules(), /[,;]/u)).toEqual(whole(['a', 'b']))
  expect(textsOf([text('b'), text('a, c')], rules(), /,/u)).toEqual(whole(['a', 'b', 'c']))
  expect(textsOf([text('b'), ERROR], rules(), /,/u)).toEqual({ value: ['b'], isWhole: false })
  expect(textsOf(FOREIGN, rules(), /,/u)).toEqual({ value: [], isWhole: false })
})

it('takes an instant from a date cell whatever is set, from a number only where seconds are', () => {
  const at = new Date('2025-11-26T23:58:12Z')
  const seconds = number(at.getTime() / 1000)

  expect(instantOf(date('2025-11-26T23:58:12'), rules('dmy'))).toEqual(whole(at))
  expect(instantOf(seconds, rules('epoch-seconds'))).toEqual(whole(at))
  expect(instantOf(seconds, rules('iso'))).toEqual(UNREADABLE)
  expect(instantOf(text(' 26/11/2025 23:58:12 '), rules('dmy'))).toEqual(whole(at))
  expect(instantOf(text('0'), rules('epoch-seconds'))).toEqual(NOTHING)
  expect(instantOf(flag(true), rules())).toEqual(UNREADABLE)
  expect(instantOf(date('30:00:00'), rules())).toEqual(UNREADABLE)
})

it('takes yes and no in the words of both languages, and guesses at no other', () => {
  for (const yes of [flag(true), number(1), text('Yes'), text('SÍ'), text('online')]) {
    expect(flagOf(yes, rules())).toEqual(whole(true))
  }
  for (const no of [flag(false), number(0), text('No'), text('Offline')]) {
    expect(flagOf(no, rules())).toEqual(whole(false))
  }
  expect(flagOf(text('perhaps'), rules())).toEqual(UNREADABLE)
  expect(flagOf(number(2), rules())).toEqual(UNREADABLE)
})

it('takes whole numbers of bytes, and guesses at no unit', () => {
  expect(bytesOf(number(1024), rules())).toEqual(whole(1024))
  expect(bytesOf(text(' 1024 '), rules())).toEqual(whole(1024))
  for (const bad of [text('1 GB'), text('1,024'), number(-1), number(1.5), text('9'.repeat(20))]) {
    expect(bytesOf(bad, rules())).toEqual(UNREADABLE)
  }
})
