import { expect, it } from 'vitest'
import { broken, fine, odd } from '../doctor/remark.ts'
import { doctorLines } from './doctor-lines.ts'

const REMARKS = [
  fine({ subject: 'disk', about: '/d' }, { en: 'room', es: 'sitio' }),
  odd(
    { subject: 'backup' },
    { en: 'none yet', es: 'ninguna' },
    { en: 'Make one.', es: 'Haga una.' },
  ),
  broken({ subject: 'sources', about: 'ocs' }, { en: 'gone\n- why', es: 'no está' }, null),
]

it('each thing has a line, what to do stands below it, and the verdict comes last', () => {
  expect(doctorLines(REMARKS, 'en')).toEqual([
    'ok         disk /d: room',
    'attention  backup: none yet',
    '           → Make one.',
    'broken     source ocs: gone',
    '           - why',
    '',
    'Something does not work; see above.',
  ])
})

it('is told in Spanish as well', () => {
  expect(doctorLines(REMARKS.slice(0, 2), 'es')).toEqual([
    'bien      disco /d: sitio',
    'atención  copia: ninguna',
    '          → Haga una.',
    '',
    'Funciona; mire lo que pide atención.',
  ])
})
