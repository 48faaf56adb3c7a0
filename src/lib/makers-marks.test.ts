import { expect, it } from 'vitest'
import { isMakersPlaceholder, isUnfilledNumber } from './makers-marks.ts'

it.each([
  'To be filled by O.E.M.',
  ' Default string ',
  '0',
  '0000000',
  '00-00',
  'XXXXXXX',
  '......',
])('takes %s for a mark nobody filled in', (mark) => {
  expect(isMakersPlaceholder(mark)).toBe(true)
})

it.each(['5CG00000I3', 'PC-01', 'BORDE024', '1000', 'A'])('takes %s for a real mark', (mark) => {
  expect(isMakersPlaceholder(mark)).toBe(false)
})

it.each(['TO BE FILLED BY O.E.M', 'None', 'System_Serial_Number', 'SystemSerialNumb', '000-000'])(
  'takes %s for a number nobody filled in',
  (number) => {
    expect(isUnfilledNumber(number)).toBe(true)
  },
)

it.each(['5CG00000I3', 'SIM0501', '1000'])('takes %s for a real number', (number) => {
  expect(isUnfilledNumber(number)).toBe(false)
})
