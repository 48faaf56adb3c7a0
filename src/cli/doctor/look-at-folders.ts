import { access, constants, stat } from 'node:fs/promises'
import { errorCode, isSystemError } from '../../db/system-error.ts'
import { broken, type Remark } from './remark.ts'

/** Folders that Muster writes to and that it cannot; one that is not there is made when it is needed. */
export async function lookAtFolders(folders: readonly string[]): Promise<Remark[]> {
  const looks = await Promise.all(folders.map(lookAtFolder))
  return looks.filter((remark) => remark !== null)
}

async function lookAtFolder(folder: string): Promise<Remark | null> {
  const because = await whyNotWritable(folder)
  if (because === null) return null
  return broken(
    { subject: 'disk', about: folder },
    { en: `cannot be written to: ${because}`, es: `no se puede escribir en ella: ${because}` },
    {
      en: 'Let the account that runs Muster write to this folder, or name another one.',
      es: 'Deje que la cuenta que ejecuta Muster escriba en esta carpeta, o indique otra.',
    },
  )
}

async function whyNotWritable(folder: string): Promise<string | null> {
  try {
    if (!(await stat(folder)).isDirectory()) return 'ENOTDIR'
    await access(folder, constants.W_OK)
    return null
  } catch (error) {
    return isSystemError(error, 'ENOENT') ? null : (errorCode(error) ?? String(error))
  }
}
