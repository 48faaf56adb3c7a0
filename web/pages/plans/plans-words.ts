import type { Words } from '../../words/phrase.ts'

/** What the list of plans says. */
export const PLANS = {
  title: { en: 'Plans', es: 'Planes' },
  list: { en: 'Plans, newest first', es: 'Planes, el más nuevo primero' },
  state: { en: 'State', es: 'Estado' },
  plan: { en: 'Plan', es: 'Plan' },
  kind: { en: 'Corrects', es: 'Corrige' },
  tags: { en: 'TAGs in OCS', es: 'TAG en OCS' },
  names: { en: 'Names in ThreatLocker', es: 'Nombres en ThreatLocker' },
  undo: { en: (plan: string) => `Takes back ${plan}`, es: (plan: string) => `Deshace ${plan}` },
  changes: { en: 'Changes', es: 'Cambios' },
  target: { en: 'System', es: 'Sistema' },
  madeAt: { en: 'Made', es: 'Creado' },
  takenBack: { en: 'Taken back', es: 'Deshechos' },
  letPass: { en: 'Let pass by', es: 'Admitido por' },
  none: {
    en: 'No plan was made yet. A plan is a list of corrections; nothing is written until somebody applies it.',
    es: 'Aún no hay planes. Un plan es una lista de correcciones; nada se escribe hasta que alguien lo aplica.',
  },
  noneOfState: { en: 'No plan is in this state.', es: 'Ningún plan está en este estado.' },
  make: { en: 'Make a plan now', es: 'Hacer un plan ahora' },
  makeTags: { en: 'Plan of TAGs', es: 'Plan de TAG' },
  makeNames: { en: 'Plan of names', es: 'Plan de nombres' },
  makeMore: {
    en: 'It reads the books and the system, and writes down what would change. It writes nothing to another system.',
    es: 'Lee los registros y el sistema, y anota lo que cambiaría. No escribe nada en otro sistema.',
  },
  making: { en: 'A plan is being made', es: 'Se está haciendo un plan' },
  open: { en: (plan: string) => `Open ${plan}`, es: (plan: string) => `Abrir ${plan}` },
  seeRun: { en: 'See the run', es: 'Ver la ejecución' },
  notMade: {
    en: 'It ended without a new plan. The run tells why.',
    es: 'Terminó sin un plan nuevo. La ejecución dice por qué.',
  },
  mayNotMake: {
    en: 'Making a plan needs the permission “operate”.',
    es: 'Hacer un plan requiere el permiso «operate».',
  },
  nothingToMake: {
    en: 'No system is configured that a plan could correct (OCS, or names in ThreatLocker).',
    es: 'No hay ningún sistema configurado que un plan pueda corregir (OCS, o nombres en ThreatLocker).',
  },
} satisfies Words
