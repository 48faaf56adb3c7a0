import { ALERT_FAULTS } from './alert-fault-words.ts'
import { CASE_FAULTS } from './case-fault-words.ts'
import type { Phrase } from './language.ts'
import { PROFILE_FAULTS } from './profile-fault-words.ts'
import { YAML_REASONS } from './reasons/yaml-reasons.ts'
import { settingFaultWords } from './setting-fault-words.ts'

/** What is wrong with a configuration, and where: in which line, at which setting. */
export interface PlacedFault {
  readonly place: { readonly line: number | null; readonly name: string }
  readonly message: string
}

/** A fault of a configuration in one sentence, with its place before it. */
export function configFaultWords({ place, message }: PlacedFault): Phrase {
  const { line, name } = place
  const { en, es } = faultWords(message)
  const where = (word: string) => [...(line === null ? [] : [`${word} ${line}`]), name]
  const told = (word: string, said: string) =>
    [where(word).filter(Boolean).join(', '), said].filter(Boolean).join(': ')
  return { en: told('line', en), es: told('línea', es) }
}

/** A message that is no code of ours stands for itself; what the parser says is its own code. */
function faultWords(message: string): Phrase {
  const [code = '', about] = message.split(': ', 2)
  if (code === 'unknown-column' && about !== undefined) {
    return { en: `may only name ${about}`, es: `solo puede nombrar ${about}` }
  }
  if (code === 'secret-missing' && about !== undefined) {
    return {
      en: `is missing; put it in the environment as ${about}, or in a file named by ${about}_FILE`,
      es: `falta; póngalo en el entorno como ${about}, o en un archivo indicado por ${about}_FILE`,
    }
  }
  if (code === 'secret-in-file' && about !== undefined) {
    return {
      en: `a secret does not belong in the configuration; put it in ${about}, or in a file named by ${about}_FILE`,
      es: `un secreto no va en la configuración; póngalo en ${about}, o en un archivo indicado en ${about}_FILE`,
    }
  }
  if (code === 'yaml' && about !== undefined) {
    return YAML_REASONS.get(about) ?? notYaml(about)
  }
  const ofSetting = about === undefined ? undefined : settingFaultWords(code, about)
  return ofSetting ?? FAULTS.get(message) ?? { en: message, es: message }
}

function notYaml(code: string): Phrase {
  return {
    en: `this cannot be read as YAML (the parser says "${code}")`,
    es: `esto no se puede leer como YAML (el analizador dice «${code}»)`,
  }
}

const FAULTS: ReadonlyMap<string, Phrase> = new Map([
  ...CASE_FAULTS,
  ...PROFILE_FAULTS,
  ...ALERT_FAULTS,
  [
    'nothing-set',
    {
      en: 'nothing is set in it: it is empty, or holds comments only. It must at least say where the sources are; "muster init --config example.yaml" writes one with every setting explained',
      es: 'no fija nada: está vacía o solo contiene comentarios. Como mínimo debe decir dónde están las fuentes; «muster init --config ejemplo.yaml» escribe una con cada ajuste explicado',
    },
  ],
  [
    'not-settings',
    {
      en: 'it holds no settings such as "timeZone: UTC", each with its name, a colon and its value',
      es: 'no contiene ajustes como «timeZone: UTC», cada uno con su nombre, dos puntos y su valor',
    },
  ],
  [
    'unquoted-star',
    {
      en: 'a value that starts with * must be in quotes, such as "*AR01*"',
      es: 'un valor que comienza con * debe ir entre comillas, como "*AR01*"',
    },
  ],
  ['is-missing', { en: 'is missing', es: 'falta' }],
  [
    'not-so',
    { en: 'cannot stand here as it is written', es: 'no puede ir aquí tal como está escrito' },
  ],
  ['unknown-setting', { en: 'Muster has no such setting', es: 'Muster no tiene ese ajuste' }],
  [
    'replica-alone',
    {
      en: 'a replica is read from only beside the server that DATABASE_URL names',
      es: 'una réplica solo se lee junto al servidor que indica DATABASE_URL',
    },
  ],
  [
    'no-server-url',
    {
      en: 'this is not the address of a PostgreSQL server, such as postgres://user:password@host:5432/muster',
      es: 'esto no es la dirección de un servidor PostgreSQL, como postgres://usuario:clave@servidor:5432/muster',
    },
  ],
  [
    'empty-list',
    {
      en: 'must name one at least; leave it out to mean all',
      es: 'debe nombrar al menos uno; omítalo si vale para todos',
    },
  ],
  [
    'empty-rule',
    {
      en: 'sets nothing: it needs staleDays, needsEdr or stockLocations',
      es: 'no fija nada: necesita staleDays, needsEdr o stockLocations',
    },
  ],
  ['no-weight', { en: 'one of them must weigh more than 0', es: 'alguno debe pesar más de 0' }],
  ['empty-text', { en: 'must not be empty', es: 'no puede estar vacío' }],
  [
    'no-issuer',
    {
      en: 'is not the address of a provider: https://..., or http:// on this very machine, with nothing after the path',
      es: 'no es la dirección de un proveedor: https://..., o http:// en esta misma máquina, sin nada después de la ruta',
    },
  ],
  ['no-openid-scope', { en: 'must have openid among it', es: 'debe incluir openid' }],
  [
    'schedule',
    {
      en: 'is not a schedule of five fields as cron has them, such as 0 2 * * * for every night at two, or never comes',
      es: 'no es un horario de cinco campos como los de cron, por ejemplo 0 2 * * * para cada noche a las dos, o no llega nunca',
    },
  ],
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
])
