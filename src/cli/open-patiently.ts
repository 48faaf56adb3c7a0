import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, type DatabaseSettings, openDatabase } from '../db/database.ts'
import { isSystemError } from '../db/system-error.ts'
import type { Phrase } from '../language/language.ts'
import { type AppError, isAppError } from '../lib/errors.ts'

/** Who waits, and how it says so. */
export interface Waiting {
  readonly signal: AbortSignal
  tell(phrase: Phrase): void
}

const LOOK_AGAIN_MS = 2000

/** Opens the database once it answers, and says that it waits; whoever asks it to stop ends the wait. */
export function openPatiently({ signal, tell }: Waiting) {
  return async (settings: DatabaseSettings): Promise<Database> => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await openDatabase(settings)
      } catch (error) {
        if (!isAppError(error, 'database.unreachable') || signal.aborted) throw error
        if (!mayCome(error)) throw error
        if (tries === 0) tell(waitingFor(error.details.where))
        await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => {}) // whoever asks it to stop ends the wait
      }
    }
  }
}

/** As PostgreSQL says that it starts, stops, or has no room for now. */
const FOR_NOW = ['57P03', '57P01', '57P02', '53300']

/** Whether a database that did not answer may do so later: a wrong password stays wrong. */
function mayCome({ details: { reason }, cause }: AppError<'database.unreachable'>): boolean {
  if (reason === 'no-server-url') return false
  return reason !== 'refused' || isSystemError(cause, ...FOR_NOW)
}

function waitingFor(where: string): Phrase {
  return {
    en: `The database at ${where} does not answer yet; waiting for it (Ctrl-C to stop).`,
    es: `La base de datos en ${where} todavía no responde; se espera por ella (Ctrl-C para detener).`,
  }
}
