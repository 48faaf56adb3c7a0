import type { Words } from '../../words/phrase.ts'

interface HoldSize {
  readonly changes: string
  readonly rows: string
  readonly share: string
  readonly limit: string
}

/** What the page of one plan says. */
export const PLAN = {
  plan: { en: (id: number) => `Plan P${id}`, es: (id: number) => `Plan P${id}` },
  made: {
    en: (at: string, by: string) => `made ${at} by ${by}`,
    es: (at: string, by: string) => `creado el ${at} por ${by}`,
  },
  missing: { en: 'There is no such plan.', es: 'No existe ese plan.' },
  about: { en: 'What it is', es: 'Qué es' },
  corrects: { en: 'Corrects', es: 'Corrige' },
  tags: { en: 'TAGs in OCS', es: 'TAG en OCS' },
  names: { en: 'Names in ThreatLocker', es: 'Nombres en ThreatLocker' },
  takesBack: { en: 'Takes back', es: 'Deshace' },
  target: { en: 'System', es: 'Sistema' },
  changes: { en: 'Changes', es: 'Cambios' },
  written: { en: 'As they stand', es: 'Cómo están' },
  supersededBy: { en: 'Replaced by', es: 'Reemplazado por' },
  previous: { en: 'Plan before', es: 'Plan anterior' },
  newer: { en: 'Newer plan', es: 'Plan más nuevo' },
  undoneBy: { en: 'Taken back by', es: 'Deshecho por' },
  byRun: { en: 'Made by run', es: 'Creado por la ejecución' },
  guard: { en: 'Guard', es: 'Guardia' },
  passed: {
    en: 'Passed: nothing about it is unusual.',
    es: 'Pasó: nada en él es inusual.',
  },
  heldNow: {
    en: 'Held: it is not written until somebody who may approves it.',
    es: 'Retenido: no se escribe hasta que lo apruebe alguien que pueda.',
  },
  acceptedBy: {
    en: (by: string, at: string) => `Held, and let pass by ${by} on ${at}`,
    es: (by: string, at: string) => `Retenido, y admitido por ${by} el ${at}`,
  },
  holdSize: {
    en: ({ changes, rows, share, limit }: HoldSize) =>
      `${changes} of ${rows} rows would change (${share}); up to ${limit} pass unasked.`,
    es: ({ changes, rows, share, limit }: HoldSize) =>
      `Cambiarían ${changes} de ${rows} filas (${share}); hasta ${limit} pasan sin preguntar.`,
  },
  approvals: { en: 'Approvals', es: 'Aprobaciones' },
  twoNeeded: {
    en: (maker: string) =>
      `A second person must approve it: anybody who may approve but ${maker}, who made it.`,
    es: (maker: string) =>
      `Debe aprobarlo una segunda persona: cualquiera que pueda, salvo ${maker}, que lo creó.`,
  },
  twoDone: { en: 'Approved by a second person.', es: 'Aprobado por una segunda persona.' },
  oneEnough: {
    en: 'No second person is needed here.',
    es: 'Aquí no hace falta una segunda persona.',
  },
  noApproval: { en: 'Nobody approved it yet.', es: 'Nadie lo ha aprobado aún.' },
  access: {
    en: 'Who would see other computers in OCS',
    es: 'Quién vería otras computadoras en OCS',
  },
  login: { en: 'Account', es: 'Cuenta' },
  pattern: { en: 'Sees TAGs like', es: 'Ve los TAG como' },
  loses: { en: 'Would lose', es: 'Perdería' },
  gains: { en: 'Would gain', es: 'Ganaría' },
  rows: { en: 'What each row came to when it was made', es: 'En qué quedó cada fila al crearlo' },
} satisfies Words

/** What can be done with a plan, what it does, and why not. */
export const DEEDS = {
  title: { en: 'What can be done', es: 'Qué se puede hacer' },
  approve: { en: 'Approve', es: 'Aprobar' },
  apply: { en: 'Apply', es: 'Aplicar' },
  goOn: { en: 'Go on applying', es: 'Seguir aplicando' },
  verify: { en: 'Verify', es: 'Verificar' },
  undo: { en: 'Undo', es: 'Deshacer' },
  report: { en: 'Write the report', es: 'Escribir el informe' },
  reason: { en: 'Reason, if any', es: 'Motivo, si lo hay' },
  approveQuestion: {
    en: (id: number) => `Approve P${id}?`,
    es: (id: number) => `¿Aprobar P${id}?`,
  },
  applyQuestion: { en: (id: number) => `Apply P${id}?`, es: (id: number) => `¿Aplicar P${id}?` },
  verifyQuestion: {
    en: (id: number) => `Verify P${id}?`,
    es: (id: number) => `¿Verificar P${id}?`,
  },
  undoQuestion: { en: (id: number) => `Undo P${id}?`, es: (id: number) => `¿Deshacer P${id}?` },
  reportQuestion: {
    en: (id: number) => `Write the report on P${id}?`,
    es: (id: number) => `¿Escribir el informe de P${id}?`,
  },
  approveWill: {
    en: (count: string, where: string) =>
      `You say in your name that ${count} changes may be written to ${where}. Nothing is written yet.`,
    es: (count: string, where: string) =>
      `Usted declara en su nombre que ${count} cambios pueden escribirse en ${where}. Aún no se escribe nada.`,
  },
  liftsHold: { en: 'The guard lets it pass then.', es: 'La guardia lo deja pasar entonces.' },
  applyWill: {
    en: (count: string, where: string) =>
      `${count} values are written to ${where}, each only where the value of before still stands. It can be undone.`,
    es: (count: string, where: string) =>
      `Se escriben ${count} valores en ${where}, cada uno solo donde sigue el valor anterior. Se puede deshacer.`,
  },
  verifyWill: {
    en: (count: string, where: string) =>
      `${where} is read again, and the ${count} written values are compared. Nothing is written there.`,
    es: (count: string, where: string) =>
      `Se lee de nuevo ${where} y se comparan los ${count} valores escritos. No se escribe nada allí.`,
  },
  undoWill: {
    en: (count: string, where: string) =>
      `Up to ${count} values are written back to ${where} as they were. Rows that somebody changed since are left alone.`,
    es: (count: string, where: string) =>
      `Hasta ${count} valores se restauran en ${where} como estaban. Las filas que alguien cambió después no se tocan.`,
  },
  reportWill: {
    en: 'A workbook with the changes and every list of discrepancies is written to the folder of reports.',
    es: 'Se escribe en la carpeta de informes un libro con los cambios y cada lista de discrepancias.',
  },
  needs: {
    en: (permission: string) => `Your role does not include “${permission}”.`,
    es: (permission: string) => `Su función no incluye «${permission}».`,
  },
  youMadeIt: {
    en: 'You made it, and here another person must approve it.',
    es: 'Usted lo creó, y aquí debe aprobarlo otra persona.',
  },
  youApproved: { en: 'You approved it.', es: 'Usted lo aprobó.' },
  needsSecond: {
    en: 'It waits for the approval of a second person.',
    es: 'Espera la aprobación de una segunda persona.',
  },
  isHeld: {
    en: 'The guard holds it; it must be approved first.',
    es: 'La guardia lo retiene; primero hay que aprobarlo.',
  },
  isOver: {
    en: 'It is past that: it is written, replaced or taken back.',
    es: 'Ya pasó: está escrito, reemplazado o deshecho.',
  },
  nothingWritten: { en: 'Nothing of it was written.', es: 'No se ha escrito nada de él.' },
  isUndone: { en: 'It was taken back already.', es: 'Ya se deshizo.' },
  isUndo: {
    en: 'It takes back another plan, and is written with it.',
    es: 'Deshace otro plan, y se escribe con él.',
  },
  noChanges: { en: 'It changes nothing.', es: 'No cambia nada.' },
  failed: { en: 'The run ended with a fault.', es: 'La ejecución terminó con un fallo.' },
  seeRun: { en: 'See the run', es: 'Ver la ejecución' },
  verified: { en: 'What stands now', es: 'Qué sigue en pie' },
  allStand: {
    en: (count: string) => `All ${count} written values stand as written.`,
    es: (count: string) => `Los ${count} valores escritos siguen como se escribieron.`,
  },
  standing: { en: 'Stands as written', es: 'Sigue como se escribió' },
  reverted: { en: 'The value of before is back', es: 'Volvió el valor anterior' },
  changed: { en: 'Changed by somebody', es: 'Alguien lo cambió' },
  merged: { en: 'The computer has another key', es: 'La computadora tiene otra clave' },
  gone: { en: 'Not there any more', es: 'Ya no está' },
  unreadable: { en: 'Cannot be read', es: 'No se puede leer' },
  reports: { en: 'Reports on this plan', es: 'Informes de este plan' },
  noReports: {
    en: 'No report on this plan was written yet.',
    es: 'Aún no hay informes de este plan.',
  },
} satisfies Words

/** What the table of changes says. */
export const CHANGES = {
  title: { en: 'Changes', es: 'Cambios' },
  what: { en: 'What is changed', es: 'Qué se cambia' },
  search: { en: 'Machine, value, number or place', es: 'Equipo, valor, número o lugar' },
  outcome: { en: 'Outcome', es: 'Resultado' },
  n: { en: 'No.', es: 'N.º' },
  machine: { en: 'Machine', es: 'Equipo' },
  number: { en: 'Inventory number', es: 'Número de inventario' },
  from: { en: 'Stands there', es: 'Ahora dice' },
  to: { en: 'Shall be', es: 'Será' },
  why: { en: 'Why', es: 'Por qué' },
  cells: {
    en: (finance: string, classifier: string) => `${finance}, ${classifier}`,
    es: (finance: string, classifier: string) => `${finance}, ${classifier}`,
  },
  twoNames: { en: 'two sources, one machine', es: 'dos fuentes, un equipo' },
  evidenceOf: { en: (n: number) => `change ${n}`, es: (n: number) => `el cambio ${n}` },
  place: { en: 'Municipality', es: 'Municipio' },
  building: { en: 'Building', es: 'Edificio' },
  record: { en: 'Key', es: 'Clave' },
  by: { en: 'By', es: 'Por' },
  at: { en: 'When', es: 'Cuándo' },
  found: { en: 'Found instead', es: 'Se halló' },
  goneThere: { en: '(the row is gone)', es: '(la fila ya no está)' },
  blank: { en: '(blank)', es: '(vacío)' },
  none: { en: 'It changes nothing.', es: 'No cambia nada.' },
  noneOfThese: {
    en: 'No change is as these filters ask.',
    es: 'Ningún cambio cumple estos filtros.',
  },
} satisfies Words
