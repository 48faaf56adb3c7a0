import type { Phrase } from './language.ts'

/** What is wrong with a setting; a message that is no code of ours stands for itself. */
export function configFaultWords(message: string): Phrase {
  const [code = '', names] = message.split(': ', 2)
  if (code === 'unknown-column' && names !== undefined) {
    return { en: `may only name ${names}`, es: `solo puede nombrar ${names}` }
  }
  return FAULTS.get(message) ?? { en: message, es: message }
}

const FAULTS: ReadonlyMap<string, Phrase> = new Map([
  ['empty-text', { en: 'must not be empty', es: 'no puede estar vacío' }],
  [
    'time-zone',
    {
      en: 'is not a time zone such as America/Havana',
      es: 'no es una zona horaria como America/Havana',
    },
  ],
  [
    'column-letters',
    { en: 'must be column letters such as F', es: 'debe indicarse con letras de columna, como F' },
  ],
  [
    'not-ocs-settings',
    {
      en: 'must hold the settings of an OCS database',
      es: 'debe contener los ajustes de una base de datos OCS',
    },
  ],
  [
    'two-places',
    {
      en: 'names both a server (host) and a file; keep one of them',
      es: 'indica un servidor (host) y un archivo (file); deje uno de los dos',
    },
  ],
  [
    'no-place',
    {
      en: 'names neither a server (host) nor an SQLite file (file)',
      es: 'no indica ni un servidor (host) ni un archivo SQLite (file)',
    },
  ],
  [
    'secret-in-file',
    {
      en: 'a password does not belong in the configuration; put it in MUSTER_OCS_PASSWORD, or in a file named by MUSTER_OCS_PASSWORD_FILE',
      es: 'una contraseña no va en la configuración; póngala en MUSTER_OCS_PASSWORD, o en un archivo indicado en MUSTER_OCS_PASSWORD_FILE',
    },
  ],
])
