import type { UnreachableReason } from '../../lib/database-failure.ts'
import type { Phrase } from '../language.ts'

/** Why the server of Muster's own data does not serve it. */
export const UNREACHABLE_REASONS: Readonly<Record<UnreachableReason, Phrase>> = {
  'no-server-url': {
    en: 'what was given is not the address of a PostgreSQL server',
    es: 'lo que se indicó no es la dirección de un servidor PostgreSQL',
  },
  'nothing-answers': {
    en: 'nothing answers at that address and port',
    es: 'nada responde en esa dirección y puerto',
  },
  'unknown-host': { en: 'no host has that name', es: 'ningún servidor tiene ese nombre' },
  'host-lookup-failed': {
    en: 'the name of the host could not be looked up',
    es: 'no se pudo consultar el nombre del servidor',
  },
  'no-way-to-host': { en: 'there is no way to that host', es: 'no hay ruta a ese servidor' },
  'connection-closed': {
    en: 'the server closed the connection',
    es: 'el servidor cerró la conexión',
  },
  'no-answer-in-time': {
    en: 'the server does not answer in time',
    es: 'el servidor no responde a tiempo',
  },
  'empty-answer': {
    en: 'the server gives no answer to what it is asked',
    es: 'el servidor no contesta a lo que se le pregunta',
  },
  refused: { en: 'the server refuses', es: 'el servidor se niega' },
  'other-failure': { en: 'the connection failed', es: 'falló la conexión' },
}
