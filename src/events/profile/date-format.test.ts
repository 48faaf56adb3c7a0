import { describe, expect, it } from 'vitest'
import { parseDateFormat } from './date-format.ts'

describe('parseDateFormat', () => {
  it.each([
    'DD/MM/YYYY',
    'DD/MM/YYYY HH:mm:ss',
    'D/M/YY H:mm',
    'MM-DD-YYYY hh:mm A',
    'YYYY.MM.DD HH:mm:ss.SSS',
    'YYYYMMDD',
    'YYYYMMDDHHmmss',
    'h:mm A, D.M.YYYY',
  ])('knows %s', (format) => {
    expect(parseDateFormat(format)).not.toBeNull()
  })

  it.each([
    ['', 'names nothing'],
    ['DD/MM', 'names no year'],
    ['MM/YYYY', 'names no day'],
    ['DD/YYYY', 'names no month'],
    ['DD/MM/YYYY DD', 'names the day twice'],
    ['DD/MM/YYYY/YY', 'names the year twice'],
    ['DD/MM/YYYY HH hh A', 'names the hour twice'],
    ['DD/MM/YYYY mm', 'has minutes of no hour'],
    ['DD/MM/YYYY HH:ss', 'has seconds of no minute'],
    ['DD/MM/YYYY HH:mm.SSS', 'has fractions of no second'],
    ['DD/MM/YYYY hh:mm', 'does not tell morning from evening'],
    ['DD/MM/YYYY HH:mm A', 'tells morning from evening twice'],
    ['DMYYYY', 'leaves open where the day ends'],
    ['YYYYMD', 'leaves open where the month ends'],
    ['DD/MM/YYYYHHmmH', 'ends in an hour too many'],
    ['dd/mm/yyyy', 'is in the letters of another program'],
    ['DD MMM YYYY', 'names the month by its name'],
    ['DD/MM/2026', 'holds a number'],
  ])('refuses %j, which %s', (format) => {
    expect(parseDateFormat(format)).toBeNull()
  })

  it('takes signs for themselves', () => {
    const pattern = parseDateFormat('DD.MM.YYYY')?.pattern
    expect(pattern?.test('31.01.2026')).toBe(true)
    expect(pattern?.test('31x01x2026')).toBe(false)
  })
})
