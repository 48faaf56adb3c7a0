import type { ServeFaultCode } from '../../lib/serve-fault.ts'
import type { Phrase } from '../language.ts'

/** Why a server does not start as it is set up, and what to do; what it is about stands before it. */
export const SERVE_FAULTS: Readonly<Record<ServeFaultCode, Phrase>> = {
  'open-development': {
    en: 'this address can be reached from other machines, and server.mode is development. Set server.mode: production, listen at 127.0.0.1, or set server.allowOpenDevelopment: true where nobody else is on the network',
    es: 'a esta dirección se llega desde otras máquinas, y server.mode es development. Ponga server.mode: production, escuche en 127.0.0.1, o ponga server.allowOpenDevelopment: true si no hay nadie más en la red',
  },
  'hosts-empty': {
    en: 'no name is given under which people reach the server. Name it, such as [muster.your-domain]',
    es: 'no se indica ningún nombre con el que se llega al servidor. Indíquelo, como [muster.su-dominio]',
  },
  'hosts-example': {
    en: 'this name stands in the documentation only. Give the one people really use',
    es: 'este nombre solo existe en la documentación. Indique el que de verdad se usa',
  },
  'not-behind-tls': {
    en: 'people would sign in without https. Put a proxy with a certificate in front and set it to true',
    es: 'se iniciaría sesión sin https. Ponga delante un proxy con certificado y fíjelo en true',
  },
  'demo-data': {
    en: 'this is the folder of the demo, which every "muster demo" empties. Choose another',
    es: 'esta es la carpeta de la demostración, que cada «muster demo» vacía. Elija otra',
  },
  'keys-missing': {
    en: 'this file of keys is missing, and this account cannot make it there. Restore it from its copy, or let this account write to that folder',
    es: 'falta este archivo de claves y esta cuenta no puede crearlo ahí. Recupérelo de su copia, o deje que esta cuenta escriba en esa carpeta',
  },
  'keys-unreadable': {
    en: 'this file of keys cannot be read, or holds none. Restore it from its copy, or let this account read it',
    es: 'este archivo de claves no se puede leer o no contiene ninguna. Recupérelo de su copia, o deje que esta cuenta lo lea',
  },
  'tls-verification-off': {
    en: 'this variable lets any certificate pass. Take it away',
    es: 'esta variable deja pasar cualquier certificado. Quítela',
  },
  'database-not-verified': {
    en: 'the connection to this database server is not encrypted, or its certificate is not verified. Add sslmode=verify-full (and sslrootcert=FILE for a certificate authority of your own) to DATABASE_URL',
    es: 'la conexión con este servidor de base de datos no va cifrada, o no se comprueba su certificado. Añada sslmode=verify-full (y sslrootcert=ARCHIVO si la autoridad es propia) a DATABASE_URL',
  },
  'database-default-password': {
    en: 'the password of this database user is one that is tried first. Give another',
    es: 'la contraseña de este usuario de la base de datos es de las que se prueban primero. Ponga otra',
  },
  'database-superuser': {
    en: 'this database user may do anything with the whole server. Use muster_app, see docs/operations.md',
    es: 'este usuario de la base de datos puede hacer cualquier cosa en todo el servidor. Use muster_app, véase docs/operations.md',
  },
  'database-creates-roles': {
    en: 'this database user may make other users. Use muster_app, see docs/operations.md',
    es: 'este usuario de la base de datos puede crear otros usuarios. Use muster_app, véase docs/operations.md',
  },
  'database-owns-tables': {
    en: 'this database user owns the tables or may make new ones, so it could take the protection of the audit trail away. Use muster_app, and let "muster migrate" make tables as muster_owner',
    es: 'este usuario de la base de datos es dueño de las tablas o puede crearlas, así que podría quitar la protección del registro de auditoría. Use muster_app, y que «muster migrate» cree las tablas como muster_owner',
  },
  'database-unchecked': {
    en: 'what the database user may do could not be looked at; that comes next, once the rest is right',
    es: 'no se pudo ver qué puede hacer el usuario de la base de datos; se verá cuando lo demás esté bien',
  },
}
