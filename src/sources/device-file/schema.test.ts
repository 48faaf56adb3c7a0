import { expect, it } from 'vitest'
import { DeviceFileSettings, mappedFields } from './schema.ts'

const LEAST = { file: '*.csv', columns: { nativeKey: 'Asset ID' } }

it('needs the name of the file and the column of the key, and has a default for all else', () => {
  expect(DeviceFileSettings.parse(LEAST)).toMatchObject({
    folder: 'inbox',
    format: 'auto',
    constants: {},
    letters: {},
    dateFormat: 'iso',
    columns: { nativeKey: 'Asset ID', extra: {} },
  })
  expect(DeviceFileSettings.safeParse({ ...LEAST, file: undefined }).success).toBe(false)
  expect(DeviceFileSettings.safeParse({ ...LEAST, columns: { hostname: 'Name' } }).success).toBe(
    false,
  )
})

it.each([
  { columns: { nativeKey: '' } },
  { columns: { nativeKey: 'ID', extra: { warranty: '' } } },
  { format: 'xml' },
  { dateFormat: 'ymd' },
  { letters: { hostname: '7' } },
  { colour: 'red' },
])('refuses %o', (more) => {
  expect(DeviceFileSettings.safeParse({ ...LEAST, ...more }).success).toBe(false)
})

it.each([
  ['columns', { nativeKey: 'ID', hostnme: 'Name' }],
  ['letters', { hostnme: 'B' }],
  ['constants', { hostname: 'PC-1' }],
  ['constants', { serial: 'SIM1' }],
])('names what may stand in %s where something else does: %o', (member, value) => {
  const { error } = DeviceFileSettings.safeParse({ ...LEAST, [member]: value })

  expect(error?.issues).toMatchObject([{ path: [member] }])
  expect(error?.issues[0]?.message).toMatch(/^unknown-column: .*\bmodel\b/u)
})

it('maps the fields named and what is kept beside them', () => {
  const columns = { nativeKey: 'ID', hostname: 'Name', extra: { warranty: 'Warranty end' } }

  expect(mappedFields(DeviceFileSettings.parse({ ...LEAST, columns }))).toEqual([
    { name: 'nativeKey', from: 'ID' },
    { name: 'hostname', from: 'Name' },
    { name: 'extra.warranty', from: 'Warranty end' },
  ])
})
