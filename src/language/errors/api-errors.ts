import { failureWords } from '../failure-words.ts'
import type { Phrase } from '../language.ts'
import { countWords } from '../list-words.ts'
import { ADDRESS_REFUSALS } from '../reasons/api-reasons.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Failures of vendors' services, and of the keys that seal what is kept of them. */
export const API_ERRORS: PhrasesOf<'api' | 'keys'> = {
  'api.address-refused': ({ source, url, reason }) => ({
    en: `The address ${url} of the source ${source} was not used: ${ADDRESS_REFUSALS[reason].en}. ${ADDRESS_ADVICE[reason].en}`,
    es: `No se usó la dirección ${url} de la fuente ${source}: ${ADDRESS_REFUSALS[reason].es}. ${ADDRESS_ADVICE[reason].es}`,
  }),
  'api.unreachable': ({ source, url, reason }) => ({
    en: `The source ${source} cannot be reached at ${url}: ${failureWords(reason).en}. Check the network of this machine, the firewall, and the address in the configuration.`,
    es: `No se puede conectar con la fuente ${source} en ${url}: ${failureWords(reason).es}. Compruebe la red de esta máquina, el cortafuegos y la dirección en la configuración.`,
  }),
  'api.timed-out': ({ source, url, seconds }) => ({
    en: `The source ${source} did not finish its answer to ${url} within ${seconds} s. Try again later, or allow more with timeoutSeconds in the configuration.`,
    es: `La fuente ${source} no terminó de responder a ${url} en ${seconds} s. Vuelva a intentarlo más tarde, o conceda más tiempo con timeoutSeconds en la configuración.`,
  }),
  'api.sign-in-refused': ({ source, url, reason }) => ({
    en: `The source ${source} does not accept Muster's credentials at ${url}: ${failureWords(reason).en}. Check that the client or token exists there, has not expired, and is the one configured.`,
    es: `La fuente ${source} no acepta las credenciales de Muster en ${url}: ${failureWords(reason).es}. Compruebe que el cliente o el token exista allí, no haya caducado y sea el configurado.`,
  }),
  'api.forbidden': ({ source, url, reason }) => ({
    en: `The source ${source} knows Muster's credentials and does not let them read ${url}: ${failureWords(reason).en}. Give that client or role the right there; the page of the source names it.`,
    es: `La fuente ${source} reconoce las credenciales de Muster, pero no les permite leer ${url}: ${failureWords(reason).es}. Conceda allí el derecho a ese cliente o rol; la página de la fuente lo indica.`,
  }),
  'api.read-only': ({ source, url, reason }) => ({
    en: `The source ${source} knows Muster's credentials and does not let them change anything at ${url}: ${failureWords(reason).en}. Nothing was changed by that request; what was confirmed before it stands. Give that client or role the right to edit there, which the page of the source names, and run the same command again.`,
    es: `La fuente ${source} reconoce las credenciales de Muster, pero no les permite cambiar nada en ${url}: ${failureWords(reason).es}. Esa petición no cambió nada; lo confirmado antes se mantiene. Conceda allí a ese cliente o rol el derecho a editar, que la página de la fuente indica, y repita el mismo comando.`,
  }),
  'api.rate-limited': ({ source, url, waitedSeconds }) => ({
    en: `The source ${source} says at ${url} that it is asked too often, and still says so after waits of ${waitedSeconds} s in all. Lower requestsPerMinute in the configuration, or run at another hour.`,
    es: `La fuente ${source} dice en ${url} que recibe demasiadas peticiones, y lo sigue diciendo tras esperas de ${waitedSeconds} s en total. Baje requestsPerMinute en la configuración, o ejecute a otra hora.`,
  }),
  'api.refused': ({ source, url, status, reason }) => ({
    en: `The source ${source} refused the request to ${url} with status ${status}: ${failureWords(reason).en}. Check the settings of the source; asking again does not help.`,
    es: `La fuente ${source} rechazó la petición a ${url} con el estado ${status}: ${failureWords(reason).es}. Compruebe los ajustes de la fuente; repetir la petición no ayuda.`,
  }),
  'api.failing': ({ source, url, status, tries }) => ({
    en: `The source ${source} fails at ${url} with status ${status} (tries: ${tries}). The fault lies with the service: look at its status page and try again later.`,
    es: `La fuente ${source} falla en ${url} con el estado ${status} (intentos: ${tries}). El fallo está en el servicio: consulte su página de estado y vuelva a intentarlo más tarde.`,
  }),
  'api.not-json': ({ source, url, looksLike, excerpt }) => ({
    en: `The source ${source} answered ${url} with ${failureWords(looksLike).en} in place of data${beginning(excerpt).en}. Often that is a sign-in or maintenance page, or a wrong address: open the address in a browser and check it.`,
    es: `La fuente ${source} respondió a ${url} con ${failureWords(looksLike).es} en lugar de datos${beginning(excerpt).es}. Suele ser una página de inicio de sesión o de mantenimiento, o una dirección equivocada: ábrala en un navegador y compruébela.`,
  }),
  'api.truncated': ({ source, url, reason }) => ({
    en: `An answer of the source ${source} from ${url} did not arrive whole: ${failureWords(reason).en}. Nothing of it was taken. Try again later; if it stays so, ask for smaller pages.`,
    es: `Una respuesta de la fuente ${source} desde ${url} no llegó completa: ${failureWords(reason).es}. No se tomó nada de ella. Vuelva a intentarlo más tarde; si persiste, pida páginas más pequeñas.`,
  }),
  'api.too-large': ({ source, url, limit }) => ({
    en: `An answer of the source ${source} from ${url} is larger than ${countWords(limit).en} bytes and was not read further. Ask for smaller pages, or raise maxAnswerBytes in the configuration.`,
    es: `Una respuesta de la fuente ${source} desde ${url} ocupa más de ${countWords(limit).es} bytes y no se siguió leyendo. Pida páginas más pequeñas, o suba maxAnswerBytes en la configuración.`,
  }),
  'api.unexpected': ({ source, url, problem }) => ({
    en: `The answer of the source ${source} from ${url} is not what was expected: ${failureWords(problem).en}. The service may have changed; look for a newer Muster, or report this sentence.`,
    es: `La respuesta de la fuente ${source} desde ${url} no es la esperada: ${failureWords(problem).es}. Puede que el servicio haya cambiado; busque un Muster más nuevo, o comunique esta frase.`,
  }),
  'api.page-loop': ({ source, url, page }) => ({
    en: `The source ${source} gives the same page of ${url} again and again (${page}), so its list has no end. Nothing of it was taken. Try again later; if it stays so, the fault lies with the service.`,
    es: `La fuente ${source} entrega una y otra vez la misma página de ${url} (${page}), así que su lista no acaba nunca. No se tomó nada de ella. Vuelva a intentarlo más tarde; si persiste, el fallo está en el servicio.`,
  }),
  'keys.unreadable': ({ file, reason }) => ({
    en: `The key ring ${file} cannot be read: ${failureWords(reason).en}. Check that this account may read it, or restore it from a copy; without it, what was sealed stays closed.`,
    es: `No se puede leer el llavero ${file}: ${failureWords(reason).es}. Compruebe que esta cuenta pueda leerlo, o restáurelo de una copia; sin él, lo sellado no se puede abrir.`,
  }),
  'keys.unknown': ({ key, file }) => ({
    en: `The key ${key}, with which stored data were sealed, is not in the key ring ${file}. Restore a copy of the key ring that still holds it; nothing was changed.`,
    es: `La clave ${key}, con la que se sellaron datos guardados, no está en el llavero ${file}. Restaure una copia del llavero que aún la contenga; no se cambió nada.`,
  }),
  'keys.broken': ({ key, about }) => ({
    en: `What was sealed with the key ${key} (${about}) does not open: it was altered, or that is another key of the same name. Restore the database or the key ring from a copy; nothing was changed.`,
    es: `Lo sellado con la clave ${key} (${about}) no se abre: se alteró, o es otra clave con el mismo nombre. Restaure la base de datos o el llavero de una copia; no se cambió nada.`,
  }),
}

/** What to do about an address that is not asked. */
const ADDRESS_ADVICE: typeof ADDRESS_REFUSALS = {
  'not-https': {
    en: 'Write it with https; a server in your own network may go without it once allowPrivateAddress is set.',
    es: 'Escríbala con https; un servidor de su propia red puede prescindir de él si se activa allowPrivateAddress.',
  },
  'private-address': {
    en: 'If the service really is in your own network, set allowPrivateAddress in the configuration.',
    es: 'Si el servicio está de verdad en su propia red, active allowPrivateAddress en la configuración.',
  },
  'redirected-elsewhere': {
    en: 'If the service has moved, put its new address in the configuration.',
    es: 'Si el servicio cambió de lugar, ponga su dirección nueva en la configuración.',
  },
  'not-a-url': {
    en: 'Correct it in the configuration, without an account, a question mark or anything after it.',
    es: 'Corríjala en la configuración, sin cuenta ni signo de interrogación ni nada detrás.',
  },
}

function beginning(excerpt: string): Phrase {
  if (excerpt === '') return { en: '', es: '' }
  return { en: `, beginning with "${excerpt}"`, es: `, que empieza por «${excerpt}»` }
}
