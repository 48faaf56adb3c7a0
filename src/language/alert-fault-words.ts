import type { Phrase } from './language.ts'

/** What is wrong in the settings of alerts. */
export const ALERT_FAULTS: readonly (readonly [string, Phrase])[] = [
  [
    'mail-address',
    {
      en: 'is not an e-mail address such as ana@example.org',
      es: 'no es una dirección de correo como ana@example.org',
    },
  ],
  [
    'web-address',
    {
      en: 'is not an address such as https://hooks.example.org/muster',
      es: 'no es una dirección como https://hooks.example.org/muster',
    },
  ],
  [
    'time-of-day',
    {
      en: 'is not a time of day such as "06:00", in quotes and with two digits each',
      es: 'no es una hora del día como "06:00", entre comillas y con dos cifras cada parte',
    },
  ],
  [
    'half-an-account',
    {
      en: 'has half an account: MUSTER_SMTP_USER and MUSTER_SMTP_PASSWORD (or files named by each with _FILE) belong together',
      es: 'tiene media cuenta: MUSTER_SMTP_USER y MUSTER_SMTP_PASSWORD (o archivos indicados por cada una con _FILE) van juntas',
    },
  ],
  [
    'password-in-the-clear',
    {
      en: 'would send a password in the clear; use security: starttls or tls, or a server that wants no account',
      es: 'enviaría una contraseña sin cifrar; use security: starttls o tls, o un servidor que no pida cuenta',
    },
  ],
]
