import { describe, expect, it } from 'vitest'
import { configFaultWords } from '../../language/config-words.ts'
import { MappingProfile } from './mapping-profile.ts'

const faultsOf = (profile: unknown) => {
  const { error } = MappingProfile.safeParse(profile)
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}

describe('a mapping profile', () => {
  it('says of an empty one that times are of UTC and figures have a point', () => {
    expect(MappingProfile.parse({})).toEqual({ columns: {}, decimalComma: false, timeZone: 'UTC' })
  })

  it('keeps everything it is given, with headings as they are written', () => {
    const profile = {
      columns: { 'Fecha ': 'time', Importe: 'value', name: 'dimension', Notas: 'ignored' },
      ...{ defaultMetric: 'ventas', dateFormat: 'DD/MM/YYYY HH:mm', decimalComma: true },
      ...{ thousandsSeparator: '.', timeZone: 'America/Havana' },
    }
    expect(MappingProfile.parse(profile)).toEqual(profile)
  })

  it.each([
    [{ columns: { Fecha: 'time', 'fecha ': 'ignored' } }, 'columns.fecha : heading-twice'],
    [{ columns: { Fecha: 'time', Hora: 'time' } }, 'columns.Hora: column-role-twice'],
    [{ columns: { ' ': 'time' } }, 'columns. : empty-text'],
    [{ defaultMetric: '' }, 'defaultMetric: metric-name'],
    [{ defaultMetric: 'm'.repeat(121) }, 'defaultMetric: metric-name'],
    [{ dateFormat: 'dd.mm.yy' }, 'dateFormat: date-format'],
    [{ thousandsSeparator: '.' }, 'thousandsSeparator: same-separator'],
    [{ thousandsSeparator: ',', decimalComma: true }, 'thousandsSeparator: same-separator'],
    [{ timeZone: 'Havana' }, 'timeZone: time-zone'],
  ])('refuses %j', (profile, fault) => {
    expect(faultsOf(profile)).toEqual([fault])
  })

  it('lets several columns be dimensions, and several ignored', () => {
    const columns = { a: 'dimension', b: 'dimension', c: 'ignored', d: 'ignored' }
    expect(faultsOf({ columns })).toEqual([])
  })

  it('knows no other words', () => {
    expect(faultsOf({ columns: { Fecha: 'when' } })).toHaveLength(1)
    expect(faultsOf({ zone: 'UTC' })).toHaveLength(1)
  })

  it.each([
    'heading-twice',
    'column-role-twice',
    'empty-text',
    'metric-name',
    'date-format',
    'same-separator',
    'time-zone',
  ])('has words for %s in both languages', (message) => {
    const { en, es } = configFaultWords({ place: { line: null, name: '' }, message })
    expect([en, es]).not.toContain(message)
    expect(en).not.toBe(es)
  })
})
