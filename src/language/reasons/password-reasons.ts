import type { PasswordFault } from '../../lib/errors.ts'
import type { Phrase } from '../language.ts'

/** Why a password may not be chosen. */
export const PASSWORD_FAULTS: Readonly<Record<PasswordFault, Phrase>> = {
  'too-short': { en: 'it is too short', es: 'es demasiado corta' },
  'too-long': { en: 'it is too long', es: 'es demasiado larga' },
  common: {
    en: 'it is one of those that are guessed first, or little more than a row of keys',
    es: 'es de las que se adivinan primero, o poco más que una fila de teclas',
  },
  'like-name': {
    en: 'it is little more than the name it belongs to',
    es: 'es poco más que el nombre al que pertenece',
  },
  same: { en: 'it is the one you have', es: 'es la que ya tiene' },
}
