import { describe, expect, it } from 'vitest'
import { metricBook } from './metric-book.ts'

describe('metricBook', () => {
  it('knows nothing while it is empty', () => {
    const book = metricBook()
    expect(book.find({ source: 'pos', metric: 'sold' })).toBeUndefined()
    expect([book.size(), book.names()]).toEqual([0, []])
  })

  it('tells metrics of one name apart by their sources, and names them once', () => {
    const book = metricBook()
    book.add({ source: 'pos', metric: 'sold' }, 1)
    book.add({ source: 'web', metric: 'sold' }, 2)
    book.add({ source: 'web', metric: 'Sold' }, 3)

    expect(book.find({ source: 'pos', metric: 'sold' })).toBe(1)
    expect(book.find({ source: 'web', metric: 'sold' })).toBe(2)
    expect(book.find({ source: 'pos', metric: 'Sold' })).toBeUndefined()
    expect([book.size(), book.names()]).toEqual([3, ['Sold', 'sold']])
  })

  it('counts a metric once that is told to it again', () => {
    const book = metricBook()
    book.add({ source: 'pos', metric: 'sold' }, 1)
    book.add({ source: 'pos', metric: 'sold' }, 1)
    expect(book.size()).toBe(1)
  })

  it('knows a name that every object has', () => {
    const book = metricBook()
    expect(book.find({ source: '__proto__', metric: 'constructor' })).toBeUndefined()
    book.add({ source: '__proto__', metric: 'constructor' }, 7)
    expect(book.find({ source: '__proto__', metric: 'constructor' })).toBe(7)
  })
})
