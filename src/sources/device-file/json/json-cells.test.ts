import { expect, it } from 'vitest'
import { jsonField, valueAt } from './json-cells.ts'

it.each([
  [undefined, { kind: 'blank' }],
  [null, { kind: 'blank' }],
  ['', { kind: 'blank' }],
  ['a', { kind: 'text', text: 'a' }],
  [42, { kind: 'number', value: 42, text: '42', shown: null }],
  [4.5, { kind: 'number', value: 4.5, text: '4.5', shown: null }],
  [1e21, { kind: 'number', value: 1e21, text: '1000000000000000000000', shown: null }],
  [true, { kind: 'boolean', value: true }],
])('makes of %j the cell %o', (value, cell) => {
  expect(jsonField(value, 'item 1')).toEqual({ cell, place: 'item 1' })
})

it('makes cells of the items of a list, and none of what is within an object or a list of lists', () => {
  expect(jsonField(['a', null], 'item 1')).toEqual([
    { cell: { kind: 'text', text: 'a' }, place: 'item 1' },
    { cell: { kind: 'blank' }, place: 'item 1' },
  ])
  expect(jsonField({ a: 1 }, 'item 1')).toEqual({ json: { a: 1 } })
  expect(jsonField([['a']], 'item 1')).toEqual({ json: [['a']] })
  expect(jsonField({ cell: 'a', place: 'b' }, 'item 1')).toEqual({
    json: { cell: 'a', place: 'b' },
  })
})

it.each([
  ['id', 7],
  ['net.macs', ['a', 'b']],
  ['net.macs.1', 'b'],
  ['host.name', 'whole'],
  ['net.none', undefined],
  ['id.more', undefined],
  ['net.macs.length.toString', undefined],
  ['__proto__', undefined],
])('follows the way %s to %j', (way, value) => {
  const item = { id: 7, net: { macs: ['a', 'b'] }, 'host.name': 'whole', host: { name: 'part' } }

  expect(valueAt(item, way)).toEqual(value)
})
