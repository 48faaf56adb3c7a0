import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { configSchema } from '../config-schema.ts'
import { type Language, say } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import { FIRST_CONFIG } from './first-config-text.ts'

/**
 * Writes a commented configuration, never over one that is there, and beside it the schema by which
 * editors check it. Throws `config.exists`.
 */
export async function writeFirstConfig(
  file: string,
  language: Language,
): Promise<{ readonly schema: string }> {
  await writeFile(file, say(FIRST_CONFIG, language), { flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw new AppError('config.exists', { file }, { cause: error })
      const reason = error.message
      throw new AppError('config.unwritable', { file, reason }, { cause: error })
    },
  )
  const schema = join(dirname(file), 'muster.schema.json')
  await writeFile(schema, `${JSON.stringify(configSchema(), null, 2)}\n`)
  return { schema }
}
