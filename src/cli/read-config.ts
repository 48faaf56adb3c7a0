import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Config, loadConfig } from '../config.ts'
import type { Language } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import { readSecrets } from '../secrets.ts'

/** Reads the configuration a person named. Throws `config.not-found`, `config.invalid`. */
export async function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  language: Language,
): Promise<Config> {
  const file = resolve(name)
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('config.not-found', { file }, { cause })
  })
  return loadConfig({ file, folder: dirname(file), text, env: await readSecrets(env), language })
}
