import { describe, expect, it } from 'vitest'
import { freeName } from './free-name.ts'

describe('freeName', () => {
  it.each([
    { name: 'days.csv', taken: [], free: 'days.csv' },
    { name: 'days.csv', taken: ['days.csv'], free: 'days (2).csv' },
    { name: 'days.csv', taken: ['days.csv', 'days (2).csv'], free: 'days (3).csv' },
    { name: 'days.csv', taken: ['days (2).csv'], free: 'days.csv' },
    { name: 'days', taken: ['days'], free: 'days (2)' },
    { name: '.days', taken: ['.days'], free: '.days (2)' },
    { name: 'days.csv.gz', taken: ['days.csv.gz'], free: 'days.csv (2).gz' },
  ])('calls $name $free where $taken are there', ({ name, taken, free }) => {
    expect(freeName(name, (each) => taken.includes(each))).toBe(free)
  })
})
