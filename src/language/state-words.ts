import type { Phrase } from './language.ts'

/** The state of a run, collection or plan as an adjective; a state without words stands for itself. */
export function stateWord(state: string): Phrase {
  return STATES.get(state) ?? { en: `"${state}"`, es: `«${state}»` }
}

const STATES: ReadonlyMap<string, Phrase> = new Map([
  ['running', { en: 'running', es: 'en curso' }],
  ['agreed', { en: 'in agreement', es: 'conforme' }],
  ['differences', { en: 'ended with differences', es: 'terminado con diferencias' }],
  ['failed', { en: 'failed', es: 'con fallo' }],
  ['interrupted', { en: 'interrupted', es: 'interrumpido' }],
  ['complete', { en: 'complete', es: 'completo' }],
  ['partial', { en: 'partial', es: 'parcial' }],
  ['held', { en: 'held', es: 'retenido' }],
  ['waiting', { en: 'waiting', es: 'en espera' }],
  ['applying', { en: 'being applied', es: 'en aplicación' }],
  ['applied', { en: 'applied', es: 'aplicado' }],
  ['superseded', { en: 'superseded', es: 'reemplazado' }],
  ['undoing', { en: 'being taken back', es: 'en reversión' }],
  ['undone', { en: 'undone', es: 'deshecho' }],
  ['partly-undone', { en: 'partly undone', es: 'deshecho en parte' }],
])
