import type { Words } from './phrase.ts'

/** States of whatever has one: collections, runs, plans, findings, changes. */
export const STATES = {
  complete: { en: 'Complete', es: 'Completa' },
  partial: { en: 'Partial', es: 'Parcial' },
  held: { en: 'Held', es: 'Retenido' },
  failed: { en: 'Failed', es: 'Fallido' },
  interrupted: { en: 'Interrupted', es: 'Interrumpido' },
  queued: { en: 'Waiting its turn', es: 'En cola' },
  running: { en: 'Running', es: 'En marcha' },
  agreed: { en: 'Agreed', es: 'Conforme' },
  differences: { en: 'Differences', es: 'Diferencias' },
  waiting: { en: 'Waiting', es: 'En espera' },
  applying: { en: 'Applying', es: 'Aplicándose' },
  applied: { en: 'Applied', es: 'Aplicado' },
  superseded: { en: 'Superseded', es: 'Reemplazado' },
  undoing: { en: 'Undoing', es: 'Deshaciéndose' },
  undone: { en: 'Undone', es: 'Deshecho' },
  'partly-undone': { en: 'Partly undone', es: 'Deshecho en parte' },
  open: { en: 'Open', es: 'Abierto' },
  acknowledged: { en: 'Acknowledged', es: 'Reconocido' },
  fixed: { en: 'Fixed', es: 'Corregido' },
  accepted: { en: 'Accepted', es: 'Aceptado' },
  verified: { en: 'Verified', es: 'Verificado' },
  pending: { en: 'Pending', es: 'Pendiente' },
  moved: { en: 'Moved', es: 'Cambió' },
  'not-collected': { en: 'Not collected', es: 'No recogido' },
} satisfies Words
