import { type SecretFile, secretExposure } from '../../lib/secret-exposure.ts'
import { fine, type Of, odd, type Remark } from './remark.ts'

const DAY_MS = 86_400_000
const STALE_AFTER_DAYS = 31

/** A file that delivers rows, by how long ago it was changed. */
export function judgeFileAge(
  of: Of,
  file: { readonly name: string; readonly changed: Date; readonly now: Date },
): Remark {
  const days = Math.floor((file.now.getTime() - file.changed.getTime()) / DAY_MS)
  const says = {
    en: `${file.name}, changed ${days} days ago`,
    es: `${file.name}, modificado hace ${days} días`,
  }
  if (days <= STALE_AFTER_DAYS) return fine(of, says)
  return odd(of, says, {
    en: 'Ask for a newer one, or see whether it is still laid into this folder.',
    es: 'Pida uno más nuevo, o compruebe si todavía se deja en esta carpeta.',
  })
}

/** A file of keys that is there and holds keys; an account of null stands for a system without such rights. */
export function judgeKeyFile(
  file: SecretFile & { readonly name: string; readonly keys: number },
  account: number | null,
): Remark {
  const of = { subject: 'keys', about: file.name }
  const exposure = secretExposure(file, account)
  if (exposure === null) {
    return fine(of, { en: `keys: ${file.keys}`, es: `claves: ${file.keys}` })
  }
  const { problem, found } = exposure
  return problem === 'others-may-read'
    ? odd(
        of,
        {
          en: `other accounts may read it (mode ${found})`,
          es: `otras cuentas pueden leerlo (modo ${found})`,
        },
        { en: `Run: chmod 600 ${file.name}`, es: `Ejecute: chmod 600 ${file.name}` },
      )
    : odd(
        of,
        {
          en: `belongs to another account (number ${found})`,
          es: `es de otra cuenta (número ${found})`,
        },
        {
          en: 'Run Muster as one account always, or give the file to the account that runs it.',
          es: 'Ejecute Muster siempre con la misma cuenta, o dele el archivo a la cuenta que lo ejecuta.',
        },
      )
}
