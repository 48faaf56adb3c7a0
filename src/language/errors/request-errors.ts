import type { RequestFault } from '../../lib/errors.ts'
import type { ServeFault } from '../../lib/serve-fault.ts'
import type { Language } from '../language.ts'
import { SERVE_FAULTS } from '../reasons/serve-reasons.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Requests to the API that cannot be served as they were sent. */
export const REQUEST_ERRORS: PhrasesOf<'request' | 'server'> = {
  'server.port-taken': ({ host, port }) => ({
    en: `Another program listens at ${host}, port ${port} already. Stop it, or name another port under "server: port:".`,
    es: `Otro programa ya escucha en ${host}, puerto ${port}. Deténgalo, o indique otro puerto en «server: port:».`,
  }),
  'server.unfit': ({ faults }) => ({
    en: `The server was not started: it would not be safe as it is set up.\n${serveFaultLines(faults, 'en')}`,
    es: `El servidor no se inició: tal como está configurado no sería seguro.\n${serveFaultLines(faults, 'es')}`,
  }),
  'server.not-ready': ({ checks }) => {
    const told = checks.map(({ name, code }) => `${name} (${code})`).join(', ')
    return {
      en: `The server cannot serve yet: ${told}. It goes on trying; "muster serve" logs why.`,
      es: `El servidor aún no puede atender: ${told}. Sigue intentándolo; «muster serve» registra por qué.`,
    }
  },
  'request.invalid': ({ faults }) => {
    const told = (language: Language) => {
      const said = faultsIn(faults, language).map(({ place, message }) => `${place}: ${message}`)
      return said.join('; ')
    }
    return {
      en: `The request is not as this route reads it: ${told('en')}. GET /api/openapi.json says how.`,
      es: `La petición no es como la lee esta ruta: ${told('es')}. GET /api/openapi.json dice cómo.`,
    }
  },
  'request.not-signed-in': () => ({
    en: 'Nobody is signed in, or no longer. Sign in, or send a token: Authorization: Bearer TOKEN.',
    es: 'No hay nadie con la sesión iniciada, o ya no. Inicie sesión, o envíe un token: Authorization: Bearer TOKEN.',
  }),
  'request.not-allowed': ({ needs }) => ({
    en: `This needs the permission "${needs}", which you do not have. An administrator can give you a role that has it.`,
    es: `Esto necesita el permiso «${needs}», que usted no tiene. Un administrador puede darle un rol que lo tenga.`,
  }),
  'request.site-limited': ({ sites }) => ({
    en: `You see ${sites.join(', ')} only, and this answer cannot be given for some sites alone. Ask an administrator for what you need of it.`,
    es: `Usted solo ve ${sites.join(', ')}, y esta respuesta no se puede dar solo para algunos sitios. Pida a un administrador lo que necesite de ella.`,
  }),
  'request.unknown-route': ({ method, path }) => ({
    en: `There is no ${method} ${path}. GET /api/openapi.json lists every route.`,
    es: `No hay ${method} ${path}. GET /api/openapi.json lista todas las rutas.`,
  }),
  'request.unknown-host': ({ host }) => ({
    en: `This server does not go by the name "${host}". An administrator names those it goes by under "server: hosts:".`,
    es: `Este servidor no responde al nombre «${host}». Un administrador indica los suyos en «server: hosts:».`,
  }),
  'request.too-large': ({ mostBytes }) => ({
    en: `The body of the request is larger than ${mostBytes} bytes. Send less at once; files of events go to /api/ingest.`,
    es: `El cuerpo de la petición supera ${mostBytes} bytes. Envíe menos de una vez; los archivos de eventos van a /api/ingest.`,
  }),
  'request.unsupported-media': ({ mediaType }) => ({
    en: `This route does not read ${mediaType}. Send application/json, or what GET /api/openapi.json names.`,
    es: `Esta ruta no lee ${mediaType}. Envíe application/json, o lo que indique GET /api/openapi.json.`,
  }),
  'request.too-slow': ({ seconds }) => ({
    en: `The request did not come in time: the limit is ${seconds} seconds. Send it again over a line that holds.`,
    es: `La petición no llegó a tiempo: el límite es de ${seconds} segundos. Envíela de nuevo por una línea que aguante.`,
  }),
  'request.too-many-lines': ({ of, most, retryAfterSeconds }) => ({
    en:
      of === 'caller'
        ? `You listen to ${most} things at once already, which is as many as one may. Close a page, and try again in ${retryAfterSeconds} seconds.`
        : `${most} listeners are at this server already, which is as many as it takes. Try again in ${retryAfterSeconds} seconds.`,
    es:
      of === 'caller'
        ? `Usted ya escucha ${most} cosas a la vez, que es lo máximo. Cierre una página e intente de nuevo en ${retryAfterSeconds} segundos.`
        : `Este servidor ya tiene ${most} oyentes, que es lo máximo. Intente de nuevo en ${retryAfterSeconds} segundos.`,
  }),
  'request.too-many-uploads': ({ of, most, retryAfterSeconds }) => ({
    en:
      of === 'caller'
        ? `You send ${most} files at once already, which is as many as one may. Wait until one is done, or try again in ${retryAfterSeconds} seconds.`
        : `${most} files are being sent to this server already, which is as many as it takes. Try again in ${retryAfterSeconds} seconds.`,
    es:
      of === 'caller'
        ? `Usted ya envía ${most} archivos a la vez, que es lo máximo. Espere a que termine uno, o intente de nuevo en ${retryAfterSeconds} segundos.`
        : `A este servidor ya le están enviando ${most} archivos, que es lo máximo. Intente de nuevo en ${retryAfterSeconds} segundos.`,
  }),
  'request.too-many': ({ retryAfterSeconds }) => ({
    en: `Too many requests came from you. Wait ${retryAfterSeconds} seconds and try again.`,
    es: `Llegaron demasiadas peticiones suyas. Espere ${retryAfterSeconds} segundos e intente de nuevo.`,
  }),
}

function serveFaultLines(faults: readonly ServeFault[], language: Language): string {
  return faults.map(({ fault, about }) => `- ${about}: ${SERVE_FAULTS[fault][language]}`).join('\n')
}

/** What is wrong with a request, told in one language. */
export function faultsIn(faults: readonly RequestFault[], language: Language) {
  return faults.map(({ place, message }) => ({
    place,
    message: typeof message === 'string' ? message : message[language],
  }))
}
