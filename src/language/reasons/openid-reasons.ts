import type { OpenIdRefusal } from '../../lib/openid-refusal.ts'
import type { Phrase } from '../language.ts'

/** Why somebody a provider sent is not let in, and what to do. */
export const OPENID_REFUSALS: Readonly<Record<OpenIdRefusal, Phrase>> = {
  'not-begun': {
    en: 'this sign-in was not begun in this browser, or longer than ten minutes ago. Begin again',
    es: 'este inicio de sesión no comenzó en este navegador, o comenzó hace más de diez minutos. Comience de nuevo',
  },
  'provider-refused': {
    en: 'it refused, or you turned back there. Begin again, or ask whoever runs it',
    es: 'lo rechazó, o usted desistió allí. Comience de nuevo o pregunte a quien lo administra',
  },
  'answer-untrue': {
    en: 'what it answered was used before, or is not meant for this sign-in. Begin again',
    es: 'lo que respondió ya se había usado, o no es para este inicio de sesión. Comience de nuevo',
  },
  'no-verified-email': {
    en: 'it gives no e-mail address of yours that it has verified, and here one is needed. Ask whoever runs it',
    es: 'no da ninguna dirección de correo suya que haya verificado, y aquí hace falta. Pregunte a quien lo administra',
  },
  domain: {
    en: 'your e-mail address is of a domain that is not admitted here. Ask an administrator of Muster',
    es: 'su dirección de correo es de un dominio que aquí no se admite. Pregunte a un administrador de Muster',
  },
  'no-role': {
    en: 'it gives you no role here. Ask whoever runs it to add you to a group that has one',
    es: 'no le da ningún rol aquí. Pida a quien lo administra que le añada a un grupo que lo tenga',
  },
  'not-linked': {
    en: 'nobody here is linked to your account there. Ask an administrator of Muster to link it',
    es: 'nadie aquí está enlazado con su cuenta de allí. Pida a un administrador de Muster que la enlace',
  },
  'name-unfit': {
    en: 'your e-mail address cannot be a name here. Ask an administrator of Muster to link your account',
    es: 'su dirección de correo no puede ser un nombre aquí. Pida a un administrador de Muster que enlace su cuenta',
  },
  disabled: {
    en: 'your account here is closed. Ask an administrator of Muster',
    es: 'su cuenta aquí está cerrada. Pregunte a un administrador de Muster',
  },
}
