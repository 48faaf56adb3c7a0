import { OPENID_REFUSALS } from '../reasons/openid-reasons.ts'
import { PASSWORD_FAULTS } from '../reasons/password-reasons.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Who may come in, and who may not. */
export const ACCESS_ERRORS: PhrasesOf<'access' | 'view'> = {
  'view.not-found': ({ name }) => ({
    en: `You have no saved view ${name}. Look through your saved views for its name.`,
    es: `No tiene ninguna vista guardada ${name}. Busque su nombre entre sus vistas guardadas.`,
  }),
  'view.too-many': ({ most }) => ({
    en: `You have ${most} saved views, and more are not kept. Delete one first.`,
    es: `Tiene ${most} vistas guardadas, y no se guardan más. Elimine antes una.`,
  }),
  'access.sign-in-refused': () => ({
    en: 'Name and password do not belong together, or the account is not open. Check both; an administrator can give a one-time password.',
    es: 'El nombre y la contraseña no se corresponden, o la cuenta no está abierta. Revise ambos; un administrador puede dar una contraseña de un solo uso.',
  }),
  'access.locked-out': ({ retryAfterSeconds }) => ({
    en: `Too many tries to sign in failed. Wait ${retryAfterSeconds} seconds; an administrator can give a one-time password, which may be used at once.`,
    es: `Fallaron demasiados intentos de iniciar sesión. Espere ${retryAfterSeconds} segundos; un administrador puede dar una contraseña de un solo uso, que sirve de inmediato.`,
  }),
  'access.sign-in-over': () => ({
    en: 'This sign-in is over. Sign in again.',
    es: 'Esta sesión ha terminado. Inicie sesión de nuevo.',
  }),
  'access.cross-site': () => ({
    en: 'The request does not seem to come from a page of this server, so its cookies do not count. Load the page anew; programs send Authorization: Bearer instead.',
    es: 'La petición no parece venir de una página de este servidor, así que sus cookies no cuentan. Cargue la página de nuevo; los programas envían Authorization: Bearer en su lugar.',
  }),
  'access.password-change-needed': () => ({
    en: 'You signed in with a one-time password. Choose one of your own first: PUT /api/session/password.',
    es: 'Inició sesión con una contraseña de un solo uso. Elija primero una propia: PUT /api/session/password.',
  }),
  'access.password-wrong': () => ({
    en: 'The password you have now is another one. Type it again.',
    es: 'La contraseña que tiene ahora es otra. Escríbala de nuevo.',
  }),
  'access.password-unfit': ({ fault }) => ({
    en: `This password will not do: ${PASSWORD_FAULTS[fault].en}. Take 12 to 128 characters, such as four words that have nothing to do with each other.`,
    es: `Esta contraseña no sirve: ${PASSWORD_FAULTS[fault].es}. Use de 12 a 128 caracteres, como cuatro palabras que no tengan que ver entre sí.`,
  }),
  'access.person-needed': () => ({
    en: 'A token cannot do this. Sign in as a person.',
    es: 'Un token no puede hacer esto. Inicie sesión como persona.',
  }),
  'access.person-not-found': ({ person }) => ({
    en: `There is no person ${person}. "muster people" lists them.`,
    es: `No hay ninguna persona ${person}. «muster people» las lista.`,
  }),
  'access.name-taken': ({ name }) => ({
    en: `There is a person called ${name} already. Take another name.`,
    es: `Ya hay una persona llamada ${name}. Use otro nombre.`,
  }),
  'access.last-administrator': ({ name }) => ({
    en: `${name} is the last administrator who is not disabled. Make somebody else one first.`,
    es: `${name} es el último administrador no desactivado. Nombre antes a otra persona.`,
  }),
  'access.administrator-everywhere': ({ name }) => ({
    en: `${name} cannot be an administrator of some sites only: administrators give access to all. Take away the limit, or give another role.`,
    es: `${name} no puede administrar solo algunos sitios: los administradores dan acceso a todos. Quite el límite, o dé otro rol.`,
  }),
  'access.invitation-unusable': () => ({
    en: 'This invitation was used, taken back, has expired, or never was. Ask an administrator for another.',
    es: 'Esta invitación ya se usó, se retiró, caducó o nunca existió. Pida otra a un administrador.',
  }),
  'access.registration-closed': () => ({
    en: 'People join by invitation here. Ask an administrator for one.',
    es: 'Aquí se entra por invitación. Pida una a un administrador.',
  }),
  'access.openid-not-configured': () => ({
    en: 'People sign in by name and password here. An administrator can set up a sign-in service under access.openId.',
    es: 'Aquí se inicia sesión con nombre y contraseña. Un administrador puede configurar un servicio de identidad en access.openId.',
  }),
  'access.openid-provider-failed': ({ issuer, reason }) => ({
    en: `The sign-in service ${issuer} did not do its part (${reason}). Try again; if it stays so, an administrator must look at it and at access.openId. Passwords still work.`,
    es: `El servicio de identidad ${issuer} no cumplió su parte (${reason}). Inténtelo de nuevo; si sigue igual, un administrador debe revisarlo junto con access.openId. Las contraseñas siguen sirviendo.`,
  }),
  'access.openid-refused': ({ reason }) => ({
    en: `The sign-in service was asked, and you were not let in: ${OPENID_REFUSALS[reason].en}.`,
    es: `Se consultó el servicio de identidad y no se le dejó entrar: ${OPENID_REFUSALS[reason].es}.`,
  }),
  'access.openid-linked': ({ name, subject }) => ({
    en: `${name} and ${subject} cannot be linked: one of them is linked already. Take that link away first: muster person NAME --unlink-openid.`,
    es: `${name} y ${subject} no se pueden enlazar: uno de los dos ya tiene enlace. Quítelo antes: muster person NOMBRE --unlink-openid.`,
  }),
  'access.token-not-found': ({ id }) => ({
    en: `There is no token ${id} that could be revoked. "muster tokens" lists them.`,
    es: `No hay ningún token ${id} que se pueda revocar. «muster tokens» los lista.`,
  }),
  'access.token-too-wide': ({ beyond }) => ({
    en: `A token never may more than you may, and this one would: ${beyond.join(', ')}. Ask for less; * means all sites.`,
    es: `Un token nunca puede más que usted, y este podría: ${beyond.join(', ')}. Pida menos; * significa todos los sitios.`,
  }),
  'access.second-person-needed': ({ plan, maker }) => ({
    en: `Plan P${plan} was made by ${maker}, and here another person must approve it before it is written. Ask somebody with the permission "approve", or at a terminal: muster approve P${plan}.`,
    es: `El plan P${plan} lo creó ${maker}, y aquí debe aprobarlo otra persona antes de que se escriba. Pídalo a alguien con el permiso «approve» o, en un terminal: muster approve P${plan}.`,
  }),
}
