import type { PhrasesOf } from './error-phrases.ts'

/** Failures of telling people. */
export const WATCH_ERRORS: PhrasesOf<'alert'> = {
  'alert.mail-unsent': ({ server, because, said }) => ({
    en: `The mail server ${server} did not take the alert (${because}: ${said}). It is sent again at the next look; check "alerts: email:" and the account.`,
    es: `El servidor de correo ${server} no aceptó el aviso (${because}: ${said}). Se envía de nuevo en la próxima revisión; revise «alerts: email:» y la cuenta.`,
  }),
  'alert.webhook-unsent': ({ host, because, said }) => ({
    en: `The webhook at ${host} did not take the alert (${because}${said === '' ? '' : `: ${said}`}). It is sent again at the next look; check "alerts: webhook:".`,
    es: `El webhook de ${host} no aceptó el aviso (${because}${said === '' ? '' : `: ${said}`}). Se envía de nuevo en la próxima revisión; revise «alerts: webhook:».`,
  }),
}
