import { stat } from 'node:fs/promises'
import { countSigningKeys } from '../../access/secret/signing-keys.ts'
import { openKeyRing } from '../../db/key-ring.ts'
import { errorCode, isSystemError } from '../../db/system-error.ts'
import { AppError } from '../../lib/errors.ts'
import { failureRemark } from './failure-remark.ts'
import { judgeKeyFile } from './judge-files.ts'
import { fine, type Remark } from './remark.ts'

/** A file of keys that is looked at and never made. */
interface KeyFile {
  readonly name: string
  /** Whether something is kept that only these keys open. */
  readonly isNeeded: boolean
  count(): Promise<number>
}

/** The key ring, and whether anything kept needs it. */
export function lookAtKeyRing(name: string, isNeeded: boolean): Promise<Remark> {
  return lookAt({ name, isNeeded, count: async () => (await openKeyRing(name)).ids.length })
}

/** The keys that sign access tokens. */
export function lookAtSigningKeys(name: string): Promise<Remark> {
  return lookAt({ name, isNeeded: false, count: () => countSigningKeys(name) })
}

async function lookAt({ name, isNeeded, count }: KeyFile): Promise<Remark> {
  const of = { subject: 'keys', about: name }
  try {
    const found = await findFile(name)
    if (found !== null) {
      const { mode, uid } = found
      return judgeKeyFile({ name, mode, uid, keys: await count() }, process.geteuid?.() ?? null)
    }
    if (isNeeded) throw new AppError('keys.unreadable', { file: name, reason: 'ring-missing' })
    return fine(of, {
      en: 'not there yet; made at first use',
      es: 'todavía no existe; se crea al usarse por primera vez',
    })
  } catch (error) {
    return failureRemark(of, error)
  }
}

async function findFile(file: string) {
  try {
    return await stat(file)
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return null
    const reason = errorCode(error) ?? String(error)
    throw new AppError('keys.unreadable', { file, reason }, { cause: error })
  }
}
