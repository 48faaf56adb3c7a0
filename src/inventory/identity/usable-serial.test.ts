import { describe, expect, it } from 'vitest'
import { usableSerial } from './usable-serial.ts'

describe('usableSerial', () => {
  it.each([
    'To be filled by O.E.M.',
    'to be filled by o.e.m',
    'To Be Filled By OEM',
    'None',
    'Default string',
    'Default_string',
    'System Serial Number',
    'SystemSerialNumb',
    'Chassis Serial Number',
    'Not Specified',
    'OEM_Serial',
    'N/A',
    '0',
    '00000000',
    '0000-0000',
    '123456789',
    '0123456789',
    '1234567890',
    '12345678',
    '11111111',
    'xxxxxxxxxxx',
    'NNNNNNN',
    'A',
    '...',
    '  ',
    '',
  ])('takes "%s" for a serial nobody filled in', (serial) => {
    expect(usableSerial(serial)).toBeNull()
  })

  it.each([
    ['SIM0501', 'sim0501'],
    [' 5CG00000I3 ', '5cg00000i3'],
    ['1000', '1000'],
    ['1234567', null],
    ['1234568', '1234568'],
    ['VMware-56 4d 0a 1b', 'vmware-56 4d 0a 1b'],
    ['0012', '0012'],
  ])('compares "%s" as %s', (serial, key) => {
    expect(usableSerial(serial)).toBe(key)
  })

  it('has no key where there is no serial', () => {
    expect(usableSerial(null)).toBeNull()
  })
})
