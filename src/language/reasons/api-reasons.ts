import type { AddressRefusal } from '../../lib/errors.ts'
import type { Phrase } from '../language.ts'

/** Why an address is not asked; says "it" of the address. */
export const ADDRESS_REFUSALS: Readonly<Record<AddressRefusal, Phrase>> = {
  'not-https': {
    en: 'it does not begin with https, so others could read along',
    es: 'no empieza por https, así que otros podrían leer lo que se envía',
  },
  'private-address': {
    en: 'it leads to this machine or into a private network',
    es: 'lleva a esta misma máquina o a una red privada',
  },
  'redirected-elsewhere': {
    en: 'the service sends its callers on to it, and it belongs to another server',
    es: 'el servicio remite a ella, y es de otro servidor',
  },
  'not-a-url': {
    en: 'it is not the plain address of a service, such as https://api.example.com',
    es: 'no es la dirección simple de un servicio, como https://api.example.com',
  },
}

/** Why a vendor's service could not be asked or understood, by our codes. */
export const API_REASONS: ReadonlyMap<string, Phrase> = new Map([
  ['not-a-list', { en: 'its answer is no list', es: 'su respuesta no es una lista' }],
  ['no-ids', { en: 'what it lists has no ids', es: 'lo que lista no tiene identificadores' }],
  [
    'not-in-order',
    {
      en: 'its list is not in the order of ids',
      es: 'su lista no sigue el orden de identificadores',
    },
  ],
  [
    'not-a-form',
    {
      en: 'its answer is not the computer that was asked for',
      es: 'su respuesta no es la computadora que se pidió',
    },
  ],
  ['name-blank', { en: 'the new name is blank', es: 'el nombre nuevo está en blanco' }],
  [
    'name-too-long',
    {
      en: 'the new name is longer than 255 characters',
      es: 'el nombre nuevo supera los 255 caracteres',
    },
  ],
  [
    'name-control-character',
    {
      en: 'the new name holds a control or invisible character',
      es: 'el nombre nuevo contiene un carácter de control o invisible',
    },
  ],
  ['not-a-report', { en: 'its answer is no report', es: 'su respuesta no es un informe' }],
  [
    'no-token',
    {
      en: 'its answer to the sign-in holds no token',
      es: 'su respuesta al inicio de sesión no trae token',
    },
  ],
  ['not-http', { en: 'what answers does not speak HTTP', es: 'lo que responde no habla HTTP' }],
  ['json-ends-early', { en: 'its JSON ends in the middle', es: 'su JSON termina a la mitad' }],
  [
    'packing-broken',
    {
      en: 'it is packed and cannot be unpacked',
      es: 'llegó comprimida y no se puede descomprimir',
    },
  ],
  [
    'too-many-redirects',
    {
      en: 'it sends its callers on from one address to the next',
      es: 'remite de una dirección a otra sin parar',
    },
  ],
  [
    'redirect-of-a-write',
    {
      en: 'it sends on to another address what must not be sent twice',
      es: 'remite a otra dirección lo que no se debe enviar dos veces',
    },
  ],
  [
    'redirect-without-place',
    {
      en: 'it sends its callers on without saying where',
      es: 'remite a otra dirección sin decir a cuál',
    },
  ],
  ['html', { en: 'a web page', es: 'una página web' }],
  ['xml', { en: 'an XML document', es: 'un documento XML' }],
  ['plain-text', { en: 'plain text', es: 'texto simple' }],
  [
    'ring-missing',
    {
      en: 'it is not there, although keys of it sealed what is kept; put it back from its copy',
      es: 'no está, aunque sus llaves sellaron lo que se conserva; restáurelo desde su copia',
    },
  ],
  [
    'not-a-key-ring',
    { en: 'what is in it is not a key ring', es: 'lo que contiene no es un llavero' },
  ],
])

/** The same for codes that name what they are about. */
export const API_REASONS_ABOUT: ReadonlyMap<string, (about: string) => Phrase> = new Map([
  [
    'refused-by-portal',
    (message: string) => ({
      en: `the service found it invalid: ${message}`,
      es: `el servicio lo considera no válido: ${message}`,
    }),
  ],
  [
    'not-given',
    (status: string) => ({
      en: `the service does not give this one to edit (status ${status}); it may be gone`,
      es: `el servicio no entrega esta para editar (estado ${status}); quizá ya no exista`,
    }),
  ],
  [
    'portal-error',
    (status: string) => ({
      en: `the service failed at it (status ${status}), and the old value stands`,
      es: `el servicio falló con ella (estado ${status}), y el valor anterior se mantiene`,
    }),
  ],
  [
    'portal-keeps',
    (value: string) => ({
      en: `the service accepted it and shows ${value} all the same`,
      es: `el servicio lo aceptó y aun así muestra ${value}`,
    }),
  ],
  [
    'organisation-not-found',
    (name: string) => ({
      en: `it has no organisation ${name}`,
      es: `no tiene la organización ${name}`,
    }),
  ],
  [
    'certificate',
    (code: string) => ({
      en: `its certificate cannot be trusted (${code})`,
      es: `su certificado no es de confianza (${code})`,
    }),
  ],
  [
    'secure-channel',
    (code) => ({
      en: `no encrypted connection came about (${code})`,
      es: `no se logró una conexión cifrada (${code})`,
    }),
  ],
  [
    'network-error',
    (code) => ({ en: `the network failed (${code})`, es: `falló la red (${code})` }),
  ],
  [
    'bytes-missing',
    (counts) => ({
      en: `the connection closed after ${counts} bytes`,
      es: `la conexión se cerró tras ${counts} bytes`,
    }),
  ],
  [
    'closed-early',
    (bytes) => ({
      en: `the connection closed in the middle, after ${bytes} bytes`,
      es: `la conexión se cerró a la mitad, tras ${bytes} bytes`,
    }),
  ],
  [
    'packing-unknown',
    (packing) => ({
      en: `it is packed in a way that was not asked for (${packing})`,
      es: `llegó comprimida de un modo que no se pidió (${packing})`,
    }),
  ],
  [
    'not-text-of',
    (charset) => ({ en: `it is not valid ${charset} text`, es: `no es texto ${charset} válido` }),
  ],
  [
    'unsendable-header',
    (name) => ({
      en: `what was configured for ${name} holds a line break or a character that cannot be sent`,
      es: `lo configurado para ${name} contiene un salto de línea o un carácter que no se puede enviar`,
    }),
  ],
])
