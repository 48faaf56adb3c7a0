import { expect, it } from 'vitest'
import { accessShifts } from './access-scope.ts'

/** Whether a login with this pattern would come to see a computer that gets the TAG `to`. */
function sees(pattern: string, to: string): boolean {
  return accessShifts([{ login: 'ana', pattern }], [{ from: null, to }]).length === 1
}

it('counts whose sight of computers a change of TAG takes and gives', () => {
  const scopes = [
    { login: 'norte', pattern: 'Torre_Norte-*' },
    { login: 'sur', pattern: 'Edif-Sur-*' },
    { login: 'all', pattern: '*' },
  ]

  const shifts = accessShifts(scopes, [{ from: 'Edif-Sur-Sala', to: 'torre_norte-Sala' }])

  expect(shifts).toEqual([
    { login: 'norte', pattern: 'Torre_Norte-*', loses: 0, gains: 1 },
    { login: 'sur', pattern: 'Edif-Sur-*', loses: 1, gains: 0 },
  ])
})

it('counts every computer, in both directions, and one without a TAG as seen by nobody', () => {
  const changes = [
    { from: 'A-1', to: 'B-1' },
    { from: 'A-1', to: 'B-1' },
    { from: 'a-1', to: 'B-1' },
    { from: 'B-1', to: 'A-2' },
    { from: null, to: 'A-1' },
    { from: 'A-1', to: 'A-3' },
  ]

  expect(accessShifts([{ login: 'ana', pattern: 'A-*' }], changes)).toEqual([
    { login: 'ana', pattern: 'A-*', loses: 3, gains: 2 },
  ])
  expect(accessShifts([{ login: 'ana', pattern: '*' }], changes)).toEqual([
    { login: 'ana', pattern: '*', loses: 0, gains: 1 },
  ])
})

it('sees no shift in a change of case or accents alone', () => {
  const changes = [{ from: 'Direccion-Sala', to: 'Dirección-sala' }]

  expect(accessShifts([{ login: 'ana', pattern: 'Dirección-Sala' }], changes)).toEqual([])
})

it('takes % and _ for wild only where OCS does: beside a * or a ?', () => {
  expect(sees('Torre_Norte-Sala', 'TorreXNorte-Sala')).toBe(false)
  expect(sees('Torre_Norte-*', 'TorreXNorte-Sala')).toBe(true)
  expect(sees('100%', '100 veces')).toBe(false)
  expect(sees('100%?', '100 veces')).toBe(true)
})

it('overlooks spaces at the ends of two TAGs, but not against a wild pattern', () => {
  expect(sees('Sala', 'Sala  ')).toBe(true)
  expect(sees('Sala ', 'Sala')).toBe(true)
  expect(sees('S?la', 'Sala ')).toBe(false)
  expect(sees('S*a', 'Sala ')).toBe(false)
})

it('answers a pattern of many runs at once', () => {
  expect(sees('*a*a*a*a*a*a*a*b', 'a'.repeat(255))).toBe(false)
})

it.each([
  ['exact', (n: number) => `Edificio_${n % 50}-Oficina_${n}`],
  ['wild at the end', (n: number) => `Edificio_${n % 50}-Oficina_${n}*`],
  ['wild at the start', (n: number) => `*-Oficina_${n}`],
])('weighs 3,000 scopes, %s, against 100,000 changes at once', (_, patternOf) => {
  const tagOf = (n: number) => `Edificio_${n % 50}-Oficina_${n}`
  const scopes = Array.from({ length: 3_000 }, (_, n) => ({
    login: `login-${n}`,
    pattern: patternOf(n),
  }))
  const changes = Array.from({ length: 100_000 }, (_, n) => ({
    from: tagOf(n % 7_001),
    to: tagOf((n * 31) % 9_001),
  }))

  const shifts = accessShifts(scopes, changes)

  expect(shifts).toHaveLength(3_000)
})
