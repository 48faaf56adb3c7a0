import { readFile } from 'node:fs/promises'
import { SECRET_SETTINGS } from './config-secrets.ts'
import { AppError } from './lib/errors.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The settings that are secret; each may lie in a file named by the same variable and `_FILE`. */
const SECRETS = ['DATABASE_URL', ...SECRET_SETTINGS.map(({ variable }) => variable)]

/**
 * The environment with every secret that is kept in a file filled in; a line break at its end does
 * not belong to it. A variable that is set itself counts for more. Throws `secret.unreadable`.
 */
export async function readSecrets(env: Environment): Promise<Environment> {
  const filled: Record<string, string | undefined> = { ...env }
  for (const name of SECRETS) {
    const file = env[`${name}_FILE`]
    if (file && !env[name]) filled[name] = await readSecret(file)
  }
  return filled
}

async function readSecret(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/\r?\n$/u, '')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('secret.unreadable', { file, reason }, { cause: error })
  }
}
