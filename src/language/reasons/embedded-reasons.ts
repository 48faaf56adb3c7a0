import type { ProgramsReason, StartReason, SystemUserReason } from '../../lib/database-failure.ts'
import type { Phrase } from '../language.ts'

/** Why the database that comes along did not start; says "it" of the database. */
export const START_REASONS: Readonly<Record<StartReason, Phrase>> = {
  'only-root': {
    en: 'it was made by root, and only root can open it',
    es: 'la creó root y solo root puede abrirla',
  },
  'cluster-missing': {
    en: 'its files are not there',
    es: 'sus archivos no están allí',
  },
  'not-put-in-place': {
    en: 'it could not be put in its place',
    es: 'no se pudo poner en su lugar',
  },
  'not-made': {
    en: 'PostgreSQL could not make it',
    es: 'PostgreSQL no pudo crearla',
  },
  'not-launched': {
    en: 'its server could not be run',
    es: 'no se pudo ejecutar su servidor',
  },
  'ended-at-once': {
    en: 'its server ended at once',
    es: 'su servidor terminó enseguida',
  },
  'does-not-answer': {
    en: 'its server does not answer in time',
    es: 'su servidor no responde a tiempo',
  },
  'not-reached-in-time': {
    en: 'its server could not be reached in time',
    es: 'no se pudo conectar con su servidor a tiempo',
  },
  'started-elsewhere': {
    en: 'another process has been starting it for too long',
    es: 'otro proceso lleva demasiado tiempo iniciándola',
  },
  'system-error': {
    en: 'the operating system did not allow it',
    es: 'el sistema operativo no lo permitió',
  },
}

/** Why the PostgreSQL of one place was not used. */
export const PROGRAMS_REASONS: Readonly<Record<ProgramsReason, Phrase>> = {
  'no-package': { en: 'this package is not installed', es: 'este paquete no está instalado' },
  'no-program': { en: 'no PostgreSQL server is in it', es: 'no contiene un servidor PostgreSQL' },
  'does-not-run': { en: 'it does not run here', es: 'no funciona aquí' },
  'does-not-answer': {
    en: 'it does not answer in time',
    es: 'no responde a tiempo',
  },
  'unknown-version': { en: 'it does not tell its version', es: 'no dice su versión' },
  'other-version': { en: 'it is of another version', es: 'es de otra versión' },
}

/** Why there is no system account for a server started by root. */
export const SYSTEM_USER_REASONS: Readonly<Record<SystemUserReason, Phrase>> = {
  'no-tool': {
    en: 'there is neither useradd nor adduser on this system',
    es: 'en este sistema no hay useradd ni adduser',
  },
  refused: { en: 'the system refused', es: 'el sistema lo rechazó' },
  'made-but-unknown': {
    en: 'it was made, and yet the system does not know it',
    es: 'se creó, pero el sistema no lo reconoce',
  },
}
