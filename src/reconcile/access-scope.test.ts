import { expect, it } from 'vitest'
import { accessShifts } from './access-scope.ts'

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
