import type { Words } from './phrase.ts'

/** What somebody is, by which they may do something. */
export const ROLE_NAMES = {
  viewer: { en: 'Viewer', es: 'Consulta' },
  analyst: { en: 'Analyst', es: 'Analista' },
  operator: { en: 'Operator', es: 'Operador' },
  approver: { en: 'Approver', es: 'Aprobador' },
  administrator: { en: 'Administrator', es: 'Administrador' },
} satisfies Words

/** What each role may do beyond the one before it. */
export const ROLE_MEANINGS = {
  viewer: { en: 'looks at everything', es: 'lo mira todo' },
  analyst: {
    en: 'also sends event files, judges anomalies, has figures studied',
    es: 'además envía archivos de eventos, juzga anomalías y manda estudiar cifras',
  },
  operator: {
    en: 'also runs collections, makes plans, decides findings and links',
    es: 'además recoge fuentes, hace planes, decide hallazgos y enlaces',
  },
  approver: {
    en: 'also approves plans and accepts what a guard holds',
    es: 'además aprueba planes y acepta lo que un límite retiene',
  },
  administrator: {
    en: 'also gives people and tokens access',
    es: 'además da acceso a personas y tokens',
  },
} satisfies Words

/** What a token may be let do. */
export const PERMISSION_NAMES = {
  read: { en: 'Read', es: 'Leer' },
  analyse: { en: 'Analyse', es: 'Analizar' },
  operate: { en: 'Operate', es: 'Operar' },
  approve: { en: 'Approve', es: 'Aprobar' },
  administer: { en: 'Administer', es: 'Administrar' },
} satisfies Words
